import Diagnostics
import Parsing
import Scoring
import Texts

private let kinds = [Choice("规定", "base", Item.Kind.base), Choice("自选", "optional", .optional)]

/// content/years/<year>/rulebook.yaml: the standard of one year, for members and for branches (S4, S5).
func decodeRulebook(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    guard let table = file.yaml(draft.findings) else { return false }
    var isSound = true
    let title = table.text("title")
    var items: [Item] = []
    var computed: [String: Place] = [:]
    let members = table.table("members")
    let baseTotal = members?.points(ifAny: "base_total")
    for entry in members?.tables("items") ?? [] {
      defer { entry.close() }
      guard let item = decodeItem(entry, draft) else {
        isSound = false
        continue
      }
      if let first = year.items.define(item.key, label: item.name, at: item.place) {
        draft.findings.report(.duplicateID(item.key, first: draft.findings.citation(first), at: item.place))
        continue
      }
      if let form = item.form.computedName {
        if let first = computed[form] {
          let found = Diagnostic.duplicateForm(
            form, first: draft.findings.citation(first), at: entry.place(of: "form"))
          draft.findings.report(ClosedDays(year).holdsRules ? found.tolerated(.closedForm) : found)
        } else {
          computed[form] = item.place
        }
      }
      items.append(item)
      if case .levels(let levels) = item.form {
        year.levels.append(levels.map { Array($0.name.utf8) })
      } else {
        year.levels.append([])
      }
    }
    members?.close()
    var branchItems: [BranchItem] = []
    let branches = table.table("branches")
    for entry in branches?.tables("items") ?? [] {
      defer { entry.close() }
      guard let item = decodeBranchItem(entry, draft) else {
        isSound = false
        continue
      }
      if let first = year.branchItems.define(item.key, label: item.name, at: item.place) {
        draft.findings.report(.duplicateID(item.key, first: draft.findings.citation(first), at: item.place))
        continue
      }
      branchItems.append(item)
    }
    branches?.close()
    var framework = Framework()
    framework.vetoes = table.values(ifAny: "vetoes").map { $0.text() }
    var rulebook = Rulebook(
      year: year.year, title: title, items: items, branchItems: branchItems, matrix: decodeMatrix(table),
      evaluation: decodeEvaluation(table), welfare: decodeWelfareRule(table, draft, &year),
      ranking: decodeRanking(table),
      qualification: decodeQualification(table), cadre: decodeCadre(table),
      memberFramework: framework, baseTotal: baseTotal,
      place: Place(file: file.index, line: 1))
    if let matrix = table.value(ifAny: "activity_matrix") { rulebook.matrixPlace = matrix.place }
    year.rulebook = rulebook
    table.close()
    return isSound && members != nil && branches != nil
  }
}

private func decodeItem(_ table: YAMLTable, _ draft: Draft) -> Item? {
  let key = table.id("key")
  let name = table.name("name")
  let kind = table.choice("kind", kinds)
  let form = decodeForm(table)
  let caps = decodeCaps(table)
  let works = table.references(ifAny: "works", .work, draft.works.names)
  let proof = table.text(ifAny: "proof")
  // Without its way of earning nothing can be said of the item's records: a stand-in would accuse each of them.
  guard let key, let form else { return nil }
  return Item(
    key: key, name: name, kind: kind ?? .base, form: form, caps: caps, works: works, proof: proof,
    place: table.place)
}

