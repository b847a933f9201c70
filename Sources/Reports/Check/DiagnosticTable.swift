import Diagnostics
import Scoring
import Tables
import Texts

/// Diagnostics for another program: `check --format json`.
///
/// An object of `as_of` (a day, or null), `errors`, `warnings` and `acknowledged` (counts), and `diagnostics`, in reading
/// order: `code`, `severity` (`error` or `warning`), `path`, `line` and `column` from 1 (of a cell its row and column), `sheet`
/// and `cell` of a workbook, message and remedy in both languages, and `further`: how many more of its severity its file
/// has that aren't listed. What doesn't apply is null.
package func diagnosticTable(_ found: CheckFindings) -> TableReport {
  let columns: [DataTable.Column] = [
    "code", "severity", "path", "line", "column", "sheet", "cell", "message_zh", "message_en", "remedy_zh", "remedy_en",
    "further",
  ].map { ["line", "column", "further"].contains($0) ? .number($0, zh: $0, en: $0) : .word($0, zh: $0, en: $0) }
  let count = { (number: Int) in DataTable.Cell.number("\(number)") }
  return TableReport(
    facts: [
      ("as_of", found.day.map { DataTable.Cell.day($0) } ?? .none), ("errors", count(found.count(.error))),
      ("warnings", count(found.count(.warning))), ("acknowledged", count(found.acknowledged)),
    ],
    [.init("diagnostics", DataTable(columns: columns, rows: found.diagnostics.map { row($0, in: found.tree) }))])
}

private func row(_ diagnostic: Diagnostic, in tree: SourceTree) -> [DataTable.Cell] {
  let place = diagnostic.place
  let path = (place.map(tree.path(of:)) ?? diagnostic.path)?.withoutPersonalNumbers
  var (sheet, cell): (DataTable.Cell, DataTable.Cell) = (.none, .none)
  if let place, case .cell(let name, let row, let column) = tree.spot(of: place) {
    (sheet, cell) = (.text(name.withoutPersonalNumbers), .text(cellName(row: row, column: column)))
  }
  return [
    .text(diagnostic.code.rawValue), .text(diagnostic.severity == .error ? "error" : "warning"),
    path.map { .text($0) } ?? .none, place.map { .number("\($0.line)") } ?? .none,
    place.map { .number("\($0.column)") } ?? .none, sheet, cell, .text(diagnostic.message.zh),
    .text(diagnostic.message.en), .text(diagnostic.remedy.zh), .text(diagnostic.remedy.en),
    .number("\(diagnostic.further)"),
  ]
}
