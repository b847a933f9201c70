import Composing
import Scoring
import Tables
import Templating

/// A unit between company and branches (党总支, 二级党委), in each year in which a branch stands in it.
struct UnitPage: Page {
  @Inlined var chrome: Chrome
  @Inlined var account: UnitAccount
  var years: [LinkView]
  var downloads: DownloadsView

  static let template = "unit"
  static let specimen = UnitPage(
    chrome: .specimen, account: .specimen, years: [.specimen],
    downloads: DownloadsView(withWorkbookOf: "2025/units/u2.html"))

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.flatMap { year in
      context[year].tree.units.map { unit in
        let path = Address.unit(context.roster.levels.units[unit], context[year].ledger.year)
        return plan(path, from: .heads, DownloadsView(withWorkbookOf: path)) {
          let own = Set(context[year].tree.branches(in: unit))
          return context[year].branchBoard.filter(own.contains)
        } page: { _ in
          context.unitPage(unit, year: year, path: path)
        } report: {
          context.report(context.roster.levels.units[unit].name, year, [context.branchSection("rows", $0, year)])
        }
      }
    }
  }
}

extension SiteContext {
  fileprivate func unitPage(_ unit: Ref<PartyUnit>, year: Ref<YearLedger>, path: String) -> UnitPage {
    let one = roster.levels.units[unit]
    return UnitPage(
      chrome: chrome(path, title: one.name, year: year, section: .branches),
      account: unitAccount(unit, year: year),
      // It has no page in a year in which it holds no branch.
      years: ledger.years.refs.reversed().filter { self[$0].tree.units.contains(unit) }.map {
        let number = self[$0].ledger.year
        return LinkView(href: Address.unit(one, number), text: "\(number)", isCurrent: $0 == year)
      },
      downloads: DownloadsView(withWorkbookOf: path))
  }
}
