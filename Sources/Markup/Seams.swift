/// A place where a table begins or ends though CommonMark, which knows none, goes on with the paragraph: an empty line
/// belongs there.
struct Seam {
  /// The line before which the empty one is put.
  let line: Int
  /// Marks of the containers that the empty line stays in.
  let marks: Range<Int>
}

/// A text into which empty lines were put, and the line of the source that each of its lines is.
struct SeamedText {
  private(set) var bytes: [UInt8]
  /// `nil` while nothing was put in.
  private var origins: [Int]?

  /// A table below a table needs another reading; nobody writes more of them without an empty line.
  static let mostReadings = 8

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func origin(of line: Int) -> Int {
    guard let origins, line >= 1, let last = origins.last else { return line }
    return line <= origins.count ? origins[line - 1] : last
  }

  mutating func put(_ seams: [Seam], lines: Lines) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 8 * seams.count)
    var from: [Int] = []
    var (copied, line) = (0, 1)
    for seam in seams.sorted(by: { $0.line < $1.line }) {
      let start = lines.range(of: seam.line).lowerBound
      text += bytes[copied..<start]
      text += bytes[seam.marks]
      text.append(0x0A)
      from += (line..<seam.line).map(origin)
      from.append(origin(of: seam.line))
      (copied, line) = (start, seam.line)
    }
    text += bytes[copied...]
    from += (line...max(line, lines.count)).map(origin)
    bytes = text
    origins = from
  }
}
