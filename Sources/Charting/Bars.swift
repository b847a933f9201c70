extension ChartData {
  /// Whether every label fits below its bar; else the bars lie beside their labels.
  var standsUpright: Bool {
    let margin = rightWords.map(TextSpace.width).max() ?? 0
    let slot = (Drawing.width - 500 - margin) / max(1, labels.count)
    return labels.count <= 60 && (labels.map(TextSpace.width).max() ?? 0) + 60 <= slot
  }

  /// What stands at the right of upright bars: the names of parts, and of the mark.
  fileprivate var rightWords: [String] { (series.count > 1 ? series.map(\.name) : []) + (mark.map { [$0.name] } ?? []) }

  /// Of each label the sum of its parts above zero, and below.
  var stacks: [(above: Int64, below: Int64)] {
    labels.indices.map { index in
      series.reduce(into: (above: 0, below: 0)) { sums, one in
        let value = one.values[index] ?? 0
        if value > 0 { sums.above += value } else { sums.below += value }
      }
    }
  }

  /// Whether a label has any figure.
  func isGiven(_ index: Int) -> Bool { series.contains { $0.values[index] != nil } }

  /// A bar of its own takes the accent where it is spoken of; parts have their colours by order.
  fileprivate func tone(_ part: Int, _ index: Int) -> Tone {
    series.count > 1 ? .part(part) : highlights.contains(index) ? .red : .base
  }
}

/// Bars that stand on zero, with their figure on top where all have room or the caption speaks of them.
func uprightBars(_ data: ChartData, _ label: String) -> String {
  let stacks = data.stacks
  let ends = stacks.flatMap { [$0.above, $0.below] } + (data.mark.map { [$0.value] } ?? [])
  let words = data.rightWords
  let margin = words.isEmpty ? 0 : min(1300, words.map(TextSpace.width).max() ?? 0) + 120
  let frame = Frame(
    Scale(ends, fromZero: true, finest: data.finest, perOne: data.perOne), margin: margin,
    below: stacks.contains { $0.below < 0 })
  var drawing = Drawing(height: frame.height, label: label)
  frame.axis(&drawing, unit: data.unit)
  let slot = (frame.right - frame.left) / max(1, data.labels.count)
  let width = min(460, slot * 7 / 10)
  let x = { (index: Int) in frame.left + slot * index + slot / 2 }
  let totals = stacks.map { data.text($0.above + $0.below) }
  let hasRoom = totals.allSatisfy { TextSpace.width($0) + 40 <= slot }
  // A row of bars for each part, so that its colour is said once.
  var sums = stacks.map { _ in (up: Int64(0), down: Int64(0)) }
  for (part, series) in data.series.enumerated() {
    var seams: [(x: Int, y: Int)] = []
    for index in data.labels.indices where data.isGiven(index) {
      let value = series.values[index] ?? 0
      let from = value < 0 ? sums[index].down : sums[index].up
      if value < 0 { sums[index].down += value } else { sums[index].up += value }
      let (a, b) = (frame.y(from), frame.y(from + value))
      drawing.bar(x(index) - width / 2, min(a, b), width, abs(a - b), data.tone(part, index))
      // Two parts that touch are told apart on any screen and any paper.
      if from != 0, value != 0 { seams.append((x(index), a)) }
    }
    for seam in seams { drawing.line(seam.x - width / 2, seam.y, seam.x + width / 2, seam.y, .paper, width: 15) }
  }
  for index in data.labels.indices where data.isGiven(index) {
    let isSpokenOf = data.highlights.contains(index)
    guard hasRoom || isSpokenOf else { continue }
    let (up, down) = sums[index]
    let y = down < 0 && up == 0 ? frame.y(down) + 190 : frame.y(up) - 60
    drawing.centred(totals[index], x(index), y, from: frame.left, isStrong: isSpokenOf)
  }
  frame.labels(&drawing, data.labels, slot: slot, at: x)
  if let mark = data.mark { frame.mark(&drawing, mark) }
  rightWords(&drawing, data, stacks, frame)
  return drawing.svg
}

/// The parts' names beside the last bar, each at its part's height.
private func rightWords(
  _ drawing: inout Drawing, _ data: ChartData, _ stacks: [(above: Int64, below: Int64)], _ frame: Frame
) {
  var names: [String] = []
  var wishes: [Int] = []
  if data.series.count > 1 {
    let last = data.labels.indices.last { data.isGiven($0) } ?? 0
    var sum = Int64(0)
    for series in data.series {
      let value = max(0, series.values[last] ?? 0)
      names.append(series.name)
      // A part that isn't there still has its place in the order.
      wishes.append((frame.y(sum) + frame.y(sum + value)) / 2 + 60 - names.count)
      sum += value
    }
  }
  if let mark = data.mark {
    names.append(mark.name)
    wishes.append(frame.y(mark.value) + 60)
  }
  let places = TextSpace.apart(wishes, from: frame.top, to: frame.floor)
  for (name, y) in zip(names, places) {
    drawing.text(TextSpace.cut(name, to: Drawing.width - frame.right - 100), frame.right + 80, y)
  }
}

/// Bars beside their names, the figure in a column of its own at the right: for names too long to stand below.
func lyingBars(_ data: ChartData, _ label: String) -> String {
  let stacks = data.stacks
  let rows = Rows(data, header: data.series.count > 1 || data.mark != nil)
  let low = min(0, stacks.map(\.below).min() ?? 0)
  let high = max(low == 0 ? 1 : 0, stacks.map(\.above).max() ?? 0, data.mark?.value ?? 0)
  let x = { (value: Int64) in rows.left + part(value - low, of: high - low, over: rows.right - rows.left) }
  var drawing = Drawing(height: rows.height, label: label)
  rows.words(
    &drawing, data, figures: stacks.indices.map { data.isGiven($0) ? stacks[$0].above + stacks[$0].below : nil })
  for index in data.labels.indices {
    var (up, down) = (Int64(0), Int64(0))
    for (part, series) in data.series.enumerated() {
      let value = series.values[index] ?? 0
      let from = value < 0 ? down : up
      if value < 0 { down += value } else { up += value }
      let (a, b) = (x(from), x(from + value))
      drawing.bar(min(a, b), rows.y(index) - 130, abs(a - b), 130, data.tone(part, index))
      if from != 0, value != 0 {
        drawing.line(a, rows.y(index) - 130, a, rows.y(index), .paper, width: 15)
      }
    }
  }
  drawing.line(x(0), rows.first - 210, x(0), rows.y(data.labels.count - 1) + 50, .base)
  if let mark = data.mark {
    drawing.line(
      x(mark.value), rows.first - 210, x(mark.value), rows.y(data.labels.count - 1) + 50, .ink, width: 15, dashes: "6 4"
    )
    drawing.centred("\(mark.name)", x(mark.value), 150, from: 0)
  } else if data.series.count > 1 {
    // The parts are named above the first bar, each where it begins.
    var (sum, free) = (Int64(0), rows.left)
    for series in data.series {
      let at = max(free, x(sum))
      drawing.text(TextSpace.cut(series.name, to: Drawing.width - at), at, 150)
      free = at + TextSpace.width(series.name) + 120
      sum += max(0, series.values.first.flatMap { $0 } ?? 0)
    }
  }
  return drawing.svg
}
