/// A row for each label: the first series a stroke on a common scale, a second one a ring to compare it with. Position
/// alone carries the figure, so the scale may leave zero out.
func profile(_ data: ChartData, _ label: String) -> String {
  let rows = Rows(data, header: data.series.count > 1 || data.mark != nil, axis: true)
  let values = data.values + (data.mark.map { [$0.value] } ?? [])
  let scale = Scale(values, fromZero: false, finest: data.finest, perOne: data.perOne)
  let x = { (value: Int64) in rows.left + scale.offset(value, over: rows.right - rows.left) }
  let floor = rows.y(data.labels.count - 1) + 70
  var drawing = Drawing(height: rows.height, label: label)
  let texts = scale.ticks.enumerated().map { scale.text($1) + ($0 == 0 ? data.unit : "") }
  let stride = TextSpace.stride(texts, slot: (rows.right - rows.left) / max(1, texts.count - 1))
  var free = 0
  for (index, tick) in scale.ticks.enumerated() {
    drawing.line(x(tick), rows.first - 190, x(tick), floor, .rule)
    // The first may have been moved inside the drawing, towards the next.
    let start = max(0, x(tick) - TextSpace.width(texts[index]) / 2)
    guard index % stride == 0, start >= free else { continue }
    drawing.centred(texts[index], x(tick), floor + 190)
    free = start + TextSpace.width(texts[index]) + 60
  }
  if let mark = data.mark {
    drawing.line(x(mark.value), rows.first - 210, x(mark.value), floor, .ink, width: 15, dashes: "6 4")
    drawing.centred(mark.name, x(mark.value), 150)
  } else if data.series.count > 1 {
    key(&drawing, data, rows)
  }
  rows.words(&drawing, data, figures: data.series.first?.values ?? [])
  for index in data.labels.indices {
    let figures = data.series.map { $0.values[index] }
    let middle = rows.middle(index)
    if figures.count > 1, let main = figures[0], let other = figures[1] {
      drawing.line(x(main), middle, x(other), middle, .faint, width: 20)
    }
    if figures.count > 1, let other = figures[1] { drawing.dot(x(other), middle, .ink, radius: 55, isHollow: true) }
    if let main = figures.first.flatMap({ $0 }) {
      let tone: Tone = data.series.count > 1 || data.highlights.contains(index) ? .red : .base
      drawing.line(x(main), middle - 90, x(main), middle + 90, tone, width: 45)
    }
  }
  return drawing.svg
}

/// Which is the stroke and which the ring, above the rows.
private func key(_ drawing: inout Drawing, _ data: ChartData, _ rows: Rows) {
  var left = rows.left
  for (order, series) in data.series.prefix(2).enumerated() {
    if order == 0 {
      drawing.line(left + 40, 10, left + 40, 190, .red, width: 45)
    } else {
      drawing.dot(left + 55, 100, .ink, radius: 55, isHollow: true)
    }
    drawing.text(TextSpace.cut(series.name, to: 1600), left + 160, 150)
    left += 160 + min(1600, TextSpace.width(series.name)) + 200
  }
}
