import Composing
import Scoring
import Tables
import Wording

extension MemberHistory {
  /// What she was over the years, a row a year, newest first.
  var data: DataTable {
    DataTable(
      years,
      [
        .number("year", zh: "年度", en: "Year") { .count($0.year) },
        .word("state", zh: "状态", en: "State") { .text($0.state) },
        .word("branch", zh: "支部", en: "Branch") { .text($0.branch?.text ?? "") },
        .word("standing", zh: "身份", en: "Standing") { .text($0.standing) },
        .number("base", zh: "规定", en: "Base") { .points($0.sum.base, decimals: $0.sum.decimals) },
        .number("optional", zh: "自选", en: "Optional") { .points($0.sum.optional, decimals: $0.sum.decimals) },
        .number("total", zh: "总分", en: "Total") { .points($0.sum.total, decimals: $0.sum.decimals) },
        .number("capped", zh: "封顶未计", en: "Capped") { .points($0.sum.uncounted.gains, decimals: $0.sum.decimals) },
        .number("highest", zh: "当年最高", en: "Highest") { .points($0.best) },
        .number("median", zh: "当年中位", en: "Median") { .points($0.middle) },
        .number("company_rank", zh: "公司名次", en: "Rank in company") { .rank($0.place?.inCompany?.rank) },
        .number("branch_rank", zh: "支部名次", en: "Rank in branch") { .rank($0.place?.inBranch?.rank) },
        .number("hours", zh: "公益小时", en: "Hours") { .number(Words.hours($0.minutes)) },
        .number("owed", zh: "应有小时", en: "Hours owed") {
          $0.owedMinutes.map { .number(Words.hours($0)) } ?? .none
        },
        .word("honors", zh: "荣誉", en: "Honors") { .text($0.honors.joined(separator: "|")) },
        .word("rulebook", zh: "标准", en: "Rulebook") { .text($0.rulebook.text) },
      ])
  }
}

extension BranchHistory {
  /// What it was over the years, a row a year, newest first.
  var data: DataTable { DataTable(years, Self.sums + Self.works) }

  private static let sums: [TypedColumn<Year>] = [
    .number("year", zh: "年度", en: "Year") { .count($0.year) },
    .word("state", zh: "状态", en: "State") { .text($0.state) },
    .word("secretary", zh: "书记", en: "Secretary") { .text($0.secretary?.text ?? "") },
    .number("activity_part", zh: "活动积分", en: "Activity points") { $0.sum.points(\.activityPart) },
    .number("reward_part", zh: "奖励积分", en: "Reward points") { $0.sum.points(\.rewardPart) },
    .number("total", zh: "总分", en: "Total") { $0.sum.points(\.total) },
    .number("highest", zh: "当年最高", en: "Highest") { .points($0.best) },
    .number("median", zh: "当年中位", en: "Median") { .points($0.middle) },
    .number("rank", zh: "名次", en: "Rank") { .rank($0.sum?.place) },
    .number("branches", zh: "支部数", en: "Branches") { .count($0.branchCount) },
    .number("heads", zh: "计入人数", en: "Heads") { .count($0.sum?.heads ?? 0) },
    .number("average", zh: "人均", en: "Average") { .points($0.sum?.average) },
  ]

  private static let works: [TypedColumn<Year>] = [
    .number("people", zh: "党员", en: "Members") { .count($0.people) },
    .number("welfare_rate", zh: "公益参与率%", en: "Welfare rate %") { $0.rate.first.map { .number($0) } ?? .none },
    .number("activities_held", zh: "完成活动", en: "Activities held") { .count($0.activitiesHeld) },
    .number("activities", zh: "活动", en: "Activities") { .count($0.activities) },
    .number("projects_graded", zh: "已评价项目", en: "Projects graded") { .count($0.projectsGraded) },
    .number("projects", zh: "项目", en: "Projects") { .count($0.projects) },
    .number("stories", zh: "纪实", en: "Stories") { .count($0.stories) },
    .word("winners", zh: "优秀党员", en: "Winners") { .text($0.winners.map(\.text).joined(separator: "|")) },
    .word("honors", zh: "荣誉", en: "Honors") { .text($0.honors.joined(separator: "|")) },
    .word("rulebook", zh: "标准", en: "Rulebook") { .text($0.rulebook.text) },
  ]
}

extension BranchSum? {
  /// None for a branch that wasn't there.
  fileprivate func points(_ part: KeyPath<BranchSum, Points>) -> DataTable.Cell {
    map { .points($0[keyPath: part], decimals: $0.decimals) } ?? .none
  }
}
