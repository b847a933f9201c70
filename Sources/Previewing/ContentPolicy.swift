import Texts

/// Pages may carry a Content-Security-Policy that forbids everything but their own files. The preview's script and its
/// connection come from the same address, so the policy is widened by `'self'` for these two and by nothing else.

/// A page whose policies, if it has any, let the live reload work.
func allowingReload(_ html: [UInt8]) -> [UInt8] {
  var page = html
  var from = 0
  while let start = page.firstIndex(ofText: "<meta", from: from) {
    guard let end = endOfTag(page, from: start) else { break }
    from = end
    guard page[..<end].firstIndex(ofText: "content-security-policy", from: start) != nil,
      let value = attributeValue("content", in: page, start..<end)
    else { continue }
    // Quotes may be written as entities; in double quotes they needn't.
    let policy = withQuotes(page[value])
    let widened = "\"\(allowingSelf(policy))\""
    page.replaceSubrange((value.lowerBound - 1)..<(value.upperBound + 1), with: widened.utf8)
    from += widened.utf8.count - (value.count + 2)
  }
  return page
}

/// `default-src 'none'` → `default-src 'none'; script-src 'self'; connect-src 'self'`.
func allowingSelf(_ policy: String) -> String {
  var directives = policy.utf8.split(separator: UInt8(ascii: ";")).map { directive in
    directive.split(whereSeparator: isSpace).map { String(Substring($0)) }
  }.filter { !$0.isEmpty }
  let fallback = directives.first { $0[0].lowercased() == "default-src" }
  for name in ["script-src", "script-src-elem", "connect-src"] {
    if let index = directives.firstIndex(where: { $0[0].lowercased() == name }) {
      directives[index] = allowingSelf(directives[index])
    } else if let fallback, name != "script-src-elem" {
      directives.append(allowingSelf([name] + fallback.dropFirst()))
    }
  }
  return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
}

private func allowingSelf(_ directive: [String]) -> [String] {
  let sources = directive.filter { $0.lowercased() != "'none'" }
  return sources.contains { $0.lowercased() == "'self'" } ? sources : sources + ["'self'"]
}

/// One past the `>` that ends the tag at `start`; quoted values may hold others.
private func endOfTag(_ page: [UInt8], from start: Int) -> Int? {
  var quote: UInt8?
  for index in start..<page.count {
    let byte = page[index]
    if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: ">") {
      return index + 1
    }
  }
  return nil
}

/// Where a quoted attribute's value stands in a tag, its quotes left out.
private func attributeValue(_ name: String, in page: [UInt8], _ tag: Range<Int>) -> Range<Int>? {
  var from = tag.lowerBound
  while let found = page[..<tag.upperBound].firstIndex(ofText: name, from: from) {
    from = found + name.utf8.count
    // In the middle of another name, or in a value, no space stands before it or no equals sign behind.
    guard isSpace(page[found - 1]), let equals = page[from..<tag.upperBound].firstIndex(where: { !isSpace($0) }),
      page[equals] == UInt8(ascii: "="),
      let open = page[(equals + 1)..<tag.upperBound].firstIndex(where: { !isSpace($0) }),
      page[open] == UInt8(ascii: "\"") || page[open] == UInt8(ascii: "'"),
      let close = page[(open + 1)..<tag.upperBound].firstIndex(of: page[open])
    else { continue }
    return (open + 1)..<close
  }
  return nil
}

/// A policy's quotation marks, whichever way they are written.
private func withQuotes(_ value: ArraySlice<UInt8>) -> String {
  var bytes = Array(value)
  for reference in ["&#39;", "&apos;"] {
    while let found = bytes.firstStretch(of: reference.utf8) { bytes.replaceSubrange(found, with: "'".utf8) }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where an ASCII text in small letters stands first, capitals being the same; the search begins at `from`.
  func firstIndex(ofText text: String, from: Int) -> Int? {
    let text = Array(text.utf8)
    guard from + text.count <= endIndex else { return nil }
    return (from...(endIndex - text.count)).first { holds(text, at: $0) }
  }

  func lastIndex(ofText text: String) -> Int? {
    let text = Array(text.utf8)
    guard startIndex + text.count <= endIndex else { return nil }
    return (startIndex...(endIndex - text.count)).last { holds(text, at: $0) }
  }

  private func holds(_ text: [UInt8], at start: Int) -> Bool {
    text.indices.allSatisfy { offset in
      let byte = self[start + offset]
      return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == text[offset]
    }
  }
}

/// What an answer may do besides what a page says of itself: nobody shows it in a frame, and a drawing that is opened by
/// itself, which is a document then, shows what it holds and does nothing. `docs/nginx.conf` sends the same.
func policy(of type: String) -> String {
  type == mediaType(of: ".svg")
    ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" : "frame-ancestors 'none'"
}
