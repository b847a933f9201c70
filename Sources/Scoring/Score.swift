import Diagnostics

/// Scores a ledger: every point an award, every figure a fold over awards, as of the ledger's day.
///
/// Pure, and independent of the order of records and files. Records are scored even where a diagnostic says they are
/// mistaken; a caller publishes nothing when the diagnostics have errors.
package func score(_ ledger: Ledger) -> (Scorebook, [Diagnostic]) {
  var desk = Desk(ledger)
  var books: [YearBook] = []
  for index in ledger.years.indices { books.append(scoreYear(index, desk: &desk)) }
  let scorebook = Scorebook(years: books)
  var diagnostics: [Diagnostic] = []
  for index in books.indices {
    diagnostics += desk.strayRecords(year: index)
    diagnostics += desk.findings(books[index], year: index)
  }
  return (scorebook, diagnostics)
}

/// Adds the year's awards to the desk and folds them; standings may look back at the years before.
private func scoreYear(_ index: Int, desk: inout Desk) -> YearBook {
  let ledger = desk.ledger
  let year = ledger.years[index]
  let rules = FlatRules(year.rulebook, works: ledger.works)
  let members = ledger.roster.members.count
  let order = RecordOrder(year, members: members, notes: ledger.notes)
  let projects = year.projects.map { result(of: $0, rule: year.rulebook.evaluation, asOf: ledger.asOf) }
  let extras =
    welfareAwards(year, rules: rules, ledger: ledger)
    + projectAwards(year, results: projects, rules: rules, ledger: ledger)
  desk.members.append(memberPostings(year, order: order, rules: rules, extras: extras.inOrder()))
  desk.branches.append(branchPostings(year, ledger: ledger))
  let standings = desk.memberStandings(year: index, scope: StandingsScope(), asOf: ledger.asOf)
  let stands = standing(year, roots: order.roots, asOf: ledger.asOf)
  let participants = participants(year, members: members, stands: stands, asOf: ledger.asOf)
  let qualified = desk.qualifiers(standings, year: index)
  return YearBook(
    year: year.year,
    memberAwards: desk.members[index].awards, memberRanges: desk.members[index].ranges,
    branchAwards: desk.branches[index].awards, branchRanges: desk.branches[index].ranges,
    members: standings, branches: desk.branchStandings(year: index, period: nil, asOf: ledger.asOf),
    qualified: qualified, cadrePool: desk.cadrePool(standings, year: index),
    welfare: desk.welfareReport(year: index, stands: stands), projects: projects,
    activities: activityResults(year, participants: participants, asOf: ledger.asOf),
    evidence: evidence(year, ledger: ledger, stands: stands),
    blockers: desk.blockers(year, projects: projects, qualified: qualified))
}
