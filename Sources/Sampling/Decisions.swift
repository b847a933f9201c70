import Scoring

extension CompanyYear {
  /// Members who rank: with a branch on the period's last day and not exempt, by points.
  func ranked(_ company: Company) -> [(person: Int, branch: Int)] {
    let last = samplePeriod(year).last
    return company.people.indices.compactMap { index -> (person: Int, branch: Int)? in
      guard let stay = company.people[index].stay(on: last), stay.exemption == nil else { return nil }
      return (index, stay.branch)
    }
    .sorted {
      let (first, second) = (tally.totals[$0.person], tally.totals[$1.person])
      return first != second ? first > second : $0.person < $1.person
    }
  }

  private func isFull(_ person: Int, _ company: Company) -> Bool {
    company.people[person].stay(on: samplePeriod(year).last)?.isProbationary == false
  }

  /// Well inside what the rules allow: the PK is won by somebody of the first three of a branch, cadres come from the
  /// first half of the pool.
  func decisions(_ company: Company, _ plan: SamplePlan) -> String {
    let order = ranked(company)
    var winners: [Int] = []
    var counts: [Int: Int] = [:]
    for place in order {
      counts[place.branch, default: 0] += 1
      let seat = counts[place.branch] ?? 1
      guard tally.totals[place.person] > 0, isFull(place.person, company) else { continue }
      if seat == 1 + place.branch % 3 && winners.count < 12 { winners.append(place.person) }
    }
    let pool = order.prefix(order.count / 20).map(\.person).filter { isFull($0, company) }
    let cadres = pool.prefix(12)
    var lines = ["winners:"]
    lines += winners.map {
      "  - {member: \(company.people[$0].key), signed_by: 公司党委, on: 2024-12-20, note: 优秀党员PK}"
    }
    if winners.isEmpty { lines[0] = "winners: []" }
    lines.append(cadres.isEmpty ? "cadres: []" : "cadres:")
    for (place, person) in cadres.enumerated() {
      let branch = company.people[person].stay(on: samplePeriod(year).last)?.branch ?? 0
      // The last is still being looked at: nobody has spoken for the third criterion, so there is no tier.
      let isOpen = place == 11
      lines += [
        "  - member: \(company.people[person].key)",
        "    attested:",
        "      - {criteria: [意愿\(isOpen ? "" : ", 组织协调")], by: \(company.branches[branch].short)支部, on: 2024-12-18}",
        "      - {criteria: [品行], by: 党委组织委员, on: 2024-12-20}",
        "    signed_by: 公司党委",
        "    on: 2024-12-27",
      ]
      if !isOpen { lines.insert("    tier: \(1 + place % 3)", at: lines.count - 5) }
    }
    lines.append("vetoes: []")
    lines.append("excellent_branches:")
    lines += bestBranches(company).map {
      "  - {branch: \(company.branches[$0].id), signed_by: 公司党委, on: 2024-12-27, note: 年度先进支部}"
    }
    if let late = lateTransfer(company, plan) {
      lines += [
        "qualifications:", "  - member: \(company.people[late].key)", "    qualified: 是", "    signed_by: 公司党委",
        "    on: 2024-12-19", "    note: 援外半年，当地党组织的记录年后才能转来，本人与支部书面说明在案",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The story of the one override: the first below the cut of the second branch.
  private func lateTransfer(_ company: Company, _ plan: SamplePlan) -> Int? {
    guard plan.followsStories else { return nil }
    let rows = ranked(company).filter { $0.branch == 1 && isFull($0.person, company) }
    guard rows.count > 6 else { return nil }
    let fifth = tally.totals[rows[4].person]
    return rows.first { tally.totals[$0.person] < fifth && tally.totals[$0.person] > 0 }?.person
  }

  /// The first third by activity values and ratings.
  private func bestBranches(_ company: Company) -> [Int] {
    var points = company.branches.map { _ in 0 }
    for rating in ratings { points[rating.branch] += rating.points }
    for activity in activities where activity.held != nil {
      let worth = activity.override?.points ?? activity.complexity * activity.coverage * 100
      let shares = activity.claims.reduce(0) { $0 + $1.share }
      for claim in activity.claims { points[claim.branch] += worth * claim.share / max(1, shares) }
    }
    return Array(
      points.indices.sorted { points[$0] != points[$1] ? points[$0] > points[$1] : $0 < $1 }
        .prefix(max(1, min(5, company.branches.count / 3))))
  }
}

/// Figures the office vouches for; the program refuses the content when they don't hold. Those of the showcase were
/// added up from its rows apart from the program.
func assertionFiles(_ company: Company, _ plan: SamplePlan) -> [SampleFile] {
  let vouched: [Int: [(kind: String, name: String, on: Day, total: String)]] = [
    2024: [("member", "gao-yuan", day(2024, 6, 30), "68.50"), ("branch", "b07", day(2024, 6, 30), "11.50")],
    2025: [
      ("member", "gao-yuan", day(2025, 11, 30), "107.80"), ("member", "zhou-jingyi", day(2025, 6, 30), "56.50"),
      ("member", "zhou-jingyi", day(2025, 11, 30), "88.50"), ("member", "liao-yimin", day(2025, 7, 15), "59.25"),
      ("branch", "b07", day(2025, 6, 30), "12.00"), ("branch", "b07", reportDay, "56.00"),
    ],
  ]
  return sampleYears.compactMap { year in
    // A plan's size is that of the report's day; an earlier year's count is known of the showcase only.
    guard year == 2025 || plan.followsStories else { return nil }
    let (members, counted) = year == 2025 ? (plan.members, reportDay) : (396, day(2024, 11, 30))
    var text = """
      - branches: \(company.branches.count)
      - works: 53
      - members: \(members)
        on: \(counted)

      """
    if plan.followsStories {
      for row in vouched[year] ?? [] {
        text += "- \(row.kind): \(row.name)\n  on: \(row.on)\n  total: \"\(row.total)\"\n"
      }
    }
    return SampleFile(path: "content/years/\(year)/assertions.yaml", text: text)
  }
}
