import Scoring
import Texts
import Sheets

/// What a cell says of a day, before it is known in which year and month.
enum DayText: Hashable {
  case day(year: Int, month: Int, day: Int)
  case monthDay(month: Int, day: Int)
  /// A number whose last zero is lost: 1.1 is the 1st or the 10th.
  case monthDays(month: Int, days: [Int])
  case dayOfMonth(Int)
  case month(year: Int?, month: Int)

  /// Reads what a cell of this kind says; `nil` where it is no day.
  init?(_ kind: CellKind, _ text: String) {
    switch kind {
    case .day, .dayTime:
      guard let day = DayText(words: String(text.unicodeScalars.prefix(10))) else { return nil }
      self = day
    case .number:
      guard let day = DayText(number: text) else { return nil }
      self = day
    case .text:
      guard let day = DayText(words: text) else { return nil }
      self = day
    default: return nil
    }
  }

  /// `20250109`, `202503`, `1.9`, `1.15`.
  private init?(number text: String) {
    let parts = text.parts(at: ".").map(String.init)
    guard parts.allSatisfy({ $0.unicodeScalars.allSatisfy { $0.digit != nil } }), let whole = Int(parts[0]) else {
      return nil
    }
    if parts.count == 1 {
      guard let day = DayText(digits: whole, count: parts[0].utf8.count) else { return nil }
      self = day
      return
    }
    guard parts.count == 2, let rest = Int(parts[1]) else { return nil }
    let digits = parts[1].utf8.count
    if whole >= 1900, whole <= 2199, digits == 2, (1...12).contains(rest) {
      // 2011.1 may be the tenth month.
      self = .month(year: whole, month: rest)
    } else if (1...12).contains(whole), digits == 2, (1...31).contains(rest) {
      self = .monthDay(month: whole, day: rest)
    } else if (1...12).contains(whole), digits == 1, rest > 0 {
      let days = [rest, rest * 10].filter { Day(year: 2024, month: whole, day: $0) != nil }
      self = days.count == 1 ? .monthDay(month: whole, day: days[0]) : .monthDays(month: whole, days: days)
    } else {
      return nil
    }
  }

  private init?(digits: Int, count: Int) {
    switch count {
    case 8: self = .day(year: digits / 10000, month: digits / 100 % 100, day: digits % 100)
    case 6 where (190_001...219_912).contains(digits) && (1...12).contains(digits % 100):
      self = .month(year: digits / 100, month: digits % 100)
    default: return nil
    }
  }

  /// The forms with signs between: `2025.1.9`, `1月9日`, `2025/1/9`, `2003年07月`, `2025-03-05 14:02:11`.
  private init?(words text: String) {
    let scalars = Array(DayText.plain(text).unicodeScalars)
    var numbers: [(value: Int, digits: Int)] = []
    var signs: [String] = []
    var i = 0
    while i < scalars.count {
      var (value, digits, sign) = (0, 0, String.UnicodeScalarView())
      while i < scalars.count, let digit = scalars[i].digit, digits < 9 {
        (value, digits, i) = (value * 10 + Int(digit), digits + 1, i + 1)
      }
      guard digits > 0 else { return nil }
      while i < scalars.count, scalars[i].digit == nil {
        sign.append(scalars[i])
        i += 1
      }
      numbers.append((value, digits))
      signs.append(String(sign))
    }
    guard let day = DayText(numbers, signs) else { return nil }
    self = day
  }

