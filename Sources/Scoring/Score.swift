import Diagnostics

/// Scores a ledger: every point an award, every figure a fold over awards, as of the ledger's day.
///
/// Pure, and independent of the order of records and files. Records are scored even where a diagnostic says they are
/// mistaken; a caller publishes nothing when the diagnostics have errors.
/// - Parameter pool: who scores the years, side by side.
package func score(_ ledger: Ledger, pool: some WorkPool = OneByOne()) -> (Scorebook, [Diagnostic]) {
  let posted = pool.map(ledger.years.count) { post(ledger.years[$0], ledger) }
  var fold = StandingsFold(ledger)
  fold.members = posted.map(\.members)
  fold.branches = posted.map(\.branches)
  // Standings look back at the year before, so all years are posted by then.
  let books = pool.map(posted.count) { [fold] in fold.book(posted[$0], year: Ref($0)) }
  let found = pool.map(books.count) { [fold] in
    fold.strayRecords(year: Ref($0)) + fold.findings(books[$0], year: Ref($0))
  }
  return (Scorebook(years: books, stays: fold.stays), found.flatMap { $0 })
}

/// A year's awards, and what else the folds over it need.
private struct PostedYear: Sendable {
  let members: Postings
  let branches: Postings
  let projects: [ProjectResult]
  /// Of each record: itself, or the one it corrects.
  let roots: [Int32]
}

private func post(_ year: YearLedger, _ ledger: Ledger) -> PostedYear {
  let rules = FlatRules(members: year.rulebook, works: ledger.works)
  let order = RecordOrder(
    year.records, holders: ledger.roster.members.count, rules: rules, activities: year.activities,
    notes: ledger.notes)
  let projects = year.projects.map { result(of: $0, rule: year.rulebook.evaluation, asOf: ledger.asOf) }
  let extras =
    memberCredits(year, rules: rules, ledger: ledger) + surveyExtras(year, rules: rules, ledger: ledger)
    + welfareExtras(year, rules: rules, ledger: ledger)
    + projectExtras(year, results: projects, rules: rules, ledger: ledger)
  let members = postings(
    year, records: year.records, order: order, rules: rules, extras: extras.inOrder(rules)
  ) { .record($0) }
  return PostedYear(
    members: members, branches: postBranches(year, ledger), projects: projects, roots: order.roots)
}

private func postBranches(_ year: YearLedger, _ ledger: Ledger) -> Postings {
  let rules = FlatRules(branches: year.rulebook, works: ledger.works)
  let records = year.branchRecords.map(\.entry)
  let order = RecordOrder(
    records, holders: ledger.roster.branches.count, rules: rules, activities: year.activities, notes: ledger.notes)
  let extras =
    branchCredits(year, rules: rules, ledger: ledger) + branchExtras(year, rules: rules, ledger: ledger)
  return postings(year, records: records, order: order, rules: rules, extras: extras.inOrder(rules)) {
    .branchRecord($0)
  }
}

extension StandingsFold {
  fileprivate func book(_ posted: PostedYear, year index: Ref<YearLedger>) -> YearBook {
    let year = ledger.years[index]
    let standings = memberStandings(year: index, scope: StandingsScope(), asOf: ledger.asOf)
    let stands = standing(year, roots: posted.roots, asOf: ledger.asOf)
    let participants = participants(
      year, members: ledger.roster.members.count, stands: stands, asOf: ledger.asOf)
    let byPoints = qualifiers(standings, year: index)
    let qualified = overridden(byPoints, standings, year: index)
    let welfare = welfareReport(year: index, stands: stands)
    return YearBook(
      year: year.year, memberAwards: posted.members.awards, memberRanges: posted.members.ranges,
      branchAwards: posted.branches.awards, branchRanges: posted.branches.ranges, members: standings,
      branches: branchStandings(year: index, period: nil, asOf: ledger.asOf),
      qualified: qualified, lines: lines(byPoints), cadrePool: cadrePool(standings, year: index),
      stars: welfareStars(standings, minutes: welfare.minutes, year: index), welfare: welfare,
      projects: posted.projects,
      activities: activityResults(year, participants: participants, asOf: ledger.asOf),
      evidence: evidence(year, ledger: ledger, stands: stands),
      blockers: blockers(year, projects: posted.projects, qualified: qualified))
  }
}
