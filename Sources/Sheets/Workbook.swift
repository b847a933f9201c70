/// A workbook as it was read: its worksheets in the order of their tabs. Knows cells, no points and no people.
package struct Workbook: Sendable {
  package let sheets: [WorkbookSheet]
  /// Tabs that hold no cells: charts, dialogs, macros.
  package let otherSheets: [String]
  /// What the colours of cells are, under the numbers that cells have less one: `FFFFFF00` (alpha, red, green, blue),
  /// `theme 4 0.4` or `indexed 13`.
  package let colours: [String]

  package init(sheets: [WorkbookSheet], otherSheets: [String], colours: [String]) {
    self.sheets = sheets
    self.otherSheets = otherSheets
    self.colours = colours
  }
}

/// A rectangle of cells; rows and columns from 1, both ends in it.
package struct CellRange: Hashable, Sendable {
  package let rows: ClosedRange<Int32>
  package let columns: ClosedRange<Int32>

  package init(rows: ClosedRange<Int32>, columns: ClosedRange<Int32>) {
    self.rows = rows
    self.columns = columns
  }

  package func contains(row: Int32, column: Int32) -> Bool { rows.contains(row) && columns.contains(column) }
}

/// What a cell holds, and with it how its text is written.
package enum CellKind: UInt8, Sendable, CaseIterable {
  /// `0.3`, `-12`, `1E+40`: fifteen digits at most count, whole numbers as they are stored.
  case number
  case text
  /// `true` or `false`.
  case boolean
  /// `#N/A` and its like, as the workbook stores it.
  case error
  /// `2025-03-08`.
  case day
  /// `2025-03-08T14:30:00`.
  case dayTime
  /// `14:30:00`.
  case time
  /// Hours, minutes and seconds, `26:30:00`.
  case duration
  /// A formula that no program has worked out; the text is empty.
  case formulaWithoutValue
  /// What its type can't be: `1,000` as a number, a text that isn't there. The text is what stands in the file.
  case unreadable
  /// A number under a format of days that is no day: 0, 60, anything negative. The text is the number.
  case noSuchDay
}

/// One worksheet. Only cells that hold something are kept, sorted by row and column.
package struct WorkbookSheet: Sendable {
  package enum State: String, Sendable { case visible, hidden, veryHidden }

  package let name: String
  package let state: State
  /// As the sheet lists them; they may be of one cell, and overlap.
  package let merges: [CellRange]
  /// Hidden by hand or by a filter; sorted, apart from one another.
  package let hiddenRows: [ClosedRange<Int32>]
  /// Those of them that a filter hides.
  package let filteredRows: [ClosedRange<Int32>]
  package let hiddenColumns: [ClosedRange<Int32>]
  /// Rows in which whatever has a text is struck out.
  package let struckRows: [ClosedRange<Int32>]
  package let cellCount: Int
  /// What the colours of cells are, as the workbook has them.
  package let colours: [String]
  private let rows: RowStore
  private let strings: StringStore

  package init(
    name: String, state: State, merges: [CellRange], hiddenRows: [ClosedRange<Int32>],
    filteredRows: [ClosedRange<Int32>], hiddenColumns: [ClosedRange<Int32>], struckRows: [ClosedRange<Int32>],
    cellCount: Int, colours: [String] = [], rows: RowStore, strings: StringStore
  ) {
    self.name = name
    self.state = state
    self.merges = merges
    self.hiddenRows = hiddenRows
    self.filteredRows = filteredRows
    self.hiddenColumns = hiddenColumns
    self.struckRows = struckRows
    self.cellCount = cellCount
    self.colours = colours
    self.rows = rows
    self.strings = strings
  }

  /// Rows that hold something.
  package var rowCount: Int { rows.count }
  package func rowNumber(at index: Int) -> Int32 { rows.number(at: index) }

  /// - Parameter index: below `rowCount`.
  package func row(at index: Int) -> WorkbookRow {
    let (segment, at) = rows.bytes(at: index)
    return WorkbookRow(number: rows.number(at: index), segment: segment, start: at, strings: strings)
  }

  /// `nil` for a row that holds nothing.
  package func row(_ number: Int32) -> WorkbookRow? {
    let index = firstRow(from: number)
    return index < rows.count && rows.number(at: index) == number ? row(at: index) : nil
  }

  /// The index of the first row that isn't above this one.
  package func firstRow(from number: Int32) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows.number(at: middle) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension WorkbookSheet {
  /// Whether nothing in it differs, down to how its name is spelt in bytes.
  package func isSame(as other: WorkbookSheet) -> Bool {
    name.utf8.elementsEqual(other.name.utf8) && state == other.state && merges == other.merges
      && hiddenRows == other.hiddenRows && filteredRows == other.filteredRows
      && hiddenColumns == other.hiddenColumns && struckRows == other.struckRows && cellCount == other.cellCount
      && colours == other.colours && rows == other.rows && strings == other.strings
  }
}

package struct WorkbookCell: Sendable {
  /// From 1.
  package let column: Int32
  package let kind: CellKind
  package let isStruck: Bool
  /// 0 for none, else one more than its index in the workbook's `colours`.
  package let colour: Int
  /// UTF-8.
  package let bytes: ArraySlice<UInt8>

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The cells of a row, in order of their columns.
package struct WorkbookRow: Sequence, Sendable {
  /// From 1.
  package let number: Int32
  let segment: [UInt8]
  let start: Int
  let strings: StringStore

  package func makeIterator() -> Iterator {
    var reader = CellDecoder(bytes: segment, at: start, strings: strings)
    return Iterator(left: reader.number(), reader: reader)
  }

  package struct Iterator: IteratorProtocol {
    private(set) var left: Int
    private var reader: CellDecoder

    init(left: Int, reader: CellDecoder) {
      self.left = left
      self.reader = reader
    }

    package mutating func next() -> WorkbookCell? {
      guard left > 0 else { return nil }
      left -= 1
      return reader.cell()
    }
  }
}
