/// A start tag of a rendered page, taken apart as far as rewriting it needs.
struct Tag {
  let name: String
  let bytes: ArraySlice<UInt8>
  /// Index behind it.
  let end: Int
  private let attributes: [(name: String, whole: Range<Int>, value: Range<Int>)]

  /// `nil` where no start tag stands: an end tag, a comment, the doctype.
  init?(at rest: ArraySlice<UInt8>) {
    var at = rest.startIndex + 1
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard at < rest.endIndex, letters.contains(rest[at] | 0x20) else { return nil }
    func skip(while condition: (UInt8) -> Bool) -> Range<Int> {
      let start = at
      while at < rest.endIndex, condition(rest[at]) { at += 1 }
      return start..<at
    }
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    let isName = { (byte: UInt8) in
      byte > 0x20 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
    name = String(decoding: rest[skip(while: isName)], as: UTF8.self).lowercased()
    var attributes: [(name: String, whole: Range<Int>, value: Range<Int>)] = []
    while true {
      let gap = skip { isSpace($0) || $0 == UInt8(ascii: "/") }
      guard at < rest.endIndex else { return nil }
      if rest[at] == UInt8(ascii: ">") { break }
      let key = skip(while: isName)
      _ = skip(while: isSpace)
      var value = at..<at
      if at < rest.endIndex, rest[at] == UInt8(ascii: "=") {
        at += 1
        _ = skip(while: isSpace)
        if at < rest.endIndex, rest[at] == UInt8(ascii: "\"") || rest[at] == UInt8(ascii: "'") {
          let quote = rest[at]
          at += 1
          value = skip { $0 != quote }
          at += 1
        } else {
          value = skip { !isSpace($0) && $0 != UInt8(ascii: ">") }
        }
      } else if key.isEmpty {
        at += 1
      }
      guard at <= rest.endIndex else { return nil }
      attributes.append((String(decoding: rest[key], as: UTF8.self).lowercased(), gap.lowerBound..<at, value))
    }
    end = at + 1
    bytes = rest[rest.startIndex..<end]
    self.attributes = attributes
  }

  /// An attribute's text, its character references resolved.
  func value(_ name: String) -> String? {
    attributes.first { $0.name == name }.map { unescaped(bytes[$0.value]) }
  }

  /// The tag with another value for an attribute, or without it.
  func replacing(_ name: String, with value: [UInt8]?) -> [UInt8] {
    guard let attribute = attributes.first(where: { $0.name == name }) else { return Array(bytes) }
    guard let value else { return Array(bytes[..<attribute.whole.lowerBound] + bytes[attribute.whole.upperBound...]) }
    return Array(bytes[..<attribute.value.lowerBound] + value + bytes[attribute.value.upperBound...])
  }
}

/// Text as it was before a template escaped it.
func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  var text = String(decoding: bytes, as: UTF8.self)
  guard text.contains("&") else { return text }
  for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
    text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
  }
  return text
}
