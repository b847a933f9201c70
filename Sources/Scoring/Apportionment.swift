/// Splits a whole into integer parts in proportion to weights by largest remainder, so that the parts always sum to
/// the whole (S15, S19).
///
/// Ties of the remainder go to the earlier position: give the weights in the order in which ties should be decided.
/// Weights aren't negative. Nothing is given out when all weights are zero; the result then sums to zero.
package func apportion(_ whole: Int64, by weights: [Int]) -> [Int64] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights.map { _ in 0 } }
  let magnitude = Int64(whole.magnitude)
  let products = weights.map { Int128(magnitude) * Int128($0) }
  var parts = products.map { Int64($0 / Int128(sum)) }
  let left = Int(magnitude - parts.reduce(0, +))
  let byRemainder = products.indices.sorted { a, b in
    let (first, second) = (products[a] % Int128(sum), products[b] % Int128(sum))
    return first != second ? first > second : a < b
  }
  for index in byRemainder.prefix(left) { parts[index] += 1 }
  return whole < 0 ? parts.map { -$0 } : parts
}

/// `value × factor / divisor`, half away from zero; the divisor is above zero.
package func scaled(_ value: Int64, by factor: Int64, over divisor: Int64) -> Int64 {
  let (product, whole) = (Int128(value) * Int128(factor), Int128(divisor))
  return Int64((2 * product + (product < 0 ? -whole : whole)) / (2 * whole))
}

/// What so many units give, in millionths. A rule's points have two decimals at most, so it is exact; what doesn't fit is as
/// much as does, and reading lets no such record by.
/// - Parameters:
///   - points: of a unit, or of so many as `each` says, in millionths.
///   - each: hundredths of a full unit, where only full ones count; else 0.
///   - quantity: in hundredths.
package func worthOfUnits(_ points: Int64, each: Int64, quantity: Int64) -> Int64 {
  let (factor, count) = each == 0 ? (points / 100, quantity) : (points, max(0, quantity) / each)
  let (product, isTooMuch) = factor.multipliedReportingOverflow(by: count)
  return isTooMuch ? ((factor < 0) == (count < 0) ? .max : -.max) : product
}
