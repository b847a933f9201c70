import Texts

extension TableRows {
  /// A table of which some columns are read by nobody, with a blank for each character that stands there: every other cell
  /// keeps its line and column. A file whose header can't be found is given back as it is.
  /// - Parameter leftOut: of the header's names, those of the columns that nobody reads, by their numbers, ascending.
  package static func blanking(
    _ bytes: [UInt8], _ layout: TableLayout, _ leftOut: ([String]) -> [Int]
  ) -> (bytes: [UInt8], names: [String]) {
    // What can't be read is told when the table is.
    let unheard = MistakeCollector(tree: SourceTree(files: []))
    var rows = TableRows(unread: bytes, file: 0, layout: layout, findings: unheard)
    guard let names = rows.findNamedHeader(layout) else { return (bytes, []) }
    let columns = leftOut(names)
    guard !columns.isEmpty else { return (bytes, []) }
    var (blanked, copied) = ([UInt8](), 0)
    rows.order = Array(names.indices)
    repeat {
      for column in columns where column < rows.found.count {
        let cell = rows.found[column]
        blanked += bytes[copied..<cell.start]
        blanked += bytes[cell.start..<cell.end].filter { $0 & 0xC0 != 0x80 }.map { isLineEnd($0) ? $0 : 0x20 }
        copied = cell.end
      }
    } while rows.scanNextRow()
    blanked += bytes[copied...]
    return (blanked, columns.map { names[$0] })
  }

  /// The names of the first row near the top that has one of the layout's.
  private mutating func findNamedHeader(_ layout: TableLayout) -> [String]? {
    let known = Set(layout.columns.flatMap { [$0.name, $0.chinese] })
    guard findHeader() == true else { return nil }
    for _ in 0..<20 {
      let names = found.map(string)
      if names.contains(where: { known.contains($0) || known.contains($0.lowercased()) }) { return names }
      guard scanNextRow() else { return nil }
    }
    return nil
  }

  private mutating func scanNextRow() -> Bool {
    while startRow() {
      if scanRow() { return true }
    }
    return false
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
