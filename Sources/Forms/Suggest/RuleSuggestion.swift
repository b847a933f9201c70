import Diagnostics
import Parsing
import Sheets
import Texts

/// A file of rules of reading for a workbook, from what is recognised of its sheets, with comments in Chinese: to be looked
/// through, and where it says so completed.
package func suggestedRules(_ sheets: [WorkbookSheet], _ context: FormContext) -> String {
  var groups: [(key: [String], guesses: [SheetGuess])] = []
  var skipped: [String] = []
  for sheet in sheets where sheet.state == .visible && sheet.rowCount > 0 {
    guard let guess = SheetGuess(sheet, context), guess.isFit || guess.shape == .roll || guess.shape == .blocks else {
      skipped.append(sheet.name)
      continue
    }
    let key = [guess.kind.name.en, guess.shape.rawValue] + guess.fields.map { "\($0.column) \($0.name)" }
    if let index = groups.firstIndex(where: { $0.key == key }) {
      groups[index].guesses.append(guess)
    } else {
      groups.append((key, [guess]))
    }
  }
  var writer = RuleWriter(context: context)
  for group in groups { writer.add(group.guesses) }
  for name in skipped { writer.skip(name) }
  return writer.text
}

/// Writes the rules, a line at a time.
struct RuleWriter {
  let context: FormContext
  private var tables: [String] = []
  /// Names of items that aren't the rulebook's.
  private var words: [(theirs: String, ours: String?)] = []

  init(context: FormContext) { self.context = context }

  var text: String {
    var lines = ["# 读表规则：由程序按表格写成，请逐行看过；写法见 docs/tables.md。"]
    if !words.isEmpty {
      lines += ["对照:", "  项目:                # 表上的写法: 积分标准里的名称"]
      for (theirs, ours) in words {
        lines.append(
          "    \(quoted(theirs)): \(quoted(ours ?? theirs))" + (ours == nil ? "   # 没有叫这个的项目，请改成积分标准里的名称" : ""))
      }
    }
    lines.append("表格:")
    return (lines + tables).joined(separator: "\n") + "\n"
  }

  mutating func skip(_ name: String) {
    tables += ["  - 工作表: \(quoted(name))", "    跳过: 不像台账   # 认不出它的表头；是台账就写明“列”"]
  }

  mutating func add(_ guesses: [SheetGuess]) {
    guard let guess = guesses.first else { return }
    var scan = SheetScan()
    for guess in guesses { scan.look(guess, context) }
    let names = guesses.map { quoted($0.grid.sheet.name.trimmed) }
    tables.append("  - 工作表: " + (names.count == 1 ? names[0] : "[" + names.joined(separator: ", ") + "]"))
    if guess.kind.name.en != context.kind.name.en { tables.append("    内容: \(guess.kind.name.zh)") }
    if guess.shape != .flow { tables.append("    形式: \(guess.shape.words.zh)") }
    tables.append(
      "    # 表头在第 \(guess.rows.lowerBound)" + (guess.rows.count > 1 ? "–\(guess.rows.upperBound)" : "") + " 行")
    var taken = Set<Int32>()
    writeColumns(guess, scan, &taken)
    if guess.shape == .matrix { writeAcross(guess, scan, &taken) }
    writeSums(guess, &taken)
    writeDefaults(guess, scan)
    writeValues(guess, scan)
    writeLeftOut(guess, scan, taken)
    for item in scan.items { note(item) }
  }

