import Diagnostics
import Texts

extension DataTable {
  /// A table of Markdown's common extension; figures stand at the right.
  func markdown(in language: Language) -> String {
    let titles = columns.map { markdownText($0.title.text(in: language)) }
    let rules = columns.map { column in column.isNumber ? "---:" : "---" }
    let lines = [titles, rules] + rows.map { $0.map { markdownText($0.text(in: language)) } }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}

/// A bar ends a cell, and what stands between `<` and `>` would be markup.
func markdownText(_ text: String) -> String {
  var escaped = ""
  for scalar in text.printable.unicodeScalars {
    if "|\\<>`*_[]".unicodeScalars.contains(scalar) { escaped += "\\" }
    escaped.unicodeScalars.append(scalar)
  }
  return escaped
}
