import Composing
import Reading
import Scoring
import Templating
import Wording

/// Public welfare of a year (S23, S24): who took part, the gate with its integers, the series.
struct WelfarePage: Page {
  /// `10 × participants ≥ gate × eligible`, every number of it.
  struct RateView: Fillable {
    var participants: Int
    var eligible: Int
    var gateTenths: Int
    var left: Int
    var right: Int
    /// Per cent with one decimal.
    var rate: String
    @Inlined var gate: GateView
    /// Width of a bar of 100.
    var width: String

    static let specimen = RateView(
      participants: 29, eligible: 30, gateTenths: 9, left: 290, right: 270, rate: "96.7", gate: .specimen, width: "96.7"
    )

    /// `nil` for nobody eligible: such a branch neither passes nor fails.
    init?(_ rate: WelfareReport.Rate) {
      guard let perMille = rate.perMille else { return nil }
      participants = rate.participants
      eligible = rate.eligible
      gateTenths = rate.gateTenths
      left = 10 * rate.participants
      right = rate.gateTenths * rate.eligible
      self.rate = tenths(perMille)
      gate = GateView(rate)
      width = tenths(perMille)
    }

    init(
      participants: Int, eligible: Int, gateTenths: Int, left: Int, right: Int, rate: String, gate: GateView,
      width: String
    ) {
      self.participants = participants
      self.eligible = eligible
      self.gateTenths = gateTenths
      self.left = left
      self.right = right
      self.rate = rate
      self.gate = gate
      self.width = width
    }
  }

  struct BranchRow: Fillable {
    var branch: LinkView
    var figures: RateView?
  }

  struct SeriesRow: Fillable {
    var name: String
    var dayCount: Int { days.count }
    var days: [String]
    var minimum: Int
    var people: Int
    var needsPeople: Bool { peopleMinimum > 0 }
    var peopleMinimum: Int
    var isMet: Bool
    var works: [LinkView]
  }

  @Inlined var chrome: Chrome
  var company: RateView?
  var gatePercent: Int
  var chart: ChartView?
  var branches: [BranchRow]
  var passing: Int
  /// Below the gate: while the year runs, or for good.
  var failing: Int
  var isRunning: Bool
  var hasSeries: Bool { !series.isEmpty }
  var series: [SeriesRow]
  var seriesMet: Int { series.count(where: \.isMet) }
  var seriesTotal: Int { series.count }
  var hours: String
  var entries: String
  var participantMinutes: Int
  var baseHours: String
  var stepMinutes: Int
  var stepPoints: String
  var years: [LinkView]

  static let template = "welfare"
  static let specimen = WelfarePage(
    chrome: .specimen, company: .specimen, gatePercent: 90, chart: .specimen,
    branches: [BranchRow(branch: .specimen, figures: .specimen)],
    passing: 14, failing: 1, isRunning: true,
    series: [
      SeriesRow(
        name: "公益献血", days: ["2025-03-21"], minimum: 3, people: 74, peopleMinimum: 100, isMet: true, works: [.specimen])
    ], hours: "4,812.50", entries: "3,105", participantMinutes: 1, baseHours: "2.00", stepMinutes: 30,
    stepPoints: "0.50", years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.welfare(context[year].ledger.year)
      return plan(path) { context.welfarePage(year, path) }
    }
  }
}

extension SiteContext {
  fileprivate func welfarePage(_ year: Ref<YearLedger>, _ path: String) -> WelfarePage {
    let (book, report) = (self[year].ledger, self[year].book.welfare)
    let rule = book.rulebook.welfare
    return WelfarePage(
      chrome: chrome(path, title: Words.welfare(book.year), year: year, section: .activities),
      company: WelfarePage.RateView(report.company), gatePercent: rule.gateTenths * 10,
      chart: welfareChart(year),
      branches: report.branches.enumerated().map { index, rate in
        WelfarePage.BranchRow(
          branch: branchLink(Ref(index), year), figures: WelfarePage.RateView(rate))
      }, passing: report.branches.count { $0.passes == true }, failing: report.branches.count { $0.passes == false },
      isRunning: !report.company.isFinal,
      series: report.series.map { progress in
        let series = rule.series[progress.series]
        return WelfarePage.SeriesRow(
          name: series.name, days: progress.days.map(\.description), minimum: series.minimum, people: progress.people,
          peopleMinimum: series.people, isMet: progress.isMet, works: series.works.map(workLink))
      }, hours: totalHours(report.minutes.reduce(0, +)), entries: grouped(book.welfare.count),
      participantMinutes: rule.participantMinutes, baseHours: Words.hours(rule.baseMinutes),
      stepMinutes: rule.stepMinutes, stepPoints: rule.stepPoints.description,
      years: yearLinks(current: year, Address.welfare))
  }
}
