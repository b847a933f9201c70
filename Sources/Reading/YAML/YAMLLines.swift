/// Where libyaml's lines begin in a text, for places as an editor counts them. libyaml also ends a line at CR, U+0085,
/// U+2028 and U+2029, and puts a mistake at the end of a last line without a line end on a line that isn't there.
struct YAMLLines {
  /// For each of libyaml's lines its line, from 1, and the columns before it on that line; empty where each ends in LF.
  private var starts: [(line: Int, column: Int)] = []
  private var end = (line: 1, column: 1)

  init(_ bytes: ArraySlice<UInt8>) {
    var (line, column, isOdd) = (1, 0, false)
    var starts = [(line: 1, column: 0)]
    var (last, beforeLast): (UInt8, UInt8) = (0, 0)
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte & 0xC0 != 0x80 { column += 1 }
      if byte == 0x0A {
        (line, column) = (line + 1, 0)
        starts.append((line, 0))
      } else {
        let isReturn = byte == 0x0D && !(index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A)
        let isNextLine = last == 0xC2 && byte == 0x85
        let isSeparator = beforeLast == 0xE2 && last == 0x80 && (byte == 0xA8 || byte == 0xA9)
        if isReturn || isNextLine || isSeparator {
          isOdd = true
          starts.append((line, column))
        }
      }
      (beforeLast, last) = (last, byte)
    }
    end = (line, column + 1)
    if isOdd { self.starts = starts }
  }

  /// Line and column, from 1, of a place that libyaml names so.
  func ours(line: Int, column: Int) -> (line: Int, column: Int) {
    guard !starts.isEmpty else { return line > end.line ? end : (line, column) }
    guard line <= starts.count else { return end }
    return (starts[line - 1].line, starts[line - 1].column + column)
  }
}
