import Scoring
import Wording

/// A board of branches as one value: two parts that add up, and the average beside the total (S21). Pages, downloads,
/// archives and the terminal show all of its figures with the same decimals, since they are added up below it.
package struct BranchBoard: Sendable {
  package let rows: [BranchStanding]
  package let decimals: Int

  package init(_ rows: [BranchStanding]) {
    self.rows = rows
    decimals = Wording.decimals(of: rows)
  }

  private init(_ rows: [BranchStanding], decimals: Int) {
    self.rows = rows
    self.decimals = decimals
  }

  /// Whether a reader who adds up a column comes to something else than its sum.
  package var isRounded: Bool {
    [rows.map(\.activityPart), rows.map(\.rewardPart), rows.map(\.total)].contains { column in
      let shown = column.map { $0.rounded(decimals: decimals) }.reduce(.zero, +)
      return shown != column.reduce(.zero, +).rounded(decimals: decimals)
    }
  }

  /// Some of its rows, with the figures of the whole.
  package func filter(_ isIncluded: (Ref<Branch>) -> Bool) -> BranchBoard {
    BranchBoard(rows.filter { isIncluded($0.branch) }, decimals: decimals)
  }
}

extension DataTable {
  /// A member leaderboard, each member's figures with the decimals they need to add up.
  package static func members(_ rows: [MemberStanding], _ roster: Roster) -> DataTable {
    DataTable(
      rows,
      [
        .number("rank", zh: "名次", en: "Rank") { .rank($0.rank) },
        .number("previous_rank", zh: "上期", en: "Before") { .rank($0.previousRank) },
        .word("member", zh: "编号", en: "Key") { .text(roster.members[$0.member].key) },
        .word("name", zh: "姓名", en: "Name") { .text(roster.members[$0.member].name) },
        .word("branch", zh: "支部", en: "Branch") { .text(roster.branches[$0.branch].short) },
        .number("base", zh: "规定", en: "Base") { .points($0.base, decimals: $0.decimals) },
        .number("optional", zh: "自选", en: "Optional") { .points($0.optional, decimals: $0.decimals) },
        .number("total", zh: "合计", en: "Total") { .points($0.total, decimals: $0.decimals) },
        .number("capped", zh: "封顶未计", en: "Capped") { .points($0.uncounted.gains, decimals: $0.decimals) },
        .number("capped_deductions", zh: "封顶未扣", en: "Not deducted") {
          .points($0.uncounted.deductions, decimals: $0.decimals)
        },
      ])
  }

  /// The branch leaderboard. Where branches stand in units, a column says in which.
  package static func branches(_ board: BranchBoard, _ roster: Roster, _ tree: OrganisationTree) -> DataTable {
    let decimals = board.decimals
    let unit: [TypedColumn<BranchStanding>] = [
      .word("parent", zh: "上级组织", en: "Unit") {
        .text(tree.parent(of: $0.branch).map { roster.levels.units[$0].name } ?? "")
      }
    ]
    return DataTable(
      board.rows,
      [
        .number("rank", zh: "名次", en: "Rank") { .rank($0.rank) },
        .number("previous_rank", zh: "上期", en: "Before") { .rank($0.previousRank) },
        .word("branch", zh: "编号", en: "Id") { .text(roster.branches[$0.branch].id) },
        .word("name", zh: "支部", en: "Branch") { .text(roster.branches[$0.branch].name) },
        .number("activities", zh: "活动", en: "Activities") { .points($0.activityPart, decimals: decimals) },
        .number("reward", zh: "年终评定", en: "Rating") { .points($0.rewardPart, decimals: decimals) },
        .number("total", zh: "合计", en: "Total") { .points($0.total, decimals: decimals) },
        .number("heads", zh: "人数", en: "Heads") { .count($0.heads) },
        .number("average", zh: "人均", en: "Average") { .points($0.average?.rounded) },
      ] + (tree.isUsed ? unit : []))
  }
}
