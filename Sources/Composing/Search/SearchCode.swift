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

  private static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

  /// A string of JavaScript.
  static func append(quoted text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var copied = 0
      for position in text.indices where isSpecial(text[position]) {
        let byte = text[position]
        bytes += text[copied..<position]
        copied = position + 1
        switch byte {
        case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case 0..<0x20: bytes.append(UInt8(ascii: " "))
        default: bytes += [UInt8(ascii: "\\"), byte]
        }
      }
      bytes += text[copied...]
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
