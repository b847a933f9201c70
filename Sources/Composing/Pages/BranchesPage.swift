import Scoring
import Templating

/// A row of the branch leaderboard: two parts that add up, and the average beside the total (S21).
struct BranchRow: Fillable {
  /// `nil` before any branch has a point.
  var rank: Int?
  var isTied: Bool
  var move: Movement
  var branch: LinkView
  var short: String
  var activityPart: String
  var rewardPart: String
  var total: String
  var heads: Int
  var average: String
  var activityWidth: String
  var rewardWidth: String
  var isFirst: Bool
  var isMe: Bool

  func fill(_ out: inout Filler) {
    out.text("rank", rank.orDash)
    out.flag("isRanked", rank != nil)
    out.flag("isTied", isTied)
    out.record("move", move)
    out.record("branch", branch)
    out.text("short", short)
    out.text("activityPart", activityPart)
    out.text("rewardPart", rewardPart)
    out.text("total", total)
    out.text("heads", heads)
    out.flag("hasHeads", heads > 0)
    out.text("average", average)
    out.text("activityWidth", activityWidth)
    out.text("rewardWidth", rewardWidth)
    out.flag("isFirst", isFirst)
    out.flag("isMe", isMe)
  }

  static let specimen = BranchRow(
    rank: 2, isTied: true, move: .specimen, branch: .specimen, short: "环境监测", activityPart: "41.00",
    rewardPart: "24.00",
    total: "65.00", heads: 30, average: "2.17", activityWidth: "60.7", rewardWidth: "35.6", isFirst: true, isMe: true)
}

extension Edition {
  /// All branches of a year in their order; `me` is set apart.
  func branchRows(_ standings: [BranchStanding], year: Int, me: Ref<Branch>? = nil) -> [BranchRow] {
    let widest = standings.map(\.total).max() ?? .zero
    let decimals = decimals(of: standings)
    return standings.map { standing in
      let branch = roster.branches[standing.branch]
      return BranchRow(
        rank: standing.rank, isTied: standing.isTied,
        move: Movement(standing.rank, previous: standing.previousRank),
        branch: LinkView(href: Address.branch(branch, ledger.years[year].year), text: branch.name), short: branch.short,
        activityPart: standing.activityPart.text(decimals: decimals),
        rewardPart: standing.rewardPart.text(decimals: decimals), total: standing.total.text(decimals: decimals),
        heads: standing.heads,
        average: standing.average?.rounded.description ?? Words.noAverage,
        activityWidth: percent(standing.activityPart, of: widest),
        rewardWidth: percent(standing.rewardPart, of: widest), isFirst: standing.rank == 1,
        isMe: standing.branch == me)
    }
  }
}

/// The branch leaderboard of a year.
struct BranchesPage: Page {
  var chrome: Chrome
  var leader: LeadView?
  /// The one that leads alone.
  var sole: BranchRow?
  var rows: [BranchRow]
  var activityTotal: String
  var rewardTotal: String
  var total: String
  var months: ChartView?
  var years: [LinkView]
  var downloads: DownloadsView

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.optional("leader", leader)
    out.optional("sole", sole)
    out.list("rows", rows)
    out.text("count", rows.count)
    out.text("activityTotal", activityTotal)
    out.text("rewardTotal", rewardTotal)
    out.text("total", total)
    out.optional("monthsChart", months)
    out.list("years", years)
    out.record("downloads", downloads)
  }

  static let template = "branches"
  static let specimen = BranchesPage(
    chrome: .specimen, leader: .specimen, sole: .specimen, rows: [.specimen], activityTotal: "480.00",
    rewardTotal: "330.50",
    total: "810.50", months: .specimen, years: [.specimen], downloads: .specimen)

  static func plans(_ edition: Edition) -> [PagePlan] {
    edition.ledger.years.indices.map { year in
      let path = Address.branches(edition.ledger.years[year].year)
      return plan(path) {
        let standings = edition.scorebook.years[year].branches
        let rows = edition.branchRows(standings, year: year)
        let activity = standings.reduce(Points.zero) { $0 + $1.activityPart }
        let reward = standings.reduce(Points.zero) { $0 + $1.rewardPart }
        let decimals = decimals(of: standings)
        return BranchesPage(
          chrome: edition.chrome(
            path, title: Words.branchBoard(edition.ledger.years[year].year), year: year, section: .branches),
          leader: edition.leadingBranches(year), sole: rows.first { $0.rank == 1 && !$0.isTied }, rows: rows,
          activityTotal: activity.text(decimals: decimals), rewardTotal: reward.text(decimals: decimals),
          total: (activity + reward).text(decimals: decimals),
          months: edition.branchMultiples(standings.map(\.branch), year: year),
          years: edition.yearLinks(current: year, Address.branches), downloads: DownloadsView(of: path))
      }
    }
  }
}
