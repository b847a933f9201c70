/// What pages and commands ask of a scorebook, beside the year as of the report's day that each `YearBook` holds.
extension Scorebook {
  /// Members by points in a scope, as of any day.
  ///
  /// A member ranks in the branch held on the last day of the (cut) period and brings all points along; members without
  /// a branch that day don't rank, exempt ones are listed apart. Empty before the period begins. `previousRank` looks at
  /// the year before, or for a month, quarter or half of the year (see `quarters(of:)`, `Period.spans(ofMonths:)`) at
  /// the one before it.
  package func memberStandings(_ ledger: Ledger, year: Ref<YearLedger>, scope: StandingsScope, asOf: Day)
    -> MemberStandings
  {
    StandingsFold(ledger, self).memberStandings(year: year, scope: scope, asOf: asOf)
  }

  /// The same on the day that the ledger, whose scores these are, stands for.
  package func members(_ ledger: Ledger, year: Ref<YearLedger>, scope: StandingsScope) -> MemberStandings {
    scope == StandingsScope()
      ? years[year].members : memberStandings(ledger, year: year, scope: scope, asOf: ledger.asOf)
  }

  /// Branches by total (S21) in the year or a period of it, as of any day; empty before it begins.
  package func branchStandings(
    _ ledger: Ledger, year: Ref<YearLedger>, period: Period? = nil, asOf: Day
  ) -> [BranchStanding] {
    StandingsFold(ledger, self).branchStandings(year: year, period: period, asOf: asOf)
  }

  /// Members' own points by month earned while in the branch; not part of the branch's total.
  package func memberMonths(_ ledger: Ledger, year: Ref<YearLedger>, branch: Ref<Branch>, asOf: Day) -> [MonthlyPoints]
  {
    memberMonths(ledger, year: year, asOf: asOf)[Int(branch.index)]
  }

  /// The same for every branch, in roster order.
  package func memberMonths(_ ledger: Ledger, year: Ref<YearLedger>, asOf: Day) -> [[MonthlyPoints]] {
    let period = ledger.years[year].period
    let empty = MonthlySums(period)
    var sums = [MonthlySums](repeating: empty, count: ledger.roster.branches.count)
    guard let window = ledger.window(nil, year: year, asOf: asOf) else { return sums.map(\.rows) }
    let fold = StandingsFold(ledger, self)
    for member in ledger.roster.members.indices {
      fold.forEachAward(of: member, year: year, in: window.counted) { holder, award in sums[holder].add(award) }
    }
    return sums.map(\.rows)
  }
}

extension YearBook {
  /// The member's points of the year as of a day: the prefix sum of their awards, whatever the branch.
  package func total(of member: Ref<Member>, asOf day: Day) -> Points { awards(of: member).total(asOf: day) }

  /// The branch's points of the year as of a day.
  package func total(of branch: Ref<Branch>, asOf day: Day) -> Points { awards(of: branch).total(asOf: day) }
}

extension Sequence<Award> {
  fileprivate func total(asOf day: Day) -> Points {
    reduce(.zero) { $1.day <= day ? $0 + $1.points : $0 }
  }
}

/// Points of one calendar month.
package struct MonthlyPoints: Sendable, Equatable {
  package let month: YearMonth
  package internal(set) var base = Points.zero
  package internal(set) var optional = Points.zero
  package internal(set) var uncounted = Uncounted()
  /// How many awards: a month in which as much was lost as earned isn't an empty one.
  package internal(set) var entries: Int32 = 0
  package var total: Points { base + optional }
}

/// Awards folded by calendar month: one row for each month of the period, in order, months without awards included.
///
/// An award dated after the period (a rating, a late correction) counts in its last month, so the rows add up to the
/// year; pass awards as of the day wanted.
package func monthly(_ awards: some Sequence<Award>, over period: Period) -> [MonthlyPoints] {
  var sums = MonthlySums(period)
  for award in awards { sums.add(award) }
  return sums.rows
}

/// The months of several holders of one year, added up.
package func joined(_ holders: [[MonthlyPoints]]) -> [MonthlyPoints] {
  guard var sums = holders.first else { return [] }
  for months in holders.dropFirst() {
    for (index, month) in months.enumerated() {
      sums[index].base += month.base
      sums[index].optional += month.optional
      sums[index].uncounted += month.uncounted
      sums[index].entries += month.entries
    }
  }
  return sums
}

private struct MonthlySums {
  private(set) var rows: [MonthlyPoints]

  init(_ period: Period) { rows = period.months.map { MonthlyPoints(month: $0) } }

  mutating func add(_ award: Award) {
    guard let first = rows.first?.month else { return }
    let month = award.day.yearMonth
    let offset = (month.year - first.year) * 12 + month.month - first.month
    let row = min(max(offset, 0), rows.count - 1)
    if award.kind == .base { rows[row].base += award.points } else { rows[row].optional += award.points }
    rows[row].uncounted += award
    rows[row].entries += 1
  }
}
