import Charting
import Composing
import Reading
import Scoring
import SearchIndex
import Wording

extension SiteContext {
  /// The chart a page asks for, under its author's words; `nil` where the ledger has no figure for it yet.
  func chart(_ request: ChartRequest) -> ChartView? {
    let isStacked = request.kind == .stacked
    guard let (data, note) = figures(request.subject, isStacked: isStacked) else { return nil }
    return ChartView(
      data, as: request.kind.form, title: request.title, note: [request.note, note].filter { !$0.isEmpty }.joined())
  }

  private func figures(_ subject: ChartRequest.Subject, isStacked: Bool) -> (ChartData, note: String)? {
    switch subject {
    case .branchMonths(let branch?, let year):
      let months = self[year].months[Int(branch.index)]
      guard months.contains(where: { $0.entries > 0 }) else { return nil }
      return (
        monthsData(months, highlights: peaks(months).holders, parts: isStacked),
        isStacked ? Words.branchMonthsNote : Words.monthsNote
      )
    case .branchMonths(nil, let year):
      let order = self[year].book.branches.map(\.branch)
      guard let months = self[year].ledger.period.months.first.map({ ($0, self[year].ledger.period.months) }) else {
        return nil
      }
      return (
        multiplesData(order, year: year),
        Words.multiplesNote(first: months.0.month, last: months.1.last?.month ?? months.0.month)
      )
    case .branchStandings(let top, let year):
      let rows = self[year].book.branches.filter { isAmong(top, $0.rank) && $0.total > .zero }
      return standings(
        Words.branch, rows.map { roster.branches[$0.branch].short },
        parts: [(Words.activityPart, rows.map(\.activityPart)), (Words.rewardPart, rows.map(\.rewardPart))],
        isStacked: isStacked, year: year)
    case .memberStandings(let branch, let top, let year):
      let all = scorebook.members(ledger, year: year, scope: StandingsScope(branch: branch))
      let rows = all.rows.filter { isAmong(top, $0.rank) && $0.total > .zero }
      return standings(
        Words.member, rows.map { roster.members[$0.member].name },
        parts: [(Words.kind(.base), rows.map(\.base)), (Words.kind(.optional), rows.map(\.optional))],
        isStacked: isStacked, year: year)
    case .pathwayProfile(let branch, let year): return sharesData(branch, year)
    case .welfareRates(let year):
      let data = ratesData(year)
      return data.labels.isEmpty ? nil : (data, Words.ratesNote)
    case .table(let table): return (ChartData(table), "")
    }
  }

  private func standings(
    _ heading: String, _ names: [String], parts: [(name: String, points: [Points])], isStacked: Bool,
    year: Ref<YearLedger>
  ) -> (ChartData, note: String)? {
    guard !names.isEmpty else { return nil }
    let totals = names.indices.map { index in parts.reduce(Points.zero) { $0 + $1.points[index] }.millionths }
    let series =
      isStacked
      ? parts.map { ChartSeries($0.name, $0.points.map(\.millionths)) } : [ChartSeries(Words.total, totals)]
    let places =
      isStacked ? Points.decimals(addingUp: names.indices.map { index in parts.map { $0.points[index] } }) : 2
    return (
      ChartData(
        heading: heading, labels: names, series: series, unit: Words.points, places: places, perOne: Points.perPoint),
      isStacked
        ? Words.standingsNote(parts[0].name, parts[1].name, asOf: ledger.asOf)
        : Words.totalsNote(asOf: ledger.asOf)
    )
  }

  /// A branch beside the company, or the company beside its year before.
  private func sharesData(_ branch: Ref<Branch>?, _ year: Ref<YearLedger>) -> (ChartData, note: String)? {
    let own = branch.map { roster.branches[$0].short } ?? Words.yearName(self[year].ledger.year)
    var series = [ChartSeries(own, pathwayShares(branch, year))]
    if branch != nil {
      series.append(ChartSeries(Words.company, pathwayShares(nil, year)))
    } else if let before = year.previous {
      series.append(ChartSeries(Words.yearName(self[before].ledger.year), pathwayShares(nil, before)))
    }
    guard series[0].values.contains(where: { $0 != nil }) else { return nil }
    return (
      ChartData(
        heading: Words.pathway, labels: ledger.pathways.map(\.name), series: series, unit: "%", places: 1),
      Words.sharesNote(own, series.count > 1 ? series[1].name : nil, asOf: ledger.asOf)
    )
  }
}
