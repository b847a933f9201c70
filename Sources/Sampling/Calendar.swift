import Scoring

/// The two years of every sample, each from December to November.
let sampleYears = [2024, 2025]
let reportDay = day(2025, 12, 11)

func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  guard let value = Day(year: year, month: month, day: day) else { preconditionFailure("no such day in the sample") }
  return value
}

/// A month of the committee's year: December belongs to the calendar year before.
struct SampleMonth {
  let year: Int
  let month: Int

  init(_ month: Int, ofYear year: Int) {
    self.year = month == 12 ? year - 1 : year
    self.month = month
  }

  /// December first, November last.
  static let order = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

  /// A working day between two days of the month.
  func workday(_ days: ClosedRange<Int>, _ dice: inout Dice) -> Day {
    let found = day(year, month, dice.within(days))
    return found.weekday > 4 ? found.adding(days: found.day > 20 ? -2 : 2) : found
  }

  func saturday(_ week: Int) -> Day {
    let first = day(year, month, 1)
    return first.adding(days: (5 - first.weekday + 7) % 7 + 7 * week)
  }

  var text: String { "\(year)-\(twoDigits(month))" }
}

/// The period of a year: 1 December to 30 November.
func samplePeriod(_ year: Int) -> Period { Period(first: day(year - 1, 12, 1), last: day(year, 11, 30)) }

/// 1 to 4, from December.
func quarter(of date: Day) -> Int { date.month % 12 / 3 + 1 }

func twoDigits(_ number: Int) -> String { padded(number, 2) }

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
