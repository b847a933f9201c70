/// A list that grows by pieces: twice its size is never needed, which a limit on memory counts on.
private struct Chunked<Element: Sendable>: Sendable {
  private var chunks: [[Element]] = []
  private(set) var count = 0
  private static var shift: Int { 14 }
  private static var size: Int { 1 << shift }

  mutating func append(_ element: Element) {
    if count & (Self.size - 1) == 0 { chunks.append([]) }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  subscript(index: Int) -> Element { chunks[index >> Self.shift][index & (Self.size - 1)] }
}

extension Chunked: Equatable where Element: Equatable {}

extension Chunked {
  /// The same in another order.
  init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }
}

/// Bytes by the piece: each piece lies in one segment, and is found by where it begins.
private struct ByteStore: Sendable, Equatable {
  private var segments: [[UInt8]] = []
  private static let shift = 21
  static let segmentSize = 1 << shift
  /// Pieces may begin in so many segments.
  static let mostSegments = 1 << (32 - shift)

  mutating func append(_ piece: [UInt8]) -> UInt32 {
    if segments.isEmpty || (segments[segments.count - 1].count + piece.count > Self.segmentSize) { segments.append([]) }
    let last = segments.count - 1
    precondition(last < Self.mostSegments, "the limits let more be kept than can be found again")
    let position = UInt32(last << Self.shift | segments[last].count)
    segments[last].append(contentsOf: piece)
    return position
  }

  func segment(at position: UInt32) -> (bytes: [UInt8], at: Int) {
    (segments[Int(position) >> Self.shift], Int(position) & (Self.segmentSize - 1))
  }
}

private struct StoredRow: Sendable, Equatable {
  let number: Int32
  let position: UInt32
}

/// The rows of a sheet, each in bytes.
package struct RowStore: Sendable, Equatable {
  private var rows = Chunked<StoredRow>()
  private var store = ByteStore()

  package init() {}

  package var count: Int { rows.count }
  /// What is kept of a row beside its bytes.
  package static let bytesBeside = MemoryLayout<StoredRow>.stride

  package mutating func append(_ number: Int32, _ bytes: [UInt8]) {
    rows.append(StoredRow(number: number, position: store.append(bytes)))
  }

  /// Puts the rows in order.
  /// - Returns: a number that two rows have, if any do.
  package mutating func sort() -> Int32? {
    let sorted = (0..<rows.count).map { rows[$0] }.sorted { $0.number < $1.number }
    rows = Chunked(sorted)
    return zip(sorted, sorted.dropFirst()).first { $0.number == $1.number }?.0.number
  }

  func number(at index: Int) -> Int32 { rows[index].number }
  func bytes(at index: Int) -> (bytes: [UInt8], at: Int) { store.segment(at: rows[index].position) }
}

/// Whether the runs of a rich text are struck out; what no run says the cell's own font does.
package enum RunStrike: UInt8, Sendable { case asTheCell, allStruck, notAll }

/// The workbook's shared texts.
package struct StringStore: Sendable, Equatable {
  private var positions = Chunked<UInt32>()
  private var store = ByteStore()

  /// Whether any of them says itself what is struck out.
  package private(set) var hasRuns = false
  package private(set) var hasEmpty = false

  package init() {}

  package var count: Int { positions.count }

  package mutating func append(_ text: [UInt8], _ strike: RunStrike) {
    if strike != .asTheCell { hasRuns = true }
    if text.isEmpty { hasEmpty = true }
    var piece: [UInt8] = []
    piece.reserveCapacity(text.count + 4)
    piece.appendNumber(text.count << 2 | Int(strike.rawValue))
    piece += text
    positions.append(store.append(piece))
  }

  package func text(_ index: Int) -> ArraySlice<UInt8> {
    let (bytes, start) = store.segment(at: positions[index])
    var at = start
    let length = bytes.number(&at) >> 2
    return bytes[at..<(at + length)]
  }

  /// Whether it holds anything, without a slice.
  package func isEmpty(_ index: Int) -> Bool {
    let (bytes, start) = store.segment(at: positions[index])
    var at = start
    return bytes.number(&at) >> 2 == 0
  }

  package func strike(_ index: Int) -> RunStrike {
    let (bytes, start) = store.segment(at: positions[index])
    return RunStrike(rawValue: bytes[start] & 3) ?? .asTheCell
  }
}

/// A cell in bytes: its kind with three signs, its column, its colour if it has one, and its text or the number of a
/// shared one.
package enum CellSigns {
  package static let kind: UInt8 = 0x0F
  package static let coloured: UInt8 = 0x10
  package static let struck: UInt8 = 0x20
  package static let shared: UInt8 = 0x40
}

struct CellDecoder: Sendable {
  let bytes: [UInt8]
  var at: Int
  let strings: StringStore

  init(bytes: [UInt8], at: Int, strings: StringStore) {
    self.bytes = bytes
    self.at = at
    self.strings = strings
  }

  mutating func number() -> Int { bytes.number(&at) }

  mutating func cell() -> WorkbookCell {
    let signs = bytes[at]
    at += 1
    let column = number()
    let colour = signs & CellSigns.coloured == 0 ? 0 : number()
    let value = number()
    let text: ArraySlice<UInt8>
    if signs & CellSigns.shared != 0 {
      text = strings.text(value)
    } else {
      text = bytes[at..<(at + value)]
      at += value
    }
    guard let kind = CellKind(rawValue: signs & CellSigns.kind) else { preconditionFailure("a cell of no kind") }
    return WorkbookCell(
      column: Int32(column), kind: kind, isStruck: signs & CellSigns.struck != 0, colour: colour, bytes: text)
  }
}

extension [UInt8] {
  /// Seven bits a byte, the lowest first.
  package mutating func appendNumber(_ number: Int) {
    var rest = number
    while rest > 0x7F {
      append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(rest))
  }

  func number(_ at: inout Int) -> Int {
    var (value, shift) = (0, 0)
    while true {
      let byte = self[at]
      at += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
