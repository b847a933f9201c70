import Paper

/// The margins of a document for paper as a stylesheet: neither engine reads text of the page in a margin in a way that the
/// other understands, so it is stated as CSS.
func marginRules(_ margins: Margins) -> String {
  var css = "@page { @top-left { content: \(quoted(margins.head)) } }\n"
  css += "@page { @bottom-left { content: \(quoted(margins.foot)) } }\n"
  if let shift = margins.shift { css += ":root { --shift-x: \(shift.x)mm; --shift-y: \(shift.y)mm }\n" }
  for sheet in margins.sheets {
    css += "[data-sheet=\"\(sheet.name)\"] { page: \(sheet.name) }\n"
    if let running = sheet.running { css += "@page \(sheet.name) { @top-right { content: \(quoted(running)) } }\n" }
    if sheet.isCounted { css += countingRule(sheet.name, margins.numberWords.map(quoted)) }
  }
  return "<style>\n\(css)</style>\n"
}

/// Pages that count themselves beside the document's: only a page of their own name can, in both engines.
private func countingRule(_ name: String, _ words: [String]) -> String {
  let numbers = ["counter(\(name))", "counter(page)", "counter(pages)"]
  let content = zip(words, numbers + [""]).map { "\($0) \($1)" }.joined(separator: " ")
  return "@page \(name) { counter-increment: page \(name); @bottom-right { content: \(content)} }\n"
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
