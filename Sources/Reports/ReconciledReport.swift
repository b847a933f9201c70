import Diagnostics
import Scoring
import Tables
import Texts

/// Every figure that a table states and the rules don't come to: 表上 3 分，按标准 2 分.
package func reconciledReport(_ project: ScoredProject) -> TableReport {
  var rows: [[DataTable.Cell]] = []
  var stated = 0
  for (year, book) in zip(project.ledger.years, project.scorebook.years) {
    stated += year.statedFigures.count
    rows += book.differences(from: year).map { $0.row(in: project.tree) }
  }
  let table = DataTable(
    columns: [
      .word("place", zh: "位置", en: "place"), .word("figure", zh: "哪个数", en: "figure"),
      .word("unit", zh: "单位", en: "unit"), .number("stated", zh: "表上", en: "stated"),
      .number("given", zh: "按标准", en: "by the rules"), .number("counted", zh: "封顶后", en: "after caps"),
      .number("entries", zh: "条", en: "entries"),
    ], rows: rows)
  let heading = Bilingual(
    zh: "表上的数 \(stated) 个，\(stated - rows.count) 个与标准相符，\(rows.count) 个不符",
    en: "\(stated) figures are stated: \(stated - rows.count) agree with the rules, \(rows.count) don't")
  let stands = project.ledger.years.refs.filter { !project.ledger.years[$0].statedFigures.isEmpty }.map(project.stand)
  return TableReport(
    heading: rows.isEmpty ? [] : [heading] + stands, facts: [("stated", .number("\(stated)"))],
    [.init("differences", table, title: Bilingual(zh: "对账", en: "Differences"))],
    instead: rows.isEmpty ? heading : nil)
}

extension StatedDifference {
  fileprivate func row(in tree: SourceTree) -> [DataTable.Cell] {
    let isMinutes = if case .minutes = figure.sum { true } else { false }
    let number = { (value: Int64) in DataTable.Cell.number("\(Points(millionths: value))") }
    return [
      .text(tree.citation(of: figure.place)), .text(figure.label),
      isMinutes
        ? .term("minutes", Bilingual(zh: "分钟", en: "minutes")) : .term("points", Bilingual(zh: "分", en: "points")),
      number(figure.value), number(given), number(counted), .number("\(entries)"),
    ]
  }
}
