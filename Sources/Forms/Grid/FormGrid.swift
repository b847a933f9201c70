import Parsing
import Texts
import Sheets

/// A cell as a reading rule sees it.
struct FormCell {
  let row: Int32
  let column: Int32
  let kind: CellKind
  /// Without white space at its ends.
  let text: String
  let colour: Int

  /// A formula that shows an empty cell gives 0, which is no day: nobody wrote one.
  var isEmpty: Bool { kind == .noSuchDay ? text == "0" : kind != .formulaWithoutValue && text.isEmpty }
  var origin: SheetTable.Origin { SheetTable.Origin(row: row, column: column) }
}

/// One row of a sheet with what merged cells above and beside it say of it.
struct FormRow {
  let number: Int32
  /// What stands in the row itself, in order of columns; nothing empty.
  let cells: [FormCell]
  /// Merged cells that reach into the row, with what they say; the first column of each is its own.
  fileprivate let merged: [(range: CellRange, cell: FormCell)]

  /// What holds in a column of the row.
  func cell(_ column: Int32) -> FormCell? {
    own(column) ?? merged.first { $0.range.contains(row: number, column: column) }?.cell
  }

  /// What stands in the row itself.
  func own(_ column: Int32) -> FormCell? {
    let index = cells.partitioningIndex { $0.column >= column }
    return index < cells.count && cells[index].column == column ? cells[index] : nil
  }

  /// The merged cell a column of the row lies in.
  func merge(_ column: Int32) -> CellRange? {
    merged.first { $0.range.contains(row: number, column: column) }?.range
  }
}

/// A sheet row by row, its merged cells found as the reading comes to them.
struct FormGrid {
  let sheet: WorkbookSheet
  private let merges: [CellRange]

  init(_ sheet: WorkbookSheet) {
    self.sheet = sheet
    merges = sheet.merges.filter { $0.rows.count > 1 || $0.columns.count > 1 }
      .sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  var lastRow: Int32 { sheet.rowCount == 0 ? 0 : sheet.rowNumber(at: sheet.rowCount - 1) }

  /// Goes through rows downwards.
  func rows(from first: Int32 = 1) -> RowSweep { RowSweep(grid: self, next: first) }

  func row(_ number: Int32) -> FormRow {
    var sweep = rows(from: number)
    return sweep.next() ?? FormRow(number: number, cells: [], merged: [])
  }

  fileprivate func cells(of number: Int32) -> [FormCell] {
    guard let row = sheet.row(number) else { return [] }
    return row.compactMap { cell in
      let cell = FormCell(
        row: number, column: cell.column, kind: cell.kind, text: cell.text.trimmed, colour: cell.colour)
      return cell.isEmpty ? nil : cell
    }
  }

  struct RowSweep: IteratorProtocol {
    let grid: FormGrid
    fileprivate var number: Int32
    private var waiting = 0
    private var active: [(range: CellRange, cell: FormCell)] = []

    fileprivate init(grid: FormGrid, next: Int32) {
      self.grid = grid
      number = next
    }

    /// The next row, up to the last that holds anything.
    mutating func next() -> FormRow? {
      guard number <= grid.lastRow else { return nil }
      let number = self.number
      self.number += 1
      let cells = grid.cells(of: number)
      active.removeAll { $0.range.rows.upperBound < number }
      while waiting < grid.merges.count, grid.merges[waiting].rows.lowerBound <= number {
        let range = grid.merges[waiting]
        waiting += 1
        guard range.rows.upperBound >= number else { continue }
        let row = range.rows.lowerBound == number ? cells : grid.cells(of: range.rows.lowerBound)
        let first = row.first { $0.column == range.columns.lowerBound }
        if let first { active.append((range, first)) }
      }
      return FormRow(number: number, cells: cells, merged: active)
    }
  }
}

extension [ClosedRange<Int32>] {
  /// Whether one of them, sorted and apart, has it.
  func holds(_ number: Int32) -> Bool {
    let index = partitioningIndex { $0.upperBound >= number }
    return index < count && self[index].contains(number)
  }
}
