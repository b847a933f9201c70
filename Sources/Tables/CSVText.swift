import Diagnostics
import Texts

/// By which Excel knows that the Chinese of a file is UTF-8.
let byteOrderMark = "\u{FEFF}"

/// The bytes of a file of the content as they are written: of a table with the mark, without which Excel on a Chinese
/// Windows takes UTF-8 for GB18030. Line ends stay as they are, since Excel reads all of them.
package func markedForExcel(_ bytes: [UInt8], at path: String) -> [UInt8] {
  let mark = Array(byteOrderMark.utf8)
  return path.ends(with: ".csv") && !bytes.starts(with: mark) ? mark + bytes : bytes
}

extension DataTable {
  var csv: String { csvLines(titles: columns.map(\.key)) { $0.text } }

  func spreadsheet(in language: Language) -> String {
    csvLines(titles: columns.map { $0.title.text(in: language) }) { $0.text(in: language) }
  }

  /// RFC 4180. Also on a pipe a text that a spreadsheet would take for a formula is kept from it: such a file is opened sooner or later.
  /// Numbers stay what they are, negative ones too.
  private func csvLines(titles: [String], _ text: (Cell) -> String) -> String {
    var lines = Array((titles.map { csvField(harmlessInSpreadsheets($0)) }.joined(separator: ",") + "\r\n").utf8)
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { lines.append(UInt8(ascii: ",")) }
        lines += csvField(cell.isNumber ? text(cell) : harmlessInSpreadsheets(text(cell))).utf8
      }
      lines += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
