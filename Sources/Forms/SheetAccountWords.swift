import Diagnostics

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
