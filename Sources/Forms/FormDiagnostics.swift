import Diagnostics
import Parsing
import Texts

extension Diagnostic {
  static func noHeader(_ sheet: String, _ likeliest: FormRow?, kind: FormKind, at place: Place) -> Diagnostic {
    let columns = kind.layout.columns.filter(\.isRequired)
    let (zh, en) = (columns.map(\.chinese).joined(separator: "、"), columns.map(\.name).joined(separator: ", "))
    let row = likeliest.map { row in row.cells.prefix(12).map { $0.text.onOneLine }.joined(separator: "、").shortened }
    let found = likeliest.map(\.number)
    return Diagnostic(
      .noHeader, at: place,
      message: Bilingual(
        zh: "工作表“\(sheet)”里找不到“\(kind.name.zh)”的表头"
          + (row.map { "；最像表头的是第 \(found ?? 1) 行：\($0)" } ?? ""),
        en: "no header of \(kind.name.en) is found in the sheet “\(sheet)”"
          + (row.map { "; row \(found ?? 1) looks most like one: \($0)" } ?? "")),
      remedy: Bilingual(
        zh: "用这些列名：\(zh)；或在工作簿旁边写一份读表规则（docs/tables.md），说明哪一列是什么；不是台账的表写“跳过”",
        en:
          "Name its columns \(en), or write a rule of reading beside the workbook (docs/tables.md) that says which is which, or `skip` for a sheet that is no ledger"
      ))
  }

  static func hiddenSheet(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .hiddenCells, .warning, at: place,
      message: Bilingual(zh: "隐藏的工作表“\(name)”没有读", en: "the hidden sheet “\(name)” isn't read"),
      remedy: Bilingual(
        zh: "要读就取消隐藏；不要就删去，或在读表规则里写“跳过”", en: "Unhide it to have it read, delete it, or have a rule skip it"))
  }

  static func hiddenRows(_ rows: [Int32], _ sheet: String, at place: Place) -> Diagnostic {
    let list = rows.map(String.init)
    return Diagnostic(
      .hiddenCells, .warning, at: place,
      message: Bilingual(
        zh: "“\(sheet)”有 \(rows.count) 行是隐藏或筛掉的，照样计入：第 \(list.listed(with: "、")) 行",
        en: "\(rows.count) rows of “\(sheet)” are hidden or filtered out, and count: \(list.listed(with: ", "))"),
      remedy: Bilingual(
        zh: "在规则里写“照取行: [隐藏]”就不再提醒；不要就写“不取行: {隐藏: 理由}”",
        en: "Say `keep_rows: [hidden]` in a rule, or leave them out with `leave_rows: {hidden: reason}`"))
  }

  static func hiddenColumns(_ columns: [Int32], _ sheet: String, at place: Place) -> Diagnostic {
    let list = columns.map { columnLetters($0) }
    return Diagnostic(
      .hiddenCells, .warning, at: place,
      message: Bilingual(
        zh: "“\(sheet)”有隐藏的列，照样计入：\(list.listed(with: "、"))",
        en: "columns of “\(sheet)” are hidden, and count: \(list.listed(with: ", "))"),
      remedy: Bilingual(
        zh: "在规则里写“照取行: [隐藏]”就不再提醒；不要的列写进“不取列”",
        en: "Say `keep_rows: [hidden]` in a rule, or name what isn't wanted under `leave_columns`"))
  }

  static func rareColour(_ colour: String, _ rows: [Int32], at place: Place) -> Diagnostic {
    let list = rows.map(String.init)
    return Diagnostic(
      .rareColour, .warning, at: place,
      message: Bilingual(
        zh: "有 \(rows.count) 行标了\(colour)色，颜色的意思没有读：第 \(list.listed(with: "、")) 行",
        en: "\(rows.count) rows are marked by colour (\(colour)), whose meaning isn't read: \(list.listed(with: ", "))"),
      remedy: Bilingual(
        zh: "照常计入就在规则里写“照取行: [颜色 \(colour)]”；不计入写“不取行: {颜色 \(colour): 理由}”",
        en: "If they count, say `keep_rows: [颜色 \(colour)]` in a rule; if not, `leave_rows: {颜色 \(colour): reason}`"))
  }

  static func struckRow(at place: Place) -> Diagnostic {
    Diagnostic(
      .struckRow, at: place,
      message: Bilingual(zh: "这一行整行划去了，不知道还算不算", en: "this row is struck out, and whether it counts isn't known"),
      remedy: Bilingual(
        zh: "作废的行请删去，或在规则里写“不取行: {划去: 作废}”；照算写“照取行: [划去]”",
        en: "Delete it, or say `leave_rows: {struck: void}` in a rule, or `keep_rows: [struck]` if such rows count"))
  }

  static func oddRow(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .oddRow, at: place,
      message: Bilingual(
        zh: "“\(text)”这一行既不是记录，也不像合计或说明", en: "the row “\(text)” is no record, and looks like no sum or remark"),
      remedy: Bilingual(
        zh: "删去这一行，或在规则里写“不取行: {\(text): 理由}”",
        en: "Remove it, or leave it out by a rule: `leave_rows: {\(text): reason}`"))
  }

  static func namelessColumn(_ column: Int32, at place: Place) -> Diagnostic {
    Diagnostic(
      .unnamedColumn, at: place,
      message: Bilingual(
        zh: "\(columnLetters(column)) 列没有列名，这里却有内容",
        en: "column \(columnLetters(column)) has no name, yet holds something here"),
      remedy: Bilingual(zh: "在表头写上列名，或删去这一列的内容", en: "Name the column in the header, or clear its cells"))
  }

  static func columnTwice(_ name: String, first: Place, at place: Place) -> Diagnostic {
    let earlier = cellName(row: first.line, column: first.column)
    return Diagnostic(
      .duplicateColumn, at: place,
      message: Bilingual(
        zh: "“\(name)”这一列出现了两次，先在 \(earlier)", en: "column “\(name)” stands twice, first in \(earlier)"),
      remedy: Bilingual(
        zh: "删去一列；要合起来用，就在规则里写“列: {名称: [甲, 乙]}”",
        en: "Remove one of them, or join them by a rule: `columns: {name: [a, b]}`"))
  }

  static func missingSheetColumn(_ name: String, sheet: String, _ header: FoundHeader, at place: Place) -> Diagnostic {
    let names = header.fields.map(\.name)
    let near = nearest(to: name, in: names)
    return Diagnostic(
      .unknownColumn, at: place,
      message: Bilingual(zh: "工作表“\(sheet)”里没有“\(name)”这一列", en: "the sheet “\(sheet)” has no column “\(name)”"),
      remedy: near.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(
          zh: "表头是：\(names.listed(with: "、"))；列不同的表另写一条规则",
          en: "Its header is: \(names.listed(with: ", ")); write another rule for a sheet of other columns"))
  }
}
