import Diagnostics

/// Diagnostics for the terminal: place, severity, code, message, the line with a mark under the column, the remedy.
package func describe(_ diagnostics: [Diagnostic], in tree: SourceTree, language: Language) -> String {
  diagnostics.map { diagnostic in
    let severity =
      switch diagnostic.severity {
      case .error: Bilingual(zh: "错误", en: "error")
      case .warning: Bilingual(zh: "提醒", en: "warning")
      }
    var position = diagnostic.path ?? ""
    var excerpt = ""
    if let place = diagnostic.place {
      position = "\(tree.path(of: place)):\(place.line):\(place.column)"
      excerpt = mark(tree.line(at: place), column: Int(place.column))
    }
    return printable(position.isEmpty ? "" : position + ": ")
      + "\(severity.text(in: language)) [\(diagnostic.code.rawValue)] \(printable(diagnostic.message.text(in: language)))\n"
      + excerpt + "    → \(printable(diagnostic.remedy.text(in: language)))\n"
  }.joined()
}

/// How many errors and warnings there are; `nil` for none.
package func summary(of diagnostics: [Diagnostic], language: Language) -> String? {
  let errors = diagnostics.count { $0.severity == .error }
  let warnings = diagnostics.count - errors
  guard errors + warnings > 0 else { return nil }
  return Bilingual(
    zh: "错误 \(errors) 处，提醒 \(warnings) 处",
    en: "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
  ).text(in: language)
}

/// The line, cut around the column so that it fits a terminal, and a caret under the column.
private func mark(_ line: String, column: Int) -> String {
  let scalars = Array(printable(line).unicodeScalars)
  guard !scalars.isEmpty else { return "" }
  let start = max(0, min(column - 1, scalars.count) - 40)
  let window = scalars[start..<min(scalars.count, start + 100)]
  func text(_ part: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(part)) }
  let before = window.prefix(max(0, min(column - 1 - start, window.count)))
  return "    \(text(window))\n    \(String(repeating: " ", count: displayWidth(text(before))))^\n"
}
