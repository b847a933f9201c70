import Texts

/// The texts that a page prints, in their order: what fonts must have.
///
/// Each is a run between two tags, so that a name in a table's cell stands by itself; spans, which typesetting puts within a
/// name too, part nothing. What no engine draws (the head, styles)
/// is left out.
package func printedTexts(_ html: [UInt8]) -> [String] {
  var texts: [String] = []
  var rest = html[...]
  var goesOn = false
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    appendText(rest[..<start], to: &texts, goesOn: goesOn)
    if rest[..<start].contains(where: { $0 > 0x20 }) { goesOn = true }
    rest = rest[start...]
    if !rest.starts(with: "</span>".utf8), !rest.starts(with: "<span ".utf8) { goesOn = false }
    guard let tag = Tag(at: rest) else {
      let end = rest.starts(with: "<!--".utf8) ? rest.firstStretch(of: "-->".utf8)?.upperBound : after(rest)
      rest = rest[(end ?? rest.endIndex)...]
      continue
    }
    rest = rest[tag.end...]
    if ["script", "style", "title"].contains(tag.name) {
      let end = rest.firstStretch(of: "</\(tag.name)".utf8)?.lowerBound ?? rest.endIndex
      rest = rest[end...]
    }
  }
  appendText(rest, to: &texts, goesOn: goesOn)
  return texts
}

/// - Parameter goesOn: whether it belongs to the last of the texts.
private func appendText(_ bytes: ArraySlice<UInt8>, to texts: inout [String], goesOn: Bool) {
  guard bytes.contains(where: { $0 > 0x20 }) else { return }
  let text = unescaped(bytes)
  if goesOn, let last = texts.indices.last { texts[last] += text } else { texts.append(text) }
}

/// Behind what is no start tag: an end tag, a declaration, or a lone sign.
private func after(_ rest: ArraySlice<UInt8>) -> Int {
  let next = rest.dropFirst().first
  guard next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else { return rest.startIndex + 1 }
  return (rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1) + 1
}
