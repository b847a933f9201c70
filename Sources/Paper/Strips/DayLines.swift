import Composing
import Scoring
import Wording

/// What each day of a year brought, what is owed (规定动作) and what is chosen (自选动作) apart: a line a day in the drawings
/// of ceremonial prints, as in a spectrum.
struct DayLines: Sendable {
  let period: Period
  /// In millionths of a point, a figure a day of the period.
  private var base: [Int64]
  private var optional: [Int64]

  init(_ period: Period) {
    self.period = period
    base = Array(repeating: 0, count: max(1, period.last.ordinal - period.first.ordinal + 1))
    optional = base
  }

  var days: Range<Int> { base.indices }

  /// A posting dated outside the period (a late correction) stands on its nearest day, as it counts in its nearest month.
  /// What everybody starts with was nobody's deed.
  mutating func add(_ award: Award) {
    if case .start = award.reason { return }
    let day = index(of: award.day)
    if award.kind == .base { base[day] += award.points.millionths } else { optional[day] += award.points.millionths }
  }

  func index(of day: Day) -> Int { min(max(day.ordinal - period.first.ordinal, 0), base.count - 1) }

  /// Nothing is drawn below the ground: a day that took more than it gave is empty.
  subscript(day: Int) -> (base: Int64, optional: Int64) {
    let (owed, chosen) = (base[day], optional[day])
    return (max(0, min(owed, owed + chosen)), max(0, min(chosen, owed + chosen)))
  }

  /// Of each day on which anything is drawn.
  var totals: [Int64] { days.map { self[$0].base + self[$0].optional }.filter { $0 > 0 } }
}

/// How many points the longest line stands for; what is above is drawn as long as that. Nineteen of twenty days lie below, and
/// the figure is a round one, since the page states it.
struct LineScale: Equatable, Sendable {
  let full: Int64

  /// - Parameter totals: of days, in millionths of a point, all above zero.
  init(_ totals: [Int64]) {
    let sorted = totals.sorted()
    let nearly = sorted.isEmpty ? Points.perPoint : sorted[min(sorted.count - 1, sorted.count * 19 / 20)]
    var step: Int64 = Points.perPoint / 100
    while step * 10 < nearly { step *= 10 }
    full = [step, 2 * step, 5 * step, 10 * step].first { $0 >= nearly } ?? 10 * step
  }

  var words: String { Points(millionths: full).plain }

  /// - Parameter most: the longest line.
  func length(_ figure: Int64, most: Int) -> Int {
    Int(Int128(min(figure, full)) * Int128(most) / Int128(full))
  }
}

/// The lines of a year: everybody's, each branch's, and how long they are drawn. All come from the whole company, so one
/// certificate is drawn as it is among others.
struct YearLines: Sendable {
  let company: DayLines
  /// In roster order: of those who are in the branch on the day that decides.
  let branches: [DayLines]
  let companyScale: LineScale
  let branchScale: LineScale
  let personScale: LineScale

  init(_ context: SiteContext, _ year: Ref<YearLedger>) {
    let (book, period) = (context[year].book, context[year].ledger.period)
    var company = DayLines(period)
    var branches = [DayLines](repeating: company, count: context.roster.branches.count)
    var branchOf = [Int?](repeating: nil, count: context.roster.members.count)
    for (branch, stays) in context[year].standing.stays.enumerated() {
      for stay in stays { branchOf[Int(stay.member.index)] = branch }
    }
    var personal: [Int64] = []
    for member in context.roster.members.refs {
      var own: (day: Day, sum: Int64)?
      for award in book.awards(of: member) {
        company.add(award)
        if let branch = branchOf[Int(member.index)] { branches[branch].add(award) }
        if case .start = award.reason { continue }
        if let day = own, day.day == award.day {
          own = (day.day, day.sum + award.points.millionths)
        } else {
          if let day = own, day.sum > 0 { personal.append(day.sum) }
          own = (award.day, award.points.millionths)
        }
      }
      if let day = own, day.sum > 0 { personal.append(day.sum) }
    }
    self.company = company
    self.branches = branches
    companyScale = LineScale(company.totals)
    branchScale = LineScale(branches.flatMap(\.totals))
    personScale = LineScale(personal)
  }
}

extension SiteContext {
  func dayLines(of member: Ref<Member>, _ year: Ref<YearLedger>) -> DayLines {
    var lines = DayLines(self[year].ledger.period)
    for award in self[year].book.awards(of: member) { lines.add(award) }
    return lines
  }
}
