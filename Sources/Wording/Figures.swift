import Charting
import Scoring

/// A share of a whole as a per cent with one decimal, for the width of a bar: `63.7`. Zero of nothing is `0.0`.
package func percent(_ part: Int64, of whole: Int64) -> String {
  guard whole > 0 else { return "0.0" }
  return tenths(Int((Int128(max(0, part)) * 1000 + Int128(whole / 2)) / Int128(whole)))
}

package func percent(_ part: Points, of whole: Points) -> String { percent(part.millionths, of: whole.millionths) }

/// A share as a whole per cent, for a sentence: a part is never rounded to all.
package func wholePercent(_ part: Int64, of whole: Int64) -> Int64 {
  let rounded = Int64((Int128(part) * 200 + Int128(whole)) / (2 * Int128(whole)))
  return part < whole ? min(99, rounded) : rounded
}

/// An integer count of tenths as a decimal: 637 is `63.7`.
package func tenths(_ n: Int) -> String { "\(n < 0 ? "-" : "")\(n.magnitude / 10).\(n.magnitude % 10)" }

/// Thousands set apart by commas: `9,284`.
package func grouped(_ n: Int) -> String { decimal(Int64(n) * 100, places: 0) }

/// Minutes as hours with two decimals, thousands set apart: `3,724.83`.
package func totalHours(_ minutes: Int) -> String {
  let hundredths = Hours(minutes: minutes).hundredths
  return "\(grouped(hundredths / 100)).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

extension Int? {
  /// A rank where there is one; a dash before the first point.
  package var orDash: String { map { "\($0)" } ?? "–" }
}

/// Whether a rank is among the first so many; who has none is among nobody.
package func isAmong(_ first: Int, _ rank: Int?) -> Bool { rank.map { $0 <= first } ?? false }

extension Points {
  /// With two decimals, as pages and prints show it: `86.50`, `−1.25`. `description` is for data.
  package var shown: String { withMinus(description) }
  /// With so many decimals, from two to six.
  package func shown(_ decimals: Int) -> String { withMinus(text(decimals: decimals)) }

  /// Empty for zero, as a column shows that nothing was posted there.
  package var orBlank: String { self == .zero ? "" : shown }
  /// A dash for zero, as a total shows it.
  package var orDash: String { self == .zero ? "–" : shown }

  package func orBlank(_ decimals: Int) -> String { self == .zero ? "" : shown(decimals) }
  package func orDash(_ decimals: Int) -> String { self == .zero ? "–" : shown(decimals) }
}

/// `9f86d081` as `9f86`, `d081`: what eyes can compare.
package func inFours(_ text: String) -> [String] {
  var (groups, rest) = ([String](), text[...])
  while !rest.isEmpty {
    groups.append(String(rest.prefix(4)))
    rest = rest.dropFirst(4)
  }
  return groups
}

extension Points {
  /// As a sentence states a rule's figure: `0.5`, `12`, `−2`, nothing rounded away.
  package var plain: String { withMinus(decimalText(millionths, scale: 6, least: 0, most: 6)) }
}

extension Quantity {
  /// With two decimals: `2.00`, `−0.50`
  package var shown: String { withMinus(description) }

  /// `29`, `0.5`, `−1`
  package var plain: String { withMinus(decimalText(hundredths, scale: 2, least: 0, most: 2)) }
}
