/// The field of an upright drawing: ticks at the left, labels below.
struct Frame {
  let scale: Scale
  let left: Int
  let right: Int
  let top = 380
  let floor = 1980
  /// From the upper edge to the labels' baseline, and of the whole.
  let labelY: Int
  let height: Int

  /// - Parameters:
  ///   - margin: kept free at the right for words.
  ///   - below: whether figures may stand below the lowest tick.
  init(_ scale: Scale, margin: Int, below: Bool) {
    self.scale = scale
    left = (scale.ticks.map { TextSpace.width(scale.text($0)) }.max() ?? 0) + 80
    right = Drawing.width - margin
    // The lowest tick's figure stands a little below its line; on a phone it's half as large again.
    labelY = floor + 230 + (below ? 190 : 0)
    height = labelY + 60
  }

  func y(_ value: Int64) -> Int { floor - scale.offset(value, over: floor - top) }

  func axis(_ drawing: inout Drawing, unit: String) {
    for tick in scale.ticks where tick != 0 { drawing.line(left, y(tick), right, y(tick), .rule) }
    if scale.ticks.contains(0) { drawing.line(left, y(0), right, y(0), .base) }
    for tick in scale.ticks { drawing.text(scale.text(tick), left - 60, y(tick) + 45, .end) }
    if !unit.isEmpty { drawing.text(unit, 0, 150) }
  }

  /// Labels centred on their places, as many as fit; the last is always one of them, since a row ends with what is newest.
  func labels(_ drawing: inout Drawing, _ labels: [String], slot: Int, at x: (Int) -> Int) {
    let stride = TextSpace.stride(labels, slot: slot)
    for index in TextSpace.shown(of: labels.count, stride) {
      drawing.centred(TextSpace.cut(labels[index], to: slot * stride), x(index), labelY)
    }
  }

  /// A line across at a value, its words in the right margin.
  func mark(_ drawing: inout Drawing, _ mark: ChartMark) {
    drawing.line(left, y(mark.value), right, y(mark.value), .ink, width: 15, dashes: "6 4")
  }
}
