import Composing
import Reading
import Reporting
import Scoring
import Templating
import Wording

/// A report on the ledger: what it found as its headline, and the answers in its prose.
struct ReportPage: Page {
  @Inlined var chrome: Chrome
  /// What lists call the report.
  var title: String
  /// The branch or the year it is for; none or one.
  var scope: [String]
  var headline: String
  /// The headline's clauses, for breaking it between them.
  var clauses: [String]
  var hasSummary: Bool { !summary.isEmpty }
  var summary: String
  /// Why it isn't published, in a preview; none or one.
  var held: [String]
  /// Whether it is for the office alone.
  var isConfidential: Bool
  var parts: [ReportPart]
  /// Its tables as files; `nil` where it has none.
  var downloads: DownloadsView?
  /// How many tables its workbook and its JSON hold, where the CSV is the first of several; none or one.
  var tableCount: [String]
  /// The report's other pages, with this one.
  var scopes: [LinkView]
  var hasScopes: Bool { scopes.count > 1 }
  /// The Markdown it is made from, for who mends it.
  var file: String

  static let template = "ledger-report"
  static let specimen = ReportPage(
    chrome: .specimen, title: "三年三献", scope: ["环境监测支部"], headline: "三年里有4位党员献血三次以上，最多的6次",
    clauses: ["三年里有4位党员献血三次以上，", "最多的6次"], summary: "按采血日期数，更正过的不算。", held: [Words.draft], isConfidential: true,
    parts: [.specimen], downloads: .specimen, tableCount: ["3"], scopes: [.specimen, .specimen],
    file: "reports/donors.md")

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.answers.reports.map { told in
      let path = context.address(of: told)
      let downloads = told.tables > 0 ? DownloadsView(withWorkbookOf: path) : nil
      return plan(path, askedAt: told.report.place, downloads) {
        told
      } page: {
        context.reportPage($0, path, downloads)
      } report: {
        context.tables(of: $0)
      }
    }
  }
}

extension SiteContext {
  fileprivate func reportPage(_ told: ToldReport, _ path: String, _ downloads: DownloadsView?) -> ReportPage {
    let (report, scope) = (told.report, name(of: told.scope))
    let year = report.year(told.scope, ledger)
    return ReportPage(
      chrome: chrome(
        path, title: [report.title, scope].filter { !$0.isEmpty }.joined(separator: " · "), year: year,
        section: .reports),
      title: report.title, scope: scope.isEmpty ? [] : [scope], headline: told.headline,
      clauses: StoryPage.clauses(told.headline), summary: told.summary, held: Words.held(report.held),
      isConfidential: report.isOffice, parts: parts(told, root: Address.root(of: path)),
      downloads: downloads, tableCount: told.tables > 1 ? ["\(told.tables)"] : [],
      scopes: answers.pages(of: report).map { other in
        LinkView(href: address(of: other), text: name(of: other.scope), isCurrent: other.scope == told.scope)
      }, file: self.file(of: report.place))
  }
}

/// All reports with what they found, and of a report with many pages what each found.
struct ReportsPage: Page {
  struct Line: Fillable {
    @WebAddress var href: String
    /// The report's name, or the branch or year of its page.
    var title: String
    var headline: String
    /// Whether the headline says more than the name.
    var hasHeadline: Bool { headline != title }
    var summary: String
    var hasSummary: Bool { !summary.isEmpty }
    /// How many pages it has, where those are several; none or one.
    var count: [String]
    var isConfidential: Bool
    var held: [String]

    static let specimen = Line(
      href: "reports/donors.html", title: "三年三献", headline: "三年里有4位党员献血三次以上", summary: "按采血日期数。",
      count: ["16"], isConfidential: true, held: [Words.draft])
  }

  @Inlined var chrome: Chrome
  var title: String
  /// Whether it is the list of one report's pages.
  var isOfOne: Bool
  var lines: [Line]
  var count: Int { lines.count }

  static let template = "ledger-reports"
  static let specimen = ReportsPage(chrome: .specimen, title: "报告", isOfOne: true, lines: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    guard !context.answers.reports.isEmpty else { return [] }
    let all = plan(Address.reports) { context.reportsPage() }
    return [all]
      + context.reports.filter { $0.parameter != nil }.map { report in
        let path = context.address(of: report)
        return plan(path, askedAt: report.place) { context.pages(of: report, path) }
      }
  }
}

extension SiteContext {
  fileprivate func reportsPage() -> ReportsPage {
    let lines = reports.compactMap { report -> ReportsPage.Line? in
      let pages = answers.pages(of: report)
      guard let first = pages.first else { return nil }
      // Of a report by years the current one's finding stands for all.
      let isOne = report.parameter == nil
      let told = isOne ? first : pages.first { $0.scope == .year(currentYear) }
      return ReportsPage.Line(
        href: address(of: report), title: title(of: report), headline: told?.headline ?? report.title,
        summary: (told ?? first).summary, count: isOne ? [] : ["\(pages.count)"], isConfidential: report.isOffice,
        held: Words.held(report.held))
    }
    return ReportsPage(
      chrome: chrome(Address.reports, title: Words.reports, year: currentYear, section: .reports),
      title: Words.reports, isOfOne: false, lines: lines)
  }

  fileprivate func pages(of report: LedgerReport, _ path: String) -> ReportsPage {
    ReportsPage(
      chrome: chrome(path, title: report.title, year: currentYear, section: .reports), title: title(of: report),
      isOfOne: true,
      lines: answers.pages(of: report).map { told in
        ReportsPage.Line(
          href: address(of: told), title: name(of: told.scope), headline: told.headline, summary: "", count: [],
          isConfidential: false, held: [])
      })
  }

  /// A year's report says which year.
  private func title(of report: LedgerReport) -> String {
    (report.year.map { Words.year(ledger.years[$0].year) } ?? "") + report.title
  }
}

extension ToldReport {
  /// How many tables of figures it has to be taken along, those of charts with them.
  var tables: Int {
    answers.count { answer in
      switch answer {
      case .table, .chart: true
      case .figure, .nothing: false
      }
    }
  }
}