  private mutating func writeColumns(_ guess: SheetGuess, _ scan: SheetScan, _ taken: inout Set<Int32>) {
    tables.append("    列:")
    let (added, deducted) = (guess.field(among: Synonyms.added), guess.field(among: Synonyms.deducted))
    for column in guess.kind.layout.columns {
      if column.name == "points", guess.shape != .matrix, let deducted {
        let plus = added.map { "加: \(name($0, guess)), " } ?? ""
        tables.append("      得分: {\(plus)减: \(name(deducted, guess))}")
        taken.formUnion([added, deducted].compactMap { $0?.column })
      } else if let field = guess.field(column.name), !taken.contains(field.column) {
        if guess.shape == .matrix || guess.shape == .summary, column.name == "points" { continue }
        tables.append("      \(column.chinese): \(name(field, guess))")
        taken.insert(field.column)
      } else if guess.shape == .blocks, ["member", "branch", "month"].contains(column.name) {
        tables.append("      \(column.chinese): {表内: \(column.name == "member" ? "姓名" : column.chinese)}")
      }
    }
    if let note = guess.field("note"), guess.field("quantity") == nil, hasColumn("quantity", guess) {
      for (unit, count) in scan.quantityUnits where count > 1 {
        tables.append("      数量: {取自: \(name(note, guess)), 形如: \"<数>\(unit)\"}")
      }
    }
    if let note = guess.field("note"), guess.field("level") == nil, hasColumn("level", guess), !scan.levels.isEmpty {
      let pairs = scan.levels.map { "\($0)级*: \($0)" }.joined(separator: ", ")
      tables.append("      级别: {取自: \(name(note, guess)), 对照: {\(pairs)}}")
    }
  }

  private func hasColumn(_ name: String, _ guess: SheetGuess) -> Bool { guess.kind.layout.index(of: name) != nil }

  /// A field as a rule names it: the lowest part, where no other has it.
  private func name(_ field: FoundHeader.Field, _ guess: SheetGuess) -> String {
    let isOnly = guess.fields.count { $0.lowest.asHeader == field.lowest.asHeader } == 1
    return quoted(isOnly ? field.lowest : field.name)
  }

  private mutating func writeAcross(_ guess: SheetGuess, _ scan: SheetScan, _ taken: inout Set<Int32>) {
    let across = guess.fields.filter { field in
      let name = field.lowest.withoutBrackets.asHeader
      return !taken.contains(field.column) && !Synonyms.sums.contains(name) && !Synonyms.ranks.contains(name)
        && !Synonyms.remarks.contains(name) && !Synonyms.numbers.contains(name) && !Synonyms.personal.contains(name)
        && guess.ours[field.column] != "points"
    }
    tables.append("    横列:")
    for field in across {
      let cell = CrossCell(head: field.lowest)
      let item = cell.sets.first?.text ?? field.lowest
      note(item)
      var parts = ["定为: {项目: \(quoted(item))}"]
      if let per = cell.per { parts.append("每: \(per)") }
      if !cell.levels.isEmpty {
        parts.append("按分定级: {" + cell.levels.map { "\($0.theirs): \($0.ours)" }.joined(separator: ", ") + "}")
      }
      let head = quoted(field.lowest.withoutBrackets)
      tables.append("      \(head): " + (parts.count == 1 ? quoted(item) : "{" + parts.joined(separator: ", ") + "}"))
      taken.insert(field.column)
    }
    guard scan.hasRemarkDays || guess.field(among: Synonyms.remarks) != nil,
      let remarks = guess.field(among: Synonyms.remarks),
      let told = remarkedColumns(guess, across, remarks: remarks)
    else { return }
    let items = told.map { quoted($0.lowest.withoutBrackets) }.joined(separator: ", ")
    tables.append("    备注: {列: \(name(remarks, guess)), 依次: [\(items)]}   # 备注里的日期和事由是这几项的")
    taken.insert(remarks.column)
  }

  private mutating func writeSums(_ guess: SheetGuess, _ taken: inout Set<Int32>) {
    guard guess.shape != .summary else { return }
    let sums = guess.fields.filter { field in
      let name = field.lowest.withoutBrackets.asHeader
      return !taken.contains(field.column) && (Synonyms.sums.contains(name) || name == "得分")
    }
    guard !sums.isEmpty else { return }
    tables.append("    行合计: [" + sums.map { name($0, guess) }.joined(separator: ", ") + "]   # 只核对")
    taken.formUnion(sums.map(\.column))
  }

