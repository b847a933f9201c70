import Foundation
import Reports
import Workbooks

/// What a published file says: its bytes, and of a workbook, which is packed, the cells as `tables --cells` prints them.
func words(of bytes: Data, at path: String) throws -> Data {
  guard path.hasSuffix(".xlsx") else { return bytes }
  var cells = Data()
  writeCells(of: try readWorkbook(Array(bytes)).get()) { cells += $0 }
  return cells
}
