import Diagnostics
import Reading
import Scoring

/// A leaderboard that has a page: its address key, what it covers, and how it is called.
struct StandingsPlan: Sendable {
  var key: String
  var scope: StandingsScope
  var scopeName: String
  var periodName: String

  var title: String { Words.memberBoard(period: periodName, scope: scopeName) }
}

extension Edition {
  /// The year, its quarters and months begun by the report's day, then each branch and each pathway.
  func scopes(_ year: Int) -> [StandingsPlan] {
    let book = ledger.years[year]
    var plans = [
      StandingsPlan(key: "index", scope: StandingsScope(), scopeName: Words.company, periodName: Words.year(book.year))
    ]
    for (index, quarter) in quarters(of: book.period).enumerated() where quarter.first <= ledger.asOf {
      plans.append(
        StandingsPlan(
          key: "q\(index + 1)", scope: StandingsScope(period: quarter, months: 3), scopeName: Words.company,
          periodName: Words.year(book.year) + Words.quarter(index + 1)))
    }
    for month in book.period.months where month.firstDay <= ledger.asOf {
      let period = Period(first: max(month.firstDay, book.period.first), last: min(month.lastDay, book.period.last))
      plans.append(
        StandingsPlan(
          key: month.description, scope: StandingsScope(period: period, months: 1), scopeName: Words.company,
          periodName: Words.year(month.year) + Words.month(month.month)))
    }
    for index in roster.branches.indices {
      let branch = roster.branches[index]
      plans.append(
        StandingsPlan(
          key: branch.id, scope: StandingsScope(branch: Ref(index)), scopeName: branch.name,
          periodName: Words.year(book.year)))
    }
    for index in ledger.pathways.indices {
      let pathway = ledger.pathways[index]
      plans.append(
        StandingsPlan(
          key: pathway.id, scope: StandingsScope(pathway: Ref(index)), scopeName: pathway.name,
          periodName: Words.year(book.year)))
    }
    return plans
  }

  func standingsPage(_ plan: StandingsPlan, year: Int, path: String) -> StandingsPage {
    let book = ledger.years[year]
    let isYear = plan.scope == StandingsScope()
    let ranking = book.rulebook.ranking
    let limit = boardLength(of: plan.scope.branch, year)
    let (standings, shown) = board(plan, year: year)
    let widest = shown.first?.total ?? .zero
    let rows = shown.map { standing in
      row(
        standing, year: year, widest: widest, months: plan.scope.pathway == nil ? book.period : nil,
        qualifier: plan.scope.branch == nil ? nil : ranks[year].qualifiers[Int(standing.member.index)])
    }
    let period = (plan.scope.period ?? book.period).until(ledger.asOf) ?? book.period
    let number = book.year
    return StandingsPage(
      chrome: chrome(path, title: plan.title, year: year, section: .standings),
      scopeName: plan.scopeName, periodName: plan.periodName, first: period.first.description,
      last: period.last.description, leader: leadingMembers(standings), rows: rows,
      isCut: rows.count < standings.rows.count,
      published: limit, perBranch: book.rulebook.qualification.perBranch,
      line: plan.scope.branch.flatMap { scorebook.years[year].lines[Int($0.index)] }.map { [$0.total.description] }
        ?? [],
      ranked: standings.rows.count, exempt: standings.exempt.count, isYear: isYear,
      isCompany: plan.scope.branch == nil, hasMonths: plan.scope.pathway == nil,
      branches: [LinkView(href: Address.standings(number), text: Words.company, isCurrent: plan.scope.branch == nil)]
        + roster.branches.indices.map {
          LinkView(
            href: Address.standings(number, roster.branches[$0].id), text: roster.branches[$0].short,
            isCurrent: plan.scope.branch == Ref($0))
        },
      pathways: [
        LinkView(href: Address.standings(number), text: Words.allPathways, isCurrent: plan.scope.pathway == nil)
      ]
        + ledger.pathways.indices.map {
          LinkView(
            href: Address.standings(number, ledger.pathways[$0].id), text: ledger.pathways[$0].name,
            isCurrent: plan.scope.pathway == Ref($0))
        }, periods: periodLinks(year, current: plan.key),
      years: yearLinks(current: year) { Address.standings($0) },
      downloads: DownloadsView(of: path), distribution: plan.scope.branch == nil ? distribution(standings.rows) : nil,
      cuts: isYear ? cuts(year) : [],
      baseTotal: book.rulebook.baseTotal.map { [$0.description] } ?? [],
      nameOrder: Words.nameOrder(content.site.nameOrder), tieByBase: ranking.tieKey == .base,
      tieByOptional: ranking.tieKey == .optional)
  }

  private func periodLinks(_ year: Int, current: String) -> [LinkView] {
    scopes(year).filter { $0.scope.branch == nil && $0.scope.pathway == nil }.map { plan in
      let text =
        plan.key == "index"
        ? Words.wholeYear
        : plan.key.begins(with: "q")
          ? Words.quarter(Int(plan.key.dropFirst()) ?? 0) : Words.month(Int(plan.key.suffix(2)) ?? 0)
      return LinkView(
        href: Address.standings(ledger.years[year].year, plan.key), text: text, isCurrent: plan.key == current)
    }
  }

  /// Totals in some fifteen bins of a whole number of points; nameless.
  private func distribution(_ rows: [MemberStanding]) -> StandingsPage.Distribution? {
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
    return StandingsPage.Distribution(
      bins: counts.enumerated().map { index, count in
        let from = start + Int64(index) * width
        return .init(
          x: tenths((2 * index + 1) * 500 / counts.count), y: tenths(560 - count * 500 / most), from: "\(from)",
          to: "\(from + width - 1).99", count: count)
      }, width: Int(width), people: rows.count, median: totals[totals.count / 2].description,
      lowest: "\(start)", highest: "\(start + Int64(counts.count) * width)")
  }

  /// The cut into the PK of each branch, one line a member, on a common scale.
  private func cuts(_ year: Int) -> [StandingsPage.Cut] {
    let book = scorebook.years[year]
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
    return roster.branches.indices.compactMap { index -> (Points, StandingsPage.Cut)? in
      guard let line = book.lines[index] else { return nil }
      return (
        line.total,
        StandingsPage.Cut(
          branch: LinkView(
            href: Address.branch(roster.branches[index], ledger.years[year].year), text: roster.branches[index].short),
          cut: line.total.description, first: line.highest.description,
          marks: chosen[index].filter { $0.total != line.total }.map { .init(x: scale($0.total)) },
          cutMark: scale(line.total))
      )
    }
    .sorted { $0.0 > $1.0 }.map(\.1)
  }
}
