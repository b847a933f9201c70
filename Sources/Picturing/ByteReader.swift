/// Reads a picture's head byte by byte; what lies past the end is thrown, never trapped on.
struct ByteReader {
  /// The bytes end before what was asked for.
  struct End: Error {}

  private let bytes: [UInt8]
  private(set) var offset: Int
  private let end: Int
  var isBigEndian = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = 0
    end = bytes.count
  }

  private init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    offset = start
    self.end = end
  }

  var isAtEnd: Bool { offset == end }

  mutating func take(_ count: Int) throws(End) -> ArraySlice<UInt8> {
    guard count >= 0, count <= end - offset else { throw End() }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  mutating func skip(_ count: Int) throws(End) { _ = try take(count) }

  mutating func next(is expected: [UInt8]) throws(End) -> Bool { try take(expected.count).elementsEqual(expected) }

  /// A number of up to four bytes.
  mutating func big(_ count: Int) throws(End) -> Int { try take(count).reduce(0) { $0 << 8 | Int($1) } }
  mutating func little(_ count: Int) throws(End) -> Int {
    try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
  mutating func number(_ count: Int) throws(End) -> Int { isBigEndian ? try big(count) : try little(count) }

  /// A reader of the next bytes alone, which are passed over here.
  mutating func part(_ count: Int) throws(End) -> ByteReader {
    let start = offset
    try skip(count)
    return ByteReader(bytes, from: start, to: start + count)
  }
}
