import Sheets
import Texts

extension SheetExcerpt {
  /// The row at fault between its neighbours, below the row that seems to be the head.
  init?(at place: Place, in tree: SourceTree) {
    guard let sheet = tree.files[Int(place.file)].sheet else { return nil }
    let rows = [place.line - 1, place.line, place.line + 1].filter { $0 > 0 && !sheet.texts(ofRow: $0).isEmpty }
    guard rows.contains(place.line) else { return nil }
    // The nearest of a stack of tables; of a long one the first.
    let isHeading = { (row: Int32) in isHead(sheet.texts(ofRow: row)) }
    let head =
      (max(1, rows[0] - 40)..<rows[0]).reversed().first(where: isHeading)
      ?? (1..<min(20, rows[0])).first(where: isHeading)
    let numbers = (head.map { [$0] } ?? []) + rows
    self.init(
      numbers.map { (number: $0, cells: sheet.texts(ofRow: $0)) }, head: head, wrong: (place.line, Int(place.column)))
  }

  /// - Parameters:
  ///   - texts: the row at fault between its neighbours, below its head.
  ///   - wrong: where the mistake stands, both from 1.
  init(_ texts: [(number: Int32, cells: [String])], head: Int32?, wrong place: (line: Int32, column: Int)) {
    let wrong = place.column
    // Who it is stands on the left, what it is about beside it.
    let own = texts.first { $0.number == place.line }?.cells ?? []
    let filled = own.indices.filter { !own[$0].isEmpty }.prefix(3).map { $0 + 1 }
    let columns = Set(filled + (max(1, wrong - 2)...wrong + 2)).filter { column in
      column == wrong || texts.contains { column <= $0.cells.count && !$0.cells[column - 1].isEmpty }
    }.sorted()
    self.columns = columns.map { columnLetters(Int32($0)) }
    self.rows = texts.map { number, cells in
      Row(
        number: Int(number), isHead: number == head,
        cells: columns.map { column in
          let text = column <= cells.count ? cells[column - 1] : ""
          return Row.Cell(text: abridged(text), isWrong: number == place.line && column == wrong)
        })
    }
  }
}

/// Whether a row names columns: several words, no number among them.
private func isHead(_ cells: [String]) -> Bool {
  let filled = cells.filter { !$0.isEmpty }
  return filled.count > 1 && filled.allSatisfy { !$0.utf8.contains { (0x30...0x39).contains($0) } }
}

private func abridged(_ text: String) -> String {
  let line = shown(text)
  return line.unicodeScalars.count > 24 ? String(String.UnicodeScalarView(line.unicodeScalars.prefix(23))) + "…" : line
}
