import Sheets
import Texts

/// `B5` → row and column; `nil` for anything that no cell is called.
func cellReference(_ text: UnsafePointer<CChar>) -> (row: Int32, column: Int32)? {
  var at = text
  guard let found = scanReference(&at), at.pointee == 0 else { return nil }
  return found
}

/// `B5:C7`, or a single cell; whichever corners are named.
func cellRange(_ text: UnsafePointer<CChar>) -> CellRange? {
  var at = text
  guard let first = scanReference(&at) else { return nil }
  var last = first
  if at.pointee == 0x3A {
    at += 1
    guard let end = scanReference(&at) else { return nil }
    last = end
  }
  guard at.pointee == 0 else { return nil }
  return CellRange(
    rows: min(first.row, last.row)...max(first.row, last.row),
    columns: min(first.column, last.column)...max(first.column, last.column))
}

enum SheetSize {
  static let rows: Int32 = 1_048_576
  static let columns: Int32 = 16_384
}

private func scanReference(_ at: inout UnsafePointer<CChar>) -> (row: Int32, column: Int32)? {
  var (row, column): (Int32, Int32) = (0, 0)
  while (0x41...0x5A).contains(at.pointee) {
    column = column * 26 + Int32(at.pointee) - 0x40
    guard column <= SheetSize.columns else { return nil }
    at += 1
  }
  guard column > 0, at.pointee != 0x30 else { return nil }
  while (0x30...0x39).contains(at.pointee) {
    row = row * 10 + Int32(at.pointee) - 0x30
    guard row <= SheetSize.rows else { return nil }
    at += 1
  }
  return row > 0 ? (row, column) : nil
}

/// A whole number from 1 to `most`; `nil` for anything else.
func wholeNumber(_ text: UnsafePointer<CChar>, most: Int32) -> Int32? {
  var (value, at): (Int32, UnsafePointer<CChar>) = (0, text)
  while at.pointee != 0 {
    guard (0x30...0x39).contains(at.pointee) else { return nil }
    value = value * 10 + Int32(at.pointee) - 0x30
    guard value <= most else { return nil }
    at += 1
  }
  return value > 0 ? value : nil
}
