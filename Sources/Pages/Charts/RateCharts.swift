import Charting
import Composing
import Reading
import Scoring
import Wording

extension SiteContext {
  /// What the branches' rates say; `nil` below two branches that count.
  func ratesMessage(_ year: Ref<YearLedger>) -> String? {
    let gate = self[year].ledger.rulebook.welfare.gateTenths * 10
    let branches = rated(year)
    guard branches.count > 1, let lowest = branches.last else { return nil }
    let least = Lead.least(branches) { $0.rate }
    return Words.rates(
      branches.count, passing: branches.count { $0.rate.passes == true }, gate: gate,
      lowest: least.map { roster.branches[$0.branch].short }, tenths(lowest.perMille))
  }

  func ratesData(_ year: Ref<YearLedger>) -> ChartData {
    let gate = self[year].ledger.rulebook.welfare.gateTenths * 10
    let branches = rated(year)
    return ChartData(
      heading: Words.branch, labels: branches.map { roster.branches[$0.branch].short },
      series: [ChartSeries(Words.rate, branches.map { Int64($0.perMille) * 10 })], unit: "%", places: 1,
      highlights: branches.indices.filter { branches[$0].rate.passes == false },
      mark: ChartMark(Words.gate(gate), Int64(gate) * 100)
    )
  }

  /// Branches with anybody to count, from the highest rate to the lowest.
  private func rated(_ year: Ref<YearLedger>) -> [(branch: Ref<Branch>, perMille: Int, rate: WelfareReport.Rate)] {
    self[year].book.welfare.branches.enumerated().compactMap { index, rate in
      rate.perMille.map { (Ref<Branch>(index), $0, rate) }
    }
    .sorted { ($1.rate, $0.branch.index) < ($0.rate, $1.branch.index) }
  }

  /// Days with evidence of each pathway's works, this year and the one before; `nil` without any, or for a brand of a single pathway.
  func pathwayChart(_ year: Ref<YearLedger>) -> ChartView? {
    let counts = { [self] (year: Ref<YearLedger>) in
      ledger.pathways.indices.map { pathway in
        works(of: Ref(pathway)).reduce(0) { $0 + evidenceDays($1, year) }
      }
    }
    let now = counts(year)
    let sum = now.reduce(0, +)
    guard now.count > 1, sum > 0, let most = now.max(), let least = now.min() else { return nil }
    let before = year.previous
    let series = [year] + (before.map { [$0] } ?? [])
    return ChartView(
      ChartData(
        heading: Words.pathway, labels: ledger.pathways.map(\.name),
        series: series.map {
          ChartSeries(Words.yearName(self[$0].ledger.year), counts($0).map { Int64($0) * 100 })
        }, unit: Words.workDays, places: 0), as: .profile,
      title: Words.pathways(
        Lead(now.indices) { now[$0] }.map { ledger.pathways[$0].name }, most,
        share: Int(wholePercent(Int64(most), of: Int64(sum))),
        Lead.least(now.indices) { now[$0] }.map { ledger.pathways[$0].name }, least),
      note: Words.pathwaysNote(self[year].ledger.year, before: before.map { self[$0].ledger.year }))
  }

  /// Per cent of the members' points that each pathway received, in hundredths of a per cent; of the company or a branch.
  func pathwayShares(_ branch: Ref<Branch>?, _ year: Ref<YearLedger>) -> [Int64?] {
    var sums = [Int64](repeating: 0, count: ledger.pathways.count)
    for award in self[year].book.memberAwards where award.day <= ledger.asOf {
      guard let pathway = award.pathway else { continue }
      if let branch, roster.membership(of: Ref(Int(award.holder)), on: award.day)?.branch != branch { continue }
      sums[Int(pathway.index)] += award.points.millionths
    }
    let whole = sums.reduce(0) { $0 + max(0, $1) }
    return sums.map { whole > 0 ? Int64((Int128(max(0, $0)) * 20_000 + Int128(whole)) / (2 * Int128(whole))) : nil }
  }
}
