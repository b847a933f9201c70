import Scoring
import Templating

/// Twelve stacked bars of base and optional points, one a month, on a scale with readable ticks.
struct MonthChart: Fillable {
  struct Bar: Fillable {
    var label: String
    var x: Int
    var middle: Int
    var baseY: String
    var baseHeight: String
    var optionalY: String
    var optionalHeight: String
    var labelY: String
    var total: String
    var base: String
    var optional: String
    var isPeak: Bool

    func fill(_ out: inout Filler) {
      out.text("label", label)
      out.text("x", x)
      out.text("middle", middle)
      out.text("baseY", baseY)
      out.text("baseHeight", baseHeight)
      out.text("optionalY", optionalY)
      out.text("optionalHeight", optionalHeight)
      out.text("labelY", labelY)
      out.text("total", total)
      out.text("base", base)
      out.text("optional", optional)
      out.flag("isPeak", isPeak)
    }
  }

  struct Tick: Fillable {
    var y: String
    var textY: String
    var label: String
    func fill(_ out: inout Filler) {
      out.text("y", y)
      out.text("textY", textY)
      out.text("label", label)
    }
  }

  var bars: [Bar]
  var ticks: [Tick]
  var peakYear: Int
  var peakMonth: Int
  var peakPoints: String
  /// Per cent of the year that fell into the peak month.
  var peakShare: String

  func fill(_ out: inout Filler) {
    out.list("bars", bars)
    out.list("ticks", ticks)
    out.text("peakYear", peakYear)
    out.text("peakMonth", peakMonth)
    out.text("peakPoints", peakPoints)
    out.text("peakShare", peakShare)
  }

  static let specimen = MonthChart(
    bars: [
      Bar(
        label: "3", x: 152, middle: 165, baseY: "80.0", baseHeight: "114.0", optionalY: "43.0", optionalHeight: "37.0",
        labelY: "37.0", total: "18.50", base: "14.00", optional: "4.50", isPeak: true)
    ],
    ticks: [Tick(y: "194.0", textY: "198.0", label: "0")], peakYear: 2025, peakMonth: 3,
    peakPoints: "18.50", peakShare: "18")
}

extension MonthChart {
  /// `nil` when no month has points: the page then says so in words.
  init?(_ months: [MonthlyPoints]) {
    guard let peak = months.max(by: { $0.total < $1.total }), peak.total > .zero else { return nil }
    let step = Self.step(for: peak.total)
    let top = (peak.total.hundredths + step - 1) / step * step
    let floor: Int64 = 1940
    let height: Int64 = 1640
    let tenthsHigh = { (points: Points) in Int(max(0, points.hundredths) * height / top) }
    bars = months.enumerated().map { index, month in
      let base = tenthsHigh(month.base)
      let optional = tenthsHigh(month.optional)
      let x = 34 + index * 37
      return Bar(
        label: "\(month.month.month)", x: x, middle: x + 13, baseY: tenths(Int(floor) - base),
        baseHeight: tenths(base), optionalY: tenths(Int(floor) - base - optional), optionalHeight: tenths(optional),
        labelY: tenths(Int(floor) - base - optional - 60), total: month.total.description,
        base: month.base.description, optional: month.optional.description,
        isPeak: month.month == peak.month)
    }
    ticks = stride(from: 0, through: top, by: Int64.Stride(step)).map { value in
      let y = Int(floor - value * height / top)
      return Tick(y: tenths(y), textY: tenths(y + 40), label: Self.short(value))
    }
    peakYear = peak.month.year
    peakMonth = peak.month.month
    peakPoints = peak.total.description
    let sum = months.reduce(Int64(0)) { $0 + max(0, $1.total.hundredths) }
    peakShare = "\((peak.total.hundredths * 200 + sum) / (2 * sum))"
  }

  /// 1, 2 or 5 times a power of ten, so that three to five ticks stand below the peak.
  private static func step(for peak: Points) -> Int64 {
    var unit: Int64 = 100
    while true {
      for factor: Int64 in [1, 2, 5] where peak.hundredths <= unit * factor * 4 { return unit * factor }
      unit *= 10
    }
  }

  private static func short(_ hundredths: Int64) -> String { grouped(Int(hundredths / 100)) }
}
