/// Remembers how far a row was counted: cells are asked for from left to right, and a row of a hundred thousand mistaken
/// ones would else be counted from its beginning for each.
final class PlaceCursor {
  private var rowStart = -1
  private var offset = 0
  private var lines: Int32 = 0
  private var column: Int32 = 1
  private(set) var steps = 0

  /// Lines between the row's beginning and `end`, and the column there in Unicode scalars, from 1.
  func move(to end: Int, from rowStart: Int, in bytes: [UInt8]) -> (lines: Int32, column: Int32) {
    if self.rowStart != rowStart || offset > end {
      (self.rowStart, offset, lines, column) = (rowStart, rowStart, 0, 1)
    }
    steps += end - offset
    while offset < end {
      let byte = bytes[offset]
      if byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)) {
        lines += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (lines, column)
  }
}
