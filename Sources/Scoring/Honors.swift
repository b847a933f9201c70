extension StandingsFold {
  /// Who of each branch may enter the PK (S8), as of the report's day.
  ///
  /// The first so many are drawn from those who may: a row is listed when fewer *eligible* members than that stand
  /// strictly above it, so all tied at the cut are in, and a member with an obstacle takes nobody's place but is shown.
  /// - Parameter standings: the company's, for the whole year.
  func qualifiers(_ standings: MemberStandings, year: Ref<YearLedger>) -> [[Qualifier]] {
    let rule = ledger.years[year].rulebook.qualification
    let vetoed = vetoed(year: year)
    let window = ledger.window(nil, year: year, asOf: ledger.asOf)
    // Members tied in the company are tied in the branch, and in the same order.
    var rows = [[MemberStanding]](repeating: [], count: ledger.roster.branches.count)
    for row in standings.rows { rows[Int(row.branch.index)].append(row) }
    return rows.map { rows in
      let ranks = competitionRanks(rows.count) { rows[$0].rank == rows[$1].rank }
      var listed: [Qualifier] = []
      var eligible = 0
      var eligibleAbove = 0
      var rank = 0
      for (row, place) in zip(rows, ranks) {
        if place.rank != rank { (rank, eligibleAbove) = (place.rank, eligible) }
        guard eligibleAbove < rule.perBranch else { break }
        let months = window.map { monthsOfMembership(row.member, until: $0.lastDay, year: year) } ?? 0
        let obstacle: Qualifier.Obstacle? =
          vetoed.contains(row.member)
          ? .veto
          : row.standing == .probationary
            ? .probationary : months < rule.minimumMonths ? .tooFewMonths : withoutMerit(row, year: year)
        if obstacle == nil { eligible += 1 }
        listed.append(
          Qualifier(
            member: row.member, rank: place.rank, isTied: place.isTied, total: row.total, obstacle: obstacle))
      }
      return listed.markingTies()
    }
  }

  /// Zero points never qualify, and what everybody starts with only where the rulebook says so.
  private func withoutMerit(_ row: MemberStanding, year: Ref<YearLedger>) -> Qualifier.Obstacle? {
    if row.total <= .zero { return .zeroPoints }
    let rulebook = ledger.years[year].rulebook
    guard !rulebook.qualification.isBaseEnough, rulebook.items.contains(where: { $0.terms.start != nil }) else {
      return nil
    }
    let postings = members[year]
    var earned = Points.zero
    for award in postings.awards[postings.ranges[Int(row.member.index)]]
    where award.day <= ledger.asOf && !award.isDeduction {
      if case .start = award.reason { continue }
      earned += award.points
    }
    return earned > .zero ? nil : .baseAlone
  }

  /// Where the places of each branch end.
  /// - Parameter computed: the qualification by points alone, before any decision about it.
  func lines(_ computed: [[Qualifier]]) -> [QualifyingLine?] {
    computed.map { listed in
      let eligible = listed.filter { $0.obstacle == nil }
      guard let first = eligible.first, let last = eligible.last else { return nil }
      return QualifyingLine(rank: last.rank, total: last.total, highest: first.total)
    }
  }

  /// The best tenth of the ranked members (S11): the number is rounded down, all tied at the cut are in, vetoed members
  /// and members without points are out.
  func cadrePool(_ standings: MemberStandings, year: Ref<YearLedger>) -> [CadreCandidate] {
    let content = ledger.years[year]
    let seats = standings.rows.count * content.rulebook.cadre.bestPercent / 100
    let vetoed = vetoed(year: year)
    let candidates = standings.rows.filter { !vetoed.contains($0.member) && withoutMerit($0, year: year) == nil }
    guard seats > 0, let cut = candidates.prefix(seats).last?.rank else { return [] }
    return candidates.compactMap { row -> CadreCandidate? in
      guard let rank = row.rank, rank <= cut else { return nil }
      return CadreCandidate(member: row.member, rank: rank)
    }
  }

  /// Members with a veto decided by the report's day.
  func vetoed(year: Ref<YearLedger>) -> Set<Ref<Member>> {
    vetoed(year: year) { if case .veto(let member, _) = $0 { member } else { nil } }
  }

  /// Branches with a veto decided by the report's day.
  func vetoedBranches(year: Ref<YearLedger>) -> Set<Ref<Branch>> {
    vetoed(year: year) { if case .branchVeto(let branch, _) = $0 { branch } else { nil } }
  }

  private func vetoed<Holder: Hashable>(
    year: Ref<YearLedger>, _ holder: (Decision.Matter) -> Holder?
  ) -> Set<Holder> {
    Set(ledger.years[year].decisions.filter { $0.on <= ledger.asOf }.compactMap { holder($0.matter) })
  }

  /// Calendar months of the year, until a day, in which the member belonged to some branch on at least one day.
  private func monthsOfMembership(_ member: Ref<Member>, until day: Day, year: Ref<YearLedger>) -> Int {
    ledger.years[year].period.until(day)?.months.count { month in
      stays.of(Int(member.index)).contains { $0.from <= min(month.lastDay, day) && $0.to >= month.firstDay }
    } ?? 0
  }
}

extension [Qualifier] {
  /// Of one branch: who may enter and is level with another who may.
  func markingTies() -> [Qualifier] {
    map { one in
      var marked = one
      marked.isTied = one.obstacle == nil && count { $0.obstacle == nil && $0.rank == one.rank } > 1
      return marked
    }
  }
}
