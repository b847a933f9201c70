import Scoring
import Templating
import Wording

/// The year in one row of months: a chart, and the way to each month of the page.
package struct YearStrip: Fillable {
  /// What is drawn alike: `base`, `optional`, `cut`, `days`; `done`, `open`, `none` of activities.
  package struct Marks: Fillable {
    package var kind: String
    package var path: String
  }

  package struct Month: Fillable {
    package var month: Int
    /// The id of the month's rows; empty where the page has none.
    package var anchor: String
    var isLinked: Bool { !anchor.isEmpty }
    /// What the month came to.
    package var figure: String
  }

  /// The message: what the months say.
  package var message: String
  /// Of the drawing, 100 a month, whose own width follows the page; it is 64 high.
  var width: Int { 100 * months.count }
  package var marks: [Marks]
  package var months: [Month]
  /// Whether it is a year of other than twelve months: a page that arrives in pieces has its columns before its months.
  var isOther: Bool { months.count != 12 }

  package static let specimen = YearStrip(
    message: "3月最高，18.50分，占全年18%", marks: [Marks(kind: "base", path: "M50 54V40")],
    months: [Month(month: 9, anchor: "m2025-09", figure: "14.50")])
}

/// A month and the lines that are drawn of it, by kind; empty paths are none.
private struct DrawnMonth {
  var month: YearStrip.Month
  var lines: [(kind: String, path: String)]
}

extension YearStrip {
  fileprivate init(message: String, drawn: [DrawnMonth]) {
    var marks: [Marks] = []
    for (kind, path) in drawn.flatMap(\.lines) where !path.isEmpty {
      if let index = marks.firstIndex(where: { $0.kind == kind }) {
        marks[index].path += path
      } else {
        marks.append(Marks(kind: kind, path: path))
      }
    }
    self.init(message: message, marks: marks, months: drawn.map(\.month))
  }
}

extension DrawnMonth {
  /// A line of two parts, base below; above it, dashed, what caps kept from counting; below it the days of the entries.
  /// - Parameter index: of the month in the drawing.
  init(_ index: Int, _ sums: MonthlyPoints, days: [Day], most: Points, anchor: String, decimals: Int) {
    let y = { (points: Points) in 54 - 46 * max(0, Double(points.millionths)) / Double(max(1, most.millionths)) }
    let (base, total) = (max(sums.base, .zero), max(sums.base, .zero) + max(sums.optional, .zero))
    let line = { (from: Points, to: Points) in
      from < to ? "M\(100 * index + 50) \(spot(y(from)))V\(spot(y(to)))" : ""
    }
    lines = [
      ("base", line(.zero, base)), ("optional", line(base, total)),
      ("cut", line(total, total + max(sums.uncounted.gains, .zero))), ("days", Self.ticks(index, days)),
    ]
    month = YearStrip.Month(
      month: sums.month.month, anchor: anchor, figure: sums.entries > 0 ? sums.total.shown(decimals) : "")
  }

  /// A short line for each day, each but the first drawn from the one before.
  private static func ticks(_ index: Int, _ days: [Day]) -> String {
    var path = ""
    var last: Int?
    for day in Set(days.map(\.day)).sorted() {
      path += last.map { "m\(3 * (day - $0))-5v5" } ?? "M\(100 * index + 3 * day + 2) 58v5"
      last = day
    }
    return path
  }

  /// A line for each activity, as long as its value: what was held, what is claimed and open, what nobody claimed.
  init(
    _ index: Int, _ month: YearMonth, _ activities: [(kind: String, value: Points)], most: Points, anchor: String
  ) {
    let step = 100 / Double(activities.count + 1)
    lines = ["done", "open", "none"].map { kind in
      let paths = activities.enumerated().filter { $0.element.kind == kind }.map { order, activity in
        let height = 46 * Double(activity.value.millionths) / Double(max(1, most.millionths))
        return "M\(spot(Double(100 * index) + step * Double(order + 1))) 54V\(spot(54 - max(1, height)))"
      }
      return (kind, paths.joined())
    }
    self.month = YearStrip.Month(
      month: month.month, anchor: anchor, figure: activities.isEmpty ? "" : Words.activityCount(activities.count))
  }
}

/// A coordinate as short as it can be.
private func spot(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}

extension SiteContext {
  /// The plan's months, a line an activity; `nil` without a plan.
  package func planStrip(_ year: Ref<YearLedger>, anchor: (YearMonth) -> String) -> YearStrip? {
    let (plan, results) = (self[year].ledger.activities, self[year].book.activities)
    guard let most = results.map(\.value).max() else { return nil }
    let months = Set(plan.map(\.month)).union(self[year].ledger.period.months).sorted()
    return YearStrip(
      message: most.plain,
      drawn: months.enumerated().map { index, month in
        let own = plan.indices.filter { plan[$0].month == month }
        return DrawnMonth(
          index, month,
          own.map {
            (results[$0].isHeld ? "done" : results[$0].isClaimed ? "open" : "none", results[$0].value)
          }, most: most, anchor: own.isEmpty ? "" : anchor(month))
      })
  }

  /// What a branch's members earned by month, with the days of its activities; `nil` where nothing was posted.
  func yearStrip(of branch: Ref<Branch>, _ claimed: [Int], year: Ref<YearLedger>) -> YearStrip? {
    yearStrip(self[year].months[Int(branch.index)], claimed, year: year)
  }

  /// The same of months that may be several branches'.
  /// - Parameter claimed: indexes of the activities whose days are marked.
  func yearStrip(_ months: [MonthlyPoints], _ claimed: [Int], year: Ref<YearLedger>) -> YearStrip? {
    let plan = self[year].ledger.activities
    guard months.contains(where: { $0.entries > 0 }) else { return nil }
    // What caps kept out is told on the members' own pages.
    let most = months.map { max($0.base, .zero) + max($0.optional, .zero) }.max() ?? .zero
    let decimals = Points.decimals(addingUp: months.map { [$0.base, $0.optional] })
    return YearStrip(
      message: peakTitle(months, peaks(months), year: year),
      drawn: months.enumerated().map { index, sums in
        let own = claimed.filter { plan[$0].month == sums.month }
        var month = DrawnMonth(
          index, sums,
          days: own.compactMap { plan[$0].held }.filter { $0.yearMonth == sums.month && $0 <= ledger.asOf },
          most: most, anchor: own.first.map { plan[$0].id } ?? "", decimals: decimals)
        month.lines.removeAll { $0.kind == "cut" }
        return month
      })
  }

  /// A member's year, month by month; `nil` where nothing was posted.
  func yearStrip(_ awards: ArraySlice<Award>, year: Ref<YearLedger>, decimals: Int) -> YearStrip? {
    let months = monthly(awards, over: self[year].ledger.period)
    guard months.contains(where: { $0.entries > 0 }) else { return nil }
    let most = months.map { max($0.base, .zero) + max($0.optional, .zero) + $0.uncounted.gains }.max() ?? .zero
    let posted = Set(awards.map(\.day.yearMonth))
    return YearStrip(
      message: peakTitle(months, peaks(months), year: year),
      drawn: months.enumerated().map { index, sums in
        DrawnMonth(
          index, sums, days: awards.map(\.day).filter { $0.yearMonth == sums.month }, most: most,
          anchor: posted.contains(sums.month) ? "m\(sums.month)" : "", decimals: decimals)
      })
  }
}
