import Diagnostics
import Texts

/// The rows of a CSV file (RFC 4180; LF, CRLF or CR) or of a sheet, one at a time and without allocating: cells are byte
/// ranges and places are worked out only when something is to be said about them. Blank lines and comments are passed over;
/// a row that can't be read is reported, and the reading goes on after it.
@usableFromInline package struct TableRows {
  static let longestLine = 1 << 20
  /// In `order`: a column whose name nobody knows, and one without a name.
  package static let unknown = -1
  static let unnamed = -2

  package let file: Int32
  @usableFromInline package let bytes: [UInt8]
  /// What `bytes` are the texts of, where they are no file.
  let sheet: SheetTable?
  package var columns: [Column]
  let layout: TableLayout
  package let findings: MistakeCollector
  /// Whether every row so far could be read.
  package private(set) var isSound = true
  /// The row's cells in the order of `columns`; a column the file leaves out is always empty.
  @usableFromInline package var cells: [Cell]
  package private(set) var line: Int32 = 0
  package private(set) var rowStart = 0

  /// Where the row ends.
  var rowEnd = 0
  /// Where the next row begins, and on which line; of a sheet, which row it is.
  var position = 0
  var nextLine: Int32 = 1
  /// Rows that begin here or later are left to others.
  private(set) var limit: Int
  /// Whether the table's other stretches are read by others.
  private var isStretch = false
  /// For each cell of a row, its index in `columns`, `unknown` or `unnamed`.
  var order: [Int] = []
  /// Whether the file has all columns, in the order of `columns`.
  var isInOrder = false
  /// The row's cells in the order of the file.
  var found: [Cell] = []
  private var filled = UnnamedCells()
  private let cursor = PlaceCursor()

  /// `nil` when the header row has mistakes: they are reported, and reading the rows would only repeat them.
  package init?(
    _ bytes: [UInt8], sheet: SheetTable? = nil, file: Int32, layout: TableLayout, findings: MistakeCollector
  ) {
    self.init(unread: bytes, sheet: sheet, file: file, layout: layout, findings: findings)
    guard readHeader() else { return nil }
  }

  /// Before the first row, the header too.
  init(unread bytes: [UInt8], sheet: SheetTable? = nil, file: Int32, layout: TableLayout, findings: MistakeCollector) {
    self.file = file
    self.bytes = bytes
    self.sheet = sheet
    (columns, self.layout) = (layout.columns, layout)
    self.findings = findings
    limit = bytes.count
    cells = [Cell](repeating: Cell(start: 0, end: 0), count: columns.count)
  }

  /// A table of any columns: they are what the header row says, under the names it gives.
  package init?(_ bytes: [UInt8], file: Int32, findings: MistakeCollector) {
    self.file = file
    self.bytes = bytes
    sheet = nil
    self.findings = findings
    limit = bytes.count
    (columns, layout) = ([], TableLayout())
    cells = []
    guard readNames() else { return nil }
  }

  package mutating func spoil() { isSound = false }

  /// Reads on from the beginning of another line, which is counted as the first, and leaves the rows from `limit` on.
  mutating func read(from start: Int, before limit: Int) {
    if start > 0 { (position, nextLine) = (start, 1) }
    self.limit = limit
    isStretch = true
  }

  /// As many rows as may be left, if they are short ones.
  package var mostRowsLeft: Int { sheet.map { $0.rowCount - position } ?? (limit - position) / 32 }

  /// The first filled cell of each column without a name, as far as this stretch was read.
  var unnamedCells: UnnamedCells { filled }

  /// Moves to the next row that can be read; `false` at the end of the file.
  package mutating func next() -> Bool {
    while startRow() {
      guard scanRow() else { continue }
      guard found.contains(where: { $0.end > $0.start }) else { continue }
      guard found.count == order.count || fillUp() else {
        isSound = false
        let place = place
        findings.report(
          errorAt: place, .raggedRow(cells: found.count, columns: order.count, slip: slip, at: place))
        continue
      }
      if filled.columns.count > 0 { noteUnnamed() }
      if hasDoubtfulCells, reportDoubtfulCells() { continue }
      if isInOrder {
        swap(&cells, &found)
      } else {
        for i in order.indices where order[i] >= 0 { cells[order[i]] = found[i] }
      }
      return true
    }
    if !isStretch, filled.report(findings) { isSound = false }
    return false
  }

  /// Looks again at a row that was read before.
  package mutating func look(at cells: [Cell], from rowStart: Int, line: Int32) {
    (self.cells, self.rowStart, self.line) = (cells, rowStart, line)
  }

  /// Where a cell begins, its quote not counted.
  package func place(_ cell: Cell) -> Place {
    if let sheet { return place(sheet.origin(at: cell.start)) }
    let (lines, column) = cursor.move(to: max(cell.start, rowStart), from: rowStart, in: bytes)
    return Place(file: file, line: line + lines, column: column)
  }

  /// The row's own: the line it begins on, or the cell of a sheet by which it is cited.
  package var place: Place {
    sheet.map { place($0.anchor(at: rowStart)) } ?? Place(file: file, line: line)
  }

  private func place(_ origin: SheetTable.Origin) -> Place {
    Place(file: file, line: origin.row, column: origin.column)
  }

  /// Bytes looked at to work out places: what a test of growth counts.
  var steps: Int { cursor.steps }

  mutating func reject(_ diagnostic: Diagnostic) {
    isSound = false
    findings.report(diagnostic)
  }

  /// Spreadsheets leave out the commas of empty cells at a row's end in some rows and write them in others: cells under no
  /// name needn't be there.
  private mutating func fillUp() -> Bool {
    guard found.count < order.count, order[found.count...].allSatisfy({ $0 == Self.unnamed }) else { return false }
    let end = Cell(start: found.last?.end ?? rowStart, end: found.last?.end ?? rowStart)
    found += repeatElement(end, count: order.count - found.count)
    return true
  }

  mutating func beginRow(at start: Int, line: Int32) { (rowStart, self.line) = (start, line) }

  mutating func setUnnamed(_ columns: [Int]) { filled = UnnamedCells(columns: columns) }

  private mutating func noteUnnamed() {
    for column in filled.columns where found[column].end > found[column].start && filled.first[column] == nil {
      filled.first[column] = place(found[column])
    }
  }

  mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    endLine()
  }

  /// Moves past a line end, if one stands here.
  mutating func endLine() {
    guard position < bytes.count else { return }
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    nextLine += 1
  }
}
