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
    // What follows a closing pipe is no cell.
    while start < end || cells.isEmpty {
      var stop = start
      while stop < end, text[stop] != pipe { stop += text[stop] == UInt8(ascii: "\\") ? 2 : 1 }
      stop = min(stop, end)
      let lead = text[start..<stop].prefix(while: isBlank).count
      cells.append(Cell(text[(start + lead)..<stop], line: line, column: column + lead))
      column += scalarCount(text[start..<stop]) + 1
      start = stop + 1
    }
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
  /// A cell of what stands between two pipes from its first character on.
  fileprivate init(_ source: ArraySlice<UInt8>, line: Int, column: Int) {
    self.line = line
    self.column = column
    var source = source
    while let last = source.last, isBlank(last) { source.removeLast() }
    var at = source.startIndex
    var length = 0
    while let slash = source[at...].firstIndex(of: UInt8(ascii: "\\")), slash + 1 < source.endIndex {
      let isPipe = source[slash + 1] == pipe
      length += scalarCount(source[at..<slash])
      if isPipe { removed.append(length) }
      text += source[at..<(isPipe ? slash : slash + 1)]
      text.append(source[slash + 1])
      length += scalarCount(source[(isPipe ? slash + 1 : slash)..<(slash + 2)])
      at = slash + 2
    }
    text += source[at...]
  }

  /// Whether libcmark too would see nothing but text: no character that begins anything inline.
  var isPlain: Bool {
    text.allSatisfy { byte in
      switch byte {
      case 0..<0x20, UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "["),
        UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
        false
      default: true
      }
    }
  }

  /// The source column of the scalar at `offset` in the cell's text, from 0.
  func column(at offset: Int) -> Int { column + offset + removed.count { $0 < offset || $0 == offset } }
}

let pipe = UInt8(ascii: "|")
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
