/// An axis: which values it runs between, where its ticks stand, and where a value lies on it.
///
/// Values are whole numbers up to 10¹⁸ either way, `perOne` of which make one; lengths are tenths of a drawing's unit.
struct Scale: Sendable, Hashable {
  let low: Int64
  let high: Int64
  let step: Int64
  private let perOne: Int64

  /// Ends on ticks, which stand 1, 2 or 5 × 10ⁿ apart, so that at most six steps cover the values.
  /// - Parameter fromZero: bars stand on zero; a line or a mark may leave it out where its values lie close together.
  init(_ values: some Sequence<Int64>, fromZero: Bool, finest: Int64 = 1, perOne: Int64 = 100) {
    self.perOne = perOne
    var low = values.min() ?? 0
    var high = values.max() ?? 0
    let isClose = low > 0 && (high - low) * 3 < high || high < 0 && (high - low) * 3 < -low
    if fromZero || !isClose {
      low = min(0, low)
      high = max(0, high)
    }
    if low == high {
      // One value off zero gets room on both sides; all-zero bars get an empty scale of one unit.
      if low != 0 { low -= max(finest, perOne) }
      high += max(finest, perOne)
    }
    step = Self.step(over: high - low, finest: finest)
    self.low = Self.floor(low, step)
    self.high = -Self.floor(-high, step)
  }

  private static func step(over range: Int64, finest: Int64) -> Int64 {
    var unit: Int64 = 1
    while true {
      for factor: Int64 in [1, 2, 5] where unit * factor >= finest && range <= unit * factor * 6 {
        return unit * factor
      }
      unit *= 10
    }
  }

  private static func floor(_ value: Int64, _ step: Int64) -> Int64 {
    let rest = value % step
    return value - (rest < 0 ? rest + step : rest)
  }

  var ticks: [Int64] { Array(stride(from: low, through: high, by: Int64.Stride(step))) }

  /// As few decimals as the step needs.
  func text(_ tick: Int64) -> String {
    var (places, unit) = (0, perOne)
    while step % unit != 0 {
      unit /= 10
      places += 1
    }
    return withMinus(decimal(tick, places: places, perOne: perOne))
  }

  /// How far from the lower end a value lies, of a length in tenths (up to 5000).
  func offset(_ value: Int64, over length: Int) -> Int { part(value - low, of: high - low, over: length) }
}

/// `value` of `whole` as a part of a length, however large both are.
func part(_ value: Int64, of whole: Int64, over length: Int) -> Int {
  Int(Int128(value) * Int128(length) / Int128(whole))
}
