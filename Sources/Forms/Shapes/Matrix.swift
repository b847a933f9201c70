import Diagnostics
import Parsing
import Scoring
import Sheets
import Texts

extension FormReading {
  /// People down, items or months across: each filled cell is a row of the table.
  mutating func readMatrix() {
    guard let found = findHeader() else { return }
    setScene(above: found.rows.lowerBound)
    var plan = plan(found.rows, found.fields)
    addCrossColumns(&plan)
    begin(plan, found.rows)
    var sums = SumRows()
    eachRow(from: found.rows.upperBound + 1, plan, &sums) { reading, row, plan in
      for (column, name) in plan.rowSums { reading.addRowSum(row, column, name) }
      return reading.readCrossed(row, plan)
    }
    addSums(sums, plan)
  }

  /// Columns of the table that cells across fill.
  func addCrossColumns(_ plan: inout SheetPlan) {
    var names = plan.across.flatMap { $0.cell.sets.map(\.ours.value) } + ["points"]
    if plan.across.contains(where: { $0.cell.per != nil || $0.cell.meaning == .quantity }) { names.append("quantity") }
    if plan.across.contains(where: { !$0.cell.levels.isEmpty }) { names.append("level") }
    if plan.remarks != nil { names += ["date", "note"] }
    for name in names {
      guard let index = layout.index(of: name) else { continue }
      let column = layout.columns[index]
      if !plan.columns.contains(where: { $0.column.name == column.name }) { plan.columns.append(ColumnPlan(column)) }
    }
  }

  private mutating func readCrossed(_ row: FormRow, _ plan: SheetPlan) -> RowOutcome {
    var crossed: [(cell: FormCell, said: [String: String])] = []
    for across in plan.across {
      guard let cell = row.cell(across.column) else { continue }
      switch said(by: cell, across.cell, name: across.name) {
      case .nothing: result.account.absences[cell.text, default: 0] += 1
      case .fault: return .refused
      case .said(let said): crossed.append((cell, said))
      }
    }
    guard allotRemarks(row, plan, &crossed) else { return .refused }
    var count = 0
    for (cell, said) in crossed {
      let overrides = said.mapValues { ($0, cell.origin) }
      guard add(row, plan, at: cell.origin, overriding: overrides) else { return count > 0 ? .taken(count) : .refused }
      count += 1
    }
    return count > 0 ? .taken(count) : .idle
  }

  enum CrossReading {
    case nothing, fault
    /// What the cell says in columns of ours, by their names.
    case said([String: String])
  }

  mutating func said(by cell: FormCell, _ cross: CrossCell, name: String) -> CrossReading {
    if let fault = fault(in: cell) {
      faults.add(fault, about: cell.text, column: cell.column)
      return .fault
    }
    var said: [String: String] = [:]
    for (ours, text) in cross.sets {
      guard let index = layout.index(of: ours.value) else { continue }
      let column = layout.columns[index]
      said[column.name] = ColumnSense(of: column) == .day ? dayText(text) : text
    }
    switch mark(cell) {
    case .absent: return .nothing
    case .present:
      if cross.per != nil || cross.meaning == .quantity { said["quantity"] = "1" }
      return cross.levels.isEmpty ? .said(said) : noLevel(cell)
    case .item(let item):
      said["item"] = item
      return .said(said)
    case .number(var value):
      if value == 0 { return .nothing }
      if name.holds("扣") { value = -Int64(value.magnitude) }
      return measured(value, cell, cross, &said)
    case .unknown:
      faults.add(.unreadableMark(cell.text.shortened, at: place(cell)), about: cell.text, column: cell.column)
      return .fault
    }
  }

  private mutating func measured(
    _ value: Int64, _ cell: FormCell, _ cross: CrossCell, _ said: inout [String: String]
  ) -> CrossReading {
    if cross.meaning == .quantity {
      said["quantity"] = plainNumber(value)
      return .said(said)
    }
    said["points"] = plainNumber(value)
    if let per = cross.per.flatMap({ FormNumber($0)?.millionths }), per != 0 {
      let hundredths = value * 100
      guard hundredths % per == 0 else {
        faults.add(
          .noWholeQuantity(cell.text, per: plainNumber(per), at: place(cell)), about: cell.text, column: cell.column)
        return .fault
      }
      said["quantity"] = plainNumber(hundredths / per * 10_000)
    }
    if !cross.levels.isEmpty {
      guard let level = cross.levels.first(where: { FormNumber($0.theirs)?.millionths == value }) else {
        return noLevel(cell)
      }
      said["level"] = level.ours
    }
    return .said(said)
  }

  private mutating func noLevel(_ cell: FormCell) -> CrossReading {
    faults.add(.unreadableMark(cell.text.shortened, at: place(cell)), about: cell.text, column: cell.column)
    return .fault
  }

  private func dayText(_ text: String) -> String {
    switch text {
    case "月末", "month-end": scene.yearMonth?.lastDay.description ?? text
    case "月初", "month-begin": scene.yearMonth?.firstDay.description ?? text
    default: DayText(.text, text).flatMap { scene.days($0).first?.description } ?? text
    }
  }
}
