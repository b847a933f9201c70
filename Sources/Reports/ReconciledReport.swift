import Diagnostics
import Scoring
import Tables
import Texts

/// Every figure that a table states and the rules don't come to: 表上 3 分，按标准 2 分.
package func reconciledReport(_ project: ScoredProject) -> TableReport {
  var rows: [[DataTable.Cell]] = []
  var (stated, differing) = (0, 0)
  for (year, book) in zip(project.ledger.years, project.scorebook.years) {
    let differences = book.differences(from: year)
    let unclear = year.statedFigures.compactMap { $0.unclear(in: project.tree) }
    stated += year.statedFigures.count - unclear.count
    differing += differences.count
    rows += differences.map { $0.row(in: project.tree) } + unclear
  }
  let unclear = rows.count - differing
  let table = DataTable(
    columns: [
      .word("place", zh: "位置", en: "place"), .word("figure", zh: "哪个数", en: "figure"),
      .word("unit", zh: "单位", en: "unit"), .number("stated", zh: "表上", en: "stated"),
      .number("given", zh: "按标准", en: "by the rules"), .number("counted", zh: "封顶后", en: "after caps"),
      .number("entries", zh: "条", en: "entries"), .word("note", zh: "说明", en: "note"),
    ], rows: rows)
  let heading = Bilingual(
    zh: "表上的数 \(stated) 个，\(stated - differing) 个与标准相符，\(differing) 个不符"
      + (unclear == 0 ? "" : "；另有 \(unclear) 个没有核对"),
    en: "\(stated) figures are stated: \(stated - differing) agree with the rules, \(differing) don't"
      + (unclear == 0 ? "" : "; \(unclear) more aren't compared"))
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
      figure.isBinding ? .term("binding", Bilingual(zh: "必须相符", en: "must agree")) : .none,
    ]
  }
}

extension StatedFigure {
  /// The row of a figure that can't be compared, with the reason; `nil` for one that is.
  fileprivate func unclear(in tree: SourceTree) -> [DataTable.Cell]? {
    guard case .unclear(let why) = sum else { return nil }
    let (unit, reason): (DataTable.Cell, Bilingual) =
      switch why {
      case .quantity:
        (
          .term("quantity", Bilingual(zh: "数量", en: "quantity")),
          Bilingual(zh: "数量的合计，不核对", en: "a sum of quantities isn't compared")
        )
      case .rows:
        (
          .term("rows", Bilingual(zh: "行", en: "rows")),
          Bilingual(zh: "行数的合计，不核对", en: "a count of rows isn't compared")
        )
      case .person(let name):
        (.none, Bilingual(zh: "“\(name)”没有这个人，或不止一人", en: "nobody is called “\(name)”, or several are"))
      case .item(let name):
        (.none, Bilingual(zh: "没有项目“\(name)”，或不止一个", en: "no item is called “\(name)”, or several are"))
      }
    let stated = Points(millionths: value).description
    return [
      .text(tree.citation(of: place)), .text(label), unit, .number(stated), .none, .none, .none,
      .term("not-compared", reason),
    ]
  }
}
