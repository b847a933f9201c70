import Diagnostics
import Scoring

/// A column of a kind of table, declared once: its key, its titles in both languages, whether figures stand in it, and what
/// of a row stands in it as data.
package struct TypedColumn<Row>: Sendable {
  let column: DataTable.Column
  let cell: @Sendable (Row) -> DataTable.Cell

  package init(_ column: DataTable.Column, _ cell: @escaping @Sendable (Row) -> DataTable.Cell) {
    self.column = column
    self.cell = cell
  }

  package static func number(
    _ key: String, zh: String, en: String, _ cell: @escaping @Sendable (Row) -> DataTable.Cell
  ) -> Self {
    Self(.number(key, zh: zh, en: en), cell)
  }

  package static func word(
    _ key: String, zh: String, en: String, _ cell: @escaping @Sendable (Row) -> DataTable.Cell
  ) -> Self {
    Self(.word(key, zh: zh, en: en), cell)
  }
}

extension DataTable {
  /// Rows as data: the form that CSV, JSON, workbook, Markdown and terminal have of them. Pages have a form of their own of
  /// the same rows.
  package init<Row>(_ rows: some Collection<Row>, _ columns: [TypedColumn<Row>]) {
    self.init(
      columns: columns.map(\.column),
      rows: rows.map { row in
        var cells: [Cell] = []
        cells.reserveCapacity(columns.count + 3)
        for column in columns { cells.append(column.cell(row)) }
        return cells
      })
  }
}

extension DataTable.Cell {
  /// As data: the page has `shown`, with the same decimals.
  package static func points(_ points: Points, decimals: Int) -> Self { .number(points.text(decimals: decimals)) }
  package static func points(_ points: Points?) -> Self { points.map { .number($0.description) } ?? .none }
  package static func count(_ count: Int) -> Self { .number("\(count)") }
  /// None where there is none, as before the first point.
  package static func rank(_ rank: Int?) -> Self { rank.map { .number("\($0)") } ?? .none }
}
