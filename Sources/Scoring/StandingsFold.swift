/// What every standing is folded from: the ledger, the awards of each year, and the roster's stays.
struct StandingsFold {
  let ledger: Ledger
  /// Parallel to `Ledger.years`.
  var members: [Postings] = []
  var branches: [Postings] = []
  let stays: Stays

  init(_ ledger: Ledger) { self.init(ledger, Stays(ledger.roster)) }

  private init(_ ledger: Ledger, _ stays: Stays) { (self.ledger, self.stays) = (ledger, stays) }

  init(_ ledger: Ledger, _ scorebook: Scorebook) {
    self.init(ledger, scorebook.stays)
    let years = scorebook.years
    members = years.map { Postings(awards: $0.memberAwards, ranges: $0.memberRanges) }
    branches = years.map { Postings(awards: $0.branchAwards, ranges: $0.branchRanges) }
  }

  func memberStandings(year: Ref<YearLedger>, scope: StandingsScope, asOf: Day) -> MemberStandings {
    let ranked = rank(year: year, scope: scope, asOf: asOf)
    var previous = [Int32](repeating: 0, count: stays.members)
    if let before = ledger.period(before: scope.period, ofMonths: scope.months, year: year) {
      var past = scope
      past.period = before.period
      for row in rank(year: before.year, scope: past, asOf: asOf).rows {
        previous[row.member] = Int32(row.place?.rank ?? 0)
      }
    }
    return MemberStandings(
      scope: scope,
      rows: ranked.rows.map { row in
        MemberStanding(
          member: Ref(row.member), branch: Ref(Int(row.stay.branch)), standing: row.stay.standing,
          rank: row.place?.rank, isTied: row.place?.isTied ?? false,
          previousRank: previous[row.member] == 0 ? nil : Int(previous[row.member]),
          base: row.base, optional: row.optional, uncounted: row.uncounted)
      },
      exempt: ranked.exempt)
  }

  private struct Row {
    let member: Int
    let stay: Stay
    var base = Points.zero
    var optional = Points.zero
    var uncounted = Uncounted()
    var place: Ranked?
    var total: Points { base + optional }

    func tieKey(_ key: RankingRule.TieKey) -> Points {
      switch key {
      case .none: .zero
      case .base: base
      case .optional: optional
      }
    }
  }

  private func rank(year: Ref<YearLedger>, scope: StandingsScope, asOf: Day) -> (rows: [Row], exempt: [Ref<Member>]) {
    guard let window = ledger.window(scope.period, year: year, asOf: asOf) else { return ([], []) }
    var rows: [Row] = []
    var exempt: [Ref<Member>] = []
    for member in 0..<stays.members {
      guard let stay = stays.on(window.lastDay, member: member) else { continue }
      if let branch = scope.branch, branch.index != stay.branch { continue }
      if stay.isExempt {
        exempt.append(Ref(member))
        continue
      }
      var row = Row(member: member, stay: stay)
      for award in members[year].awards(of: member, in: window.counted) {
        if let pathway = scope.pathway, pathway != award.pathway { continue }
        if award.kind == .base { row.base += award.points } else { row.optional += award.points }
        row.uncounted += award
      }
      rows.append(row)
    }
    let key = ledger.years[year].rulebook.ranking.tieKey
    let people = ledger.roster.members
    rows.sort { a, b in
      if a.total != b.total { return a.total > b.total }
      if a.tieKey(key) != b.tieKey(key) { return a.tieKey(key) > b.tieKey(key) }
      let (p, q) = (people[a.member], people[b.member])
      return p.sortKey != q.sortKey ? p.sortKey < q.sortKey : p.key < q.key
    }
    if ledger.hasRanks(rows.first?.total, year: year, asOf: asOf) {
      let places = competitionRanks(rows.count) { a, b in
        rows[a].total == rows[b].total && rows[a].tieKey(key) == rows[b].tieKey(key)
      }
      for (index, place) in places.enumerated() { rows[index].place = place }
    }
    return (rows, exempt)
  }
}

extension Ledger {
  /// Whether a board has ranks: nobody is first with nothing, nor with what everybody starts with, so there is none before
  /// something was recorded and somebody has a point.
  /// - Parameter best: the highest total, `nil` for a board of nobody.
  func hasRanks(_ best: Points?, year: Ref<YearLedger>, asOf: Day) -> Bool {
    best.map { $0 > .zero } ?? false && years[year].isUnderWay(on: asOf)
  }
}

struct Ranked {
  let rank: Int
  let isTied: Bool
}

/// 1, 2, 2, 4 for rows already in order: a rank is one more than the number of rows ahead, never the row's index.
func competitionRanks(_ count: Int, isTie: (Int, Int) -> Bool) -> [Ranked] {
  var ranks: [Ranked] = []
  ranks.reserveCapacity(count)
  var start = 0
  while start < count {
    var end = start + 1
    while end < count, isTie(start, end) { end += 1 }
    for _ in start..<end { ranks.append(Ranked(rank: start + 1, isTied: end - start > 1)) }
    start = end
  }
  return ranks
}
