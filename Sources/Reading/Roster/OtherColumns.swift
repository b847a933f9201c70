import Forms
import Parsing
import Sheets
import Texts

// An office's roster has columns that are nobody's business here: identity cards, telephones, where somebody lives. Of a
// roster that isn't of the content they are neither read nor shown.

extension SourceTree {
  /// With blanks in a CSV file's columns of members that nobody knows, and the names of those.
  func withoutOtherColumns(of path: String) -> (SourceTree, [String]) {
    guard let index = files.firstIndex(where: { $0.path == path && $0.sheet == nil }) else { return (self, []) }
    let layout = MemberColumns().layout
    let (bytes, names) = TableRows.blanking(files[index].bytes, layout) { others(among: $0, layout) }
    return (replacing([index: SourceFile(path: files[index].storedPath, bytes: bytes)]), names)
  }

  fileprivate func replacing(_ new: [Int: SourceFile]) -> SourceTree {
    SourceTree(
      files: files.indices.map { new[$0] ?? files[$0] }, assets: assets, refused: refused, passedOver: passedOver)
  }
}

extension Draft {
  /// The tree as it may be shown: without the cells below a header of sheets that nobody knows.
  func withoutOtherColumns(ofSheets path: String) -> (SourceTree, [String]) {
    var names: [String] = []
    var new: [Int: SourceFile] = [:]
    for reading in readSheets where tree.files[Int(reading.index)].path == path {
      let others = reading.formed.account.otherColumns
      names += others.filter { !names.contains($0) }
      guard let header = reading.formed.header, let sheet = tree.files[Int(reading.index)].sheet else { continue }
      let columns = Set(header.fields.filter { others.contains($0.name) }.map(\.column))
      let texts = sheet.textsWithout(columns, below: header.rows.upperBound)
      new[Int(reading.index)] = SourceFile(path: path, sheet: WorkbookSheet(name: sheet.name, rows: texts))
    }
    return (tree.replacing(new).citing(tree.origins), names)
  }
}

/// The columns of a header that a layout hasn't got, by their numbers: those that seem to be some of it misspelt are told.
private func others(among names: [String], _ layout: TableLayout) -> [Int] {
  let ours = { (name: String) in
    layout.columns.first { $0.name == name || $0.chinese == name || $0.name == name.lowercased() }
  }
  let found = Set(names.compactMap { ours($0)?.name })
  return names.indices.filter {
    !names[$0].isEmpty && ours(names[$0]) == nil && meantColumn(by: names[$0], of: layout, found: found) == nil
  }
}

extension WorkbookSheet {
  /// The texts of all rows, from column A on, apart from those that stand in some columns below a row.
  fileprivate func textsWithout(_ columns: Set<Int32>, below header: Int32) -> [Int32: [String]] {
    var rows: [Int32: [String]] = [:]
    for index in 0..<rowCount {
      let number = rowNumber(at: index)
      rows[number] = texts(ofRow: number).enumerated().map { column, text in
        number > header && columns.contains(Int32(column + 1)) ? "" : text
      }
    }
    return rows
  }
}
