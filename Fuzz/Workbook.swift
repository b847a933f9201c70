import Texts
import Sheets
@testable import Workbooks

/// Little enough that a small input can reach each limit.
private let limits = {
  var limits = WorkbookLimits()
  limits.keptBytes = 1 << 16
  limits.inflatedBytes = 1 << 18
  limits.rowBytes = 2_048
  limits.textBytes = 512
  limits.merges = 16
  limits.names = 64
  return limits
}()

/// With an even first byte the rest is a file. With an odd one it is a part of a workbook that is sound otherwise, so that
/// no checksum stands between the damage and the readers.
@_cdecl("LLVMFuzzerTestOneInput") public func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  var work = WorkbookWork()
  let file = start[0] & 1 == 0 ? bytes : workbook(damaged: Int(start[0] >> 1) % 4, bytes)
  let result = readWorkbook(file, limits: limits, work: &work)
  precondition(work.keptBytes <= limits.keptBytes + limits.rowBytes + file.count, "more was kept than may be")
  if case .success(let book) = result { for sheet in book.sheets { check(sheet) } }
  return 0
}

/// What every caller counts on: rows and cells in order, each text whole, ranges sorted and apart.
private func check(_ sheet: WorkbookSheet) {
  var (cells, lastRow): (Int, Int32) = (0, 0)
  for index in 0..<sheet.rowCount {
    let row = sheet.row(at: index)
    precondition(row.number > lastRow && row.number <= SheetSize.rows, "rows out of order")
    precondition(sheet.row(row.number)?.number == row.number, "a row can't be found")
    lastRow = row.number
    var lastColumn: Int32 = 0
    for cell in row {
      precondition(cell.column > lastColumn && cell.column <= SheetSize.columns, "cells out of order")
      precondition(String(validating: cell.bytes, as: UTF8.self) != nil, "a text isn't UTF-8")
      precondition(cell.kind != .number || !cell.bytes.isEmpty, "a number without digits")
      (lastColumn, cells) = (cell.column, cells + 1)
    }
  }
  precondition(cells == sheet.cellCount, "other cells than were counted")
  for ranges in [sheet.hiddenRows, sheet.filteredRows, sheet.struckRows, sheet.hiddenColumns] {
    for (one, next) in zip(ranges, ranges.dropFirst()) {
      precondition(one.upperBound < next.lowerBound, "ranges out of order")
    }
  }
}

private func workbook(damaged part: Int, _ bytes: [UInt8]) -> [UInt8] {
  var book = TinyWorkbook(
    rows: "<row><c t=\"s\" s=\"1\"><v>0</v></c><c s=\"1\"><v>45724.5</v></c></row>", strings: "<si><t>甲</t></si>",
    styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")
  let parts = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
  book.put(parts[part], bytes: bytes)
  return book.bytes
}
