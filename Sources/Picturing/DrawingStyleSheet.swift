import Texts

/// A rule of a style sheet; of each selector only what it says of the element itself.
struct StyleRule {
  struct Selector: Hashable {
    /// `nil` for any.
    var element: String?
    var id: String?
    var classes: [String] = []
  }

  let selectors: [Selector]
  let declarations: String
}

/// A style without its comments; `nil` where one has no end.
func withoutComments(_ text: String) -> String? {
  var result = ""
  var rest = Substring(text)
  while let start = rest.utf8.firstStretch(of: "/*".utf8) {
    result += rest[..<start.lowerBound]
    result += " "
    guard let end = rest[start.upperBound...].utf8.firstStretch(of: "*/".utf8) else { return nil }
    rest = rest[end.upperBound...]
  }
  return result + rest
}

/// `fill: red; stroke: none` in parts; a colon or semicolon in quotation marks or brackets parts nothing.
func declarations(of text: String) -> [(name: String, value: String)] {
  var parts: [[UInt8]] = [[]]
  var (quote, depth): (UInt8?, Int) = (nil, 0)
  for byte in text.utf8 {
    if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: "(") {
      depth += 1
    } else if byte == UInt8(ascii: ")") {
      depth -= 1
    } else if byte == UInt8(ascii: ";"), depth <= 0 {
      parts.append([])
      continue
    }
    parts[parts.count - 1].append(byte)
  }
  return parts.compactMap { part in
    guard part.contains(where: { !$0.isStyleSpace }) else { return nil }
    let halves = part.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    let name = halves[0].filter { !$0.isStyleSpace }
    return (
      String(decoding: name, as: UTF8.self).lowercased(),
      halves.count == 2 ? String(decoding: halves[1], as: UTF8.self).replacingBytes("!important", with: "") : ""
    )
  }
}

/// `nil` for a sheet with anything but plain rules.
func styleRules(of text: String) -> [StyleRule]? {
  // What drawing programs put around a sheet for browsers of 1997.
  let text = text.replacingBytes("<!--", with: "").replacingBytes("-->", with: "")
  var rules: [StyleRule] = []
  var rest = Substring(text).utf8
  while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
    guard let end = rest[open...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let body = rest[rest.index(after: open)..<end]
    guard !body.contains(UInt8(ascii: "{")), let selectors = selectors(of: rest[..<open]) else { return nil }
    rules.append(StyleRule(selectors: selectors, declarations: String(Substring(body))))
    rest = rest[rest.index(after: end)...]
  }
  return rest.allSatisfy(\.isStyleSpace) ? rules : nil
}

private func selectors(of text: Substring.UTF8View) -> [StyleRule.Selector]? {
  let known = text.allSatisfy { byte in
    byte.isStyleSpace || byte >= 0x80 || (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || "-_.#*,>+~".utf8.contains(byte)
  }
  guard known else { return nil }
  return text.split(separator: UInt8(ascii: ",")).map { selector in
    // Who stands where it applies isn't asked: it may apply to more than it does.
    let last = selector.split { $0.isStyleSpace || ">+~".utf8.contains($0) }.last ?? selector[selector.endIndex...]
    var result = StyleRule.Selector()
    var part: [UInt8] = []
    func keep() {
      guard let mark = part.first else { return }
      let name = String(decoding: part.dropFirst(), as: UTF8.self)
      switch mark {
      case UInt8(ascii: "."): result.classes.append(name)
      case UInt8(ascii: "#"): result.id = name
      case UInt8(ascii: ":"), UInt8(ascii: "*"): break
      default: result.element = String(decoding: part, as: UTF8.self)
      }
    }
    for byte in last {
      if ".#:".utf8.contains(byte) {
        keep()
        part = []
      }
      part.append(byte)
    }
    keep()
    return result
  }
}
