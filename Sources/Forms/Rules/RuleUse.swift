import Diagnostics
import Parsing
import Texts

extension TableRuleFile {
  /// Reports the rules that none of some sheets is for.
  /// - Parameter sheets: the names of all sheets of the workbooks the file is for.
  package func reportUnused(sheets: [String], _ findings: MistakeCollector) {
    for rule in tables where !sheets.contains(where: rule.isFor) {
      findings.report(
        .unusedTableRule(rule.sheets.map(\.value), sheets: sheets, at: rule.sheets.first?.place ?? rule.place))
    }
  }
}

extension Diagnostic {
  static func unusedTableRule(_ names: [String], sheets: [String], at place: Place) -> Diagnostic {
    let near = names.compactMap { nearest(to: $0, in: sheets) }.first
    let wanted = names.joined(separator: "、")
    return Diagnostic(
      .unusedTableRule, at: place,
      message: Bilingual(
        zh: "没有一张工作表是“\(wanted)”，这条规则没有用上", en: "no sheet is called “\(wanted)”: the rule is of no use"),
      remedy: near.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(
          zh: "工作表有：\(sheets.listed(with: "、"))；用不上就删去这条",
          en: "The sheets are: \(sheets.listed(with: ", ")); remove the rule if it isn't needed"))
  }
}
