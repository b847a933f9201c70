import Composing
import Diagnostics
import Reading
import Scoring
import Tables
import Wording

/// What a member or a branch was over the years, a row a year: as CSV, as JSON and, of branches, as a workbook.
func historyDownloads(_ context: SiteContext) -> [FilePlan] {
  let measures = context.yearMeasures()
  let members = context.roster.members.refs.filter { !context.years(of: $0).isEmpty }.flatMap { member in
    files(.init(of: Address.years(of: context.roster.members[member])), context) {
      context.memberHistory(member, measures).map {
        (Words.history($0.name), [.init("years", table($0), title: Words.yearSheet)])
      }
    }
  }
  return members
    + context.roster.branches.refs.flatMap { branch in
      files(.init(withWorkbookOf: Address.years(of: context.roster.branches[branch])), context) {
        let history = context.branchHistory(branch, measures)
        return (Words.history(history.name), [.init("years", table(history), title: Words.yearSheet)])
      }
    }
}

/// - Parameter tables: what they are of, and their tables, the first of which is the CSV.
private func files(
  _ files: DownloadsView, _ context: SiteContext,
  _ tables: @escaping @Sendable () -> (title: String, sections: [TableReport.Section])?
) -> [FilePlan] {
  let report: @Sendable () -> TableReport = {
    guard let (title, sections) = tables() else { preconditionFailure("no account at all") }
    let (asOf, notice) = (context.ledger.asOf, context.content.site.notice)
    return TableReport(
      heading: [Bilingual(zh: title, en: title)],
      facts: [("title", .text(title)), ("notice", .text(notice)), ("as_of", .day(asOf))], sections,
      rows: sections.first?.table.adding([(.word("as_of", zh: "截至", en: "As of"), .day(asOf))]),
      closing: [Bilingual(zh: notice, en: notice)])
  }
  return [
    FilePlan(path: files.csv) { report().file(as: .text(.spreadsheet), in: .chinese) },
    FilePlan(path: files.json) { report().file(as: .text(.json), in: .chinese) },
  ] + files.xlsx.map { path in .packed(path) { report().file(as: .workbook, in: .chinese) } }
}

private func table(_ history: MemberHistory) -> DataTable {
  DataTable(
    columns: [
      .number("year", zh: "年度", en: "Year"), .word("state", zh: "状态", en: "State"),
      .word("branch", zh: "支部", en: "Branch"), .word("standing", zh: "身份", en: "Standing"),
      .number("base", zh: "规定", en: "Base"), .number("optional", zh: "自选", en: "Optional"),
      .number("total", zh: "总分", en: "Total"), .number("capped", zh: "封顶未计", en: "Capped"),
      .number("highest", zh: "当年最高", en: "Highest"), .number("median", zh: "当年中位", en: "Median"),
      .number("company_rank", zh: "公司名次", en: "Rank in company"),
      .number("branch_rank", zh: "支部名次", en: "Rank in branch"), .number("hours", zh: "公益小时", en: "Hours"),
      .number("owed", zh: "应有小时", en: "Hours owed"), .word("honors", zh: "荣誉", en: "Honors"),
      .word("rulebook", zh: "标准", en: "Rulebook"),
    ],
    rows: history.years.map { year in
      [
        .number("\(year.year)"), .text(year.state), .text(year.branch?.text ?? ""), .text(year.standing),
        .number(year.base), .number(year.optional), .number(year.total), .number(year.capped), figure(year.highest),
        figure(year.median), rank(year.place?.inCompany?.rank), rank(year.place?.inBranch?.rank), .number(year.hours),
        figure(year.owed), .text(year.honors.joined(separator: "|")), .text(year.rulebook.text),
      ]
    })
}

private func table(_ history: BranchHistory) -> DataTable {
  DataTable(
    columns: [
      .number("year", zh: "年度", en: "Year"), .word("state", zh: "状态", en: "State"),
      .word("secretary", zh: "书记", en: "Secretary"), .number("activity_part", zh: "活动积分", en: "Activity points"),
      .number("reward_part", zh: "奖励积分", en: "Reward points"), .number("total", zh: "总分", en: "Total"),
      .number("highest", zh: "当年最高", en: "Highest"), .number("median", zh: "当年中位", en: "Median"),
      .number("rank", zh: "名次", en: "Rank"), .number("branches", zh: "支部数", en: "Branches"),
      .number("heads", zh: "计入人数", en: "Heads"), .number("average", zh: "人均", en: "Average"),
      .number("people", zh: "党员", en: "Members"), .number("welfare_rate", zh: "公益参与率%", en: "Welfare rate %"),
      .number("activities_held", zh: "完成活动", en: "Activities held"),
      .number("activities", zh: "活动", en: "Activities"),
      .number("projects_graded", zh: "已评价项目", en: "Projects graded"), .number("projects", zh: "项目", en: "Projects"),
      .number("stories", zh: "纪实", en: "Stories"), .word("winners", zh: "优秀党员", en: "Winners"),
      .word("honors", zh: "荣誉", en: "Honors"), .word("rulebook", zh: "标准", en: "Rulebook"),
    ],
    rows: history.years.map { year in
      [
        .number("\(year.year)"), .text(year.state), .text(year.secretary?.text ?? ""), .number(year.activityPart),
        .number(year.rewardPart), .number(year.total), figure(year.highest), figure(year.median), rank(year.place),
        .number("\(year.branchCount)"), .number("\(year.heads)"), year.heads > 0 ? .number(year.average) : .none,
        .number("\(year.people)"), figure(year.rate), .number("\(year.activitiesHeld)"),
        .number("\(year.activities)"), .number("\(year.projectsGraded)"), .number("\(year.projects)"),
        .number("\(year.stories)"), .text(year.winners.map(\.text).joined(separator: "|")),
        .text(year.honors.joined(separator: "|")), .text(year.rulebook.text),
      ]
    })
}

/// None where there is no figure.
private func figure(_ text: [String]) -> DataTable.Cell { text.first.map { .number($0) } ?? .none }
private func rank(_ rank: Int?) -> DataTable.Cell { rank.map { .number("\($0)") } ?? .none }
