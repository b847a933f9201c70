/// A list that grows by pieces: twice its size is never needed, which a limit on memory counts on.
struct Chunked<Element: Sendable>: Sendable {
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

extension Chunked {
  /// The same in another order.
  init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }
}

/// Bytes by the piece: each piece lies in one segment, and is found by where it begins.
struct ByteStore: Sendable {
  private var segments: [[UInt8]] = []
  private static let shift = 21
  static let segmentSize = 1 << shift
  /// Pieces may begin in so many segments.
  static let mostSegments = 1 << (32 - shift)

  mutating func append(_ piece: some Collection<UInt8>) -> UInt32 {
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

struct StoredRow: Sendable {
  let number: Int32
  let position: UInt32
}

/// Whether the runs of a rich text are struck out; what no run says the cell's own font does.
enum RunStrike: UInt8, Sendable { case asTheCell, allStruck, notAll }

/// The workbook's shared texts.
struct StringStore: Sendable {
  private var positions = Chunked<UInt32>()
  private var store = ByteStore()

  /// Whether any of them says itself what is struck out.
  private(set) var hasRuns = false
  private(set) var hasEmpty = false

  var count: Int { positions.count }

  mutating func append(_ text: [UInt8], _ strike: RunStrike) {
    if strike != .asTheCell { hasRuns = true }
    if text.isEmpty { hasEmpty = true }
    var piece: [UInt8] = []
    piece.reserveCapacity(text.count + 4)
    piece.appendNumber(text.count << 2 | Int(strike.rawValue))
    piece += text
    positions.append(store.append(piece))
  }

  func text(_ index: Int) -> ArraySlice<UInt8> {
    let (bytes, start) = store.segment(at: positions[index])
    var at = start
    let length = bytes.number(&at) >> 2
    return bytes[at..<(at + length)]
  }

  /// Whether it holds anything, without a slice.
  func isEmpty(_ index: Int) -> Bool {
    let (bytes, start) = store.segment(at: positions[index])
    var at = start
    return bytes.number(&at) >> 2 == 0
  }

  func strike(_ index: Int) -> RunStrike {
    let (bytes, start) = store.segment(at: positions[index])
    return RunStrike(rawValue: bytes[start] & 3) ?? .asTheCell
  }
}

/// A cell in bytes: its kind with three signs, its column, its colour if it has one, and its text or the number of a
/// shared one.
enum CellSigns {
  static let kind: UInt8 = 0x0F
  static let coloured: UInt8 = 0x10
  static let struck: UInt8 = 0x20
  static let shared: UInt8 = 0x40
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
  mutating func appendNumber(_ number: Int) {
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
