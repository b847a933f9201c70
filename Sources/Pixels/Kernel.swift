/// How much each pixel of a row adds to each pixel of a shorter one: Catmull and Rom's cubic, as wide as the pixels it
/// makes. Reckoned in integers, so that every machine comes to the same.
struct Kernel {
  /// For each pixel made, the first that adds to it; `taps` follow one another.
  let starts: [Int]
  /// `taps` for each pixel made, with sum `Kernel.unit`.
  let weights: [Int32]
  let taps: Int

  static let unitBits = 14
  static let unit = Int32(1) << Int32(unitBits)

  /// - Precondition: 0 < `target` ≤ `source`.
  init(from source: Int, to target: Int) {
    precondition(target > 0 && target <= source)
    taps = min(source, (4 * source + target - 1) / target + 1)
    var starts: [Int] = []
    var weights: [Int32] = []
    weights.reserveCapacity(target * taps)
    for pixel in 0..<target {
      // In halves of a source pixel's 1/target: its middle lies at (2·pixel + 1)·source.
      let middle = (2 * pixel + 1) * source
      let start = min(max(0, (middle - 4 * source) / (2 * target)), source - taps)
      starts.append(start)
      let raw = (start..<start + taps).map { at in
        Self.cubic((abs((2 * at + 1) * target - middle) << 15) / source)
      }
      weights += Self.normalised(raw)
    }
    (self.starts, self.weights) = (starts, weights)
  }

  /// - Parameter distance: from the middle, in 1/65536 of a pixel made.
  /// - Returns: the weight in 1/65536.
  private static func cubic(_ distance: Int) -> Int {
    let one = 1 << 16
    let (t, t2) = (distance, (distance * distance) >> 16)
    let t3 = (t2 * t) >> 16
    if t < one { return (3 * t3 - 5 * t2) / 2 + one }
    if t < 2 * one { return (5 * t2 - t3) / 2 - 4 * t + 2 * one }
    return 0
  }

  /// What rounding leaves over goes to the heaviest: a plain ground stays exactly as it is.
  private static func normalised(_ raw: [Int]) -> [Int32] {
    let sum = raw.reduce(0, +)
    var weights = raw.map { Int32(($0 << unitBits) / sum) }
    let heaviest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    weights[heaviest] += unit - weights.reduce(0, +)
    return weights
  }
}
