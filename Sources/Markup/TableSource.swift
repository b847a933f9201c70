/// A GFM table as found in the source, before its cells are read as Markdown.
struct TableSource {
  enum Alignment: Int { case none, left, centre, right }

  /// The text of a cell, escaped pipes undone, and where it stands.
  struct Cell {
    var text: [UInt8] = []
    var line = 0
    /// Scalar column of the first character.
    var column = 0
    /// Scalar offsets in `text` before which a backslash was taken out.
    var removed: [Int] = []
  }

  /// Lines of the same paragraph above the table.
  var lead: [Cell] = []
  var alignments: [Alignment]
  var header: [Cell]
  var rows: [[Cell]] = []
  /// Last line of its paragraph.
  var lastLine: Int
}

/// Most columns of a table, and most cells of all tables in a document (short rows are filled up, at the cost of space).
let widestTable = 100
let mostCells = 50_000

extension TableSource {
  /// The cells of a line: parted at pipes that no backslash precedes, without the outer pipes and spaces.
  static func cells(of line: Int, in lines: Lines, _ content: Range<Int>) -> [Cell] {
    let text = lines.text
    var (start, end) = (content.lowerBound, content.upperBound)
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    if start < end, text[start] == pipe { start += 1 }
    var column = scalarCount(text[lines.range(of: line).lowerBound..<start]) + 1
    var cells: [Cell] = []
    var cell = Cell(line: line, column: column)
    var length = 0
    var at = start
    while at < end {
      let byte = text[at]
      if byte == pipe {
        cells.append(cell.trimmed())
        cell = Cell(line: line, column: column + 1)
        length = 0
      } else if byte == UInt8(ascii: "\\"), at + 1 < end {
        if text[at + 1] == pipe { cell.removed.append(length) } else { cell.text.append(byte) }
        length += text[at + 1] == pipe ? 0 : 1
        column += 1
        at += 1
        cell.text.append(text[at])
        if text[at] & 0xC0 != 0x80 { length += 1 }
      } else {
        cell.text.append(byte)
        if byte & 0xC0 != 0x80 { length += 1 }
      }
      if text[at] & 0xC0 != 0x80 { column += 1 }
      at += 1
    }
    let last = cell.trimmed()
    // What follows a closing pipe is no cell.
    let isClosed = end > start && text[end - 1] == pipe && cell.text.isEmpty
    if !isClosed { cells.append(last) }
    return cells
  }

  /// The alignments a delimiter row gives; `nil` if the line is none.
  static func alignments(of content: Range<Int>, in text: [UInt8]) -> [Alignment]? {
    var found: [Alignment] = []
    var (at, end) = (content.lowerBound, content.upperBound)
    func skipSpaces() { while at < end, isBlank(text[at]) { at += 1 } }
    while end > at, isBlank(text[end - 1]) { end -= 1 }
    if end > at, text[end - 1] == pipe { end -= 1 }
    if at < end, text[at] == pipe { at += 1 }
    while at < end {
      skipSpaces()
      let left = at < end && text[at] == UInt8(ascii: ":")
      if left { at += 1 }
      let dashes = at
      while at < end, text[at] == UInt8(ascii: "-") { at += 1 }
      if at == dashes { return nil }
      let right = at < end && text[at] == UInt8(ascii: ":")
      if right { at += 1 }
      skipSpaces()
      found.append(left ? (right ? .centre : .left) : right ? .right : .none)
      if at == end { break }
      guard text[at] == pipe else { return nil }
      at += 1
      if at == end { return nil }
    }
    return found.isEmpty ? nil : found
  }

  /// Whether a column is of figures, so that its digits stand under each other.
  func isNumeric(column: Int) -> Bool {
    var digits = false
    for row in rows where column < row.count {
      for scalar in String(decoding: row[column].text, as: UTF8.self).unicodeScalars {
        switch scalar {
        case "0"..."9", "０"..."９": digits = true
        case "+", "-", "−", "–", "—", ".", ",", "，", "%", "％", "‰", " ", "*", "/": break
        default: return false
        }
      }
    }
    return digits
  }
}

extension TableSource.Cell {
  fileprivate func trimmed() -> Self {
    var cell = self
    let lead = text.prefix(while: isBlank).count
    cell.text = Array(text.dropFirst(lead))
    cell.column += lead
    cell.removed = removed.map { $0 - lead }
    while let last = cell.text.last, isBlank(last) { cell.text.removeLast() }
    return cell
  }

  /// The source column of the scalar at `offset` in the cell's text, from 0.
  func column(at offset: Int) -> Int { column + offset + removed.count { $0 < offset || $0 == offset } }
}

let pipe = UInt8(ascii: "|")
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
