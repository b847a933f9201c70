import Composing
import Diagnostics
import Scoring
import Templating
import Wording

/// The standard of a year in words and figures, with the place of every rule (S4, S5) and every setting in use.
struct RulebookPage: Page {
  struct Series: Fillable {
    var name: String
    var minimum: Int
    var people: Int
    var line: String
    func fill(_ out: inout Filler) {
      out.text("name", name)
      out.text("minimum", minimum)
      out.flag("needsPeople", people > 0)
      out.text("people", people)
      out.text("line", line)
    }
  }

  struct Settings: Fillable {
    var rulebook: Rulebook
    /// Whether who has nothing but what everybody starts with stays out of the PK.
    private var asksMerit: Bool {
      !rulebook.qualification.isBaseEnough && rulebook.items.contains { $0.terms.start != nil }
    }
    /// Whether there are caps beside those of a record, a month and a year.
    private var hasFurtherCaps: Bool {
      let all = rulebook.items + rulebook.branchItems.map(\.rule)
      return all.contains { $0.caps.day != nil || $0.caps.week != nil || $0.caps.quarter != nil }
        || [rulebook.memberFramework, rulebook.branchFramework].contains { !$0.groups.isEmpty || $0.total.cap != nil }
    }
    func fill(_ out: inout Filler) {
      out.flag("isWeighted", rulebook.evaluation.method == .weighted)
      out.flag("isHeadOnly", rulebook.evaluation.method == .headOnly)
      out.flag("isLowerOfTwo", rulebook.evaluation.method == .lowerOfTwo)
      out.text("selfWeight", rulebook.evaluation.selfWeight)
      out.text("headWeight", rulebook.evaluation.headWeight)
      out.text("grades", rulebook.evaluation.grades.map { "\($0)" }.joined(separator: "、"))
      out.text("lowestGrade", rulebook.evaluation.grades.first ?? 0)
      out.text("baseHours", Words.hours(rulebook.welfare.baseMinutes))
      out.text("stepMinutes", rulebook.welfare.stepMinutes)
      out.text("stepPoints", rulebook.welfare.stepPoints.description)
      out.text("participantMinutes", rulebook.welfare.participantMinutes)
      out.text("gate", rulebook.welfare.gateTenths * 10)
      out.text("gateTenths", rulebook.welfare.gateTenths)
      out.text("starHours", Words.hours(rulebook.welfare.stars.minimumMinutes))
      out.text("starFirst", rulebook.welfare.stars.first)
      out.text("published", rulebook.ranking.published)
      out.flag("tieByBase", rulebook.ranking.tieKey == .base)
      out.flag("tieByOptional", rulebook.ranking.tieKey == .optional)
      out.flag("tieByNone", rulebook.ranking.tieKey == .none)
      out.text("perBranch", rulebook.qualification.perBranch)
      out.flag("asksMonths", rulebook.qualification.minimumMonths > 0)
      out.text("minimumMonths", rulebook.qualification.minimumMonths)
      out.flag("asksMerit", asksMerit)
      out.flag("hasFurtherCaps", hasFurtherCaps)
      out.text("bestPercent", rulebook.cadre.bestPercent)
      out.text("tiers", rulebook.cadre.tiers)
    }
  }

  var chrome: Chrome
  var file: String
  var baseTotal: [String]
  var baseItems: [RuleRow]
  var optionalItems: [RuleRow]
  var branchItems: [BranchRuleRow]
  /// Empty where some items say no full marks.
  var branchMaximum: String
  var memberBounds: BoundsView?
  var branchBounds: BoundsView?
  var matrix: [ActivitiesPage.MatrixRow]
  var series: [Series]
  var vetoes: [String]
  var branchVetoes: [String]
  var settings: Settings
  var years: [LinkView]

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.text("file", file)
    out.texts("baseTotal", baseTotal)
    out.list("baseItems", baseItems)
    out.list("optionalItems", optionalItems)
    out.list("branchItems", branchItems)
    out.flag("isBounded", !branchMaximum.isEmpty)
    out.text("branchMaximum", branchMaximum)
    out.optional("memberBounds", memberBounds)
    out.optional("branchBounds", branchBounds)
    out.list("matrix", matrix)
    out.list("series", series)
    out.texts("vetoes", vetoes)
    out.flag("hasBranchVetoes", !branchVetoes.isEmpty)
    out.texts("branchVetoes", branchVetoes)
    out.record("settings", settings)
    out.list("years", years)
  }

  static let template = "rulebook"
  static let specimen = RulebookPage(
    chrome: .specimen, file: "years/2025/rulebook.yaml", baseTotal: ["60.00"], baseItems: [.specimen],
    optionalItems: [.specimen],
    branchItems: [.specimen], branchMaximum: "40.00", memberBounds: .specimen, branchBounds: .specimen,
    matrix: [.init(complexity: 1, values: ["1.00"])],
    series: [Series(name: "公益献血", minimum: 3, people: 100, line: "years/2025/rulebook.yaml:90")], vetoes: ["违反廉洁纪律"],
    branchVetoes: ["发生安全责任事故"],
    settings: Settings(rulebook: .sample), years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.indices.map { year in
      let path = Address.rulebook(context.ledger.years[year].year)
      return plan(path) { context.rulebookPage(year, path) }
    }
  }
}

extension Rulebook {
  fileprivate static let sample = Rulebook(
    year: 2025, title: "2025年度积分标准", items: [], branchItems: [], matrix: [], evaluation: EvaluationRule(),
    welfare: WelfareRule(), ranking: RankingRule(), qualification: QualificationRule(), cadre: CadreRule(),
    baseTotal: nil, place: .init(file: 0, line: 1))
}

extension SiteContext {
  fileprivate func rulebookPage(_ year: Int, _ path: String) -> RulebookPage {
    let book = ledger.years[year]
    let rules = book.rulebook
    let workLinks = { [self] (works: [Ref<Work>]) in
      works.map { LinkView(href: Address.work(ledger.works[$0]), text: ledger.works[$0].title) }
    }
    let rows = { (kind: Item.Kind) in
      rules.items.filter { $0.kind == kind }.map { self.ruleRow($0, workLinks($0.works), year) }
    }
    return RulebookPage(
      chrome: chrome(path, title: rules.title, year: year, section: .rulebook), file: citation(rules.place),
      baseTotal: rules.baseTotal.map { [$0.description] } ?? [], baseItems: rows(.base), optionalItems: rows(.optional),
      branchItems: rules.branchItems.map { branchRuleRow($0, workLinks($0.works), year) },
      branchMaximum: maximum(of: rules.branchItems),
      memberBounds: bounds(rules.memberFramework, rules.items, prefix: "", year: year),
      branchBounds: bounds(rules.branchFramework, rules.branchItems.map(\.rule), prefix: "branch-", year: year),
      matrix: rules.matrix.enumerated().map { .init(complexity: $0 + 1, values: $1.map(\.description)) },
      series: rules.welfare.series.map {
        .init(name: $0.name, minimum: $0.minimum, people: $0.people, line: citation($0.place))
      }, vetoes: rules.memberFramework.vetoes, branchVetoes: rules.branchFramework.vetoes,
      settings: .init(rulebook: rules),
      years: yearLinks(current: year, Address.rulebook))
  }

  /// Full marks of all items together, where each says its own.
  private func maximum(of items: [BranchItem]) -> String {
    let maxima = items.compactMap(\.maximum)
    return maxima.count == items.count ? maxima.reduce(.zero, +).description : ""
  }
}