  private mutating func writeDefaults(_ guess: SheetGuess, _ scan: SheetScan) {
    if guess.field("date") == nil, guess.shape != .summary, hasColumn("date", guess) {
      tables.append("    默认: {日期: 月末}   # 没有日期的，算在当月最后一天")
    }
    for column in scan.monthColumns {
      guard let index = guess.kind.layout.index(of: column) else { continue }
      tables.append("    默认: {\(guess.kind.layout.columns[index].chinese): 月初}   # 只写到月的，算当月1日")
    }
    guard let minutes = guess.field("minutes") else { return }
    let unit = TimeUnit(minutes.lowest)
    if unit == nil || minutes.lowest.asHeader != "分钟" {
      tables.append("    单位: {分钟: \(unit == .minutes ? "分钟" : "小时")}")
    }
  }

  private mutating func writeValues(_ guess: SheetGuess, _ scan: SheetScan) {
    guard !scan.peopleInBrackets.isEmpty || !scan.unreadableTimes.isEmpty else { return }
    tables.append("    对照:")
    if !scan.unreadableTimes.isEmpty {
      tables.append("      分钟:")
      for text in scan.unreadableTimes {
        tables.append("        \(quoted(text)): \(quoted(text))   # 是多久？写成 4小时 或 240分钟")
      }
    }
    guard !scan.peopleInBrackets.isEmpty else { return }
    tables.append("      \(guess.field("member") == nil ? "姓名" : "党员"):")
    for text in scan.peopleInBrackets { tables.append("        \(quoted(text)): \(quoted(text.withoutBrackets))") }
  }

  private mutating func writeLeftOut(_ guess: SheetGuess, _ scan: SheetScan, _ taken: Set<Int32>) {
    var lines: [String] = []
    for field in guess.fields where !taken.contains(field.column) && guess.shape != .roll {
      let name = field.lowest.withoutBrackets.asHeader
      if ["序号", "no", "no.", "#", "行号"].contains(name) { continue }
      if guess.shape == .summary, NamedMonth(field.lowest).month != nil || sumWord(field.lowest) != nil { continue }
      let reason =
        Synonyms.personal.contains(name)
        ? "个人信息，积分用不到" : Synonyms.ranks.contains(name) ? "由程序排" : Synonyms.remarks.contains(name) ? "只是提醒" : "没有对应的列"
      lines.append("      \(self.name(field, guess)): \(reason)")
    }
    if !lines.isEmpty { tables += ["    不取列:"] + lines }
    var rows = scan.voided.map { word in
      "\"\(guess.field(among: Synonyms.remarks)?.lowest ?? "备注")=\(word)\": \(word)"
    }
    if scan.hasStruckRows { rows.append("划去: 作废") }
    if !rows.isEmpty { tables.append("    不取行: {" + rows.joined(separator: ", ") + "}") }
  }

  /// Notes the name of an item that the rulebook doesn't have, with the one that is likely meant.
  private mutating func note(_ item: String) {
    guard !context.isItem(item), !words.contains(where: { $0.theirs == item }) else { return }
    let holding = context.items.filter { $0.holds(item) || item.holds($0) }
    words.append((item, holding.count == 1 ? holding[0] : nearest(to: item, in: context.items)))
  }
}

/// A text as YAML has it.
private func quoted(_ text: String) -> String {
  let text = text.onOneLine
  let isPlain = text.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || $0.digit != nil || "（）·、—".unicodeScalars.contains($0)
  }
  let isNumber = text.unicodeScalars.allSatisfy { $0.digit != nil }
  guard !isPlain || isNumber || text.isEmpty else { return text }
  return "\"" + text.replacingBytes("\\", with: "\\\\").replacingBytes("\"", with: "\\\"") + "\""
}
