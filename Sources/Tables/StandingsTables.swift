import Scoring
import Wording

extension DataTable {
  private static let ranks: [Column] = [
    .number("rank", zh: "名次", en: "Rank"), .number("previous_rank", zh: "上期", en: "Before"),
  ]

  /// A member leaderboard.
  package static func members(_ rows: [MemberStanding], _ roster: Roster) -> DataTable {
    DataTable(
      columns: ranks + [
        .word("member", zh: "编号", en: "Key"), .word("name", zh: "姓名", en: "Name"),
        .word("branch", zh: "支部", en: "Branch"), .number("base", zh: "规定", en: "Base"),
        .number("optional", zh: "自选", en: "Optional"), .number("total", zh: "合计", en: "Total"),
        .number("capped", zh: "封顶未计", en: "Capped"), .number("capped_deductions", zh: "封顶未扣", en: "Not deducted"),
      ],
      rows: rows.map { row in
        let decimals = row.decimals
        return [
          row.rank.map { .number("\($0)") } ?? .none, row.previousRank.map { .number("\($0)") } ?? .none,
          .text(roster.members[row.member].key), .text(roster.members[row.member].name),
          .text(roster.branches[row.branch].short), .number(row.base.text(decimals: decimals)),
          .number(row.optional.text(decimals: decimals)), .number(row.total.text(decimals: decimals)),
          .number(row.uncounted.gains.text(decimals: decimals)),
          .number(row.uncounted.deductions.text(decimals: decimals)),
        ]
      })
  }

  /// The branch leaderboard: two parts that add up, and the average beside the total (S21).
  /// Where branches stand in units, a column says in which.
  package static func branches(_ rows: [BranchStanding], _ roster: Roster, _ tree: OrganisationTree) -> DataTable {
    let units: [Column] = tree.isUsed ? [.word("parent", zh: "上级组织", en: "Unit")] : []
    return DataTable(
      columns: ranks + [
        .word("branch", zh: "编号", en: "Id"), .word("name", zh: "支部", en: "Branch"),
        .number("activities", zh: "活动", en: "Activities"), .number("reward", zh: "年终评定", en: "Rating"),
        .number("total", zh: "合计", en: "Total"), .number("heads", zh: "人数", en: "Heads"),
        .number("average", zh: "人均", en: "Average"),
      ] + units,
      rows: rows.map { row in
        let decimals = row.decimals
        let unit = tree.parent(of: row.branch).map { roster.levels.units[$0].name } ?? ""
        let cells: [Cell] = [
          row.rank.map { .number("\($0)") } ?? .none, row.previousRank.map { .number("\($0)") } ?? .none,
          .text(roster.branches[row.branch].id), .text(roster.branches[row.branch].name),
          .number(row.activityPart.text(decimals: decimals)), .number(row.rewardPart.text(decimals: decimals)),
          .number(row.total.text(decimals: decimals)),
          .number("\(row.heads)"), row.average.map { .number("\($0.rounded)") } ?? .none,
        ]
        return tree.isUsed ? cells + [.text(unit)] : cells
      })
  }
}
