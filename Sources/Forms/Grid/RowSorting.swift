import Texts
import Sheets

/// What a row below the header is.
enum RowSort {
  case data, blank, unfilled, header, note, struck, odd
  case sum(label: String, isTotal: Bool)
  case leftOut(String)
}

extension FormReading {
  /// - Parameter columns: those whose cells say something of a record; a serial number says nothing.
  func sort(_ row: FormRow, columns: Set<Int32>, header: [FoundHeader.Field]) -> RowSort {
    guard let first = row.cells.first else { return .blank }
    if let rule {
      for (condition, reason) in rule.leftOutRows where isMeant(row, condition, header) { return .leftOut(reason) }
    }
    if isHeader(row, header) { return .header }
    if let sum = sum(row, header) { return sum }
    if isNote(row, columns) { return .note }
    guard row.cells.contains(where: { columns.contains($0.column) }) else { return .unfilled }
    if sheet.struckRows.holds(row.number), !isKept(.struck) { return .struck }
    if row.cells.count == 1, first.kind == .text, let merge = row.merge(first.column), merge.columns.count > 1 {
      return .odd
    }
    return .data
  }

  func isKept(_ condition: RowCondition) -> Bool { rule?.keptRows.contains(condition) ?? false }

  /// Whether a condition of the rule is true of a row.
  func isMeant(_ row: FormRow, _ condition: RowCondition, _ header: [FoundHeader.Field]) -> Bool {
    switch condition {
    case .struck: return sheet.struckRows.holds(row.number)
    case .hidden: return sheet.hiddenRows.holds(row.number)
    case .colour(let name):
      return row.cells.contains { $0.colour > 0 && context.colourName($0.colour).map { $0.isSame(as: name) } ?? false }
    case .says(let text):
      let pattern = FormPattern(text)
      return row.cells.contains { pattern.matches($0.text) }
    case .column(let name, let text):
      let named = header.filter { $0.name.asHeader == name.asHeader || $0.lowest.asHeader == name.asHeader }
      let pattern = FormPattern(text)
      return named.contains { pattern.matches(row.cell($0.column)?.text ?? "") }
    }
  }

  /// Each printed page begins with it again.
  private func isHeader(_ row: FormRow, _ header: [FoundHeader.Field]) -> Bool {
    guard row.cells.count > 1 else { return false }
    return row.cells.allSatisfy { cell in
      cell.kind == .text
        && header.contains { field in
          field.column == cell.column && field.parts.contains { $0.asHeader == cell.text.asHeader }
        }
    }
  }

  /// A row that one of its cells calls a sum. Where words stand in it beside that, it may be a person's who is called so by
  /// mistake: nothing is taken for granted.
  private func sum(_ row: FormRow, _ header: [FoundHeader.Field]) -> RowSort? {
    guard let label = row.cells.first(where: { $0.kind == .text && sumWord($0.text) != nil }),
      let isTotal = sumWord(label.text)
    else { return nil }
    let names = { (ours: [String]) in header.filter { $0.ours.map(ours.contains) ?? false }.map(\.column) }
    let (people, branches) = (names(["member", "name"]), names(["branch"]))
    let words = row.cells.filter { cell in
      cell.column != label.column && cell.kind != .error && FormNumber(cell.text) == nil && sumWord(cell.text) == nil
        && (people.isEmpty || !branches.contains(cell.column))
    }
    if words.isEmpty { return .sum(label: label.text.spaceless, isTotal: isTotal) }
    // 合计 in a remark beside a person.
    return words.contains { people.contains($0.column) } ? nil : .odd
  }

  /// Whether as many cells of a row as not are remarks, or words before a signature.
  private func isNote(_ row: FormRow, _ speaking: Set<Int32>) -> Bool {
    guard row.cells.count <= 8, row.cells.allSatisfy({ $0.kind == .text || $0.kind == .day }) else { return false }
    let notes = row.cells.count { isNote($0.text) }
    return notes > 0 && row.cells.count { speaking.contains($0.column) && !isNote($0.text) } <= notes
  }

  private func isNote(_ text: String) -> Bool {
    let text = text.spaceless
    if ["注:", "备注:", "说明:"].contains(where: { text.begins(with: $0) }) { return true }
    if text.begins(with: "注"), text.unicodeScalars.dropFirst().first.map({ $0.digit != nil }) ?? false { return true }
    return text.holds(":") && noteWords.contains { text.begins(with: $0) }
  }
}

private let noteWords = [
  "附", "填表", "制表", "填报", "审核", "审批", "复核", "经办", "负责人", "签字", "签名", "盖章", "党委", "党支部", "支部书记",
  "书记", "联系人", "单位", "日期", "公示", "登记人", "记录人", "监督", "党小组",
]

/// Whether a text heads a sum, and whether one of everything above.
func sumWord(_ text: String) -> Bool? {
  let text = text.spaceless
  guard text.unicodeScalars.count <= 16 else { return nil }
  let head = text.parts(at: ":").first.map(String.init) ?? text
  let plain = head.parts(at: "(").first.map(String.init) ?? head
  if plain.ends(with: "小计") || plain.begins(with: "小计") { return false }
  return ["合计", "总计", "共计", "累计", "总合计"].contains { plain.ends(with: $0) || plain.isSame(as: $0) } ? true : nil
}