/// Exactly one of `points`, `per` with `unit`, `levels`, `form`; only `form: welfare-base` has `points` beside it.
private func decodeForm(_ table: YAMLTable) -> Item.Form? {
  enum Named { case welfareBase, welfareBeyond, project }
  let named = [
    Choice("公益基础", "welfare-base", Named.welfareBase), Choice("公益超出", "welfare-beyond", .welfareBeyond),
    Choice("项目", "project", .project),
  ]
  var ways = ["points", "per", "levels", "form"].filter { table.has($0) }
  let form = table.choice(ifAny: "form", named)
  if form == .welfareBase { ways.removeAll { $0 == "points" } }
  let points = table.points(ifAny: "points", negative: true)
  let per = table.points(ifAny: "per", negative: true)
  let unit = table.has("per") ? table.text("unit") : table.text(ifAny: "unit")
  let levels = table.table(ifAny: "levels")
  guard ways.count == 1 else {
    table.findings.report(.itemForm(ways, at: ways.count > 1 ? table.place(of: ways[1]) : table.place))
    return nil
  }
  switch form {
  case .welfareBase: return (points ?? table.points("points")).map { .welfareBase($0) }
  case .welfareBeyond: return .welfareBeyond
  case .project: return .project
  case nil: break
  }
  if let points { return .perRecord(points) }
  if let per { return .perUnit(per, unit: unit, each: nil) }
  guard let levels else { return nil }
  let steps = levels.keys.compactMap { key in
    levels.points(key.value, negative: true).map { Item.Level(name: key.value, points: $0) }
  }
  return .levels(steps)
}

private func decodeCaps(_ table: YAMLTable) -> Caps {
  guard let cap = table.table(ifAny: "cap") else { return Caps() }
  let caps = Caps(
    record: cap.points(ifAny: "record"), month: cap.points(ifAny: "month"), year: cap.points(ifAny: "year"))
  cap.close()
  let ordered = [("record", caps.record), ("month", caps.month), ("year", caps.year)].compactMap { name, cap in
    cap.map { (name, $0) }
  }
  for (smaller, larger) in zip(ordered, ordered.dropFirst()) where smaller.1 > larger.1 {
    table.findings.report(.capOrder(smaller.0, smaller.1, larger.0, larger.1, at: cap.place(of: larger.0)))
    break
  }
  return caps
}

private func decodeBranchItem(_ table: YAMLTable, _ draft: Draft) -> BranchItem? {
  let key = table.id("key")
  let name = table.name("name")
  let kind = table.choice("kind", kinds)
  let maximum = table.points("max")
  let works = table.references(ifAny: "works", .work, draft.works.names)
  let proof = table.text(ifAny: "proof")
  guard let key else { return nil }
  return BranchItem(
    Item(
      key: key, name: name, kind: kind ?? .base, form: .rating(least: .zero, most: maximum ?? .zero), caps: Caps(),
      works: works, proof: proof, place: table.place),
    maximum: maximum ?? .zero)
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
  static func duplicateForm(_ form: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateForm, at: place,
      message: Bilingual(
        zh: "form: \(form) 已经写在 \(first)，这一项永远得不到分",
        en: "form: \(form) stands at \(first) already; this item would never earn a point"),
      remedy: Bilingual(
        zh: "由程序计算的写法每种只能有一项：删去一项，或改用 points、per、levels",
        en: "Each computed form is for one item: remove one, or use points, per or levels"))
  }

  static func itemForm(_ ways: [String], at place: Place) -> Diagnostic {
    let list = ways.joined(separator: ", ")
    return Diagnostic(
      ways.isEmpty ? .missingKey : .unknownKey, at: place,
      message: ways.isEmpty
        ? Bilingual(zh: "没有写明怎样计分", en: "the item doesn't say how it earns points")
        : Bilingual(zh: "计分方式只能写一种，这里有 \(list)", en: "an item has one way of earning points, here are \(list)"),
      remedy: Bilingual(
        zh: "从 points、per 与 unit、levels、form 中选一种", en: "Choose one of points, per with unit, levels, form"))
  }

  static func capOrder(_ small: String, _ a: Points, _ large: String, _ b: Points, at place: Place) -> Diagnostic {
    Diagnostic(
      .capOrder, at: place,
      message: Bilingual(
        zh: "上限 \(large)（\(b)）小于 \(small)（\(a)）", en: "the cap of \(large) (\(b)) is below that of \(small) (\(a))"),
      remedy: Bilingual(zh: "单次 ≤ 每月 ≤ 全年", en: "Keep record ≤ month ≤ year"))
  }
}
