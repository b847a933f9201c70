import Composing
import Scoring
import Templating
import Texts
import Wording

/// The standard of a year in words and figures, with the place of every rule (S4, S5) and every setting in use.
struct RulebookPage: Page {
  struct ItemRow: Fillable {
    struct Level: Fillable {
      var name: String
      var points: String
    }
    struct Unit: Fillable {
      var points: String
      var unit: String
    }
    var key: String
    var name: String
    var perRecord: [String]
    var perUnit: Unit?
    var levels: [Level]
    var welfareBase: [String]
    var isWelfareBeyond: Bool
    var isProject: Bool
    var isDeduction: Bool
    var recordCap: [String]
    var monthCap: [String]
    var yearCap: [String]
    var isUncapped: Bool { recordCap.isEmpty && monthCap.isEmpty && yearCap.isEmpty }
    var works: [LinkView]
    var proof: String
    var line: String

    static let specimen = ItemRow(
      key: "theme-day", name: "主题党日", perRecord: ["1.00"], perUnit: Unit(points: "0.50", unit: "小时"),
      levels: [Level(name: "市级", points: "4.00")], welfareBase: ["10.00"], isWelfareBeyond: true, isProject: true,
      isDeduction: true, recordCap: ["2.00"], monthCap: ["3.00"], yearCap: ["12.00"], works: [.specimen],
      proof: "签到表", line: "years/2025/rulebook.yaml:6")
  }

  struct BranchItemRow: Fillable {
    var key: String
    var name: String
    var isBase: Bool
    var maximum: String
    var works: [LinkView]
    var proof: String
    var line: String
  }

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
    var stepPoints: String { rulebook.welfare.stepPoints.description }
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
    var bestPercent: Int { rulebook.cadre.bestPercent }
    var tiers: Int { rulebook.cadre.tiers }
  }

  @Inlined var chrome: Chrome
  var file: String
  var baseTotal: [String]
  var baseItems: [ItemRow]
  var optionalItems: [ItemRow]
  var branchItems: [BranchItemRow]
  var branchMaximum: String
  var matrix: [ActivitiesPage.MatrixRow]
  var series: [Series]
  var vetoes: [String]
  var settings: Settings
  var years: [LinkView]

  static let template = "rulebook"
  static let specimen = RulebookPage(
    chrome: .specimen, file: "years/2025/rulebook.yaml", baseTotal: ["60.00"], baseItems: [.specimen],
    optionalItems: [.specimen],
    branchItems: [
      BranchItemRow(
        key: "meetings", name: "三会一课", isBase: true, maximum: "5.00", works: [.specimen], proof: "会议记录",
        line: "years/2025/rulebook.yaml:60")
    ], branchMaximum: "40.00", matrix: [.init(complexity: 1, values: ["1.00"])],
    series: [Series(name: "公益献血", minimum: 3, people: 100, line: "years/2025/rulebook.yaml:90")], vetoes: ["违反廉洁纪律"],
    settings: Settings(rulebook: .sample), years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.rulebook(context[year].ledger.year)
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
  fileprivate func rulebookPage(_ year: Ref<YearLedger>, _ path: String) -> RulebookPage {
    let book = self[year].ledger
    let rules = book.rulebook
    let workLinks = { [self] (works: [Ref<Work>]) in
      works.map { LinkView(href: Address.work(ledger.works[$0]), text: ledger.works[$0].title) }
    }
    let rows = { (kind: Item.Kind) in
      rules.items.filter { $0.kind == kind }.map { self.itemRow($0, workLinks($0.works)) }
    }
    return RulebookPage(
      chrome: chrome(path, title: rules.title, year: year, section: .rulebook), file: citation(rules.place),
      baseTotal: rules.baseTotal.map { [$0.description] } ?? [], baseItems: rows(.base), optionalItems: rows(.optional),
      branchItems: rules.branchItems.map {
        .init(
          key: $0.key, name: $0.name, isBase: $0.kind == .base, maximum: ($0.maximum ?? .zero).description,
          works: workLinks($0.works), proof: $0.proof, line: citation($0.place))
      }, branchMaximum: rules.branchItems.reduce(Points.zero) { $0 + ($1.maximum ?? .zero) }.description,
      matrix: rules.matrix.enumerated().map { .init(complexity: $0 + 1, values: $1.map(\.description)) },
      series: rules.welfare.series.map {
        .init(name: $0.name, minimum: $0.minimum, people: $0.people, line: citation($0.place))
      }, vetoes: rules.memberFramework.vetoes, settings: .init(rulebook: rules),
      years: yearLinks(current: year, Address.rulebook))
  }

  private func itemRow(_ item: Item, _ works: [LinkView]) -> RulebookPage.ItemRow {
    var row = RulebookPage.ItemRow(
      key: item.key, name: item.name, perRecord: [], levels: [], welfareBase: [], isWelfareBeyond: false,
      isProject: false, isDeduction: false, recordCap: item.caps.record.map { [$0.description] } ?? [],
      monthCap: item.caps.month.map { [$0.description] } ?? [], yearCap: item.caps.year.map { [$0.description] } ?? [],
      works: works, proof: item.proof, line: citation(item.place))
    switch item.form {
    case .perRecord(let points):
      row.perRecord = [points.description]
      row.isDeduction = item.form.isDeduction
    case .perUnit(let points, let unit, _): row.perUnit = .init(points: points.description, unit: unit)
    case .levels(let levels): row.levels = levels.map { .init(name: $0.name, points: $0.points.description) }
    case .steps, .reach, .range, .credit, .survey, .rating: break
    case .welfareBase(let points): row.welfareBase = [points.description]
    case .welfareBeyond: row.isWelfareBeyond = true
    case .project: row.isProject = true
    }
    return row
  }
}
