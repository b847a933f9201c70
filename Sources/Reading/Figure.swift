import Scoring

/// A number of the content that is neither points nor a quantity of a record: a group's metric, a cell of a chart's table.
/// Exact in hundredths.
package struct Figure: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let hundredths: Int64
  package init(hundredths: Int64) { self.hundredths = hundredths }

  package static let zero = Figure(hundredths: 0)
  package static func < (a: Figure, b: Figure) -> Bool { a.hundredths < b.hundredths }

  /// Always two decimals.
  package var description: String { decimalText(hundredths, scale: 2, least: 2, most: 2) }
}
