import Texts

/// A text so that Markdown reads every sign of it as that sign.
func markdownEscaped(_ text: String, inTable: Bool = false) -> String {
  var result = String.UnicodeScalarView()
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    if isSpecial(scalar, before: rest, inTable: inTable) { result.append("\\") }
    result.append(scalar)
  }
  return String(result)
}

private func isSpecial(_ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView, inTable: Bool) -> Bool {
  switch scalar {
  case "\\", "`", "*", "_", "[", "]": true
  // A tag, a comment or an address in brackets.
  case "<": rest.first.map { $0.properties.isAlphabetic || "/!?".unicodeScalars.contains($0) } ?? false
  // A named sign.
  case "&": rest.first.map { $0 == "#" || $0.isASCII && $0.properties.isAlphabetic } ?? false
  case "~": rest.first == "~"
  case "|": inTable
  default: false
  }
}

extension String {
  /// A line that begins no heading, list, quote or rule.
  var guardedLine: String {
    let scalars = unicodeScalars
    guard let first = scalars.first else { return self }
    switch first {
    case "#", ">", "~": return "\\" + self
    case "-", "+", "=":
      let rest = scalars.drop { $0 == first || $0 == " " }
      let isMark = scalars.dropFirst().first.map { $0 == " " } ?? true
      return isMark || rest.isEmpty ? "\\" + self : self
    case "0"..."9":
      let digits = scalars.prefix { ("0"..."9").contains($0) }
      let rest = scalars[digits.endIndex...]
      guard digits.count <= 9, let mark = rest.first, mark == "." || mark == ")",
        rest.dropFirst().first.map({ $0 == " " }) ?? true
      else { return self }
      return String(digits) + "\\" + String(String.UnicodeScalarView(rest))
    default: return self
    }
  }
}
