import Composing
import Scoring
import Templating
import Wording

/// A line of the members' standard. Plain forms have names of their own, all others stand in sentences.
struct RuleRow: Fillable {
  struct Level: Fillable {
    var name: String
    var points: String
    var takesAll: Bool
  }
  struct Unit: Fillable {
    var points: String
    var unit: String
  }

  var key: String
  var name: String
  var perRecord: [String] = []
  var perUnit: Unit?
  var levels: [Level] = []
  var welfareBase: [String] = []
  var isWelfareBeyond = false
  var isProject = false
  var isDeduction = false
  /// How records become points, where none of the above says it.
  var rules: [String]
  /// What else holds for its records.
  var terms: [String]
  @Unprinted var caps: Caps
  var recordCap: [String] { caps.shown(.record) }
  var dayCap: [String] { caps.shown(.day) }
  var weekCap: [String] { caps.shown(.week) }
  var monthCap: [String] { caps.shown(.month) }
  var quarterCap: [String] { caps.shown(.quarter) }
  var yearCap: [String] { caps.shown(.year) }
  var isUncapped: Bool { caps.set.isEmpty && group == nil }
  /// The group it shares caps with.
  var group: LinkView?
  var works: [LinkView]
  var proof: String
  var line: String

  static let specimen = RuleRow(
    key: "theme-day", name: "主题党日", perRecord: ["1.00"], perUnit: Unit(points: "0.50", unit: "小时"),
    levels: [Level(name: "市级", points: "4.00", takesAll: true)], welfareBase: ["10.00"], isWelfareBeyond: true,
    isProject: true, isDeduction: true, rules: ["每满10人0.5分，不满的部分不计"], terms: ["同一事项取最高，不重复计"],
    caps: Caps(
      record: Points(2), day: Points(2), week: Points(2), month: Points(3), quarter: Points(6), year: Points(12)),
    group: .specimen, works: [.specimen], proof: "签到表", line: "第6行")
}

/// A line of the branches' standard: rated at the year's end, or earned by dated records.
struct BranchRuleRow: Fillable {
  var key: String
  var name: String
  var isBase: Bool
  /// Whether it is typed at the year's end.
  var isRated: Bool
  var maximum: String
  /// How it gives points, with its caps; none for a rating from nothing to full marks.
  var rules: [String]
  var works: [LinkView]
  var proof: String
  var line: String
  static let specimen = BranchRuleRow(
    key: "meetings", name: "三会一课", isBase: true, isRated: true, maximum: "5.00", rules: ["年终评定，-5至5分"],
    works: [.specimen], proof: "会议记录", line: "第60行")
}

extension Caps {
  fileprivate func shown(_ span: CapSpan) -> [String] { self[span].map { [$0.shown] } ?? [] }
}

extension SiteContext {
  func ruleRow(_ item: Item, _ works: [LinkView], _ year: Ref<YearLedger>) -> RuleRow {
    let book = self[year].ledger
    let group = item.terms.group.map { book.rulebook.memberFramework.groups[Int($0)] }
    var row = RuleRow(
      key: item.key, name: item.name, rules: [], terms: Words.terms(of: item, branches: branchNames(item)),
      caps: item.caps,
      group: group.map { LinkView(href: "\(Address.rulebook(book.year))#group-\($0.key)", text: $0.name) },
      works: works, proof: item.proof, line: source(item.place, besides: book.rulebook.place))
    switch item.form {
    case .perRecord(let points):
      row.perRecord = [points.shown]
      row.isDeduction = item.form.isDeduction
    case .perUnit(let points, let unit, each: nil): row.perUnit = .init(points: points.shown, unit: unit)
    case .levels(let levels):
      row.levels = levels.map { .init(name: $0.name, points: $0.points.shown, takesAll: $0.takesAll) }
    case .welfareBase(let points): row.welfareBase = [points.shown]
    case .welfareBeyond: row.isWelfareBeyond = true
    case .project: row.isProject = true
    // What everybody starts with is all that such a line says.
    case .credit: (row.rules, row.terms) = (row.terms, [])
    case .perUnit, .steps, .reach, .range, .survey, .rating: row.rules = Words.form(item.form)
    }
    return row
  }

  func branchRuleRow(_ item: BranchItem, _ works: [LinkView], _ year: Ref<YearLedger>) -> BranchRuleRow {
    BranchRuleRow(
      key: item.key, name: item.name, isBase: item.kind == .base, isRated: item.isRated,
      maximum: item.maximum?.shown ?? "–",
      rules: Words.form(item.rule.form) + Words.terms(of: item.rule, branches: branchNames(item.rule))
        + Words.caps(item.rule.caps), works: works, proof: item.proof,
      line: source(item.place, besides: self[year].ledger.rulebook.place))
  }

  private func branchNames(_ item: Item) -> [String] {
    item.terms.audience?.branches.map { roster.branches[$0].name } ?? []
  }
}
