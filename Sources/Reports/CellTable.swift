import Sheets
import Texts

/// What a workbook holds, as CSV of `sheet,cell,kind,value`, handed on by pieces: first what is said of a sheet (no cell
/// beside it), then its cells in order. By bytes, since a workbook may have millions of them. Numbers of persons are masked.
package func writeCells(of workbook: Workbook, to take: ([UInt8]) throws -> Void) rethrows {
  var table = CellTable()
  for sheet in workbook.sheets {
    table.begin(sheet)
    for index in 0..<sheet.rowCount {
      let row = sheet.row(at: index)
      for cell in row { table.add(cell, in: row.number) }
      if table.isFull { try take(table.flush()) }
    }
  }
  for name in workbook.otherSheets { table.add(csvField(name.withoutPersonalNumbers), "other", "") }
  try take(table.flush())
}

private struct CellTable {
  private var bytes = Array("sheet,cell,kind,value\r\n".utf8)
  /// The sheet's name as a field, with the comma behind it.
  private var sheet: [UInt8] = []
  private let kinds = Dictionary(uniqueKeysWithValues: CellKind.allCases.map { ($0, Array(",\($0.code),".utf8)) })
  /// Of each column met.
  private var letters: [[UInt8]] = [[]]

  var isFull: Bool { bytes.count >= 1 << 16 }

  mutating func flush() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func begin(_ sheet: WorkbookSheet) {
    let name = csvField(sheet.name.withoutPersonalNumbers)
    self.sheet = Array((name + ",").utf8)
    add(name, "state", sheet.state.rawValue)
    for range in sheet.merges { add(name, "merges", range.cited) }
    for row in sheet.hiddenRows.joined() { add(name, "hidden_rows", "\(row)") }
    for row in sheet.filteredRows.joined() { add(name, "filtered", "\(row)") }
    for row in sheet.struckRows.joined() { add(name, "struck", "\(row)") }
    for column in sheet.hiddenColumns.joined() { add(name, "hidden_columns", columnLetters(column)) }
  }

  /// - Parameter sheet: its name as a field.
  mutating func add(_ sheet: String, _ kind: String, _ value: String) {
    bytes += "\(sheet),,\(kind),\(value)\r\n".utf8
  }

  mutating func add(_ cell: WorkbookCell, in row: Int32) {
    while letters.count <= Int(cell.column) { letters.append(Array(columnLetters(Int32(letters.count)).utf8)) }
    bytes += sheet
    bytes += letters[Int(cell.column)]
    addNumber(row)
    bytes += kinds[cell.kind, default: []]
    addField(cell.value)
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private mutating func addNumber(_ number: Int32) {
    var unit: Int32 = 1
    while unit <= number / 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  /// Of a number of a person only its first three digits: what is printed is kept in logs and pasted into letters.
  private mutating func addField(_ value: ArraySlice<UInt8>) {
    if value.count >= PersonalNumber.fewestBytes,
      !personalNumbers(in: Array(value), as: .table, limit: 1).found.isEmpty
    {
      bytes += csvField(String(decoding: value, as: UTF8.self).withoutPersonalNumbers).utf8
      return
    }
    let quote = UInt8(ascii: "\"")
    guard value.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A }) else {
      bytes += value
      return
    }
    bytes += csvField(String(decoding: value, as: UTF8.self)).utf8
  }
}

extension CellRange {
  /// `A1:C3`.
  fileprivate var cited: String {
    "\(columnLetters(columns.lowerBound))\(rows.lowerBound):\(columnLetters(columns.upperBound))\(rows.upperBound)"
  }
}

extension CellKind {
  fileprivate var code: String {
    switch self {
    case .number: "n"
    case .text: "s"
    case .boolean: "b"
    case .error, .unreadable, .noSuchDay: "e"
    case .day: "d"
    case .dayTime: "dt"
    case .time: "t"
    case .duration: "dur"
    case .formulaWithoutValue: "f"
    }
  }
}

extension WorkbookCell {
  /// What is in a cell, or what is wrong with it: a spreadsheet program's error by its name, nothing for what no type fits.
  fileprivate var value: ArraySlice<UInt8> {
    switch kind {
    case .unreadable: []
    case .noSuchDay: ArraySlice("no such day".utf8)
    default: bytes
    }
  }
}
