import Diagnostics
import Parsing
import Texts

/// The project's own stylesheet, published behind the program's.
package let themeSheet = "content/theme.css"

/// content/theme.css: published as it stands, so it may name nothing that isn't, and can't end the element that it stands
/// in where a page is one file.
func decodeThemeSheet(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let (bytes, offsets) = plainStyle(file.bytes)
  let comments = commentRanges(bytes)
  for word in ["@import", "url(", "src(", "image-set(", "</style"] {
    for range in bytes.stretches(of: word.utf8) {
      let isCommented = comments.contains { $0.contains(range.lowerBound) }
      if isCommented, word != "</style" { continue }
      draft.findings.report(.outerStyle(word, at: place(ofByte: offsets[range.lowerBound], in: file)))
    }
  }
  return true
}

/// A style as a browser reads its names: in small letters, escapes (`\72 `) as what they stand for.
/// - Returns: and where each byte stands in the file.
private func plainStyle(_ bytes: [UInt8]) -> (bytes: [UInt8], offsets: [Int]) {
  var (plain, offsets, at): ([UInt8], [Int], Int) = ([], [], 0)
  while at < bytes.count {
    let start = at
    var byte = bytes[at]
    at += 1
    if byte == UInt8(ascii: "\\"), at < bytes.count {
      let digits = bytes[at...].prefix(6).prefix { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      byte = value.map { $0 < 0x80 ? UInt8($0) : 0x3F } ?? bytes[at]
      at += max(1, digits.count)
      // One blank ends an escape and belongs to it.
      if value != nil, at < bytes.count, [0x20, 0x09, 0x0A].contains(bytes[at]) { at += 1 }
    }
    plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    offsets.append(start)
  }
  return (plain, offsets)
}

private func commentRanges(_ bytes: [UInt8]) -> [Range<Int>] {
  var comments: [Range<Int>] = []
  var rest = bytes[...]
  while let start = rest.firstStretch(of: "/*".utf8)?.lowerBound {
    let end = rest[(start + 2)...].firstStretch(of: "*/".utf8)?.upperBound ?? bytes.count
    comments.append(start..<end)
    rest = bytes[end...]
  }
  return comments
}

private func place(ofByte offset: Int, in file: InputFile) -> Place {
  let before = file.bytes[..<offset]
  let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  let column = String(decoding: file.bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1
  return Place(file: file.index, line: Int32(before.count { $0 == 0x0A } + 1), column: Int32(column))
}
