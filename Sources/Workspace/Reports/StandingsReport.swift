import Diagnostics
import Scoring

package enum StandingsSubject: String, CaseIterable, Sendable { case members, branches }
package enum StandingsFormat: String, CaseIterable, Sendable { case table, csv, json }

/// The standings of a year, of members (of one branch, if named) or of branches.
/// - Throws: `UsageFailure`.
package func standings(
  of subject: StandingsSubject, year: Int?, branch: String?, format: StandingsFormat, in reckoning: Reckoning,
  language: Language
) throws -> String {
  let index = try reckoning.ledger.yearIndex(year)
  let branch = try branch.map(reckoning.ledger.roster.branch(named:))
  let table =
    switch subject {
    case .members:
      membersTable(
        memberStandings(reckoning, year: index, scope: StandingsScope(branch: branch)), reckoning.ledger.roster)
    case .branches:
      branchesTable(
        reckoning.scorebook.years[index].branches.filter { branch == nil || $0.branch == branch },
        reckoning.ledger.roster)
    }
  let ledger = reckoning.ledger.years[index]
  let day = reckoning.ledger.asOf
  switch format {
  case .table:
    let state = stateWords(ledger.state)
    let heading = Bilingual(
      zh: "\(ledger.year) 年度，截至 \(day)，\(state.zh)", en: "year \(ledger.year), as of \(day), \(state.en)")
    return heading.text(in: language) + "\n\n" + table.text(in: language)
  case .csv: return table.csv
  case .json:
    let name = jsonString(subject.rawValue)
    return """
      {
        "year": \(ledger.year),
        "as_of": \(jsonString("\(day)")),
        "state": \(jsonString(stateKey(ledger.state))),
        \(name): \(table.json(indent: "  "))
      }

      """
  }
}

private func stateWords(_ state: YearState) -> Bilingual {
  switch state {
  case .draft: Bilingual(zh: "草稿", en: "draft")
  case .notice(let from, let to): Bilingual(zh: "公示（\(from) 至 \(to)）", en: "public notice (\(from) to \(to))")
  case .final(let signedBy, let on): Bilingual(zh: "定稿（\(signedBy)，\(on)）", en: "final (\(signedBy), \(on))")
  }
}

private func stateKey(_ state: YearState) -> String {
  switch state {
  case .draft: "draft"
  case .notice: "notice"
  case .final: "final"
  }
}

private let rankColumns = [
  ReportTable.Column(key: "rank", title: Bilingual(zh: "名次", en: "Rank"), isNumber: true),
  ReportTable.Column(key: "previous_rank", title: Bilingual(zh: "上期", en: "Before"), isNumber: true),
]

private func number(_ key: String, zh: String, en: String) -> ReportTable.Column {
  ReportTable.Column(key: key, title: Bilingual(zh: zh, en: en), isNumber: true)
}

private func word(_ key: String, zh: String, en: String) -> ReportTable.Column {
  ReportTable.Column(key: key, title: Bilingual(zh: zh, en: en))
}

private func membersTable(_ standings: MemberStandings, _ roster: Roster) -> ReportTable {
  ReportTable(
    columns: rankColumns + [
      word("member", zh: "编号", en: "Key"), word("name", zh: "姓名", en: "Name"), word("branch", zh: "支部", en: "Branch"),
      number("base", zh: "规定", en: "Base"), number("optional", zh: "自选", en: "Optional"),
      number("total", zh: "合计", en: "Total"), number("capped", zh: "封顶未计", en: "Capped"),
    ],
    rows: standings.rows.map { row in
      [
        .number("\(row.rank)"), row.previousRank.map { .number("\($0)") } ?? .none,
        .text(roster.members[row.member].key), .text(roster.members[row.member].name),
        .text(roster.branches[row.branch].short), .number("\(row.base)"), .number("\(row.optional)"),
        .number("\(row.total)"), .number("\(row.capped)"),
      ]
    })
}

private func branchesTable(_ rows: [BranchStanding], _ roster: Roster) -> ReportTable {
  ReportTable(
    columns: rankColumns + [
      word("branch", zh: "编号", en: "Id"), word("name", zh: "支部", en: "Branch"),
      number("activities", zh: "活动", en: "Activities"), number("reward", zh: "年终评定", en: "Rating"),
      number("total", zh: "合计", en: "Total"), number("heads", zh: "人数", en: "Heads"),
      number("average", zh: "人均", en: "Average"),
    ],
    rows: rows.map { row in
      [
        .number("\(row.rank)"), row.previousRank.map { .number("\($0)") } ?? .none,
        .text(roster.branches[row.branch].id), .text(roster.branches[row.branch].name), .number("\(row.activityPart)"),
        .number("\(row.rewardPart)"), .number("\(row.total)"), .number("\(row.heads)"),
        row.average.map { .number("\($0.rounded)") } ?? .none,
      ]
    })
}
