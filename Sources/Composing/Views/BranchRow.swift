import Reading
import Scoring
import Tables
import Templating
import Wording

/// A row of the branch leaderboard: two parts that add up, and the average beside the total (S21).
package struct BranchRow: Fillable {
  /// `nil` before any branch has a point.
  @Unprinted package var place: Int?
  /// A dash before anybody has a point.
  var rank: String { place.orDash }
  var isRanked: Bool { place != nil }
  package var isTied: Bool
  package var move: Movement
  package var branch: LinkView
  package var short: String
  /// The unit it stands in; none where it stands in none.
  package var parent: LinkView?
  package var activityPart: String
  package var rewardPart: String
  package var total: String
  package var heads: Int
  var hasHeads: Bool { heads > 0 }
  package var average: String
  package var activityWidth: String
  package var rewardWidth: String
  package var isFirst: Bool
  package var isMe: Bool

  package init(
    place: Int? = nil, isTied: Bool, move: Movement, branch: LinkView, short: String,
    parent: LinkView? = nil, activityPart: String, rewardPart: String, total: String, heads: Int, average: String,
    activityWidth: String, rewardWidth: String,
    isFirst: Bool, isMe: Bool
  ) {
    self.place = place
    self.isTied = isTied
    self.move = move
    self.branch = branch
    self.short = short
    self.parent = parent
    self.activityPart = activityPart
    self.rewardPart = rewardPart
    self.total = total
    self.heads = heads
    self.average = average
    self.activityWidth = activityWidth
    self.rewardWidth = rewardWidth
    self.isFirst = isFirst
    self.isMe = isMe
  }

  package static let specimen = BranchRow(
    place: 2, isTied: true, move: .specimen, branch: .specimen, short: "环境监测",
    parent: LinkView(href: "2025/units/u2.html", text: "制造党总支"), activityPart: "41.00", rewardPart: "24.00",
    total: "65.00", heads: 30, average: "2.17", activityWidth: "60.7", rewardWidth: "35.6", isFirst: true, isMe: true)
}

extension SiteContext {
  /// All branches of a year in their order; `me` is set apart.
  package func branchRows(_ year: Ref<YearLedger>, me: Ref<Branch>? = nil) -> [BranchRow] {
    var rows = self[year].branchRows
    if let mine = self[year].book.branches.firstIndex(where: { $0.branch == me }) { rows[mine].isMe = true }
    return rows
  }

  /// A branch apart from the board, as if there were no other: its bar is as long as a bar gets.
  package func branchRow(_ standing: BranchStanding, year: Ref<YearLedger>) -> BranchRow? {
    BranchBoard([standing]).views(roster, self[year].tree, in: self[year].ledger.year).first
  }
}

extension BranchBoard {
  /// The rows as pages and prints show them.
  /// - Parameter year: the calendar's.
  func views(_ roster: Roster, _ tree: OrganisationTree, in year: Int) -> [BranchRow] {
    let widest = rows.map(\.total).max() ?? .zero
    return rows.map { standing in
      let branch = roster.branches[standing.branch]
      return BranchRow(
        place: standing.rank, isTied: standing.isTied,
        move: Movement(standing.rank, previous: standing.previousRank),
        branch: LinkView(href: Address.branch(branch, year), text: branch.name), short: branch.short,
        parent: tree.parent(of: standing.branch).map { LinkView(to: roster.levels.units[$0], in: year) },
        activityPart: standing.activityPart.shown(decimals),
        rewardPart: standing.rewardPart.shown(decimals), total: standing.total.shown(decimals),
        heads: standing.heads,
        average: standing.average?.rounded.shown ?? Words.noAverage,
        activityWidth: percent(standing.activityPart, of: widest),
        rewardWidth: percent(standing.rewardPart, of: widest), isFirst: standing.rank == 1,
        isMe: false)
    }
  }
}
