import Scoring
import Templating

/// A year as it grew: an upright line a month, as long as the running total then, in two parts. Its box ends at the most
/// that anybody had at the year's end, so each year is held against itself and against no other.
package struct Stairs: Fillable {
  /// Paths in a box of 100 × 64, the ground at 60: the part below, the part above it, and the line of the median, none
  /// or one.
  package var lower: String
  package var upper: String
  package var median: [String]

  package static let specimen = Stairs(lower: "M4.2 60V40", upper: "M4.2 40V30", median: ["M0 24H100"])

  /// - Parameters:
  ///   - awards: of one holder, in the order of days.
  ///   - day: the last whose month is drawn.
  ///   - highest: where the box ends; at the holder's own highest where that is more or nobody's is known.
  ///   - isLower: whether an award belongs to the part below.
  init(
    _ awards: ArraySlice<Award>, over period: Period, until day: Day, highest: Points?, median: Points?,
    isLower: (Award) -> Bool
  ) {
    let months = period.months
    let count = period.until(day)?.months.count ?? 0
    var (below, above) = ([Points](repeating: .zero, count: count), [Points](repeating: .zero, count: count))
    if let first = months.first, count > 0 {
      // What is settled after the year's last day counts in its last month.
      for award in awards {
        let month = award.day.yearMonth
        let at = min(max((month.year - first.year) * 12 + month.month - first.month, 0), count - 1)
        if isLower(award) { below[at] += award.points } else { above[at] += award.points }
      }
    }
    for index in months.indices.dropFirst() where index < count {
      below[index] += below[index - 1]
      above[index] += above[index - 1]
    }
    let own = zip(below, above).map { max($0, .zero) + max($1, .zero) }.max() ?? .zero
    let top = max(1, max(highest ?? .zero, own).millionths)
    let y = { (points: Points) in
      coordinate(600 - Int(Int128(max(0, points.millionths)) * 560 / Int128(top)))
    }
    (lower, upper) = ("", "")
    for index in 0..<count {
      let x = coordinate((2 * index + 1) * 500 / months.count)
      let foot = max(below[index], .zero)
      let whole = foot + max(above[index], .zero)
      if foot > .zero { lower += "M\(x) 60V\(y(foot))" }
      if whole > foot { upper += "M\(x) \(y(foot))V\(y(whole))" }
    }
    self.median = median.map { ["M0 \(y($0))H100"] } ?? []
  }

  private init(lower: String, upper: String, median: [String]) {
    self.lower = lower
    self.upper = upper
    self.median = median
  }
}

/// Tenths of a drawing's unit as short as they can be written: 420 is `42`, 425 is `42.5`.
private func coordinate(_ tenths: Int) -> String {
  tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
