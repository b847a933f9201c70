import Charting
import Scoring
import Wording

extension SiteContext {
  /// Whether the day the figures stand for has reached the year's last.
  private func isWhole(_ year: Ref<YearLedger>) -> Bool { ledger.asOf >= self[year].ledger.period.last }

  /// A bar of base and optional points for each month; `nil` where nothing was posted in any.
  func monthsChart(_ months: [MonthlyPoints], year: Ref<YearLedger>, note: String) -> ChartView? {
    guard months.contains(where: { $0.entries > 0 }) else { return nil }
    let lead = peaks(months)
    return ChartView(
      monthsData(months, highlights: lead.holders), as: .stacked, title: peakTitle(months, lead, year: year),
      note: note)
  }

  /// The months with most points, by index.
  package func peaks(_ months: [MonthlyPoints]) -> Lead<Int> {
    Lead(months.indices, above: Points.zero) { months[$0].total }
  }

  func peakTitle(_ months: [MonthlyPoints], _ lead: Lead<Int>, year: Ref<YearLedger>) -> String {
    let sum = months.reduce(Points.zero) { $0 + $1.total }
    guard let peak = lead.holders.first.map({ months[$0].total }) else { return Words.noPeak(sum) }
    let share = sum > .zero ? wholePercent(peak.millionths, of: sum.millionths) : 0
    return Words.peakMonths(
      lead.map { months[$0].month.month }, peak, share: (1...100).contains(share) ? share : nil,
      isWholeYear: isWhole(year))
  }

  package func monthsData(_ months: [MonthlyPoints], highlights: [Int], parts: Bool = true) -> ChartData {
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
  func runningChart(_ member: Ref<Member>, year: Ref<YearLedger>) -> ChartView? {
    guard let before = year.previous else { return nil }
    let awards = [year, before].map { self[$0].book.awards(of: member) }
    guard awards.allSatisfy({ !$0.isEmpty }) else { return nil }
    let years = zip([year, before], awards).map { (self[$0], monthly($1, over: self[$0].ledger.period).map(\.total)) }
    return runningChart(years, day: day(ofYear: year), of: Words.total) { day in
      awards[1].reduce(Points.zero) { $1.day <= day ? $0 + $1.points : $0 }
    }
  }

  /// All members' points of every year that has begun, running, the newest five; `nil` for a single year.
  package func yearsChart() -> ChartView? {
    guard let before = currentYear.previous else { return nil }
    let years = ledger.years.refs.prefix { $0 <= currentYear }.reversed().prefix(5).map {
      (self[$0], companyMonths($0))
    }
    return runningChart(years, day: day(ofYear: currentYear), of: Words.everybodysPoints) { [self] day in
      scorebook.memberMonths(ledger, year: before, asOf: day).joined().reduce(.zero) { $0 + $1.total }
    }
  }

  /// All members' points by month, while they were in a branch.
  func companyMonths(_ year: Ref<YearLedger>) -> [Points] {
    self[year].ledger.period.months.indices.map { month in
      self[year].months.reduce(.zero) { $0 + $1[month].total }
    }
  }

  /// - Parameters:
  ///   - all: points by month, newest year first, the years following one another.
  ///   - day: for which the newest stands.
  ///   - sumBefore: what the year before had by a day.
  private func runningChart(
    _ all: [(year: SiteYear, points: [Points])], day: Day, of whose: String, sumBefore: (Day) -> Points
  ) -> ChartView? {
    guard let months = all.first?.year.ledger.period.months, let first = months.first else { return nil }
    // Sums from different beginnings can't be compared: a year that began in January ends the row of those from December.
    let years = all.prefix { $0.year.ledger.period.months.first?.month == first.month }
    guard years.count > 1 else { return nil }
    let today = day.yearMonth
    let last = min(max((today.year - first.year) * 12 + today.month - first.month, 0), months.count - 1)
    let series = years.enumerated().map { order, one in
      var sum = Points.zero
      let sums = one.points.map { points -> Int64 in
        sum += points
        return sum.millionths
      }
      // A year may be shorter than the one it is compared with, and this one isn't over.
      return ChartSeries(
        Words.yearName(one.year.ledger.year),
        months.indices.map { $0 < sums.count && (order > 0 || $0 <= last) ? sums[$0] : nil })
    }
    guard let now = series[0].values[last], let wholeMonths = series[1].values[last] else { return nil }
    // While the year runs, the month isn't over: it is compared with as many days of the year before.
    let isWhole = ledger.asOf >= years[0].year.ledger.period.last
    let before = isWhole ? Points(millionths: wholeMonths) : sumBefore(day.yearEarlier)
    return ChartView(
      ChartData(
        heading: Words.month, labels: months.map { "\($0.month)" }, series: series, unit: Words.points,
        perOne: Points.perPoint), as: .line,
      title: Words.running(
        months[last].month, Points(millionths: now), before: before,
        year: years[1].year.ledger.year),
      note: Words.runningNote(
        whose, years[0].year.ledger.year, before: years.dropFirst().map(\.year.ledger.year)))
  }

  /// Every branch's months on one scale, in the order given.
  package func branchMultiples(_ order: [Ref<Branch>], year: Ref<YearLedger>) -> ChartView? {
    let all = order.map { self[year].months[Int($0.index)] }
    guard let months = all.first, let first = months.first, let last = months.last,
      all.joined().contains(where: { $0.entries > 0 })
    else { return nil }
    let highest = all.map { peaks($0).holders }
    let counts = months.indices.map { month in highest.count { $0.contains(month) } }
    let common = Lead(counts.indices, above: 0) { counts[$0] }
    return ChartView(
      multiplesData(order, year: year), as: .multiples,
      title: Words.commonPeak(
        order.count, counts.max() ?? 0, common.map { months[$0].month.month }, months: counts.count { $0 > 0 }),
      note: Words.multiplesNote(first: first.month.month, last: last.month.month))
  }

  package func multiplesData(_ order: [Ref<Branch>], year: Ref<YearLedger>) -> ChartData {
    ChartData(
      heading: Words.branch, labels: self[year].ledger.period.months.map { Words.monthName($0.month) },
      series: order.map { branch in
        ChartSeries(roster.branches[branch].short, self[year].months[Int(branch.index)].map(\.total.millionths))
      }, unit: Words.points, perOne: Points.perPoint)
  }
}
