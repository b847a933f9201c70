import Diagnostics
import Texts

/// By which Excel knows that the Chinese of a file is UTF-8.
let byteOrderMark = "\u{FEFF}"

extension DataTable {
  var csv: String { csvLines(titles: columns.map(\.key)) { $0.text } }

  func spreadsheet(in language: Language) -> String {
    csvLines(titles: columns.map { $0.title.text(in: language) }) { $0.text(in: language) }
  }

  /// RFC 4180. Also on a pipe a text that a spreadsheet would take for a formula is kept from it: such a file is opened sooner or later.
  /// Numbers stay what they are, negative ones too.
  private func csvLines(titles: [String], _ text: (Cell) -> String) -> String {
    var lines = titles.map(csvField).joined(separator: ",") + "\r\n"
    for row in rows {
      for (index, cell) in row.enumerated() {
        lines += index > 0 ? "," : ""
        lines += csvField(cell.isNumber ? text(cell) : harmlessInSpreadsheets(text(cell)))
      }
      lines += "\r\n"
    }
    return lines
  }
}
