import Diagnostics
import Texts

/// By which Excel knows that the Chinese of a file is UTF-8.
package let byteOrderMark = "\u{FEFF}"

extension DataTable {
  /// RFC 4180 with the columns' keys, without a byte order mark: for a pipe.
  package var csv: String { csvLines(titles: columns.map(\.key)) }

  /// RFC 4180 with titles in the site's language and the mark.
  package func spreadsheet(in language: Language) -> String {
    byteOrderMark + csvLines(titles: columns.map { $0.title.text(in: language) })
  }

  /// Also on a pipe a text that a spreadsheet would take for a formula is kept from it: such a file is opened sooner or later.
  /// Numbers stay what they are, negative ones too.
  private func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): harmlessInSpreadsheets(text)
    case .number(let number): number
    case .none: ""
    }
  }

  private func csvLines(titles: [String]) -> String {
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
