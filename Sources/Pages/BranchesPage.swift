import Composing
import Scoring
import Tables
import Templating
import Wording

/// The branch leaderboard of a year.
struct BranchesPage: Page {
  @Inlined var chrome: Chrome
  var leader: LeadView?
  /// The one that leads alone.
  var sole: BranchRow?
  var rows: [BranchRow]
  var count: Int { rows.count }
  var activityTotal: String
  var rewardTotal: String
  var total: String
  /// Whether the column's sums are of exact figures, which those shown don't come to.
  var isRounded: Bool
  /// The branches by unit; none where no branch stands in one.
  var levels: LevelTable?
  var monthsChart: ChartView?
  var years: [LinkView]
  var downloads: DownloadsView

  static let template = "branches"
  static let specimen = BranchesPage(
    chrome: .specimen, leader: .specimen, sole: .specimen, rows: [.specimen], activityTotal: "480.00",
    rewardTotal: "330.50", total: "810.50", isRounded: true, levels: .specimen, monthsChart: .specimen,
    years: [.specimen], downloads: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.branches(context[year].ledger.year)
      return plan(path, from: .heads, DownloadsView(withWorkbookOf: path)) {
        context[year].branchBoard
      } page: { board in
        let standings = board.rows
        let rows = context.branchRows(year)
        let activity = standings.reduce(Points.zero) { $0 + $1.activityPart }
        let reward = standings.reduce(Points.zero) { $0 + $1.rewardPart }
        let decimals = max(board.decimals, Points.decimals(addingUp: [[activity, reward]]))
        return BranchesPage(
          chrome: context.chrome(
            path, title: Words.branchBoard(context[year].ledger.year), year: year, section: .branches),
          leader: context.leadingBranches(year), sole: rows.first { $0.place == 1 && !$0.isTied }, rows: rows,
          activityTotal: activity.shown(decimals), rewardTotal: reward.shown(decimals),
          total: (activity + reward).shown(decimals), isRounded: board.isRounded,
          levels: context.levelTable(year), monthsChart: context.branchMultiples(standings.map(\.branch), year: year),
          years: context.yearLinks(current: year, Address.branches), downloads: DownloadsView(withWorkbookOf: path))
      } report: {
        context.report(
          Words.branchBoard(context[year].ledger.year), year, [context.branchSection("rows", $0, year)])
      }
    }
  }
}
