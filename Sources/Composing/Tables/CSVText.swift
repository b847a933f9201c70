import Diagnostics

extension DataTable {
  /// RFC 4180 with the columns' keys, without a byte order mark: for programs.
  package var csv: String { csvLines(titles: columns.map(\.key), \.text) }

  /// RFC 4180 with titles in the site's language and a byte order mark, so that Excel reads the Chinese. A text that a
  /// spreadsheet would take for a formula is kept from it by an apostrophe.
  func spreadsheet(in language: Language) -> String {
    "\u{FEFF}"
      + csvLines(titles: columns.map { $0.title.text(in: language) }) { cell in
        guard case .text(let text) = cell, let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else {
          return cell.text
        }
        return "'" + text
      }
  }

  private func csvLines(titles: [String], _ field: (Cell) -> String) -> String {
    var text = titles.map(csvField).joined(separator: ",") + "\r\n"
    for row in rows {
      for (index, cell) in row.enumerated() {
        text += index > 0 ? "," : ""
        text += csvField(field(cell))
      }
      text += "\r\n"
    }
    return text
  }
}

private func csvField(_ text: String) -> String {
  let needsQuotes = text.utf8.contains {
    $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n")
  }
  guard needsQuotes else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
