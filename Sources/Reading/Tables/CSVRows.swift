import Diagnostics

/// The rows of a CSV file (RFC 4180; LF, CRLF or CR), one at a time and without allocating: cells are byte ranges and
/// places are worked out only when something is to be said about them. Blank lines and lines beginning with `#` are
/// passed over; a row that can't be read is reported, and the reading goes on after it.
struct CSVRows {
  static let longestLine = 1 << 20

  let file: Int32
  let bytes: [UInt8]
  private(set) var columns: [Column]
  let findings: Findings
  /// Whether every row so far could be read.
  private(set) var isSound = true
  /// The row's cells in the order of `columns`; a column the file leaves out is always empty.
  private(set) var cells: [Cell]
  private(set) var line: Int32 = 0
  private(set) var rowStart = 0

  /// Where the next row begins, and on which line.
  private(set) var position = 0
  private(set) var nextLine: Int32 = 1
  /// Rows that begin here or later are left to others.
  private var limit: Int
  /// For each cell of a row, its index in `columns`; -1 for a column nobody knows.
  private var order: [Int] = []
  /// Whether the file has all columns, in the order of `columns`.
  private var isInOrder = false
  /// The row's cells in the order of the file.
  private var found: [Cell] = []

  /// `nil` when the header row has mistakes: they are reported, and reading the rows would only repeat them.
  init?(_ bytes: [UInt8], file: Int32, columns: [Column], findings: Findings) {
    self.file = file
    self.bytes = bytes
    self.columns = columns
    self.findings = findings
    limit = bytes.count
    cells = [Cell](repeating: Cell(start: 0, end: 0), count: columns.count)
    guard readHeader() else { return nil }
  }

  /// A table of any columns: they are what the header row says, under the names it gives.
  init?(_ bytes: [UInt8], file: Int32, findings: Findings) {
    self.file = file
    self.bytes = bytes
    self.findings = findings
    limit = bytes.count
    columns = []
    cells = []
    guard readNames() else { return nil }
  }

  mutating func spoil() { isSound = false }

  /// Reads on from the beginning of another line, which is counted as the first.
  mutating func move(to position: Int) { (self.position, nextLine) = (position, 1) }

  mutating func stop(before limit: Int) { self.limit = limit }

  /// As many rows as may be left, if they are short ones.
  var mostRowsLeft: Int { (limit - position) / 32 }

  /// Moves to the next row that can be read; `false` at the end of the file.
  mutating func next() -> Bool {
    while startRow() {
      guard scanRow() else { continue }
      guard found.contains(where: { $0.end > $0.start }) else { continue }
      guard found.count == order.count else {
        reject(.raggedRow(cells: found.count, columns: order.count, at: Place(file: file, line: line)))
        continue
      }
      if isInOrder {
        swap(&cells, &found)
      } else {
        for i in order.indices where order[i] >= 0 { cells[order[i]] = found[i] }
      }
      return true
    }
    return false
  }

