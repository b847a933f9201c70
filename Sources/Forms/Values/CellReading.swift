import Diagnostics
import Parsing
import Scoring
import Texts
import Sheets

/// What a row says in a column of ours.
enum ReadValue {
  case text(String, SheetTable.Origin)
  /// A day that the sheet doesn't say, but the rule.
  case completed(String, SheetTable.Origin)
  case empty
  /// Can't be read, which is reported.
  case fault
}

extension FormReading {
  /// Reads what a row says in a column of ours.
  /// - Parameter fields: of a form, what stands above its table.
  mutating func read(
    _ plan: ColumnPlan, _ row: FormRow, at anchor: SheetTable.Origin, fields: [String: FormCell] = [:]
  ) -> ReadValue {
    var texts: [(text: String, origin: SheetTable.Origin)] = []
    for source in plan.sources {
      guard let found = text(of: source, row, fields) else { continue }
      if let fault = fault(in: found.cell) {
        faults.add(fault, about: found.text, column: found.cell.column)
        return .fault
      }
      guard let said = meant(found.text, source, plan), !said.isEmpty else { continue }
      if texts.contains(where: { $0.origin == found.cell.origin && $0.text == said }) { continue }
      let isReplaced = said != found.text
      guard let value = value(said, isReplaced ? .text : found.cell.kind, source, plan, found.cell) else {
        return .fault
      }
      texts.append((value, found.cell.origin))
    }
    guard let first = texts.first else { return fallback(plan, anchor) }
    guard texts.count > 1 else { return .text(first.text, first.origin) }
    switch plan.sense {
    case .points, .number: return sum(texts)
    case .text: return .text(texts.map(\.text).joined(separator: "；"), first.origin)
    case .day, .month, .minutes: return .text(first.text, first.origin)
    }
  }

  private func text(of source: ColumnPlan.Source, _ row: FormRow, _ fields: [String: FormCell]) -> (
    text: String, cell: FormCell
  )? {
    if let only = source.only, !isMeant(row, only, result.header?.fields ?? []) { return nil }
    switch source.origin {
    case .column(let column): return row.cell(column).map { ($0.text, $0) }
    case .fixed(let text, let origin):
      return (text, FormCell(row: origin.row, column: origin.column, kind: .text, text: text, colour: 0))
    case .field(let name): return fields[name.asHeader].map { ($0.text, $0) }
    }
  }

  /// What of a text is meant, in our words.
  private func meant(_ text: String, _ source: ColumnPlan.Source, _ plan: ColumnPlan) -> String? {
    var text = text
    if let pattern = source.pattern {
      guard let found = pattern.capture(in: text) else { return nil }
      text = found
    }
    if !source.values.isEmpty {
      guard let found = source.values.first(where: { $0.0.matches(text) }) else { return nil }
      text = found.1
    }
    return plan.values.translate(text)
  }

  /// Reads a text as what its column holds, and writes it as a table has it.
  private mutating func value(
    _ text: String, _ kind: CellKind, _ source: ColumnPlan.Source, _ plan: ColumnPlan, _ cell: FormCell
  ) -> String? {
    switch plan.sense {
    case .text: return kind == .day || kind == .text ? text.onOneLine : text
    case .day: return day(kind, text, plan, cell)
    case .month:
      let said = DayText(kind, text)
      let month = said.flatMap { scene.month($0) ?? scene.days($0).first?.yearMonth }
      if let month { return month.description }
      faults.add(.malformedMonth(text.shortened, at: place(cell)), about: text, column: cell.column)
      return nil
    case .minutes:
      let unit =
        plan.unit ?? TimeUnit(source.head)
        ?? (source.head.asHeader == plan.column.chinese || source.head.asHeader == plan.column.name ? .minutes : nil)
      switch readMinutes(kind, text, unit: unit) {
      case .success(let minutes): return String(minutes)
      case .failure(let fault):
        faults.add(.unreadableTime(text.shortened, fault.kind, at: place(cell)), about: text, column: cell.column)
        return nil
      }
    case .number, .points:
      guard let number = FormNumber(text), isUnit(number.unit, plan.sense) else {
        faults.add(.malformedNumber(text.shortened, whole: false, at: place(cell)), about: text, column: cell.column)
        return nil
      }
      return plainNumber(source.isDeducted ? -Int64(number.millionths.magnitude) : number.millionths)
    }
  }

  private func isUnit(_ unit: String, _ sense: ColumnSense) -> Bool {
    if unit.isEmpty || unit == "分" { return true }
    let words = ["次", "学时", "课时", "小时", "个", "篇", "人", "人次", "项", "件", "场", "期", "本", "名", "天", "条", "元"]
    return sense == .number && words.contains(unit)
  }

  private func sum(_ texts: [(text: String, origin: SheetTable.Origin)]) -> ReadValue {
    let sum = texts.compactMap { FormNumber($0.text)?.millionths }.reduce(0, +)
    return .text(plainNumber(sum), texts[0].origin)
  }

  private func fallback(_ plan: ColumnPlan, _ anchor: SheetTable.Origin) -> ReadValue {
    guard let text = plan.fallback else { return .empty }
    guard plan.sense == .day else { return .text(text, anchor) }
    switch text {
    case "月末", "month-end", "月初", "month-begin":
      guard let month = scene.yearMonth else {
        findings.report(.noMonth(sheet.name, at: place(1, 1)))
        return .fault
      }
      return .completed((isMonthEnd(text) ? month.lastDay : month.firstDay).description, anchor)
    default:
      let day = DayText(.text, text).flatMap { scene.days($0).first }
      return .completed(day?.description ?? text, anchor)
    }
  }

  func isMonthEnd(_ text: String) -> Bool { text == "月末" || text == "month-end" }

  private mutating func day(_ kind: CellKind, _ text: String, _ plan: ColumnPlan, _ cell: FormCell) -> String? {
    guard let said = DayText(kind, text) else {
      faults.add(.unreadableDay(text.shortened, at: place(cell)), about: text, column: cell.column)
      return nil
    }
    if case .month = said {
      if let month = scene.month(said), let side = plan.fallback,
        ["月末", "month-end", "月初", "month-begin"].contains(side)
      {
        return (isMonthEnd(side) ? month.lastDay : month.firstDay).description
      }
      faults.add(.monthForDay(text.shortened, at: place(cell)), about: "", column: cell.column)
      return nil
    }
    let days = scene.days(said)
    if days.count == 1 { return days[0].description }
    if days.count > 1, let day = evident(days, cell) { return day.description }
    faults.add(
      days.isEmpty
        ? .unreadableDay(text.shortened, at: place(cell)) : .ambiguousDay(text.shortened, days, at: place(cell)),
      about: text, column: cell.column)
    return nil
  }

  /// A cell that holds what nobody typed.
  func fault(in cell: FormCell) -> Diagnostic? {
    switch cell.kind {
    case .error, .formulaWithoutValue, .unreadable, .noSuchDay: .brokenCell(cell.kind, cell.text, at: place(cell))
    case .text where cell.text.unicodeScalars.count > 1 && cell.text.unicodeScalars.allSatisfy { $0 == "#" }:
      .brokenCell(.error, cell.text, at: place(cell))
    default: nil
    }
  }
}
