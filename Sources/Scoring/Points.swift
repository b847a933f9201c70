/// An exact decimal in hundredths: points, quantities, hours. Sums never round; rounding happens once, for display.
package struct Points: Hashable, Comparable, Sendable {
  /// The value times one hundred.
  package var hundredths: Int64

  package init(hundredths: Int64) { self.hundredths = hundredths }
  package init(_ whole: Int) { hundredths = Int64(whole) * 100 }

  package static let zero = Points(hundredths: 0)

  package static func < (a: Points, b: Points) -> Bool { a.hundredths < b.hundredths }
  package static func + (a: Points, b: Points) -> Points { Points(hundredths: a.hundredths + b.hundredths) }
  package static func - (a: Points, b: Points) -> Points { Points(hundredths: a.hundredths - b.hundredths) }
  package static prefix func - (a: Points) -> Points { Points(hundredths: -a.hundredths) }
  package static func += (a: inout Points, b: Points) { a.hundredths += b.hundredths }
  package static func -= (a: inout Points, b: Points) { a.hundredths -= b.hundredths }
}

extension Points: CustomStringConvertible {
  /// Always two decimals, a plain minus sign: `86.50`, `-1.25`.
  package var description: String { Self.decimal(hundredths) }

  static func decimal(_ hundredths: Int64) -> String {
    let magnitude = hundredths.magnitude
    let cents = magnitude % 100
    return "\(hundredths < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

/// A quotient of points and heads, compared exactly by cross multiplication and rounded (四舍五入) only when printed.
package struct Average: Hashable, Comparable, Sendable {
  package let total: Points
  /// Heads, above zero.
  package let count: Int

  /// `nil` when nobody counts: an empty branch has no average, not an average of zero.
  package init?(total: Points, count: Int) {
    guard count > 0 else { return nil }
    self.total = total
    self.count = count
  }

  package static func < (a: Average, b: Average) -> Bool {
    a.total.hundredths * Int64(b.count) < b.total.hundredths * Int64(a.count)
  }

  package static func == (a: Average, b: Average) -> Bool {
    a.total.hundredths * Int64(b.count) == b.total.hundredths * Int64(a.count)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(rounded) }

  /// Half away from zero, to hundredths.
  package var rounded: Points {
    let (n, d) = (total.hundredths, Int64(count))
    let half = n < 0 ? -d : d
    return Points(hundredths: (2 * n + half) / (2 * d))
  }
}
