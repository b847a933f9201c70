import Sheets
import Texts
import TinyWorkbooks
@testable import Workbooks

extension TinyWorkbook {
  func read(_ limits: WorkbookLimits = WorkbookLimits()) -> Result<Workbook, WorkbookRefusal> {
    readWorkbook(bytes, limits: limits)
  }

  var refusal: WorkbookRefusal? {
    guard case .failure(let refusal) = read() else { return nil }
    return refusal
  }

  /// `B5 day 2025-03-08` of every cell of the first sheet.
  func cells() throws -> [String] { try read().get().sheets[0].said }
}

extension WorkbookSheet {
  var said: [String] {
    (0..<rowCount).flatMap { index in
      row(at: index).map { cell in
        "\(cellName(row: rowNumber(at: index), column: cell.column)) \(cell.kind) \(cell.text)"
      }
    }
  }
}
