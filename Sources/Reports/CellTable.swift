import Sheets
import Texts

/// What a workbook holds, as CSV of `sheet,cell,kind,value`, handed on by pieces: first what is said of a sheet (no cell
/// beside it), then its cells in order.
package func writeCells(of workbook: Workbook, to take: (String) throws -> Void) rethrows {
  var table = CellTable()
  for sheet in workbook.sheets {
    table.begin(sheet)
    if table.isFull { try take(table.flush()) }
    for index in 0..<sheet.rowCount {
      let row = sheet.row(at: index)
      for cell in row { table.add(cell, in: row.number) }
      if table.isFull { try take(table.flush()) }
    }
  }
  for name in workbook.otherSheets { table.add(csvField(name), "", "other", "") }
  try take(table.flush())
}

private struct CellTable {
  private var text = "sheet,cell,kind,value\r\n"
  private var sheet = ""

  var isFull: Bool { text.utf8.count >= 1 << 16 }

  mutating func flush() -> String {
    defer { text = "" }
    return text
  }

  mutating func begin(_ sheet: WorkbookSheet) {
    self.sheet = csvField(sheet.name)
    add(self.sheet, "", "state", sheet.state.rawValue)
    for range in sheet.merges { add(self.sheet, "", "merges", range.cited) }
    for row in sheet.hiddenRows.joined() { add(self.sheet, "", "hidden_rows", "\(row)") }
    for row in sheet.filteredRows.joined() { add(self.sheet, "", "filtered", "\(row)") }
    for row in sheet.struckRows.joined() { add(self.sheet, "", "struck", "\(row)") }
    for column in sheet.hiddenColumns.joined() { add(self.sheet, "", "hidden_columns", columnLetters(column)) }
  }

  mutating func add(_ cell: WorkbookCell, in row: Int32) {
    add(sheet, columnLetters(cell.column) + "\(row)", cell.kind.code, cell.value)
  }

  mutating func add(_ sheet: String, _ cell: String, _ kind: String, _ value: String) {
    text += "\(sheet),\(cell),\(kind),\(csvField(value))\r\n"
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
  fileprivate var value: String {
    switch kind {
    case .unreadable: ""
    case .noSuchDay: "no such day"
    default: text
    }
  }
}
