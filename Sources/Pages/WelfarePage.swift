import Charting
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
    /// People more than the gate asks for; below zero, how many are missing.
    @Unprinted var surplus: Int
    var isOver: Bool { surplus > 0 }
    var isUnder: Bool { surplus < 0 }
    var difference: Int { abs(surplus) }

    static let specimen = RateView(
      participants: 29, eligible: 30, gateTenths: 9, left: 290, right: 270, rate: "96.7", gate: .specimen, surplus: 2)

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
      surplus = rate.participants - (rate.gateTenths * rate.eligible + 9) / 10
    }

    init(
      participants: Int, eligible: Int, gateTenths: Int, left: Int, right: Int, rate: String, gate: GateView,
      surplus: Int
    ) {
      self.participants = participants
      self.eligible = eligible
      self.gateTenths = gateTenths
      self.left = left
      self.right = right
      self.rate = rate
      self.gate = gate
      self.surplus = surplus
    }
  }

  struct BranchRow: Fillable {
    var branch: LinkView
    var figures: RateView?
    /// Where its mark stands on the scale of 100, and the line from it to the gate; the gate itself is the page's.
    var mark: String
    var link: String
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
    /// A frame for each occasion that is required, a stroke for each that was, in a box as wide as `room`.
    var frames: String { (0..<minimum).map { "M\($0 * 14 + 2) 3h9v16h-9z" }.joined() }
    var strokes: String { days.indices.map { "M\($0 * 14 + 6) 3v16" }.joined() }
    var room: Int { max(minimum, days.count) * 14 }
    var works: [LinkView]
  }

  @Inlined var chrome: Chrome
  var company: RateView?
  var gatePercent: Int
  /// What the rates say; none below two branches that count.
  var message: [String]
  /// Figures at the marks of the branches' scale, and where the gate stands on it, in hundredths of its width.
  var ticks: [String]
  var gateMark: String
  /// The company's, on the same scale.
  var companyMark: String
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
    chrome: .specimen, company: .specimen, gatePercent: 90, message: ["15个支部都达到90%"],
    ticks: ["85", "90", "95", "100"], gateMark: "33.3", companyMark: "56.0",
    branches: [BranchRow(branch: .specimen, figures: .specimen, mark: "78.0", link: "M33.3 12H78.0")],
    passing: 14, failing: 1, isRunning: true,
    series: [
      SeriesRow(
        name: "公益献血", days: ["2025-03-21"], minimum: 3, people: 74, peopleMinimum: 100, isMet: true, works: [.specimen])
    ], hours: "4,812.50", entries: "3,105", participantMinutes: 1, baseHours: "2.00", stepMinutes: 30,
    stepPoints: "0.50", years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.welfare(context[year].ledger.year)
      return plan(path, from: .heads) { context.welfarePage(year, path) }
    }
  }
}

extension SiteContext {
  fileprivate func welfarePage(_ year: Ref<YearLedger>, _ path: String) -> WelfarePage {
    let (book, report) = (self[year].ledger, self[year].book.welfare)
    let rule = book.rulebook.welfare
    let scale = RateScale(report)
    return WelfarePage(
      chrome: chrome(path, title: Words.welfare(book.year), year: year, section: .activities),
      company: WelfarePage.RateView(report.company), gatePercent: rule.gateTenths * 10,
      message: ratesMessage(year).map { [$0] } ?? [], ticks: scale.ticks,
      gateMark: scale.spot(rule.gateTenths * 100), companyMark: report.company.perMille.map(scale.spot) ?? "",
      branches: ratesInOrder(report).map { index, rate in
        let mark = rate.perMille.map(scale.spot) ?? ""
        return WelfarePage.BranchRow(
          branch: branchLink(Ref(index), year), figures: WelfarePage.RateView(rate), mark: mark,
          link: mark.isEmpty ? "" : "M\(scale.spot(rule.gateTenths * 100)) 12H\(mark)")
      }, passing: report.branches.count { $0.passes == true }, failing: report.branches.count { $0.passes == false },
      isRunning: !report.company.isFinal,
      series: report.series.map { progress in
        let series = rule.series[progress.series]
        return WelfarePage.SeriesRow(
          name: series.name, days: progress.days.map(\.description), minimum: series.minimum, people: progress.people,
          peopleMinimum: series.people, isMet: progress.isMet, works: series.works.map(workLink))
      }, hours: totalHours(report.minutes.reduce(0, +)), entries: grouped(book.welfare.count),
      participantMinutes: rule.participantMinutes, baseHours: Words.hours(rule.baseMinutes),
      stepMinutes: rule.stepMinutes, stepPoints: rule.stepPoints.shown,
      years: yearLinks(current: year, Address.welfare))
  }
}

/// From a round figure below the lowest rate and the gate to 100 %: what differs is seen, and no bar stands on a part of the
/// whole.
private struct RateScale {
  let floor: Int
  let ticks: [String]

  init(_ report: WelfareReport) {
    let lowest = (report.branches + [report.company]).compactMap(\.perMille).min() ?? 0
    let start = min(lowest, report.company.gateTenths * 100 - 50) / 10
    let step = [5, 10, 20, 25].first { start >= 100 - 4 * $0 } ?? 50
    floor = max(0, start / step * step)
    ticks = stride(from: floor, through: 100, by: step).map { "\($0)" }
  }

  /// Hundredths of the scale's width.
  func spot(_ perMille: Int) -> String {
    oneDecimal(Double(perMille - 10 * floor) / Double(max(1, 100 - floor)) * 10)
  }
}

/// From the highest rate to the lowest; branches with nobody to count last.
private func ratesInOrder(_ report: WelfareReport) -> [(index: Int, rate: WelfareReport.Rate)] {
  report.branches.enumerated().map { ($0, $1) }.sorted { one, other in
    switch (one.1.perMille, other.1.perMille) {
    case (nil, nil): one.0 < other.0
    case (nil, _): false
    case (_, nil): true
    default: (other.1, one.0) < (one.1, other.0)
    }
  }
}
