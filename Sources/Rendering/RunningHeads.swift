/// What a printed document's margins say, from its own `data-` attributes, as a stylesheet: `data-head` and `data-foot` of
/// the root stand on every page; `data-running` of an element with a `data-sheet` stands on that sheet's pages;
/// `data-shift-x` and `data-shift-y` say how far, in millimetres, print onto bought paper is moved.
///
/// Neither engine reads text of the page in a margin in a way that the other understands, so it is stated as CSS.
func runningHeads(_ html: [UInt8]) -> [UInt8] {
  var css = ""
  var seen: Set<String> = []
  var rest = html[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    guard let tag = Tag(at: rest[start...]) else {
      rest = rest[(start + 1)...]
      continue
    }
    rest = rest[tag.end...]
    if tag.name == "html" {
      if let head = tag.value("data-head") { css += "@page { @top-left { content: \(quoted(head)) } }\n" }
      if let foot = tag.value("data-foot") { css += "@page { @bottom-left { content: \(quoted(foot)) } }\n" }
    }
    if let x = tag.value("data-shift-x").flatMap(millimetres), let y = tag.value("data-shift-y").flatMap(millimetres) {
      css += ":root { --shift-x: \(x); --shift-y: \(y) }\n"
    }
    guard let sheet = tag.value("data-sheet"), seen.insert(sheet).inserted else { continue }
    css += "[data-sheet=\"\(sheet)\"] { page: \(sheet) }\n"
    if let running = tag.value("data-running") {
      css += "@page \(sheet) { @top-right { content: \(quoted(running)) } }\n"
    }
  }
  return Array("<style>\n\(css)</style>\n".utf8)
}

/// A length of CSS from plain digits; `nil` from anything else.
private func millimetres(_ text: String) -> String? {
  let isPlain = !text.isEmpty && text.utf8.allSatisfy { "-.0123456789".utf8.contains($0) }
  return isPlain ? text + "mm" : nil
}

/// A string of CSS that can't end the style element either.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for character in text.unicodeScalars {
    switch character {
    case "\\", "\"", "<", ">", "&": quoted += "\\\(String(character.value, radix: 16)) "
    case _ where character.value < 0x20: quoted += " "
    default: quoted.unicodeScalars.append(character)
    }
  }
  return quoted + "\""
}