  private init?(_ numbers: [(value: Int, digits: Int)], _ signs: [String]) {
    let values = numbers.map(\.value)
    switch (numbers.count, signs) {
    case (3, [".", ".", ""]), (3, [".", ".", "."]), (3, ["-", "-", ""]), (3, ["/", "/", ""]), (3, ["年", "月", "日"]),
      (3, ["年", "月", "号"]), (3, ["年", "月", ""]):
      guard numbers[0].digits == 4, numbers[1].digits <= 2, numbers[2].digits <= 2 else { return nil }
      self = .day(year: values[0], month: values[1], day: values[2])
    case (2, ["年", "月"]):
      guard numbers[0].digits == 4, numbers[1].digits <= 2 else { return nil }
      self = .month(year: values[0], month: values[1])
    case (2, [".", ""]) where numbers[0].digits == 4, (2, ["/", ""]) where numbers[0].digits == 4,
      (2, ["-", ""]) where numbers[0].digits == 4:
      guard numbers[1].digits <= 2 else { return nil }
      self = .month(year: values[0], month: values[1])
    case (2, ["-", ""]):
      // 3-5 may be from the 3rd to the 5th.
      guard numbers[0].digits == 2, numbers[1].digits == 2 else { return nil }
      self = .monthDay(month: values[0], day: values[1])
    case (2, ["月", "日"]), (2, ["月", "号"]), (2, ["月", ""]), (2, [".", ""]), (2, ["/", ""]):
      guard numbers[0].digits <= 2, numbers[1].digits <= 2 else { return nil }
      self = .monthDay(month: values[0], day: values[1])
    case (1, ["日"]), (1, ["号"]): self = .dayOfMonth(values[0])
    case (1, ["月"]), (1, ["月份"]): self = .month(year: nil, month: values[0])
    case (1, [""]):
      guard let day = DayText(digits: values[0], count: numbers[0].digits) else { return nil }
      self = day
    default: return nil
    }
  }

  /// Without white space, clock time and weekday.
  private static func plain(_ text: String) -> String {
    var words = text.halfWidth.words.map(String.init)
    if let first = words.first, let time = first.utf8.firstIndex(of: UInt8(ascii: "T")) {
      words[0] = String(first[..<time])
    }
    // 14:02:11 behind the day.
    var plain = words.filter { !$0.holds(":") }.joined().spaceless
    if let bracket = plain.utf8.firstIndex(of: UInt8(ascii: "(")), plain.ends(with: ")") {
      let inner = plain[bracket...]
      if inner.holds("周") || inner.holds("星期") { plain = String(plain[..<bracket]) }
    }
    return plain
  }
}

/// What days without year and month are completed by.
struct DayScene {
  /// The month the sheet is of, as its name, its title or its rule says.
  var month: Int?
  var year: Int?
  /// The months a title names, `第一季度`.
  var period: Period?

  /// The days that may be meant: one where it is clear, none where no calendar has it.
  func days(_ text: DayText) -> [Day] {
    switch text {
    case .day(let year, let month, let day): [Day(year: year, month: month, day: day)].compactMap { $0 }
    case .monthDay(let month, let day): days(month: month, [day])
    case .monthDays(let month, let list): days(month: month, list)
    case .dayOfMonth(let day): month.map { days(month: $0, [day]) } ?? []
    case .month: []
    }
  }

  private func days(month: Int, _ days: [Int]) -> [Day] {
    days.flatMap { day in years(of: month).compactMap { Day(year: $0, month: month, day: day) } }
  }

  /// The month that is meant, where one is.
  func month(_ text: DayText) -> YearMonth? {
    guard case .month(let year, let month) = text else { return nil }
    let years = year.map { [$0] } ?? years(of: month)
    return years.count == 1 ? YearMonth(year: years[0], month: month) : nil
  }

  /// The sheet's own month.
  var yearMonth: YearMonth? { month.flatMap { month(.month(year: nil, month: $0)) } }

  /// The years whose month it may be: those of the period, or the one the sheet names.
  private func years(of month: Int) -> [Int] {
    if let year, month == self.month || period == nil { return [year] }
    guard let period else { return year.map { [$0] } ?? [] }
    let months = period.months.filter { $0.month == month }
    return months.isEmpty ? year.map { [$0] } ?? [] : months.map(\.year)
  }
}
