import Composing
import Reading
import Scoring
import Tables
import Templating

/// A branch's account, with the way to its other years, its board and its files.
struct BranchPage: Page {
  @Inlined var chrome: Chrome
  @Inlined var account: BranchAccount
  var years: [LinkView]
  /// Its page of all years.
  @WebAddress var yearsHref: String
  var downloads: DownloadsView
  @WebAddress var standingsHref: String

  static let template = "branch"
  static let specimen = BranchPage(
    chrome: .specimen, account: .specimen, years: [.specimen], yearsHref: "branches/b07.html", downloads: .specimen,
    standingsHref: "2025/standings/b07.html")

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.flatMap { year in
      context.roster.branches.indices.map { index in
        let branch = context.roster.branches[index]
        let path = Address.branch(branch, context[year].ledger.year)
        return plan(path, from: .heads, DownloadsView(withWorkbookOf: path)) {
          context.account(of: Ref<Branch>(index), year)
        } page: {
          context.branchPage(Ref(index), $0, year: year, path: path)
        } report: {
          context.report(branch.name, year, [$0.section(byKind: false)])
        }
      }
    }
  }
}

extension SiteContext {
  fileprivate func branchPage(
    _ ref: Ref<Branch>, _ table: AccountTable, year: Ref<YearLedger>, path: String
  ) -> BranchPage {
    let branch = roster.branches[ref]
    let book = self[year].ledger
    return BranchPage(
      chrome: chrome(path, title: branch.name, year: year, section: .branches),
      account: branchAccount(ref, table, year: year),
      years: yearLinks(current: year) { Address.branch(branch, $0) },
      yearsHref: Address.years(of: branch), downloads: DownloadsView(withWorkbookOf: path),
      standingsHref: Address.standings(book.year, branch.id))
  }
}
