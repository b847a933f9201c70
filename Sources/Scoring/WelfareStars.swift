extension StandingsFold {
  /// The welfare stars of a year as of the report's day (S23), by minutes alone (S7): who ranks and wasn't vetoed, with the
  /// minutes the rulebook asks for, the first so many of the company and all tied at the cut.
  /// - Parameter minutes: of each member.
  func welfareStars(_ standings: MemberStandings, minutes: [Int], year: Ref<YearLedger>) -> [WelfareStar] {
    let rule = ledger.years[year].rulebook.welfare.stars
    let vetoed = vetoed(year: year)
    let people = ledger.roster.members
    let rows = standings.rows
      .filter { minutes[Int($0.member.index)] >= rule.minimumMinutes && !vetoed.contains($0.member) }
      .sorted { a, b in
        let (more, less) = (minutes[Int(a.member.index)], minutes[Int(b.member.index)])
        if more != less { return more > less }
        let (p, q) = (people[a.member], people[b.member])
        return p.sortKey != q.sortKey ? p.sortKey < q.sortKey : p.key < q.key
      }
    let ranks = competitionRanks(rows.count) {
      minutes[Int(rows[$0].member.index)] == minutes[Int(rows[$1].member.index)]
    }
    return zip(rows, ranks).prefix { $1.rank <= rule.first }.map { row, place in
      WelfareStar(
        member: row.member, branch: row.branch, minutes: minutes[Int(row.member.index)], rank: place.rank,
        isTied: place.isTied)
    }
  }
}
