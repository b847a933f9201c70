/// White space between a template's tags and words: a run of it is one character to a browser, and in the frame of a table
/// none. Nor is a line's end behind a mark of Chinese: there a long text in a template goes on in its next line.
struct BlankSpace {
  private var held: UInt8?
  private var isBehindTable = false
  /// The last three bytes of the text before.
  private var last: [UInt8] = []
  /// How many elements are open in which white space is kept.
  private var kept = 0

  var isKept: Bool { kept > 0 }

  mutating func read(_ byte: UInt8) {
    // A line's end stays one, so that a page's source can be read.
    if held == nil || byte == 0x0A { held = byte == 0x0A ? 0x0A : 0x20 }
  }

  /// What of a run is printed.
  /// - Parameter name: of the tag that follows it, `nil` where none does.
  mutating func taken(before name: [UInt8]?) -> UInt8? {
    defer { (held, isBehindTable) = (nil, false) }
    guard let held, !isBehindTable, held != 0x0A || !Self.marks.contains(last) else { return nil }
    return name.map { Self.tableParts.contains(String(decoding: $0, as: UTF8.self)) } == true ? nil : held
  }

  mutating func meetTag(_ name: [UInt8], isClosing: Bool) {
    let name = String(decoding: name, as: UTF8.self)
    isBehindTable = Self.tableParts.contains(name)
    if name == "pre" { kept = max(0, kept + (isClosing ? -1 : 1)) }
  }

  mutating func meetValue() {
    isBehindTable = false
    last.removeAll(keepingCapacity: true)
  }

  /// A byte of text that is printed.
  mutating func pass(_ byte: UInt8) {
    if last.count == 3 { last.removeFirst() }
    last.append(byte)
  }

  private static let marks = Set("，。；：、！？）》」".unicodeScalars.map { Array(String($0).utf8) })

  /// In a cell, what stands first or last is at a line's edge.
  private static let tableParts: Set<String> = [
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th",
  ]
}
