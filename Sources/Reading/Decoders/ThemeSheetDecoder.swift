import Diagnostics
import Parsing
import Texts

/// The project's own stylesheet, published behind the program's.
package let themeSheet = "content/theme.css"

/// content/theme.css: published as it stands, so it may name nothing that isn't, and can't end the element that it stands
/// in where a page is one file.
func decodeThemeSheet(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let bytes = file.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  let comments = commentRanges(bytes)
  for word in ["@import", "url(", "image-set(", "</style"] {
    for range in bytes.ranges(of: word.utf8) {
      let isCommented = comments.contains { $0.contains(range.lowerBound) }
      if isCommented, word != "</style" { continue }
      draft.findings.report(.outerStyle(word, at: place(ofByte: range.lowerBound, in: file)))
    }
  }
  return true
}

private func commentRanges(_ bytes: [UInt8]) -> [Range<Int>] {
  var comments: [Range<Int>] = []
  var rest = bytes[...]
  while let start = rest.firstRange(of: "/*".utf8)?.lowerBound {
    let end = rest[(start + 2)...].firstRange(of: "*/".utf8)?.upperBound ?? bytes.count
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
