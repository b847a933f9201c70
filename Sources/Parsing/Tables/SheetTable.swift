import Texts

/// A table that was taken from a sheet of a workbook: the texts a decoder of tables reads, each with the cell it comes from.
/// The first row is the header; every row has as many cells. A cell of the sheet may stand in many of them (a day over a
/// whole month's matrix), and a cell that nobody wrote may stand in for what a rule says.
package struct SheetTable: Sendable {
  /// Where a text comes from: row and column of the sheet, from 1.
  package struct Origin: Hashable, Sendable {
    package let row: Int32
    package let column: Int32

    package init(row: Int32, column: Int32) {
      self.row = row
      self.column = column
    }
  }

  private struct Entry {
    let start: Int32
    let end: Int32
    let origin: Origin
  }

  /// The texts, each followed by a line feed, so that no two cells begin at one byte and one byte tells its cell.
  package private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// By row: the first of its entries, and the cell the row is cited by.
  private var rows: [(first: Int32, anchor: Origin)] = []

  package init() {}

  package var rowCount: Int { rows.count }

  /// - Parameter anchor: the cell by which what the row says is cited.
  package mutating func beginRow(at anchor: Origin) { rows.append((Int32(entries.count), anchor)) }

  package mutating func add(_ text: Span<UInt8>, from origin: Origin) {
    let start = Int32(bytes.count)
    for index in text.indices { bytes.append(text[index]) }
    entries.append(Entry(start: start, end: Int32(bytes.count), origin: origin))
    bytes.append(0x0A)
  }

  package mutating func add(_ text: String, from origin: Origin) {
    let text = Array(text.utf8)
    add(text.span, from: origin)
  }

  private func entries(of row: Int) -> ArraySlice<Entry> {
    entries[Int(rows[row].first)..<(row + 1 < rows.count ? Int(rows[row + 1].first) : entries.count)]
  }

  /// The number of the row in the sheet.
  func line(of row: Int) -> Int32 { rows[row].anchor.row }

  /// Byte ranges of a row's texts.
  func cells(of row: Int, into cells: inout [Cell]) {
    for entry in entries(of: row) {
      let range = bytes.span.trimmed(Int(entry.start)..<Int(entry.end))
      cells.append(Cell(start: range.lowerBound, end: range.upperBound))
    }
  }

  /// The byte at which a row's first text begins.
  func start(of row: Int) -> Int {
    let first = Int(rows[row].first)
    return first < entries.count ? Int(entries[first].start) : bytes.count
  }

  /// The cell that the text at a byte comes from.
  func origin(at byte: Int) -> Origin {
    let index = lastIndex(entries.count) { entries[$0].start <= byte }
    return entries[index].origin
  }

  /// The cell by which the row is cited whose texts hold a byte.
  func anchor(at byte: Int) -> Origin {
    let entry = lastIndex(entries.count) { entries[$0].start <= byte }
    return rows[lastIndex(rows.count) { rows[$0].first <= entry }].anchor
  }

  /// The last of `count` ascending things that is still as asked; the first where none is.
  private func lastIndex(_ count: Int, where isBefore: (Int) -> Bool) -> Int {
    max(0, (0..<count).partitioningIndex { !isBefore($0) } - 1)
  }
}
