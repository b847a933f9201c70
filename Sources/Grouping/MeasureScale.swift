import Charting

/// Where figures of one measure stand on a line: shares from a round figure below the lowest to 100 %, all else from zero
/// to a round figure above the highest. In tenths, as figures are.
struct MeasureScale {
  let low: Int
  let high: Int

  init(_ measure: Measure, _ figures: [Int]) {
    let (least, most) = (figures.min() ?? 0, figures.max() ?? 0)
    if measure.form == .share, measure != .late {
      let step = [50, 100, 200, 250].first { least >= 1000 - 4 * $0 } ?? 500
      (low, high) = (min(950, least / step * step), 1000)
    } else {
      low = 0
      high =
        [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].first { most <= $0 } ?? (most + 9999) / 10_000 * 10_000
    }
  }

  /// Hundredths of the line's width.
  func spot(_ tenths: Int) -> String { oneDecimal(Double(tenths - low) * 100 / Double(max(1, high - low))) }

  /// The figures at its ends.
  var ends: [String] { [low, high].map { "\($0 / 10)" } }
}
