import Charting
import Scoring

extension Edition {
  /// Whether the day the figures stand for has reached the year's last.
  private func isWhole(_ year: Int) -> Bool { ledger.asOf >= ledger.years[year].period.last }

  /// Twelve bars of base and optional points; `nil` when no month has points.
  func monthsChart(_ months: [MonthlyPoints], year: Int, note: String) -> ChartView? {
    guard let peak = months.indices.max(by: { (months[$0].total, $1) < (months[$1].total, $0) }),
      months[peak].total > .zero
    else { return nil }
    return ChartView(
      monthsData(months, highlights: [peak]), as: .stacked,
      title: peakTitle(months, peak: peak, year: year), note: note)
  }

  func peakTitle(_ months: [MonthlyPoints], peak: Int, year: Int) -> String {
    let sum = Int128(months.reduce(Points.zero) { $0 + $1.total }.millionths)
    let share = sum > 0 ? Int64((Int128(months[peak].total.millionths) * 200 + sum) / (2 * sum)) : 0
    return Words.peakMonth(
      months[peak].month.month, months[peak].total, share: (1...100).contains(share) ? share : nil,
      isWholeYear: isWhole(year))
  }

  func monthsData(_ months: [MonthlyPoints], highlights: [Int], parts: Bool = true) -> ChartData {
    ChartData(
      heading: Words.month, labels: months.map { "\($0.month.month)" },
      series: parts
        ? [
          ChartSeries(Words.kind(.base), months.map { $0.base.millionths }),
          ChartSeries(Words.kind(.optional), months.map { $0.optional.millionths }),
        ] : [ChartSeries(Words.total, months.map { $0.total.millionths })],
      unit: Words.points, places: parts ? Points.decimals(addingUp: months.map { [$0.base, $0.optional] }) : 2,
      perOne: Points.perPoint, highlights: highlights)
  }

  /// A member's running total against the year before; `nil` without one to compare with.
  func runningChart(_ member: Ref<Member>, year: Int) -> ChartView? {
    guard year > 0 else { return nil }
    let years = [year, year - 1].map { index in
      monthly(scorebook.years[index].awards(of: member), over: ledger.years[index].period).map(\.total)
    }
    guard years.allSatisfy({ $0.contains { $0 != .zero } }) else { return nil }
    return runningChart(years, year: year, of: Words.total)
  }

  /// All members' points of every year that has begun, running, the newest five; `nil` for a single year.
  func yearsChart() -> ChartView? {
    let years = ledger.years.indices.prefix(through: currentYear).reversed().prefix(5).map(companyMonths)
    return years.count > 1 ? runningChart(years, year: currentYear, of: Words.everybodysPoints) : nil
  }

  /// All members' points by month, while they were in a branch.
  func companyMonths(_ year: Int) -> [Points] {
    ledger.years[year].period.months.indices.map { month in
      memberMonths[year].reduce(.zero) { $0 + $1[month].total }
    }
  }

  /// - Parameter years: points by month, newest year first, the years following one another.
  private func runningChart(_ years: [[Points]], year: Int, of whose: String) -> ChartView? {
    let months = ledger.years[year].period.months
    guard let first = months.first else { return nil }
    let today = day(ofYear: year).yearMonth
    let last = min(max((today.year - first.year) * 12 + today.month - first.month, 0), months.count - 1)
    let series = years.enumerated().map { order, points in
      var sum = Points.zero
      let sums = points.map { points -> Int64 in
        sum += points
        return sum.millionths
      }
      // A year may be shorter than the one it is compared with, and this one isn't over.
      return ChartSeries(
        Words.yearName(ledger.years[year - order].year),
        months.indices.map { $0 < sums.count && (order > 0 || $0 <= last) ? sums[$0] : nil })
    }
    guard let now = series[0].values[last], let before = series[1].values[last] else { return nil }
    return ChartView(
      ChartData(
        heading: Words.month, labels: months.map { "\($0.month)" }, series: series, unit: Words.points,
        perOne: Points.perPoint), as: .line,
      title: Words.running(
        months[last].month, Points(millionths: now), before: Points(millionths: before),
        year: ledger.years[year - 1].year),
      note: Words.runningNote(
        whose, ledger.years[year].year, before: (1..<years.count).map { ledger.years[year - $0].year }))
  }

  /// Every branch's months on one scale, in the order given.
  func branchMultiples(_ order: [Ref<Branch>], year: Int) -> ChartView? {
    let all = order.map { memberMonths[year][Int($0.index)] }
    guard let months = all.first, let first = months.first, let last = months.last else { return nil }
    let peaks = all.compactMap { months in
      months.indices.max { (months[$0].total, $1) < (months[$1].total, $0) }.flatMap {
        months[$0].total > .zero ? $0 : nil
      }
    }
    let counts = months.indices.map { month in peaks.count { $0 == month } }
    guard let common = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }), counts[common] > 0 else {
      return nil
    }
    return ChartView(
      multiplesData(order, year: year), as: .multiples,
      title: Words.commonPeak(order.count, counts[common], month: months[common].month.month),
      note: Words.multiplesNote(first: first.month.month, last: last.month.month))
  }

  func multiplesData(_ order: [Ref<Branch>], year: Int) -> ChartData {
    ChartData(
      heading: Words.branch, labels: ledger.years[year].period.months.map { Words.monthName($0.month) },
      series: order.map { branch in
        ChartSeries(roster.branches[branch].short, memberMonths[year][Int(branch.index)].map(\.total.millionths))
      }, unit: Words.points, perOne: Points.perPoint)
  }
}
