/// A drawing for each series, one upright line a label, all on the same scale; the highest lines of each stand apart.
/// Words stand beside them on the page, so that they never shrink.
func multiples(_ data: ChartData) -> [ChartPanel] {
  let values = data.values
  let low = min(0, values.min() ?? 0)
  let high = max(low == 0 ? 1 : 0, values.max() ?? 0)
  let y = { (value: Int64) in 440 - part(value - low, of: high - low, over: 420) }
  let step = 1200 / max(1, data.labels.count)
  return data.series.map { series in
    let peak = series.values.compactMap { $0 }.max()
    let tops = series.values.indices.filter { (series.values[$0] ?? 0) > 0 && series.values[$0] == peak }
    var paths = ["", ""]
    for (index, value) in series.values.enumerated() {
      guard let value, value != 0 else { continue }
      let x = coordinate(step * index + step / 2)
      paths[tops.contains(index) ? 1 : 0] += "M\(x) \(coordinate(y(0)))V\(coordinate(y(value)))"
    }
    let pen = " stroke-width=\"\(coordinate(min(60, max(10, step / 2))))\""
    var svg = "<svg class=\"small\" viewBox=\"0 0 120 44\" aria-hidden=\"true\">"
    svg += "<line \(Tone.faint.stroke) x1=\"0\" y1=\"\(coordinate(y(0)))\" x2=\"120\" y2=\"\(coordinate(y(0)))\"/>"
    if !paths[0].isEmpty { svg += "<path \(Tone.base.stroke) d=\"\(paths[0])\"\(pen)/>" }
    if !paths[1].isEmpty { svg += "<path \(Tone.red.stroke) d=\"\(paths[1])\"\(pen)/>" }
    return ChartPanel(
      name: series.name, svg: svg + "</svg>", peak: peak.map(data.text) ?? "–",
      peakLabels: tops.map { data.labels[$0] })
  }
}

/// Figures as upright lines in a box of 96 × 22, for a table's row: the highest (all that are) apart from the others. Nothing below zero.
/// - Returns: paths for templates to stroke; empty where no figure is above zero.
package func spark(_ values: [Int64]) -> (others: String, peak: String) {
  guard let top = values.max(), top > 0 else { return ("", "") }
  let step = 960 / values.count
  var others = ""
  var peak = ""
  for (index, value) in values.enumerated() where value > 0 {
    let height = max(10, part(value, of: top, over: 200))
    let line = "M\(coordinate(step * index + step / 2)) 22V\(coordinate(220 - height))"
    if value == top { peak += line } else { others += line }
  }
  return (others, peak)
}
