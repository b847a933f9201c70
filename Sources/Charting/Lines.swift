/// A line for each series over its labels, named at its end; a single one has its last figure there instead.
///
/// Lines are told apart by dashes and width as well, so that a print in one colour still says which is which.
func lines(_ data: ChartData, _ label: String) -> String {
  let names = data.series.map { series in
    data.series.count > 1 ? series.name : series.values.last { $0 != nil }.flatMap { $0 }.map(data.text) ?? ""
  }
  let words = names + (data.mark.map { [$0.name] } ?? [])
  let margin = min(1300, words.map(TextSpace.width).max() ?? 0) + 160
  let values = data.values + (data.mark.map { [$0.value] } ?? [])
  let frame = Frame(
    Scale(values, fromZero: false, finest: data.finest, perOne: data.perOne), margin: margin, below: false)
  var drawing = Drawing(height: frame.height, label: label)
  frame.axis(&drawing, unit: data.unit)
  let gaps = max(1, data.labels.count - 1)
  let inset = data.labels.count == 1 ? (frame.right - frame.left) / 2 : 0
  let x = { (index: Int) in frame.left + inset + (frame.right - frame.left) * index / gaps }
  frame.labels(&drawing, data.labels, slot: (frame.right - frame.left) / gaps, at: x)
  if let mark = data.mark { frame.mark(&drawing, mark) }
  var wishes: [Int] = []
  for (order, series) in data.series.enumerated().reversed() {
    let points = series.values.enumerated().compactMap { index, value in value.map { (x: x(index), y: frame.y($0)) } }
    drawing.path(path(series, x, frame), .line(order), width: order == 0 ? 30 : 20, dashes: dashes(order))
    for (index, value) in series.values.enumerated() {
      guard let value, isAlone(series.values, index) || data.series.count == 1 && data.highlights.contains(index) else {
        continue
      }
      drawing.dot(x(index), frame.y(value), .line(order))
    }
    if let last = points.last {
      if order == 0 { drawing.dot(last.x, last.y, .line(order)) }
      if last.x < frame.right { drawing.line(last.x + 60, last.y, frame.right + 40, last.y, .faint, dashes: "1 3") }
    }
    wishes.insert((points.last?.y ?? frame.floor) + 45, at: 0)
  }
  if data.series.count == 1 {
    for index in data.highlights where index != data.labels.count - 1 {
      guard let value = data.series[0].values[index] else { continue }
      drawing.centred(data.text(value), x(index), frame.y(value) - 90, from: frame.left, isStrong: true)
    }
  }
  if let mark = data.mark { wishes.append(frame.y(mark.value) + 45) }
  let places = TextSpace.apart(wishes, from: frame.top, to: frame.floor + 45)
  for (index, name) in words.enumerated() where !name.isEmpty {
    let cut = TextSpace.cut(name, to: margin - 120)
    drawing.text(cut, frame.right + 110, places[index], isStrong: index == 0)
  }
  return drawing.svg
}

private func dashes(_ order: Int) -> String { ["", "7 4", "2 3", "10 3 2 3", "4 2"][order % 5] }

/// Whether a point has no neighbour to be joined with.
private func isAlone(_ values: [Int64?], _ index: Int) -> Bool {
  (index == 0 || values[index - 1] == nil) && (index == values.count - 1 || values[index + 1] == nil)
}

/// A gap in the figures is a gap in the line.
private func path(_ series: ChartSeries, _ x: (Int) -> Int, _ frame: Frame) -> String {
  var path = ""
  var isDrawing = false
  for (index, value) in series.values.enumerated() {
    guard let value else {
      isDrawing = false
      continue
    }
    path += "\(isDrawing ? "L" : "M")\(coordinate(x(index))) \(coordinate(frame.y(value)))"
    isDrawing = true
  }
  return path
}
