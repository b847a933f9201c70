import Diagnostics
import Texts

/// Tables as CSV, one file a table: what isn't there is an empty cell, an empty text is one in quotes.
extension LedgerTable {
  /// - Parameter take: called with one piece of the file after the other.
  package func csv(of source: LedgerSource, _ take: @escaping ([UInt8]) throws -> Void) throws {
    try take(Array((columns.map(\.name).joined(separator: ",") + "\n").utf8))
    try forEachBatch(of: source) { try take($0.csv) }
  }
}

extension RowBatch {
  fileprivate var csv: [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(bytes.count + cells.count * 8)
    bytes.withUnsafeBufferPointer { bytes in
      var column = 0
      for cell in cells {
        switch cell {
        case .null: break
        case .integer(let value): file.appendDigits(value)
        case .text(let start, let length): file.appendField(bytes[start..<start + length])
        }
        column += 1
        file.append(column == width ? newline : comma)
        if column == width { column = 0 }
      }
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
  /// A whole number, without a text made of it.
  fileprivate mutating func appendDigits(_ value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    var unit: UInt64 = 1
    while magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: magnitude / unit % 10))
      unit /= 10
    }
  }

  /// A text as a cell; one that a spreadsheet would take for a formula is kept from it, since such a file is opened sooner
  /// or later.
  fileprivate mutating func appendField(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let first = text.first else { return append(contentsOf: [quote, quote]) }
    // Signs in full width begin with 0xEF.
    let isHarmless = first < 0x80 ? !"=+-@".utf8.contains(first) : first != 0xEF
    if isHarmless, !text.contains(where: \.partsCells) { return append(contentsOf: text) }
    append(contentsOf: csvField(harmlessInSpreadsheets(String(decoding: text, as: UTF8.self))).utf8)
  }
}

extension UInt8 {
  /// Comma, quotation mark, tab and ends of line.
  fileprivate var partsCells: Bool { self == comma || self == quote || (0x09...0x0D).contains(self) }
}
