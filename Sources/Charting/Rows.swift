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

  func words(_ drawing: inout Drawing, _ data: ChartData, _ index: Int, figure: Int64?) {
    let isSpokenOf = data.highlights.contains(index)
    drawing.text(TextSpace.cut(data.labels[index], to: nameRoom), 0, y(index), isStrong: isSpokenOf)
    let text = figure.map(data.text) ?? "–"
    drawing.text(text, Drawing.width, y(index), .end, isStrong: isSpokenOf)
  }
}
