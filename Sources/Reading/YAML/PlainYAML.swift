import Diagnostics

/// Reads the YAML that people write by hand, and nothing else: tables and lists by indentation, or in brackets on one
/// line; texts of one line, plain or between quotes without escapes; lines that are all comment.
///
/// Whatever isn't certainly that (a comment beside a value, an empty value, a text of several lines, a tab, an anchor, a
/// key twice, any mistake) is left to Yams, which thus tells every mistake. What is read is as Yams has it, places too.
struct PlainYAML {
  private let bytes: ArraySlice<UInt8>
  private let file: Int32
  private var line: Int32
  private var lineStart: Int
  private var at: Int
  /// Of the line that is being read, in columns from 0; -1 behind the last.
  private var indent = -1
  /// Where columns were last counted, so that a long line is walked once.
  private var counted: (offset: Int, column: Int32)

  private static let deepest = 8
  private static let mostKeys = 64

  /// The top value of text that begins at a line of a file; `nil` where Yams has to say what it is.
  static func read(_ bytes: ArraySlice<UInt8>, file: Int32, firstLine: Int32) -> YAMLNode? {
    guard isOrdinary(bytes) else { return nil }
    var reader = PlainYAML(bytes, file: file, firstLine: firstLine)
    guard reader.findContent(), reader.indent == 0, let node = reader.block(depth: 0), reader.indent < 0 else {
      return nil
    }
    return node
  }

  private init(_ bytes: ArraySlice<UInt8>, file: Int32, firstLine: Int32) {
    self.bytes = bytes
    self.file = file
    line = firstLine
    at = bytes.startIndex
    lineStart = at
    counted = (at, 1)
  }

