/// Where the rows of plain tables came from that stand in a workbook's place, as in an archive: each is cited as the cell
/// it was read from, and whoever cites the cell means the row.
package struct RowOrigins: Sendable {
  fileprivate struct Row: Hashable {
    let file: Int32
    let line: Int32
  }

  fileprivate struct CellRow: Hashable {
    let path: String
    let sheet: String
    let row: Int32

    init?(_ place: CitedPlace) {
      guard case .cell(let sheet, let row, _) = place.spot else { return nil }
      (path, self.sheet, self.row) = (place.path, sheet, row)
    }
  }

  private var cells: [Row: CitedPlace] = [:]
  /// Of several people's row in a sheet each has a row of the table.
  private var rows: [CellRow: [Place]] = [:]
  /// Paths of the workbooks whose tables stand elsewhere.
  package private(set) var workbooks: Set<String> = []

  package init() {}

  package var isEmpty: Bool { cells.isEmpty }

  /// - Returns: `false` where the row has an origin already, or what is cited is no cell.
  @discardableResult
  package mutating func add(_ cell: CitedPlace, of row: Place) -> Bool {
    guard let origin = CellRow(cell), cells.updateValue(cell, forKey: Row(file: row.file, line: row.line)) == nil else {
      return false
    }
    rows[origin, default: []].append(row)
    workbooks.insert(cell.path)
    return true
  }

  /// What is cited for a place.
  package subscript(place: Place) -> CitedPlace? {
    cells.isEmpty ? nil : cells[Row(file: place.file, line: place.line)]
  }

  /// The rows that came from the row of a cell.
  package func rows(from cell: CitedPlace) -> [Place] { CellRow(cell).flatMap { rows[$0] } ?? [] }
}
