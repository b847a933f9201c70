import Composing
import Reading
import Scoring
import Templating
import Texts
import Wording

/// A member leaderboard, with the way to the other boards and its files.
struct StandingsPage: Page {
  /// The boards of the branches directly in a unit.
  struct Unit: Fillable {
    var name: String
    var branches: [LinkView]

    static let specimen = Unit(name: "制造", branches: [.specimen])
  }

  @Inlined var chrome: Chrome
  @Inlined var board: StandingsBoard
  /// The company's board, and those of branches that stand in no unit.
  var branches: [LinkView]
  var units: [Unit]
  var pathways: [LinkView]
  var periods: [LinkView]
  var years: [LinkView]
  var hasYears: Bool { years.count > 1 }
  var downloads: DownloadsView

  static let template = "standings"
  static let specimen = StandingsPage(
    chrome: .specimen, board: .specimen, branches: [.specimen], units: [.specimen], pathways: [.specimen],
    periods: [.specimen],
    years: [.specimen, .specimen], downloads: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.flatMap { year in
      context.scopes(year).map { scope in
        let path = Address.standings(context[year].ledger.year, scope.key)
        return plan(path, from: .heads, DownloadsView(withWorkbookOf: path)) {
          context.board(scope, year: year)
        } page: {
          context.standingsPage(scope, $0, year: year, path: path)
        } report: {
          context.report(scope.title, year, [context.memberSection("rows", $0.shown)])
        }
      }
    }
  }
}

extension SiteContext {
  fileprivate func standingsPage(
    _ plan: StandingsPlan, _ named: NamedStandings, year: Ref<YearLedger>, path: String
  ) -> StandingsPage {
    let number = self[year].ledger.year
    return StandingsPage(
      chrome: chrome(path, title: plan.title, year: year, section: .standings),
      board: standingsBoard(plan, named, year: year),
      branches: [LinkView(href: Address.standings(number), text: Words.company, isCurrent: plan.scope.branch == nil)]
        + branchLinks(self[year].tree.branches(directlyIn: nil), plan, number),
      units: self[year].tree.units.compactMap { unit in
        let own = self[year].tree.branches(directlyIn: unit)
        return own.isEmpty
          ? nil
          : StandingsPage.Unit(name: roster.levels.units[unit].short, branches: branchLinks(own, plan, number))
      },
      pathways: [
        LinkView(href: Address.standings(number), text: Words.allPathways, isCurrent: plan.scope.pathway == nil)
      ]
        + ledger.pathways.indices.map {
          LinkView(
            href: Address.standings(number, ledger.pathways[$0].id), text: ledger.pathways[$0].name,
            isCurrent: plan.scope.pathway == Ref($0))
        },
      periods: periodLinks(year, current: plan.key),
      years: yearLinks(current: year) { Address.standings($0) }, downloads: DownloadsView(withWorkbookOf: path))
  }

  private func branchLinks(_ branches: [Ref<Branch>], _ plan: StandingsPlan, _ number: Int) -> [LinkView] {
    branches.map {
      LinkView(
        href: Address.standings(number, roster.branches[$0].id), text: roster.branches[$0].short,
        isCurrent: plan.scope.branch == $0)
    }
  }

  private func periodLinks(_ year: Ref<YearLedger>, current: String) -> [LinkView] {
    scopes(year).filter { $0.scope.branch == nil && $0.scope.pathway == nil }.map { plan in
      let text =
        plan.key == "index"
        ? Words.wholeYear
        : plan.key.begins(with: "q")
          ? Words.quarter(Int(plan.key.dropFirst()) ?? 0) : Words.month(Int(plan.key.suffix(2)) ?? 0)
      return LinkView(
        href: Address.standings(self[year].ledger.year, plan.key), text: text, isCurrent: plan.key == current)
    }
  }
}
