import Composing
import Scoring
import Templating
import Texts
import Wording

/// The standard of a year in words and figures, with the place of every rule (S4, S5) and every setting in use.
struct RulebookPage: Page {
  struct Series: Fillable {
    var name: String
    var minimum: Int
    var needsPeople: Bool { people > 0 }
    var people: Int
    var line: String
  }

  struct Settings: Fillable {
    @Unprinted var rulebook: Rulebook
    var isWeighted: Bool { rulebook.evaluation.method == .weighted }
    var isHeadOnly: Bool { rulebook.evaluation.method == .headOnly }
    var isLowerOfTwo: Bool { rulebook.evaluation.method == .lowerOfTwo }
    var selfWeight: Int { rulebook.evaluation.selfWeight }
    var headWeight: Int { rulebook.evaluation.headWeight }
    var grades: String { rulebook.evaluation.grades.map { "\($0)" }.joined(separator: "、") }
    var lowestGrade: Int { rulebook.evaluation.grades.first ?? 0 }
    var baseHours: String { Words.hours(rulebook.welfare.baseMinutes) }
    var stepMinutes: Int { rulebook.welfare.stepMinutes }
    var stepPoints: String { rulebook.welfare.stepPoints.shown }
    var participantMinutes: Int { rulebook.welfare.participantMinutes }
    var gate: Int { rulebook.welfare.gateTenths * 10 }
    var gateTenths: Int { rulebook.welfare.gateTenths }
    var starHours: String { Words.hours(rulebook.welfare.stars.minimumMinutes) }
    var starFirst: Int { rulebook.welfare.stars.first }
    var published: Int { rulebook.ranking.published }
    var tieByBase: Bool { rulebook.ranking.tieKey == .base }
    var tieByOptional: Bool { rulebook.ranking.tieKey == .optional }
    var tieByNone: Bool { rulebook.ranking.tieKey == .none }
    var perBranch: Int { rulebook.qualification.perBranch }
    var asksMonths: Bool { rulebook.qualification.minimumMonths > 0 }
    var minimumMonths: Int { rulebook.qualification.minimumMonths }
    /// Whether who has nothing but what everybody starts with stays out of the PK.
    var asksMerit: Bool { rulebook.asksMerit }
    /// Whether there are caps beside those of a record, a month and a year.
    var hasFurtherCaps: Bool { rulebook.hasFurtherCaps }
    var bestPercent: Int { rulebook.cadre.bestPercent }
    var tiers: Int { rulebook.cadre.tiers }
  }

  struct MatrixRow: Fillable {
    var complexity: Int
    var values: [String]
  }

  @Inlined var chrome: Chrome
  var file: String
  var baseTotal: [String]
  var baseItems: [RuleRow]
  var optionalItems: [RuleRow]
  var branchItems: [BranchRuleRow]
  var isBounded: Bool { !branchMaximum.isEmpty }
  /// Empty where some items say no full marks.
  var branchMaximum: String
  var memberBounds: BoundsView?
  var branchBounds: BoundsView?
  var matrix: [MatrixRow]
  var series: [Series]
  var vetoes: [String]
  var hasBranchVetoes: Bool { !branchVetoes.isEmpty }
  var branchVetoes: [String]
  var settings: Settings
  var years: [LinkView]

  static let template = "rulebook"
  static let specimen = RulebookPage(
    chrome: .specimen, file: "years/2025/rulebook.yaml", baseTotal: ["60.00"], baseItems: [.specimen],
    optionalItems: [.specimen],
    branchItems: [.specimen], branchMaximum: "40.00", memberBounds: .specimen, branchBounds: .specimen,
    matrix: [.init(complexity: 1, values: ["1.00"])],
    series: [Series(name: "公益献血", minimum: 3, people: 100, line: "第90行")], vetoes: ["违反廉洁纪律"],
    branchVetoes: ["发生安全责任事故"],
    settings: Settings(rulebook: .sample), years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.rulebook(context[year].ledger.year)
      return plan(path, from: .heads) { context.rulebookPage(year, path) }
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
  fileprivate func rulebookPage(_ year: Ref<YearLedger>, _ path: String) -> RulebookPage {
    let book = self[year].ledger
    let rules = book.rulebook
    let workLinks = { [self] (works: [Ref<Work>]) in
      works.map { LinkView(href: Address.work(ledger.works[$0]), text: ledger.works[$0].title) }
    }
    let rows = { (kind: Item.Kind) in
      rules.items.filter { $0.kind == kind }.map { self.ruleRow($0, workLinks($0.works), year) }
    }
    return RulebookPage(
      chrome: chrome(path, title: rules.title, year: year, section: .rulebook), file: file(of: rules.place),
      baseTotal: rules.baseTotal.map { [$0.shown] } ?? [], baseItems: rows(.base), optionalItems: rows(.optional),
      branchItems: rules.branchItems.map { branchRuleRow($0, workLinks($0.works), year) },
      branchMaximum: maximum(of: rules.branchItems),
      memberBounds: bounds(rules.memberFramework, rules.items, prefix: "", year: year),
      branchBounds: bounds(rules.branchFramework, rules.branchItems.map(\.rule), prefix: "branch-", year: year),
      matrix: rules.matrix.enumerated().map { .init(complexity: $0 + 1, values: $1.map(\.shown)) },
      series: rules.welfare.series.map {
        .init(name: $0.name, minimum: $0.minimum, people: $0.people, line: source($0.place, besides: rules.place))
      }, vetoes: rules.memberFramework.vetoes, branchVetoes: rules.branchFramework.vetoes,
      settings: .init(rulebook: rules),
      years: yearLinks(current: year, Address.rulebook))
  }

  /// Full marks of all items together, where each says its own.
  private func maximum(of items: [BranchItem]) -> String {
    let maxima = items.compactMap(\.maximum)
    return maxima.count == items.count ? maxima.reduce(.zero, +).shown : ""
  }
}

extension Rulebook {
  fileprivate var asksMerit: Bool {
    !qualification.isBaseEnough && items.contains { $0.terms.start != nil }
  }

  fileprivate var hasFurtherCaps: Bool {
    let all = items + branchItems.map(\.rule)
    return all.contains { $0.caps.day != nil || $0.caps.week != nil || $0.caps.quarter != nil }
      || [memberFramework, branchFramework].contains { !$0.groups.isEmpty || $0.total.cap != nil }
  }
}