  /// Where a cell begins, its quote not counted.
  func place(_ cell: Cell) -> Place {
    var line = self.line
    var column: Int32 = 1
    var i = rowStart
    let end = max(cell.start, rowStart)
    while i < end {
      let byte = bytes[i]
      if byte == 0x0A || (byte == 0x0D && !(i + 1 < bytes.count && bytes[i + 1] == 0x0A)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      i += 1
    }
    return Place(file: file, line: line, column: column)
  }

  var place: Place { Place(file: file, line: line) }

  private mutating func reject(_ diagnostic: Diagnostic) {
    isSound = false
    findings.report(diagnostic)
  }

  private mutating func readHeader() -> Bool {
    while startRow() {
      guard scanRow() else { return false }
      if found.contains(where: { $0.end > $0.start }) { return match(found) }
    }
    reject(.missingColumns(columns.filter(\.isRequired), at: Place(file: file, line: 1)))
    return false
  }

  private mutating func readNames() -> Bool {
    while startRow() {
      guard scanRow() else { return false }
      guard found.contains(where: { $0.end > $0.start }) else { continue }
      let names = found
      columns = names.map { Column(string($0), string($0), required: false) }
      cells = names
      for (index, cell) in names.enumerated() {
        if let first = columns.firstIndex(where: { $0.name == columns[index].name }), first < index {
          reject(.duplicateColumn(columns[index].name, first: place(names[first]), at: place(cell)))
        }
      }
      order = Array(names.indices)
      return isSound
    }
    reject(.missingHeader(at: Place(file: file, line: 1)))
    return false
  }

  private mutating func match(_ names: [Cell]) -> Bool {
    var first: [Int: Place] = [:]
    for cell in names {
      let name = string(cell)
      let folded = name.lowercased()
      guard let index = columns.firstIndex(where: { $0.name == folded || $0.chinese == name }) else {
        let known = columns.flatMap { [$0.name, $0.chinese] }
        reject(.unknownColumn(name, suggestion: nearest(to: name, in: known), columns: columns, at: place(cell)))
        order.append(-1)
        continue
      }
      if let earlier = first[index] {
        reject(.duplicateColumn(name, first: earlier, at: place(cell)))
        order.append(-1)
      } else {
        first[index] = place(cell)
        order.append(index)
      }
    }
    let missing = columns.indices.filter { columns[$0].isRequired && first[$0] == nil }.map { columns[$0] }
    // A misspelt column is both unknown and missing: say it once.
    if !missing.isEmpty, missing.count > order.filter({ $0 < 0 }).count {
      reject(.missingColumns(missing, at: place))
    }
    isInOrder = order.elementsEqual(columns.indices)
    return isSound
  }

  /// Moves past comment lines to the first byte of a row; `false` at the end.
  private mutating func startRow() -> Bool {
    while position < limit {
      rowStart = position
      line = nextLine
      guard bytes[position] == 0x23 else { return true }
      skipLine()
    }
    return false
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    endLine()
  }

  /// Moves past a line end, if one stands here.
  private mutating func endLine() {
    guard position < bytes.count else { return }
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    nextLine += 1
  }

  /// Finds the row's cells and moves past it; `false` where it can't be read, which is reported.
  private mutating func scanRow() -> Bool {
    found.removeAll(keepingCapacity: true)
    while true {
      var cell = Cell(start: position, end: position)
      if position < bytes.count, bytes[position] == 0x22 {
        guard let quoted = scanQuoted() else { return false }
        cell = quoted
      } else {
        position = Self.endOfPlainCell(bytes.span, from: position)
        cell.end = position
        if position < bytes.count, bytes[position] == 0x22 {
          reject(.strayQuote(at: place(Cell(start: position, end: position))))
          skipLine()
          return false
        }
      }
      found.append(Self.trimmed(cell, of: bytes.span))
      guard position < bytes.count, bytes[position] == 0x2C else { break }
      position += 1
    }
    let length = position - rowStart
    endLine()
    if length > Self.longestLine {
      reject(.lineTooLong(bytes: length, at: place))
      return false
    }
    return true
  }

  private static func endOfPlainCell(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      if byte <= 0x2C, byte == 0x2C || byte == 0x0A || byte == 0x0D || byte == 0x22 { break }
      i += 1
    }
    return i
  }

  private mutating func scanQuoted() -> Cell? {
    let opening = position
    var cell = Cell(start: opening + 1, end: opening + 1)
    var i = opening + 1
    var lines: Int32 = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x22 {
        guard i + 1 < bytes.count, bytes[i + 1] == 0x22 else { break }
        cell.hasEscapes = true
        i += 1
      } else if byte == 0x0A || (byte == 0x0D && !(i + 1 < bytes.count && bytes[i + 1] == 0x0A)) {
        lines += 1
      }
      i += 1
    }
    guard i < bytes.count else {
      // The rest of the file stands inside the quote: nothing after it can be told apart.
      reject(.unclosedQuote(at: place(Cell(start: opening, end: opening))))
      position = bytes.count
      return nil
    }
    cell.end = i
    position = i + 1
    if position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0A, bytes[position] != 0x0D {
      reject(.strayQuote(at: place(Cell(start: i, end: i))))
      nextLine += lines
      skipLine()
      return nil
    }
    nextLine += lines
    return cell
  }

  /// Without white space at either end, full-width spaces included.
  private static func trimmed(_ cell: Cell, of bytes: Span<UInt8>) -> Cell {
    var cell = cell
    while cell.start < cell.end {
      let first = bytes[cell.start]
      if first == 0x20 || first == 0x09 || first == 0x0A || first == 0x0D {
        cell.start += 1
      } else if first == 0xE3, cell.end - cell.start >= 3, bytes[cell.start + 1] == 0x80, bytes[cell.start + 2] == 0x80
      {
        cell.start += 3
      } else {
        break
      }
    }
    while cell.start < cell.end {
      let last = bytes[cell.end - 1]
      if last == 0x20 || last == 0x09 || last == 0x0A || last == 0x0D {
        cell.end -= 1
      } else if last == 0x80, cell.end - cell.start >= 3, bytes[cell.end - 2] == 0x80, bytes[cell.end - 3] == 0xE3 {
        cell.end -= 3
      } else {
        break
      }
    }
    return cell
  }
}
