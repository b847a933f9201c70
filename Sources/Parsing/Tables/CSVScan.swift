import Texts

/// A row's bytes parted into cells, by bytes: a mark that joins the comma before it, as `Character` has it, hides none.
extension TableRows {
  /// Finds the row's cells and moves past it; `false` where it can't be read, which is reported.
  mutating func scanRow() -> Bool {
    found.removeAll(keepingCapacity: true)
    if let sheet {
      sheet.cells(of: position, into: &found)
      position += 1
      rowEnd = position < sheet.rowCount ? sheet.start(of: position) : bytes.count
      return true
    }
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
      found.append(trimmed(cell))
      guard position < bytes.count, bytes[position] == 0x2C else { break }
      position += 1
    }
    rowEnd = position
    let length = rowEnd - rowStart
    endLine()
    if length > Self.longestLine {
      reject(.lineTooLong(bytes: length, at: place))
      return false
    }
    return true
  }

  private static func endOfPlainCell(_ bytes: Span<UInt8>, from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var i = start
      // Eight at a time: what ends a cell is among the bytes up to the comma, and hardly another byte of a cell is.
      while i + 8 <= bytes.count {
        let mark = firstUpToComma(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
        i += mark
        if mark == 8 { continue }
        if endsCell(bytes[i]) { return i }
        i += 1
      }
      while i < bytes.count, !endsCell(bytes[i]) { i += 1 }
      return i
    }
  }

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte <= 0x2C && (byte == 0x2C || byte == 0x0A || byte == 0x0D || byte == 0x22)
  }

  /// Of eight bytes, the lowest first, the number of those before the first that is 0x2C or less; 8 where none is.
  private static func firstUpToComma(_ word: UInt64) -> Int {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // A byte too small borrows from the next, so that only the first one marked is sure; that is the one asked for.
    return ((word &- ones &* 0x2D) & ~word & tops).trailingZeroBitCount >> 3
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

  private func trimmed(_ cell: Cell) -> Cell {
    let range = bytes.span.trimmed(cell.start..<cell.end)
    return Cell(start: range.lowerBound, end: range.upperBound, hasEscapes: cell.hasEscapes)
  }
}