  /// No characters but those libyaml takes for text everywhere, and no `*`, which could be an alias.
  private static func isOrdinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (last, beforeLast): (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      let isControl = byte < 0x20 ? byte != 0x0A : byte == 0x7F
      let isLineEnd = beforeLast == 0xE2 && last == 0x80 && (byte == 0xA8 || byte == 0xA9)
      let isMark = beforeLast == 0xEF && (last == 0xBB && byte == 0xBF || last == 0xBF && byte >= 0xBE)
      if isControl || byte == UInt8(ascii: "*") || isLineEnd || isMark || last == 0xC2 && byte < 0xA0 { return false }
      (beforeLast, last) = (last, byte)
    }
    return true
  }

  // MARK: - Characters

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.endIndex ? bytes[offset] : 0x0A }

  private mutating func skipSpaces() { while byte(at) == 0x20, at < bytes.endIndex { at += 1 } }

  private mutating func take(_ mark: UInt8) -> Bool {
    guard byte(at) == mark else { return false }
    at += 1
    return true
  }

  private mutating func place(_ offset: Int) -> Place {
    for byte in bytes[counted.offset..<offset] where byte & 0xC0 != 0x80 { counted.column += 1 }
    counted.offset = offset
    return Place(file: file, line: line, column: counted.column)
  }

  /// Goes to the first character, from here on, of a line that isn't blank or a comment; `false` if it is indented too far.
  private mutating func findContent() -> Bool {
    while at < bytes.endIndex {
      skipSpaces()
      guard at - lineStart <= 64 else { return false }
      if byte(at) == UInt8(ascii: "#") {
        while at < bytes.endIndex, bytes[at] != 0x0A { at += 1 }
      } else if byte(at) != 0x0A {
        indent = at - lineStart
        return true
      }
      startLine()
    }
    indent = -1
    return true
  }

  private mutating func startLine() {
    at = min(at + 1, bytes.endIndex)
    line += 1
    lineStart = at
    counted = (at, 1)
  }

  /// From the end of a value, past nothing but spaces, to the next content.
  private mutating func endLine() -> Bool {
    skipSpaces()
    guard byte(at) == 0x0A else { return false }
    startLine()
    return findContent()
  }

  private var isAtItem: Bool { byte(at) == UInt8(ascii: "-") && (byte(at + 1) == 0x20 || byte(at + 1) == 0x0A) }

  // MARK: - By indentation

  private mutating func block(depth: Int) -> YAMLNode? {
    guard depth < Self.deepest else { return nil }
    return isAtItem ? list(depth: depth) : table(depth: depth)
  }

  private mutating func table(depth: Int) -> YAMLNode? {
    let own = indent
    let start = place(at)
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    entries.reserveCapacity(8)
    while indent == own, !isAtItem {
      guard let key = key(), isNew(key, in: entries), let value = value(of: own, depth: depth) else { return nil }
      entries.append((key, value))
    }
    return indent > own ? nil : YAMLNode(value: .mapping(entries), place: start)
  }

  /// What stands behind a key's colon, on its line or below.
  private mutating func value(of own: Int, depth: Int) -> YAMLNode? {
    skipSpaces()
    guard byte(at) == 0x0A else { return inline(depth: depth, isEnclosed: false, above: own) }
    guard endLine(), indent > own || (indent == own && isAtItem) else { return nil }
    return block(depth: depth + 1)
  }

  private mutating func list(depth: Int) -> YAMLNode? {
    let own = indent
    let start = place(at)
    var items: [YAMLNode] = []
    while indent == own, isAtItem {
      at += 1
      skipSpaces()
      guard byte(at) != 0x0A, !isAtItem else { return nil }
      let item: YAMLNode?
      if isAtKey {
        indent = at - lineStart
        item = depth + 1 < Self.deepest ? table(depth: depth + 1) : nil
      } else {
        item = inline(depth: depth, isEnclosed: false, above: own)
      }
      guard let item, indent <= own else { return nil }
      items.append(item)
    }
    return YAMLNode(value: .sequence(items), place: start)
  }

  // MARK: - On one line

  /// A value on its line; one that isn't enclosed in another ends the line, and the next is indented no more than `above`.
  private mutating func inline(depth: Int, isEnclosed: Bool, above: Int) -> YAMLNode? {
    guard depth < Self.deepest else { return nil }
    let node: YAMLNode? =
      switch byte(at) {
      case UInt8(ascii: "["): bracketedList(depth: depth + 1)
      case UInt8(ascii: "{"): bracketedTable(depth: depth + 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted()
      default: plain(isEnclosed: isEnclosed)
      }
    guard !isEnclosed, node != nil else { return node }
    return endLine() && indent <= above ? node : nil
  }

  private mutating func bracketedList(depth: Int) -> YAMLNode? {
    let start = place(at)
    at += 1
    var items: [YAMLNode] = []
    skipSpaces()
    while items.isEmpty ? !take(UInt8(ascii: "]")) : true {
      guard let item = inline(depth: depth, isEnclosed: true, above: 0) else { return nil }
      items.append(item)
      skipSpaces()
      if take(UInt8(ascii: "]")) { break }
      guard take(UInt8(ascii: ",")) else { return nil }
      skipSpaces()
    }
    return YAMLNode(value: .sequence(items), place: start)
  }

  private mutating func bracketedTable(depth: Int) -> YAMLNode? {
    let start = place(at)
    at += 1
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    skipSpaces()
    while entries.isEmpty ? !take(UInt8(ascii: "}")) : true {
      guard let key = key(), isNew(key, in: entries) else { return nil }
      skipSpaces()
      guard let value = inline(depth: depth, isEnclosed: true, above: 0) else { return nil }
      entries.append((key, value))
      skipSpaces()
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { return nil }
      skipSpaces()
    }
    return YAMLNode(value: .mapping(entries), place: start)
  }

  // MARK: - Scalars

  /// Where the key that begins here ends, at its colon.
  private var keyEnd: Int? {
    var end = at
    while isKeyByte(byte(end)), end - at <= 128 { end += 1 }
    let isKey = end > at && byte(at) != UInt8(ascii: "-") && byte(end) == UInt8(ascii: ":")
    return isKey && (byte(end + 1) == 0x20 || byte(end + 1) == 0x0A) ? end : nil
  }

  private var isAtKey: Bool { keyEnd != nil }

  private mutating func key() -> YAMLNode? {
    guard let end = keyEnd else { return nil }
    let node = scalar(at..<end, from: at, isPlain: true)
    at = end + 1
    return node
  }

  private func isNew(_ key: YAMLNode, in entries: [(key: YAMLNode, value: YAMLNode)]) -> Bool {
    entries.count < Self.mostKeys && !entries.contains { $0.key.scalar == key.scalar }
  }

  private mutating func quoted() -> YAMLNode? {
    let (start, quote) = (at, bytes[at])
    var end = start + 1
    while byte(end) != quote {
      if byte(end) == 0x0A || byte(end) == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    // A quote twice stands for itself.
    if byte(end + 1) == quote { return nil }
    at = end + 1
    return scalar((start + 1)..<end, from: start, isPlain: false)
  }

  private mutating func plain(isEnclosed: Bool) -> YAMLNode? {
    let start = at
    guard startsPlain(byte(at), byte(at + 1)) else { return nil }
    while byte(at) != 0x0A {
      switch byte(at) {
      case UInt8(ascii: ":"): if isEnclosed || byte(at + 1) == 0x20 || byte(at + 1) == 0x0A { return nil }
      case UInt8(ascii: "#"): if isEnclosed || byte(at - 1) == 0x20 { return nil }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if isEnclosed { return scalar(start..<at, from: start, isPlain: true) }
      default: break
      }
      at += 1
    }
    return isEnclosed ? nil : scalar(start..<at, from: start, isPlain: true)
  }

  /// Its text, of a plain one without the spaces behind it.
  private mutating func scalar(_ text: Range<Int>, from start: Int, isPlain: Bool) -> YAMLNode {
    var end = text.upperBound
    while isPlain, bytes[end - 1] == 0x20 { end -= 1 }
    let string = String(decoding: bytes[text.lowerBound..<end], as: UTF8.self)
    return YAMLNode(value: .scalar(string, isPlain: isPlain), place: place(start))
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
    true
  default: false
  }
}

private func isKeyByte(_ byte: UInt8) -> Bool {
  isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
}

/// Whether a plain text can begin so: with nothing that might be one of YAML's own marks.
private func startsPlain(_ first: UInt8, _ second: UInt8) -> Bool {
  switch first {
  case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: "~"): true
  case UInt8(ascii: "-"): isWordByte(second)
  default: isWordByte(first)
  }
}
