import Diagnostics

/// docs/schema.md, made of the same list as the tables themselves.
package var schemaPage: String {
  var page = """
    # 数据库的表 · The tables

    `dualpoints export` 写的 SQLite 文件和 CSV、`dualpoints query` 能查的，就是这些。表里存整数：积分以百万分之一分计，时长以分钟计，
    精确相加；给人看的视图换算成分和小时，两位小数，四舍五入一次。出处写作 `records/b07.csv:38`，相对于 `content/`。本页由程序生成，请勿手改。

    What `dualpoints export` writes and `dualpoints query` asks. Tables hold whole numbers, millionths of a point and
    minutes, which add up exactly; views have points and hours as REAL with two decimals, rounded once. Numbers `id` are
    given anew each time: names of things are their keys. This page is generated; don't edit it.


    """
  for table in ledgerTables {
    page += "## \(table.name)\n\n\(table.title.zh) · \(table.title.en)\n\n"
    page += "| 列 column | 类型 type | 含义 | meaning | 指向 of |\n|---|---|---|---|---|\n"
    for column in table.columns {
      let type = column.kind.rawValue.uppercased() + (column.isKey ? " 主键" : column.isOptional ? " 可空" : "")
      let (zh, en) =
        column.kind == .integer && column.unit != .count && column.unit != .key
        ? ("\(column.title.zh)（\(column.unit.title.zh)）", "\(column.title.en) (\(column.unit.title.en))")
        : (column.title.zh, column.title.en)
      page += "| `\(column.name)` | \(type) | \(zh) | \(en) | \(column.reference.map { "`\($0)`" } ?? "") |\n"
    }
    page += "\n"
  }
  page += "## 视图 · Views\n\n"
  for view in ledgerViews {
    page += "### \(view.name)\n\n\(view.title.zh) · \(view.title.en)\n\n```sql\n\(view.sql)\n```\n\n"
  }
  return page
}
