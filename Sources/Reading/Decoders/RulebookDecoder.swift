import Diagnostics
import Parsing
import Scoring
import Texts

/// content/years/<year>/rulebook.yaml: the standard of one year, for members and for branches (S4, S5).
func decodeRulebook(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    guard let table = file.yaml(draft.findings, words: rulebookWords) else { return false }
    let title = table.text("title")
    year.giveItemsIDs(draft)
    let members = table.table("members", orEmptyIf: year.hasLines(of: .members))
    let baseTotal = members?.points(ifAny: "base_total")
    var memberItems = Names<Item>()
    let ofMembers = members.map {
      decodeStandard($0, year.lines(of: .members), RuleScope(.members, draft, year), &memberItems, .item)
    }
    members?.close()
    let branches = table.table("branches", orEmptyIf: year.hasLines(of: .branches))
    var branchItems = Names<BranchItem>()
    var ofBranches = branches.map {
      decodeStandard($0, year.lines(of: .branches), RuleScope(.branches, draft, year), &branchItems, .branchItem)
    }
    ofBranches?.framework.vetoes = branches?.values(ifAny: "vetoes").map { $0.text() } ?? []
    branches?.close()
    var framework = ofMembers?.framework ?? Framework()
    framework.vetoes = table.values(ifAny: "vetoes").map { $0.text() }
    let items = ofMembers?.items.map(\.rule) ?? []
    (year.items, year.branchItems) = (memberItems, branchItems)
    year.otherNames = [.members: ofMembers?.otherNames ?? [:], .branches: ofBranches?.otherNames ?? [:]]
    var rulebook = Rulebook(
      year: year.year, title: title, items: items, branchItems: ofBranches?.items ?? [], matrix: decodeMatrix(table),
      evaluation: decodeEvaluation(table), welfare: decodeWelfareRule(table, draft, &year),
      ranking: decodeRanking(table), qualification: decodeQualification(table), cadre: decodeCadre(table),
      memberFramework: framework, branchFramework: ofBranches?.framework ?? Framework(), baseTotal: baseTotal,
      place: Place(file: file.index, line: 1))
    if let matrix = table.value(ifAny: "activity_matrix") { rulebook.matrixPlace = matrix.place }
    year.rulebook = rulebook
    table.close()
    return ofMembers?.isSound == true && ofBranches?.isSound == true
  }
}

/// What the lines of one of the two standards refer to.
struct RuleScope {
  let standard: Standard
  let works: Names<Work>
  let branches: Names<Branch>
  let period: Period?
  /// Whether the rulebook is sealed or final: what came later bars nobody's way there.
  let isClosed: Bool
  /// What is tried in place of the year's own.
  let tried: TriedRules?

  init(_ standard: Standard, _ draft: Draft, _ year: YearDraft) {
    self.standard = standard
    works = draft.works.names
    branches = draft.branches.names
    period = year.period
    tried = draft.tried
    isClosed = ClosedDays(year).holdsRules
  }
}

/// `members` or `branches`: its items, and what it says of them together.
///
/// A member's item is read as a branches' one without full marks.
/// - Parameters:
///   - lines: what tables beside the rulebook say of the standard's items and groups.
///   - names: learns what its items are called.
private func decodeStandard<E>(
  _ table: YAMLTable, _ lines: ItemLines, _ scope: RuleScope, _ names: inout Names<E>, _ kind: ReferenceKind
) -> (items: [BranchItem], otherNames: [String: [String]], framework: Framework, isSound: Bool) {
  var decoded: [BranchItem] = []
  var known: [String: [String]] = [:]
  var isSound = lines.isSound
  var computed: [String: Place] = [:]
  let findings = table.findings
  let items = lines.items(beside: table, scope)
  var groups = GroupList(lines.groups(beside: table), scope)
  var others: [(of: Ref<E>, name: Located<String>)] = []
  for entry in items {
    defer { entry.close() }
    let key = entry.id("key")
    let otherNames = entry.otherNames()
    let item = decodeItem(entry, key, scope) { name in
      let called = [name] + otherNames.map(\.value)
      groups.declare(key, called)
      return groups.group(of: [key ?? ""] + called)
    }
    guard let item else {
      isSound = false
      continue
    }
    let called = [item.name] + otherNames.map(\.value)
    if let first = names.define(item.key, called: called, at: item.place) {
      findings.report(.duplicateID(item.key, first: findings.citation(first), at: item.place))
      continue
    }
    if let form = item.rule.form.computedName {
      if let first = computed[form] {
        let found = Diagnostic.duplicateForm(form, first: findings.citation(first), at: entry.place(of: "form"))
        findings.report(scope.isClosed ? found.tolerated(.closedForm) : found)
      } else {
        computed[form] = item.place
      }
    }
    decoded.append(item)
    known[item.key] = otherNames.isEmpty ? nil : otherNames.map(\.value)
    others += otherNames.map { (Ref(names.count - 1), $0) }
  }
  names.reportShared(others, kind, findings)
  groups.check(decoded.map(\.rule), names, kind, findings, scope)
  var framework = Framework()
  framework.groups = groups.groups
  framework.total = decodeTotal(table)
  framework.bands = decodeBands(table, below: framework.total, scope)
  let most = decoded.map(\.rule).mostAtStart
  if let cap = framework.total.cap, cap > .zero, let place = framework.total.place, most > cap {
    findings.report(.capOrder("start", most, "total.cap", cap, at: place))
  }
  return (decoded, known, framework, isSound)
}

extension Item.Form {
  /// The name of a form whose points the program works out by itself: all of them go to one item.
  fileprivate var computedName: String? {
    switch self {
    case .welfareBase: "welfare-base"
    case .welfareBeyond: "welfare-beyond"
    case .project: "project"
    case .perRecord, .perUnit, .levels, .steps, .reach, .range, .credit, .survey, .rating: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateForm(_ form: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateForm, at: place,
      message: Bilingual(
        zh: "form: \(form) 已经写在 \(first)，这一项永远得不到分",
        en: "form: \(form) stands at \(first) already; this item would never earn a point"),
      remedy: Bilingual(
        zh: "由程序计算的写法每种只能有一项：删去一项，或改用 points、per、levels",
        en: "Each computed form is for one item: remove one, or use points, per or levels"))
  }
}
