import Sheets

/// The cells of one row on their way into the store: in bytes already, in the order in which they came.
struct RowBuilder {
  private struct Start {
    let column: Int32
    let at: Int
  }

  private(set) var number: Int32 = 0
  private(set) var bytes: [UInt8] = []
  private var starts: [Start] = []
  private var isSorted = true
  /// Whether a cell of it was met, empty ones too.
  var hasBegun = false
  private var texts = 0
  private var struck = 0

  var count: Int { starts.count }
  /// Whether whatever has a text is struck out.
  var isStruck: Bool { texts > 0 && struck == texts }

  mutating func begin(_ number: Int32) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    (isSorted, hasBegun, texts, struck) = (true, false, 0, 0)
  }

  /// - Parameter text: `nil` for the shared one of `value`.
  mutating func append(
    column: Int32, _ kind: CellKind, isStruck: Bool, colour: Int, text: [UInt8]?, shared: Int, isEmpty: Bool
  ) {
    if let last = starts.last, last.column >= column { isSorted = false }
    starts.append(Start(column: column, at: bytes.count))
    if !isEmpty {
      texts += 1
      if isStruck { struck += 1 }
    }
    var signs = kind.rawValue
    if colour > 0 { signs |= CellSigns.coloured }
    if isStruck { signs |= CellSigns.struck }
    if text == nil { signs |= CellSigns.shared }
    bytes.append(signs)
    bytes.appendNumber(Int(column))
    if colour > 0 { bytes.appendNumber(colour) }
    if let text {
      bytes.appendNumber(text.count)
      bytes += text
    } else {
      bytes.appendNumber(shared)
    }
  }

  /// The row as it is kept; the column that stands twice, if one does.
  func finished() -> (bytes: [UInt8], twice: Int32?) {
    var piece: [UInt8] = []
    piece.reserveCapacity(bytes.count + 3)
    piece.appendNumber(count)
    if isSorted {
      piece += bytes
      return (piece, nil)
    }
    let order = starts.indices.sorted { starts[$0].column < starts[$1].column }
    for (place, index) in order.enumerated() {
      if place > 0, starts[order[place - 1]].column == starts[index].column { return ([], starts[index].column) }
      piece += bytes[starts[index].at..<(index + 1 < starts.count ? starts[index + 1].at : bytes.count)]
    }
    return (piece, nil)
  }
}

extension [ClosedRange<Int32>] {
  /// Sorted, and without gaps of nothing between them.
  func joined() -> [ClosedRange<Int32>] {
    var result: [ClosedRange<Int32>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) { result.append(joining: range) }
    return result
  }

  /// One that goes on where the last one ends becomes one with it.
  mutating func append(joining range: ClosedRange<Int32>) {
    if let last = self.last, last.lowerBound <= range.lowerBound, range.lowerBound <= last.upperBound + 1 {
      self[count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
    } else {
      append(range)
    }
  }
}
