/// The field of a drawing with a row for each label: names at the left, figures at the right.
struct Rows {
  static let step = 270

  let nameRoom: Int
  let left: Int
  let right: Int
  /// Baseline of the first row.
  let first: Int
  let height: Int

  /// - Parameter axis: whether ticks stand below the rows.
  init(_ data: ChartData, header: Bool, axis: Bool = false) {
    nameRoom = min(1800, data.labels.map(TextSpace.width).max() ?? 0)
    let figures = data.labels.indices.map { index in
      TextSpace.width(data.text(data.series.reduce(0) { $0 + (($1.values[index]).map { max($0, -$0) } ?? 0) })) + 95
    }
    left = nameRoom + 120
    right = Drawing.width - min(1600, figures.max() ?? 0) - 80
    first = header ? 460 : 190
    height = first + Self.step * (data.labels.count - 1) + (axis ? 340 : 80)
  }

  func y(_ index: Int) -> Int { first + Self.step * index }

  /// The middle of a row's strokes and words, whose size follows the screen while a stroke's doesn't.
  func middle(_ index: Int) -> Int { y(index) - 65 }

  func words(_ drawing: inout Drawing, _ data: ChartData, figures: [Int64?]) {
    for (index, label) in data.labels.enumerated() {
      drawing.text(
        TextSpace.cut(label, to: nameRoom), 0, middle(index), isStrong: data.highlights.contains(index), isMiddle: true)
    }
    for (index, figure) in figures.enumerated() {
      drawing.text(
        figure.map(data.text) ?? "–", Drawing.width, middle(index), .end, isStrong: data.highlights.contains(index),
        isMiddle: true)
    }
  }
}
