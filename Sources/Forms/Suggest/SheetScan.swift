import Scoring
import Sheets
import Texts

/// What the cells of sheets with one header show that a rule should say.
struct SheetScan {
  var quantityUnits: [String: Int] = [:]
  var levels: [String] = []
  /// The items of rows whose reason names a level.
  var itemsOfLevels = Set<String>()
  var items: [String] = []
  var peopleInBrackets: [String] = []
  var voided: [String] = []
  var unreadableTimes: [String] = []
  /// Columns of days of which some are months only.
  var monthColumns: [String] = []
  var hasStruckRows = false
  var hasRemarkDays = false

  /// Looks through the rows of data.
  mutating func look(_ guess: SheetGuess, _ context: FormContext) {
    hasStruckRows = hasStruckRows || !guess.grid.sheet.struckRows.isEmpty
    guard let person = guess.field("member") ?? guess.field("name") else { return }
    var sweep = guess.grid.rows(from: guess.rows.upperBound + 1)
    while let row = sweep.next() {
      guard let name = row.cell(person.column)?.text, sumWord(name) == nil,
        !row.cells.contains(where: { sumWord($0.text) != nil })
      else { continue }
      look(at: name, context)
      for field in guess.fields { if let cell = row.own(field.column) { look(at: cell, field, row, guess) } }
    }
  }

  private mutating func look(at name: String, _ context: FormContext) {
    let bare = name.withoutBrackets
    if bare != name, !context.isMember(name), context.isMember(bare) { add(name.onOneLine, to: &peopleInBrackets) }
  }

  private mutating func look(at cell: FormCell, _ field: FoundHeader.Field, _ row: FormRow, _ guess: SheetGuess) {
    let text = cell.text.spaceless
    switch guess.ours[field.column] {
    case "item": add(cell.text.onOneLine, to: &items)
    case "note":
      for unit in ["学时", "课时"] where FormPattern("<数>" + unit).capture(in: text) != nil {
        quantityUnits[unit, default: 0] += 1
      }
      if let level = SheetScan.level(of: text) {
        add(level, to: &levels)
        if let item = guess.field("item").flatMap({ row.cell($0.column) }) { itemsOfLevels.insert(item.text.onOneLine) }
      }
    case "minutes":
      if case .failure(let fault) = readMinutes(cell.kind, cell.text, unit: .hours), fault.kind == .malformed {
        add(cell.text.onOneLine, to: &unreadableTimes)
      }
    case .some(let name) where name == "joined" || name == "date":
      if case .month? = DayText(cell.kind, cell.text) { add(name, to: &monthColumns) }
    default:
      guard Synonyms.remarks.contains(field.lowest.asHeader) else { return }
      if ["作废", "取消", "重复", "无效"].contains(text) { add(text, to: &voided) }
      if let remarks = Remark.parts(cell.text), !remarks.isEmpty { hasRemarkDays = true }
    }
  }

  /// `公司级优秀共产党员` → 公司.
  private static func level(of text: String) -> String? {
    ["国家", "省部", "部", "省", "市", "区", "县", "集团", "公司", "厂", "院", "校", "街道"].first { text.begins(with: $0 + "级") }
  }

  private func add(_ text: String, to list: inout [String]) { if !list.contains(text) { list.append(text) } }
}

/// Which items the remarks of a matrix tell of: the one set of columns of which each row has as many filled cells as its
/// remark has parts; `nil` where none or several fit.
func remarkedColumns(_ guess: SheetGuess, _ across: [FoundHeader.Field], remarks: FoundHeader.Field) -> [FoundHeader
  .Field]?
{
  guard across.count <= 12 else { return nil }
  var rows: [(filled: Int, parts: Int)] = []
  var sweep = guess.grid.rows(from: guess.rows.upperBound + 1)
  while let row = sweep.next() {
    guard !row.cells.contains(where: { sumWord($0.text) != nil }) else { continue }
    var filled = 0
    for (index, field) in across.enumerated() {
      guard let cell = row.own(field.column), FormNumber(cell.text) != nil || cell.text.spaceless == "√" else {
        continue
      }
      filled |= 1 << index
    }
    let parts = row.own(remarks.column).map { Remark.parts($0.text)?.count ?? 0 } ?? 0
    if filled != 0 || parts > 0 { rows.append((filled, parts)) }
  }
  let used = rows.reduce(0) { $0 | $1.filled }
  let fitting = (1..<(1 << across.count)).filter { set in
    set & ~used == 0 && rows.allSatisfy { ($0.filled & set).nonzeroBitCount == $0.parts }
  }
  guard fitting.count == 1 else { return nil }
  return across.indices.filter { fitting[0] & 1 << $0 != 0 }.map { across[$0] }
}
