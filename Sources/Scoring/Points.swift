/// Points, exact in millionths: what a rule gives, a share and every sum are carried so, compared so, and rounded
/// (四舍五入) once, where they are shown.
///
/// A number of the content has two decimals at most, so points × quantity is exact in ten-thousandths and
/// value × grade % × share % in millionths; only a division that doesn't come out (several claims of an activity) is
/// split in millionths by the largest remainder.
///
/// Reading bounds every single award by a million points and a year's by 10¹² (`absurd-number`), so no sum comes near
/// the 9.2 × 10¹² that fit; arithmetic beyond that is a mistake of ours and traps.
package struct Points: Hashable, Comparable, Sendable {
  package static let perPoint: Int64 = 1_000_000

  /// The value times a million.
  package var millionths: Int64

  package init(millionths: Int64) { self.millionths = millionths }
  package init(hundredths: Int64) { millionths = hundredths * (Self.perPoint / 100) }
  package init(_ whole: Int) { millionths = Int64(whole) * Self.perPoint }

  package static let zero = Points(millionths: 0)

  package static func < (a: Points, b: Points) -> Bool { a.millionths < b.millionths }
  package static func + (a: Points, b: Points) -> Points { Points(millionths: a.millionths + b.millionths) }
  package static func - (a: Points, b: Points) -> Points { Points(millionths: a.millionths - b.millionths) }
  package static prefix func - (a: Points) -> Points { Points(millionths: -a.millionths) }
  package static func += (a: inout Points, b: Points) { a.millionths += b.millionths }
  package static func -= (a: inout Points, b: Points) { a.millionths -= b.millionths }
}

extension Points: CustomStringConvertible {
  /// Rounded to two decimals, a plain minus sign: `86.50`, `-1.25`.
  package var description: String { text(decimals: 2) }

  /// Nothing rounded away: two decimals, and more only where the value has them: `0.38`, `0.375`.
  package var exact: String { text(decimals: 6) }

  /// Rounded to so many decimals (2 to 6); zeros beyond the second are left out.
  package func text(decimals: Int) -> String { decimalText(millionths, scale: 6, least: 2, most: decimals) }

  /// Half away from zero, to so many decimals.
  package func rounded(decimals: Int) -> Points {
    let unit = Int64(powerOfTen(6 - decimals))
    return Points(millionths: (millionths + (millionths < 0 ? -unit / 2 : unit / 2)) / unit * unit)
  }
}

extension Points {
  /// The fewest decimals, from two on, with which the parts of every sum, each rounded, add up to its rounded total: who
  /// adds what stands before them gets what stands below. Six always do.
  package static func decimals(addingUp sums: [[Points]]) -> Int {
    let odd = sums.filter { $0.contains { $0.millionths % 10_000 != 0 } }
    return (2..<6).first { places in
      odd.allSatisfy { parts in
        let shown = parts.reduce(Points.zero) { $0 + $1.rounded(decimals: places) }
        return shown == parts.reduce(.zero, +).rounded(decimals: places)
      }
    } ?? 6
  }

  /// The same for an account with its running total, which is right in every line, and for further sums of its parts.
  package static func decimals(running parts: [Points], and sums: [[Points]] = []) -> Int {
    guard parts.contains(where: { $0.millionths % 10_000 != 0 }) else { return decimals(addingUp: sums) }
    var total = Points.zero
    return decimals(
      addingUp: sums
        + parts.map { part in
          defer { total += part }
          return [total, part]
        })
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

  package static func < (a: Average, b: Average) -> Bool { a.product(b.count) < b.product(a.count) }
  package static func == (a: Average, b: Average) -> Bool { a.product(b.count) == b.product(a.count) }

  private func product(_ count: Int) -> Int128 { Int128(total.millionths) * Int128(count) }

  package func hash(into hasher: inout Hasher) { hasher.combine(rounded) }

  /// Half away from zero, to hundredths.
  package var rounded: Points {
    Points(hundredths: scaled(total.millionths, by: 1, over: Int64(count) * (Points.perPoint / 100)))
  }
}
