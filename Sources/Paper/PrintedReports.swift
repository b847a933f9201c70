import Composing
import Reading
import Reporting
import Scoring
import Templating
import Wording

/// Reports for paper, each page of them on a sheet of its own.
struct PrintedReports: PrintDocument {
  struct Entry: Fillable {
    var title: String
    /// The branch or the year it is for; none or one.
    var scope: [String]
    var headline: String
    var summary: String
    var hasSummary: Bool { !summary.isEmpty }
    var parts: [ReportPart]

    static let specimen = Entry(
      title: "三年三献", scope: ["环境监测支部"], headline: "三年里有4位党员献血三次以上", summary: "按采血日期数。",
      parts: [.specimen])
  }

  @Inlined var chrome: Chrome
  var reports: [Entry]

  static let template = "print/ledger-report"
  static let specimen = PrintedReports(chrome: .specimen, reports: [.specimen])
}

extension PrintPlan {
  /// - Parameters:
  ///   - reports: those that are printed, one after the other.
  ///   - scope: of which the page alone is printed; `nil` for all pages.
  package static func reports(
    _ context: SiteContext, _ reports: [LedgerReport], only scope: ReportScope? = nil, year: Ref<YearLedger>
  ) -> PrintPlan {
    let page = scope.map { "-" + context.key(of: $0) } ?? ""
    let name = reports.count == 1 ? "-" + context.name(of: reports[0]) + page : "s"
    return PrintedReports.plan("report" + name) {
      PrintedReports(
        chrome: context.paperChrome(
          title: reports.count == 1 ? reports[0].title : Words.reports, year: year),
        reports: reports.flatMap { context.answers.pages(of: $0) }.filter { told in
          scope == nil || told.scope == scope
        }.map { told in
          let scope = context.name(of: told.scope)
          return .init(
            title: told.report.title, scope: scope.isEmpty ? [] : [scope], headline: told.headline,
            summary: told.summary,
            parts: context.parts(told, root: "").map { part in
              var part = part
              part.chart = part.chart?.faced
              return part
            })
        })
    }
  }
}
