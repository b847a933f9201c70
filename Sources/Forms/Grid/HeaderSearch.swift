import Texts
import Sheets

/// Where the header of a sheet is, by the names in it.
struct HeaderSearch {
  /// No header stands lower.
  static let deepest: Int32 = 40

  let grid: FormGrid
  /// Names of columns, as `asHeader` writes them.
  let known: Set<String>

  /// The row near the top with most known names, with how many those are; `nil` in an empty sheet.
  func best() -> (row: Int32, known: Int)? {
    var best: (row: Int32, known: Int)?
    var sweep = grid.rows()
    while let row = sweep.next(), row.number <= HeaderSearch.deepest {
      let texts = Set(row.cells.map(\.text.asHeader))
      let count = texts.intersection(known).count
      if !texts.isEmpty, count > best?.known ?? -1 { best = (row.number, count) }
    }
    return best
  }

  /// The row that looks most like a header although none of its names is known: most cells, all of them words.
  func likeliest() -> FormRow? {
    var best: FormRow?
    var sweep = grid.rows()
    while let row = sweep.next(), row.number <= HeaderSearch.deepest {
      guard row.cells.count > 1, row.cells.allSatisfy({ $0.kind == .text }) else { continue }
      if row.cells.count > best?.cells.count ?? 1 { best = row }
    }
    return best
  }

  /// All rows of the header that one row is of: merged cells hold them together.
  func extent(of number: Int32) -> ClosedRange<Int32> {
    let row = grid.row(number)
    var (first, last) = (number, number)
    for cell in row.cells {
      if let merge = row.merge(cell.column) { last = max(last, min(merge.rows.upperBound, number + 3)) }
    }
    let columns = row.cells.map(\.column)
    if let left = columns.first, let right = columns.last {
      for column in left...right {
        if let merge = row.merge(column), merge.rows.lowerBound < number, merge.rows.lowerBound > 0,
          number - merge.rows.lowerBound < 4,
          known.contains(row.cell(column)?.text.asHeader ?? "")
        {
          first = min(first, merge.rows.lowerBound)
        }
      }
    }
    if last == number, isHead(over: number + 1, row) { last = number + 1 }
    return first...last
  }

  /// Whether merged cells of a row are divided by words below them, and by nothing else there.
  private func isHead(over next: Int32, _ row: FormRow) -> Bool {
    let wide = row.cells.compactMap { row.merge($0.column) }.filter { $0.columns.count > 1 }
    guard !wide.isEmpty, wide.allSatisfy({ $0.columns.count < row.cells.count + $0.columns.count - 1 }) else {
      return false
    }
    let below = grid.row(next).cells
    return below.count > 1
      && below.allSatisfy { cell in cell.kind == .text && wide.contains { $0.columns.contains(cell.column) } }
  }

  /// The names of the columns: of several rows from top to bottom, `加减分情况/扣分`.
  func fields(_ rows: ClosedRange<Int32>) -> [FoundHeader.Field] {
    let header = rows.map(grid.row)
    let right = header.flatMap { $0.cells.map { $0.column } }.max() ?? 0
    let left = header.flatMap { $0.cells.map { $0.column } }.min() ?? 1
    guard left <= right else { return [] }
    let rightmost =
      header.flatMap { row in row.cells.compactMap { row.merge($0.column)?.columns.upperBound } }.max() ?? 0
    return (left...max(right, min(rightmost, right + 64))).compactMap { column in
      var names: [FormCell] = []
      for row in header {
        guard let cell = row.cell(column), names.last?.origin != cell.origin else { continue }
        names.append(cell)
      }
      if names.isEmpty { return nil }
      return FoundHeader.Field(column: column, parts: names.map(\.text.onOneLine))
    }
  }
}
