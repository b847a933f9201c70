import Parsing
import Texts

/// Which column of ours a name nobody knows seems to stand for, among those that the table doesn't have yet: another word for
/// it, or its name misspelt. `nil` for what offices write in rosters beside what we take.
/// - Parameter found: the columns that the table has, by their names.
package func meantColumn(by name: String, of layout: TableLayout, found: Set<String>) -> String? {
  let (header, open) = (name.asHeader, layout.columns.filter { !found.contains($0.name) })
  let named = open.first { Synonyms.isOne(header, of: $0.name) || furtherWords[$0.name]?.contains(header) ?? false }
  if let named { return named.chinese }
  if Synonyms.all.contains(header) || beside.contains(header) { return nil }
  return nearest(to: name, in: open.flatMap { [$0.name, $0.chinese] })
}

private let furtherWords: [String: Set<String>] = [
  "confirmed": ["转正时间", "转为正式党员日期", "转正年月"],
  "left": ["转出时间", "转出年月"],
]

/// One character away from a name of ours, and something else.
private let beside: Set<String> = ["入职日期", "入团日期", "入伍日期", "学号", "证号", "警号", "账号", "别名", "笔名", "总部"]
