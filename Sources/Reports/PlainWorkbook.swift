import Diagnostics
import Reading
import Scoring
import Tables
import Texts
import WorkbookWriting

/// Tables of ours as a workbook, a sheet each.
package func plainWorkbook(_ tables: [(sheet: String, table: WrittenTable)], title: String) -> WrittenWorkbook {
  WrittenWorkbook(
    title: title,
    sheets: tables.map { name, table in
      plainSheet(name, titles: table.heading, rows: table.rows) { WrittenCell($0, below: $1) }
    })
}

/// A table as a sheet: the titles in its first row, and below them what `cell` makes of a text and its title.
func plainSheet(
  _ name: String, titles: [String], rows: [[String]], cell: (_ text: String, _ title: String) -> WrittenCell
) -> WrittenSheet {
  var sheet = WrittenSheet(name: name, printing: Printing(footer: pageFooter(in: .chinese)))
  sheet.columns = titles.map { WrittenColumn($0, WrittenColumn.Kind($0)) }
  sheet.rows = rows.map { zip($0, titles).map(cell) }
  return sheet
}

extension WrittenCell {
  /// A text of a table, as what stands below its title.
  init(_ text: String, below title: String) {
    self =
      switch text.isEmpty ? nil : WrittenColumn.Kind(title) {
      case nil: .empty
      case .day: (try? reportDay(text)).map { .day($0.ordinal) } ?? .text(text)
      case .number: .number(text)
      case .text: .text(text)
      }
  }
}

extension WrittenColumn.Kind {
  /// What stands below a title.
  fileprivate init(_ title: String) {
    self =
      switch title {
      case "日期", "自", "至", "起", "止", "入党日期", "认领日期", "举办日期", "补录日期": .day
      case "数量", "分钟", "复杂度", "覆盖面", "预算", "份额", "分数": .number
      default: .text
      }
  }
}
