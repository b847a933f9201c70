extension StandingsFold {
  /// All branches by total (S21); `period` is a month or quarter of the year, `nil` the whole.
  func branchStandings(year: Ref<YearLedger>, period: Period?, asOf: Day) -> [BranchStanding] {
    let rows = rank(year: year, period: period, asOf: asOf)
    var previous = [Int?](repeating: nil, count: ledger.roster.branches.count)
    if let before = ledger.period(before: period, ofMonths: nil, year: year) {
      for row in rank(year: before.year, period: before.period, asOf: asOf) {
        previous[row.branch] = row.place?.rank
      }
    }
    return rows.map { row in
      BranchStanding(
        branch: Ref(row.branch), rank: row.place?.rank, isTied: row.place?.isTied ?? false,
        previousRank: previous[row.branch],
        activityPart: row.activityPart, rewardPart: row.rewardPart, heads: row.heads,
        average: Average(total: row.total, count: row.heads), memberPoints: row.memberPoints)
    }
  }

  private struct Row {
    let branch: Int
    var activityPart = Points.zero
    var rewardPart = Points.zero
    var heads = 0
    var memberPoints = Points.zero
    var place: Ranked?
    var total: Points { activityPart + rewardPart }
  }

  private func rank(year: Ref<YearLedger>, period: Period?, asOf: Day) -> [Row] {
    guard let window = ledger.window(period, year: year, asOf: asOf) else { return [] }
    var rows = ledger.roster.branches.indices.map { branch in
      var row = Row(branch: branch)
      for award in branches[year].awards(of: branch, in: window.counted) {
        if case .activity = award.reason { row.activityPart += award.points } else { row.rewardPart += award.points }
      }
      return row
    }
    for member in 0..<stays.members {
      if let stay = stays.on(window.lastDay, member: member), !stay.isExempt { rows[Int(stay.branch)].heads += 1 }
      forEachAward(of: member, year: year, in: window.counted) { branch, award in
        rows[branch].memberPoints += award.points
      }
    }
    rows.sort { $0.total != $1.total ? $0.total > $1.total : $0.branch < $1.branch }
    if ledger.hasRanks(rows.first?.total, year: year, asOf: asOf) {
      for (index, place) in competitionRanks(rows.count, isTie: { rows[$0].total == rows[$1].total }).enumerated() {
        rows[index].place = place
      }
    }
    return rows
  }

  /// A member's awards with the branch held on each award's day; awards of days without a branch are passed over.
  func forEachAward(of member: Int, year: Ref<YearLedger>, in period: Period, _ body: (Int, Award) -> Void) {
    for stay in stays.of(member) where stay.from <= period.last && stay.to >= period.first {
      let during = Period(first: max(stay.from, period.first), last: min(stay.to, period.last))
      for award in members[year].awards(of: member, in: during) { body(Int(stay.branch), award) }
    }
  }
}
