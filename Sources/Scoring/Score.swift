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
  let books = books(of: posted, fold, pool)
  let found = pool.map(books.count) { [fold] in
    fold.strayRecords(year: Ref($0)) + fold.findings(books[$0], year: Ref($0))
  }
  return (Scorebook(years: books, stays: fold.stays), found.flatMap { $0 })
}

/// What serves each of the works is counted apart from the rest of a year's figures: two pieces of a year fill the time of
/// one better.
private func books(of posted: [PostedYear], _ fold: StandingsFold, _ pool: some WorkPool) -> [YearBook] {
  let pieces = pool.map(posted.count * 2) { number -> YearPiece in
    let (year, ledger) = (posted[number / 2], fold.ledger)
    return number.isMultiple(of: 2)
      ? .book(fold.book(year, year: Ref(number / 2)))
      : .evidence(evidence(ledger.years[number / 2], ledger: ledger, stands: year.stands))
  }
  return posted.indices.map { year in
    guard case .book(let book) = pieces[2 * year], case .evidence(let evidence) = pieces[2 * year + 1] else {
      preconditionFailure("two pieces a year")
    }
    return book(evidence)
  }
}

private enum YearPiece: Sendable {
  case evidence([WorkEvidence])
  case book(@Sendable ([WorkEvidence]) -> YearBook)
}

/// A year's awards, and what else the folds over it need.
private struct PostedYear: Sendable {
  let members: Postings
  let branches: Postings
  let projects: [ProjectResult]
  /// Which records stand.
  let stands: [Bool]
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
    members: members, branches: postBranches(year, ledger), projects: projects,
    stands: standing(year, roots: order.roots, asOf: ledger.asOf))
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
  /// - Returns: the book, as soon as it is told what serves each of the works.
  fileprivate func book(_ posted: PostedYear, year index: Ref<YearLedger>) -> @Sendable ([WorkEvidence]) -> YearBook {
    let year = ledger.years[index]
    let standings = memberStandings(year: index, scope: StandingsScope(), asOf: ledger.asOf)
    let participants = participants(
      year, members: ledger.roster.members.count, stands: posted.stands, asOf: ledger.asOf)
    let byPoints = qualifiers(standings, year: index)
    let qualified = overridden(byPoints, standings, year: index)
    let welfare = welfareReport(year: index, stands: posted.stands)
    let branches = branchStandings(year: index, period: nil, asOf: ledger.asOf)
    let (lines, pool) = (lines(byPoints), cadrePool(standings, year: index))
    let stars = welfareStars(standings, minutes: welfare.minutes, year: index)
    let activities = activityResults(year, participants: participants, asOf: ledger.asOf)
    let blockers = blockers(year, projects: posted.projects, qualified: qualified)
    return { evidence in
      YearBook(
        year: year.year, memberAwards: posted.members.awards, memberRanges: posted.members.ranges,
        branchAwards: posted.branches.awards, branchRanges: posted.branches.ranges, members: standings,
        branches: branches, qualified: qualified, lines: lines, cadrePool: pool, stars: stars, welfare: welfare,
        projects: posted.projects, activities: activities, evidence: evidence, blockers: blockers)
    }
  }
}
