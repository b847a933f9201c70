import Diagnostics
import Texts

/// Tables as CSV, one file a table: what isn't there is an empty cell, an empty text is one in quotes.
extension LedgerTable {
  package func csv(of source: LedgerSource) throws -> [UInt8] {
    var file = Array((columns.map(\.name).joined(separator: ",") + "\n").utf8)
    try forEachRow(of: source) { row in
      for (index, cell) in row.cells.enumerated() {
        if index > 0 { file.append(comma) }
        switch cell {
        case .null: break
        case .integer(let value): file.append(contentsOf: String(value).utf8)
        case .text(let start, let length): file.appendField(row.bytes[start..<start + length])
        }
      }
      file.append(newline)
    }
    return file
  }
}

/// The types beside the files: a line for each column.
package var ledgerTypes: String {
  let heads = ["table", "column", "type", "unit", "key", "optional", "references", "zh", "en"]
  let rows = ledgerTables.flatMap { table in
    table.columns.map { column in
      [
        table.name, column.name, column.kind.rawValue, column.unit.rawValue, column.isKey ? "1" : "0",
        column.isOptional ? "1" : "0", column.reference ?? "", column.title.zh, column.title.en,
      ]
    }
  }
  return ([heads] + rows).map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
}

private let (comma, newline, quote) = (UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\""))

extension [UInt8] {
  /// A text as a cell; one that a spreadsheet would take for a formula is kept from it, since such a file is opened sooner
  /// or later.
  fileprivate mutating func appendField(_ text: ArraySlice<UInt8>) {
    let isPlain =
      !text.isEmpty
      && text.allSatisfy { byte in
        byte != comma && byte != quote && byte != newline && byte != UInt8(ascii: "\r") && byte != UInt8(ascii: "\t")
      }
    if isPlain, let first = text.first, first < 0x80, !"=+-@".utf8.contains(first) { return append(contentsOf: text) }
    if isPlain, let first = text.first, first >= 0x80, first != 0xEF { return append(contentsOf: text) }
    let harmless = harmlessInSpreadsheets(String(decoding: text, as: UTF8.self))
    append(contentsOf: harmless.isEmpty ? [quote, quote] : Array(csvField(harmless).utf8))
  }
}
