import Composing
import Reading
import Scoring
import Templating
import Wording

/// A branch over all years. Its address belongs to no year; every figure on it leads to the page of its own.
struct BranchYearsPage: Page {
  @Inlined var chrome: Chrome
  @Inlined var history: BranchHistory
  /// Its page of each year, newest first.
  var links: [LinkView]
  var downloads: DownloadsView

  static let template = "branch-years"
  static let specimen = BranchYearsPage(chrome: .specimen, history: .specimen, links: [.specimen], downloads: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    let measures = context.yearMeasures()
    return context.roster.branches.refs.map { branch in
      let path = Address.years(of: context.roster.branches[branch])
      return plan(path, from: .heads, DownloadsView(withWorkbookOf: path)) {
        context.branchHistory(branch, measures)
      } page: { history in
        BranchYearsPage(
          chrome: context.chrome(
            path, title: Words.history(history.name), year: context.currentYear, section: .branches),
          history: history, links: history.years.map { LinkView(href: $0.href, text: "\($0.year)") },
          downloads: DownloadsView(withWorkbookOf: path))
      } report: {
        context.report(Words.history($0.name), years: $0.data)
      }
    }
  }
}
