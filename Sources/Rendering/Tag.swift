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

  /// The tag with other values for some of its attributes, or without them.
  func replacing(_ values: [String: [UInt8]?]) -> [UInt8] {
    var out: [UInt8] = []
    var copied = bytes.startIndex
    for attribute in attributes {
      guard let value = values[attribute.name] else { continue }
      let kept = value == nil ? attribute.whole : attribute.value
      out += bytes[copied..<kept.lowerBound]
      out += value ?? []
      copied = kept.upperBound
    }
    return out + bytes[copied...]
  }
}

/// Text as it was before a template or a Markdown renderer escaped it: the five signs, by name or by number.
func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  var text: [UInt8] = []
  var rest = bytes
  while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
    text += rest[..<start]
    rest = rest[start...]
    // No reference that is written here is longer.
    let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";"))
    if let end, let scalar = character(rest[(start + 1)..<end]) {
      text += String(scalar).utf8
      rest = rest[(end + 1)...]
    } else {
      text.append(rest[start])
      rest = rest.dropFirst()
    }
  }
  return String(decoding: text + rest, as: UTF8.self)
}

private func character(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
  let name = String(decoding: name, as: UTF8.self).lowercased()
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default:
    guard name.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.utf8.first == UInt8(ascii: "x")
    return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
