/// Where the lines of some places begin, found in one pass over each file: as many diagnostics as a file may have are shown
/// with their lines in the time that one takes.
package struct LineStarts: Sendable {
  private var starts: [Int32: [Int32: Int]] = [:]
  /// Bytes looked at.
  private(set) var visited = 0

  package init(of places: some Sequence<Place>, in tree: SourceTree) {
    for (file, places) in Dictionary(grouping: places, by: \.file) {
      find(Set(places.map(\.line)).sorted()[...], file, tree.files[Int(file)])
    }
  }

  /// The end of the file for a line that it hasn't.
  package subscript(place: Place) -> Int? { starts[place.file]?[place.line] }

  private mutating func find(_ wanted: ArraySlice<Int32>, _ file: Int32, _ source: SourceFile) {
    var wanted = wanted
    var found: [Int32: Int] = [:]
    let bytes = source.bytes
    let endsAtReturns = source.endsLinesAtReturns
    var (line, at): (Int32, Int) = (1, 0)
    while let next = wanted.first {
      if line >= next || at >= bytes.count {
        found[next] = at
        wanted.removeFirst()
        continue
      }
      let byte = bytes[at]
      at += 1
      if byte == 0x0A || (byte == 0x0D && endsAtReturns && !(at < bytes.count && bytes[at] == 0x0A)) { line += 1 }
    }
    visited += at
    starts[file] = found
  }
}
