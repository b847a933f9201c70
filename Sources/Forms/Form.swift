import Diagnostics
import Parsing
import Sheets
import Texts

/// A sheet, and perhaps the rule it is read by → rows of a known table, each cell with the cell of the sheet it comes from.
/// - Parameters:
///   - file: the sheet's number in the source tree, which places name.
///   - rule: `nil` for a plain sheet, whose columns have our names.
package func form(
  _ sheet: WorkbookSheet, file: Int32, by rule: TableRule?, _ context: FormContext, _ findings: MistakeCollector
) -> FormedTable {
  let kind = rule?.kind.map { named in context.kinds.first { $0.name.isSaid(by: named.value) } } ?? context.kind
  guard let kind else {
    if let named = rule?.kind {
      findings.report(.unknownChoice(named.value.shortened, context.kinds.map(\.name), at: named.place))
    }
    return FormedTable(kind: context.kind)
  }
  var reading = FormReading(
    grid: FormGrid(sheet), file: file, rule: rule, context: context, findings: findings,
    result: FormedTable(kind: kind, shape: rule?.shape ?? .flow))
  reading.result.reconciling = rule?.reconciling ?? .warning
  reading.read()
  reading.faults.report(findings)
  return reading.result
}

extension FormReading {
  fileprivate mutating func read() {
    if let passed = passedOver {
      result.account.passedOver = passed
      if passed == .hidden { findings.report(.hiddenSheet(sheet.name, at: place(1, 1))) }
      return
    }
    switch result.shape {
    case .flow: readFlow()
    case .matrix: readMatrix()
    case .roll: readRoll()
    case .blocks: readBlocks()
    case .summary: readSummary()
    }
  }

  private var passedOver: SheetAccount.PassedOver? {
    if let reason = rule?.skip { return .rule(reason) }
    if grid.sheet.rowCount == 0 { return .empty }
    if rule == nil, isNoLedger(sheet.name) { return .noLedger }
    if sheet.state != .visible { return .hidden }
    return nil
  }
}

/// Whether a sheet's name says that it holds no ledger: what our own forms call their lists and explanations.
private func isNoLedger(_ name: String) -> Bool {
  ["填表说明", "填写说明", "使用说明", "说明", "名单", "选项", "instructions", "lists"].contains(name.spaceless.lowercased())
}
