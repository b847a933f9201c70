import Texts

/// A file of CSV as Excel and WPS show it: a row has as many lines as a quoted cell in it, and a first line `sep=,` is none.
struct CSVGrid {
  struct Cell {
    let text: String
    /// Of the file, from 1.
    let line: Int32
    /// The column of characters at which it begins, from 1.
    let column: Int32
  }

  private let bytes: [UInt8]
  /// Where rows begin, and at last where the file ends.
  private var starts: [(offset: Int, line: Int32)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line: Int32 = 1
    var (isQuoted, isEmpty, isOpen) = (false, true, false)
    while at < bytes.count {
      if !isOpen { starts.append((at, line)) }
      isOpen = true
      let byte = bytes[at]
      at += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        // Two of them are one within the cell.
        if byte == 0x22, at < bytes.count, bytes[at] == 0x22 { at += 1 } else if byte == 0x22 { isQuoted = false }
        continue
      }
      switch byte {
      case 0x0A: (isOpen, isEmpty) = (false, true)
      case 0x2C: isEmpty = true
      case 0x22 where isEmpty: (isQuoted, isEmpty) = (true, false)
      default: isEmpty = false
      }
    }
    starts.append((at, line + 1))
    if let first = rows.first, isSeparator(first) { starts.removeFirst() }
  }

  /// From 1, as the program numbers them.
  private var rows: Range<Int32> { 1..<Int32(starts.count) }

  private func isSeparator(_ row: Int32) -> Bool {
    let text = cells(ofRow: row).first?.text.lowercased() ?? ""
    return text.begins(with: "sep=")
  }

  /// The row that a line of the file belongs to.
  func row(ofLine line: Int32) -> Int32? {
    let row = Int32(starts.partitioningIndex { $0.line > line })
    return rows.contains(row) ? row : nil
  }

  /// The row that names the columns, above another: below the comments a file may begin with.
  func head(above row: Int32) -> Int32? {
    (1..<max(row, 1)).first { number in
      let cells = cells(ofRow: number)
      return cells.contains { !$0.text.isEmpty } && cells.first?.text.begins(with: "#") == false
    }
  }

  /// - Returns: none where there is no such row.
  func cells(ofRow row: Int32) -> [Cell] {
    guard rows.contains(row) else { return [] }
    let (start, end) = (starts[Int(row) - 1], starts[Int(row)].offset)
    let scalars = Array(String(decoding: bytes[start.offset..<end], as: UTF8.self).unicodeScalars)
    var (line, column, isQuoted) = (start.line, Int32(1), false)
    var cells: [Cell] = []
    var (text, begin) = (String.UnicodeScalarView(), (line, column))
    func close() { cells.append(Cell(text: String(text), line: begin.0, column: begin.1)) }
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      (at, column) = (at + 1, column + 1)
      switch scalar {
      case "\"" where isQuoted && at < scalars.count && scalars[at] == "\"":
        text.append(scalar)
        (at, column) = (at + 1, column + 1)
      case "\"" where isQuoted || text.isEmpty: isQuoted.toggle()
      case "," where !isQuoted:
        close()
        (text, begin) = (String.UnicodeScalarView(), (line, column))
      case "\r": break
      case "\n":
        (line, column) = (line + 1, 1)
        if isQuoted { text.append(" ") }
      default: text.append(scalar)
      }
    }
    close()
    return cells
  }
}
