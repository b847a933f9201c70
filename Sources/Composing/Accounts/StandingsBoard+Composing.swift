import Reading
import Scoring
import Wording

extension SiteContext {
  package func standingsBoard(_ plan: StandingsPlan, year: Ref<YearLedger>) -> StandingsBoard {
    let book = self[year].ledger
    let isYear = plan.scope == StandingsScope()
    let ranking = book.rulebook.ranking
    let limit = boardLength(of: plan.scope.branch, year)
    let (standings, shown) = board(plan, year: year)
    let widest = shown.first?.total ?? .zero
    let rows = shown.map { standing in
      row(
        standing, year: year, widest: widest, months: plan.scope.pathway == nil ? book.period : nil,
        qualifier: plan.scope.branch == nil ? nil : self[year].ranks.qualifiers[Int(standing.member.index)])
    }
    let period = (plan.scope.period ?? book.period).until(ledger.asOf) ?? book.period
    return StandingsBoard(
      scopeName: plan.scopeName, periodName: plan.periodName, first: period.first.description,
      last: period.last.description, leader: leadingMembers(standings), rows: rows,
      isCut: rows.count < standings.rows.count,
      published: limit, perBranch: book.rulebook.qualification.perBranch,
      line: plan.scope.branch.flatMap { self[year].book.lines[Int($0.index)] }.map { [$0.total.description] }
        ?? [],
      ranked: standings.rows.count, exempt: standings.exempt.count, isYear: isYear,
      isCompany: plan.scope.branch == nil, hasMonths: plan.scope.pathway == nil,
      distribution: plan.scope.branch == nil ? distribution(standings.rows) : nil,
      cuts: isYear ? cuts(year) : [],
      baseTotal: book.rulebook.baseTotal.map { [$0.description] } ?? [],
      nameOrder: nameOrder, tieByBase: ranking.tieKey == .base,
      tieByOptional: ranking.tieKey == .optional)
  }

  /// Totals in some fifteen bins of a whole number of points; nameless.
  private func distribution(_ rows: [MemberStanding]) -> StandingsBoard.Distribution? {
    guard let top = rows.map(\.total).max(), let bottom = rows.map(\.total).min(), rows.count >= 10, top > .zero else {
      return nil
    }
    let span = top.millionths - max(0, bottom.millionths)
    let width = max(1, (span / Points.perPoint + 14) / 15)
    let start = max(0, bottom.millionths) / Points.perPoint / width * width
    var counts = [Int](repeating: 0, count: Int((top.millionths / Points.perPoint - start) / width) + 1)
    for row in rows { counts[max(0, Int((row.total.millionths / Points.perPoint - start) / width))] += 1 }
    let most = counts.max() ?? 1
    let totals = rows.map(\.total).sorted()
    return StandingsBoard.Distribution(
      bins: counts.enumerated().map { index, count in
        let from = start + Int64(index) * width
        return .init(
          x: tenths((2 * index + 1) * 500 / counts.count), y: tenths(560 - count * 500 / most), from: "\(from)",
          to: "\(from + width - 1).99", count: count)
      }, width: Int(width), people: rows.count, median: totals[totals.count / 2].description,
      lowest: "\(start)", highest: "\(start + Int64(counts.count) * width)")
  }

  /// The cut into the PK of each branch, one line a member, on a common scale.
  private func cuts(_ year: Ref<YearLedger>) -> [StandingsBoard.Cut] {
    let book = self[year].book
    let chosen = book.qualified.map { $0.filter { $0.obstacle == nil } }
    let totals =
      chosen.joined().map(\.total.millionths)
      + book.lines.flatMap { $0.map { [$0.total.millionths, $0.highest.millionths] } ?? [] }
    guard let low = totals.min(), let high = totals.max() else { return [] }
    // Where all have the same, they stand in the middle.
    let scale = { (total: Points) in
      high > low
        ? tenths(Int(Int128(total.millionths - low) * 960 / Int128(high - low)) + 20) : tenths(500)
    }
    return roster.branches.indices.compactMap { index -> (Points, StandingsBoard.Cut)? in
      guard let line = book.lines[index] else { return nil }
      return (
        line.total,
        StandingsBoard.Cut(
          branch: LinkView(
            href: Address.branch(roster.branches[index], self[year].ledger.year), text: roster.branches[index].short),
          cut: line.total.description, first: line.highest.description,
          marks: chosen[index].filter { $0.total != line.total }.map { .init(x: scale($0.total)) },
          cutMark: scale(line.total))
      )
    }
    .sorted { $0.0 > $1.0 }.map(\.1)
  }
}
