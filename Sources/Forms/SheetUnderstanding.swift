import Diagnostics
import Parsing
import Texts

/// How a sheet was understood, to be shown before anybody relies on it.
package struct SheetUnderstanding: Sendable {
  package let sheet: String
  package let kind: Bilingual
  package let shape: Bilingual
  package let header: FoundHeader?
  /// Names of the table's columns.
  package let columns: [String]
  /// The first rows as they will be, each with the cell it is cited by.
  package let rows: [(place: String, texts: [String])]
  package let sums: [StatedSum]
  package let account: SheetAccount
}

extension FormedTable {
  /// - Parameter most: how many rows are shown.
  package func understanding(of sheet: String, rows most: Int) -> SheetUnderstanding {
    let count = table?.rowCount ?? 0
    return SheetUnderstanding(
      sheet: sheet, kind: kind.name,
      shape: FormShape.choices.first { $0.value == shape }?.words ?? Bilingual(zh: shape.rawValue, en: shape.rawValue),
      header: header, columns: count > 0 ? table?.texts(ofRow: 0).map(\.text) ?? [] : [],
      rows: (1..<max(1, min(count, most + 1))).compactMap { row in
        table.map { table in
          let anchor = table.anchor(ofRow: row)
          return (cellName(row: anchor.row, column: anchor.column), table.texts(ofRow: row).map(\.text))
        }
      }, sums: sums, account: account)
  }
}

extension SheetAccount {
  /// `158 行 = 148 行记录（148 条）+ 6 行小计 + …`: what is nothing is left out.
  package var closing: Bilingual {
    var parts: [(zh: String, en: String)] = []
    func add(_ count: Int, _ zh: String, _ en: String) {
      if count > 0 { parts.append(("\(count) \(zh)", "\(count) \(en)")) }
    }
    if taken > 0 { parts.append(("\(taken) 行内容（\(records) 条）", "\(taken) of content (\(records) records)")) }
    add(subtotals, "行小计", "subtotals")
    add(totals, "行合计", "totals")
    add(notes, "行说明", "remarks")
    add(repeatedHeaders, "行重复的表头", "repeated headers")
    add(blank, "空行", "blank")
    add(unfilled, "行没有填", "not filled in")
    add(idle, "行没有记录", "without a record")
    for (reason, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      add(count, "行不取（\(reason)）", "left out (\(reason))")
    }
    add(refused, "行有错", "with mistakes")
    return Bilingual(
      zh: "\(rows) 行 = " + parts.map(\.zh).joined(separator: " + "),
      en: "\(rows) rows = " + parts.map(\.en).joined(separator: " + "))
  }
}
