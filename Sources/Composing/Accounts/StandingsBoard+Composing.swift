import Reading
import Scoring
import Wording

extension SiteContext {
  package func standingsBoard(_ plan: StandingsPlan, year: Ref<YearLedger>) -> StandingsBoard {
    standingsBoard(plan, board(plan, year: year), year: year)
  }

  /// - Parameter named: the plan's own board.
  package func standingsBoard(
    _ plan: StandingsPlan, _ named: NamedStandings, year: Ref<YearLedger>
  ) -> StandingsBoard {
    let book = self[year].ledger
    let isYear = plan.scope == StandingsScope()
    let ranking = book.rulebook.ranking
    let limit = boardLength(of: plan.scope.branch, year)
    let (standings, shown) = named
    let widest = shown.first?.total ?? .zero
    let rows = shown.map { standing in
      row(
        standing, year: year, widest: widest, months: plan.scope.pathway == nil ? book.period : nil,
        qualifier: plan.scope.branch == nil ? nil : self[year].ranks.qualifiers[Int(standing.member.index)])
    }
    let period = (plan.scope.period ?? book.period).until(ledger.asOf) ?? book.period
    let cuts = isYear ? cuts(year) : (rows: [], ticks: [])
    return StandingsBoard(
      scopeName: plan.scopeName, periodName: plan.periodName, first: period.first.description,
      last: period.last.description, leader: leadingMembers(standings), rows: rows,
      isCut: rows.count < standings.rows.count,
      published: limit, perBranch: book.rulebook.qualification.perBranch,
      line: plan.scope.branch.flatMap { self[year].book.lines[Int($0.index)] }.map { [$0.total.shown] }
        ?? [],
      ranked: standings.rows.count, exempt: standings.exempt.count, isYear: isYear,
      isCompany: plan.scope.branch == nil, hasMonths: plan.scope.pathway == nil,
      distribution: plan.scope.branch == nil ? distribution(standings.rows) : nil,
      cuts: cuts.rows, cutTicks: cuts.ticks,
      baseTotal: book.rulebook.baseTotal.map { [$0.shown] } ?? [],
      nameOrder: nameOrder, tieByBase: ranking.tieKey == .base,
      tieByOptional: ranking.tieKey == .optional)
  }

  /// Totals in bins of a round number of points, from a round figure; nameless.
  private func distribution(_ rows: [MemberStanding]) -> StandingsBoard.Distribution? {
    guard let top = rows.map(\.total).max(), let bottom = rows.map(\.total).min(), let median = rows.median,
      top > .zero
    else { return nil }
    let scale = RoundScale(from: max(bottom, .zero), to: top, most: 16)
    var counts = [Int](repeating: 0, count: scale.count)
    for row in rows { counts[scale.part(of: row.total)] += 1 }
    let most = counts.max() ?? 1
    return StandingsBoard.Distribution(
      bins: counts.enumerated().map { index, count in
        let from = scale.start + index * scale.step
        return .init(
          x: tenths((2 * index + 1) * 500 / counts.count), y: tenths(560 - count * 500 / most), from: "\(from)",
          to: "\(from + scale.step - 1).99", count: count)
      }, width: scale.step, people: rows.count, median: median.shown, medianMark: scale.spot(median),
      ticks: scale.ticks)
  }

  /// The cut into the PK of each branch, one line a member, on a common scale.
  private func cuts(_ year: Ref<YearLedger>) -> (rows: [StandingsBoard.Cut], ticks: [String]) {
    let book = self[year].book
    let chosen = book.qualified.map { $0.filter { $0.obstacle == nil } }
    let totals =
      chosen.joined().map(\.total) + book.lines.flatMap { $0.map { [$0.total, $0.highest] } ?? [] }
    guard let low = totals.min(), let high = totals.max() else { return ([], []) }
    let scale = RoundScale(from: low, to: high, most: 6)
    let rows = roster.branches.indices.compactMap { index -> (Points, StandingsBoard.Cut)? in
      guard let line = book.lines[index] else { return nil }
      return (
        line.total,
        StandingsBoard.Cut(
          branch: LinkView(
            href: Address.branch(roster.branches[index], self[year].ledger.year), text: roster.branches[index].short),
          cut: line.total.shown, first: line.highest.shown,
          marks: chosen[index].filter { $0.total != line.total }.map { .init(x: scale.spot($0.total)) },
          cutMark: scale.spot(line.total))
      )
    }
    .sorted { $0.0 > $1.0 }.map(\.1)
    return (rows, scale.ticks)
  }
}

/// Parts of 1, 2, 5, 10, 20 … points from a round figure, as few as hold all of a range.
private struct RoundScale {
  let start: Int
  let step: Int
  let count: Int

  /// - Parameter most: parts it has at most.
  init(from low: Points, to high: Points, most: Int) {
    let (low, high) = (
      Int((low.millionths - (low < .zero ? Points.perPoint - 1 : 0)) / Points.perPoint), high.millionths
    )
    var steps = [1, 2, 5]
    func fits(_ step: Int) -> Int? {
      let start = (low < 0 ? low - step + 1 : low) / step * step
      let count = max(1, (Int(high / Points.perPoint) - start) / step + 1)
      return count <= most ? count : nil
    }
    while fits(steps[0]) == nil { steps = Array(steps.dropFirst()) + [steps[0] * 10] }
    step = steps[0]
    start = (low < 0 ? low - step + 1 : low) / step * step
    count = fits(step) ?? 1
  }

  /// Figures at even distances, first and last included; fewer where each part's would stand too close.
  var ticks: [String] {
    let every = (1...count).first { count % $0 == 0 && count / $0 <= 6 } ?? count
    return Swift.stride(from: 0, through: count, by: every).map { "\(start + $0 * step)" }
  }

  func part(of total: Points) -> Int {
    min(count - 1, max(0, (Int(total.millionths / Points.perPoint) - start) / step))
  }

  /// In hundredths of its length.
  func spot(_ total: Points) -> String {
    tenths(
      Int(
        Int128(total.millionths - Int64(start) * Points.perPoint) * 1000 / Int128(Int64(step * count) * Points.perPoint)
      ))
  }
}
