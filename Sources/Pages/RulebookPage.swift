import Composing
import Diagnostics
import Scoring
import Templating
import Wording

/// The standard of a year in words and figures, with the place of every rule (S4, S5) and every setting in use.
struct RulebookPage: Page {
  struct ItemRow: Fillable {
    struct Level: Fillable {
      var name: String
      var points: String
      func fill(_ out: inout Filler) {
        out.text("name", name)
        out.text("points", points)
      }
    }
    struct Unit: Fillable {
      var points: String
      var unit: String
      func fill(_ out: inout Filler) {
        out.text("points", points)
        out.text("unit", unit)
      }
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
    var works: [LinkView]
    var proof: String
    var line: String

    func fill(_ out: inout Filler) {
      out.text("key", key)
      out.text("name", name)
      out.texts("perRecord", perRecord)
      out.optional("perUnit", perUnit)
      out.list("levels", levels)
      out.texts("welfareBase", welfareBase)
      out.flag("isWelfareBeyond", isWelfareBeyond)
      out.flag("isProject", isProject)
      out.flag("isDeduction", isDeduction)
      out.texts("recordCap", recordCap)
      out.texts("monthCap", monthCap)
      out.texts("yearCap", yearCap)
      out.flag("isUncapped", recordCap.isEmpty && monthCap.isEmpty && yearCap.isEmpty)
      out.list("works", works)
      out.text("proof", proof)
      out.text("line", line)
    }

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
    func fill(_ out: inout Filler) {
      out.text("key", key)
      out.text("name", name)
      out.flag("isBase", isBase)
      out.text("maximum", maximum)
      out.list("works", works)
      out.text("proof", proof)
      out.text("line", line)
    }
  }

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
      out.text("bestPercent", rulebook.cadre.bestPercent)
      out.text("tiers", rulebook.cadre.tiers)
    }
  }

  var chrome: Chrome
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

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.text("file", file)
    out.texts("baseTotal", baseTotal)
    out.list("baseItems", baseItems)
    out.list("optionalItems", optionalItems)
    out.list("branchItems", branchItems)
    out.text("branchMaximum", branchMaximum)
    out.list("matrix", matrix)
    out.list("series", series)
    out.texts("vetoes", vetoes)
    out.record("settings", settings)
    out.list("years", years)
  }

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
