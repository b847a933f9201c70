import Texts

/// Lists of documents as text, written for size: search.js reads them back.
///
/// Numbers have five bits a character, the lowest first, with a sixth that says another follows. A list is its gaps; a
/// dense one a `*`, its first number and six documents a character.
enum SearchCode {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 32 {
      bytes.append(alphabet[rest & 31 | 32])
      rest >>= 5
    }
    bytes.append(alphabet[rest])
  }

  /// - Parameter list: ascending, each number once.
  static func append(_ list: [Int32], to bytes: inout [UInt8]) {
    guard let first = list.first, let last = list.last else { return }
    let span = Int(last - first) + 1
    // A gap takes a character at least, so beyond this the marks are shorter.
    if list.count > span / 6 + 8 { return appendMarks(list, from: first, span, to: &bytes) }
    var next: Int32 = 0
    for document in list {
      append(Int(document - next), to: &bytes)
      next = document + 1
    }
  }

  private static func appendMarks(_ list: [Int32], from first: Int32, _ span: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "*"))
    append(Int(first), to: &bytes)
    var (bits, group) = (0, 0)
    for document in list {
      let offset = Int(document - first)
      while group < offset / 6 {
        bytes.append(alphabet[bits])
        (bits, group) = (0, group + 1)
      }
      bits |= 1 << (offset % 6)
    }
    bytes.append(alphabet[bits])
  }

  /// A string of JavaScript, of the lines that aren't empty.
  static func append(quoted lines: [String], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    for var line in lines where !line.isEmpty {
      if bytes.count > start { bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")] }
      line.withUTF8 { append($0, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var copied = 0
    var at = text.nextASCII(from: 0)
    while at < text.count {
      let byte = text[at]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes += text[copied..<at]
        copied = at + 1
        switch byte {
        case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case 0..<0x20: bytes.append(UInt8(ascii: " "))
        default: bytes += [UInt8(ascii: "\\"), byte]
        }
      }
      at = text.nextASCII(from: at + 1)
    }
    bytes += text[copied...]
  }
}
