import Composing
import Diagnostics
import Scoring
import Tables
import Wording

extension GroupAddress {
  /// - Parameter ending: `csv`, `json` or `xlsx`.
  static func figures(_ year: Int, _ ending: String) -> String { "\(year)/figures.\(ending)" }
}

extension GroupContext {
  /// Each year's figures as files: a row a company and measure with both counts, and the sums.
  func figureFiles() -> [FilePlan] {
    years.flatMap { year -> [FilePlan] in
      let report: @Sendable () -> TableReport = { [self] in figures(year) }
      return [
        FilePlan(path: GroupAddress.figures(year, "csv")) { report().file(as: .text(.spreadsheet), in: .chinese) },
        FilePlan(path: GroupAddress.figures(year, "json")) { report().file(as: .text(.json), in: .chinese) },
        .packed(GroupAddress.figures(year, "xlsx")) { report().file(as: .workbook, in: .chinese) },
      ]
    }
  }

  private func figures(_ year: Int) -> TableReport {
    let columns: [DataTable.Column] = [
      .word("company", zh: "公司", en: "Company"), .word("measure", zh: "指标", en: "Measure"),
      .number("numerator", zh: "分子", en: "Numerator"), .number("denominator", zh: "分母", en: "Denominator"),
      .number("value", zh: "数", en: "Figure"), .word("unit", zh: "单位", en: "Unit"),
    ]
    let own = companies.flatMap { company in
      Measure.allCases.map { measure in row(company.name, measure, company.year(year)?[measure]) }
    }
    let sums = Measure.allCases.map { row(GroupWords.sum, $0, sum($0, year)) }
    return TableReport(
      heading: [Bilingual(zh: "\(title) \(GroupWords.year(year))", en: "\(title) \(year)")],
      facts: [("title", .text(title)), ("year", .number("\(year)"))] + (asOf.map { [("as_of", .day($0))] } ?? []),
      [
        .init(
          "rows", DataTable(columns: columns, rows: own + sums),
          title: Bilingual(zh: GroupWords.year(year), en: "\(year)"))
      ])
  }

  /// Without a figure where the company keeps no points in that year.
  private func row(_ company: String, _ measure: Measure, _ figure: Figure?) -> [DataTable.Cell] {
    let key = measure.rawValue
    return [
      .text(company), .term(key, Bilingual(zh: GroupWords.name(key), en: key)),
      figure.map { .number("\($0.numerator)") } ?? .none, figure.map { .number("\($0.denominator)") } ?? .none,
      figure?.tenths.map { .number("\($0 / 10).\($0 % 10)") } ?? .none, .text(GroupWords.unit(key)),
    ]
  }
}
