/// A value of JSON (RFC 8259), as another program wrote it.
enum JSON: Equatable {
  case null
  case flag(Bool)
  /// As it is written: nothing here reckons with more than small whole numbers.
  case number(String)
  case text(String)
  case list([JSON])
  /// In the order of the text; of a key that stands twice the first counts.
  case table([Pair])

  struct Pair: Equatable {
    let key: String
    let value: JSON
  }

  subscript(_ key: String) -> JSON? {
    guard case .table(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  subscript(_ index: Int) -> JSON? {
    guard case .list(let items) = self, items.indices.contains(index) else { return nil }
    return items[index]
  }

  var items: [JSON] { if case .list(let items) = self { items } else { [] } }
  var string: String? { if case .text(let text) = self { text } else { nil } }
  var whole: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}

/// What is no JSON, or too deep to be read.
struct JSONFailure: Error, Equatable {
  /// In bytes.
  let offset: Int
}

/// Bytes → a value. A list within a list within … is read to a depth that no stack minds.
struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  static let deepest = 512

  static func read(_ bytes: [UInt8]) throws(JSONFailure) -> JSON {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.at == bytes.count else { throw reader.failure }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var failure: JSONFailure { JSONFailure(offset: at) }

  private mutating func value() throws(JSONFailure) -> JSON {
    skipBlanks()
    switch bytes.at(at) {
    case UInt8(ascii: "{"): return try nested { (reader) throws(JSONFailure) in .table(try reader.pairs()) }
    case UInt8(ascii: "["): return try nested { (reader) throws(JSONFailure) in .list(try reader.list()) }
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) throws(JSONFailure) -> JSON) throws(JSONFailure) -> JSON {
    guard depth < Self.deepest else { throw failure }
    depth += 1
    at += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func list() throws(JSONFailure) -> [JSON] {
    var items: [JSON] = []
    if take(UInt8(ascii: "]")) { return items }
    repeat { items.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure }
    return items
  }

  private mutating func pairs() throws(JSONFailure) -> [JSON.Pair] {
    var pairs: [JSON.Pair] = []
    if take(UInt8(ascii: "}")) { return pairs }
    repeat {
      skipBlanks()
      let key = try text()
      guard take(UInt8(ascii: ":")) else { throw failure }
      pairs.append(JSON.Pair(key: key, value: try value()))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure }
    return pairs
  }

  private mutating func number() throws(JSONFailure) -> JSON {
    let start = at
    while let byte = bytes.at(at), (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { at += 1 }
    guard at > start else { throw failure }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONFailure) -> JSON {
    guard bytes[at...].starts(with: word.utf8) else { throw failure }
    at += word.utf8.count
    return value
  }

  private mutating func text() throws(JSONFailure) -> String {
    guard bytes.at(at) == UInt8(ascii: "\"") else { throw failure }
    at += 1
    var text = ""
    while true {
      let start = at
      while let byte = bytes.at(at), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
      text += String(decoding: bytes[start..<at], as: UTF8.self)
      guard let byte = bytes.at(at), byte >= 0x20 else { throw failure }
      at += 1
      if byte == UInt8(ascii: "\"") { return text }
      text.unicodeScalars.append(try escaped())
    }
  }

  private mutating func escaped() throws(JSONFailure) -> Unicode.Scalar {
    guard let byte = bytes.at(at) else { throw failure }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try scalar()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    default: throw failure
    }
  }

  /// Behind `\u`: a scalar, or the first half of one that takes two.
  private mutating func scalar() throws(JSONFailure) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes[at...].starts(with: "\\u".utf8) else { throw failure }
    at += 2
    let second = try unit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure }
    return scalar
  }

  private mutating func unit() throws(JSONFailure) -> UInt32 {
    let end = min(at + 4, bytes.count)
    let digits = bytes[at..<end]
    let isPlain = digits.allSatisfy { UInt8(ascii: "0") <= $0 && $0 != UInt8(ascii: "+") }
    guard digits.count == 4, isPlain, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw failure
    }
    at = end
    return unit
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard bytes.at(at) == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = bytes.at(at), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }
}

extension [UInt8] {
  fileprivate func at(_ index: Int) -> UInt8? { index < count ? self[index] : nil }
}
