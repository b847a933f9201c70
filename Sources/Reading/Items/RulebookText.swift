import Parsing
import Scoring
import Texts

/// A rulebook as rulebook.yaml has it: every item in it, whatever it was written in, and every setting.
struct RulebookText {
  private let rulebook: Rulebook
  private let year: YearDraft
  private let works: [Work]
  private let branches: [Branch]

  init(_ rulebook: Rulebook, _ year: YearDraft, works: [Work], branches: [Branch]) {
    (self.rulebook, self.year, self.works, self.branches) = (rulebook, year, works, branches)
  }

  var text: String {
    var lines = ["title: \(rulebook.title.yaml)", "members:"]
    if let total = rulebook.baseTotal { lines.append("  base_total: \(total.short)") }
    lines += standard(
      .members, rulebook.items.map { BranchItem($0, maximum: nil) }, rulebook.memberFramework)
    lines.append("branches:")
    lines += standard(.branches, rulebook.branchItems, rulebook.branchFramework)
    if !rulebook.branchFramework.vetoes.isEmpty { lines.append("  vetoes: \(list(rulebook.branchFramework.vetoes))") }
    lines += settings
    if !rulebook.memberFramework.vetoes.isEmpty { lines.append("vetoes: \(list(rulebook.memberFramework.vetoes))") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func standard(_ standard: Standard, _ items: [BranchItem], _ framework: Framework) -> [String] {
    var lines = [items.isEmpty ? "  items: []" : "  items:"]
    lines += items.map { "    - " + table(fields(of: $0, standard)) }
    if !framework.groups.isEmpty { lines.append("  groups:") }
    for (index, group) in framework.groups.enumerated() {
      let own = items.filter { $0.rule.terms.group == Int32(index) }.map(\.key)
      var fields = [("key", group.key.yaml), ("name", group.name.yaml), ("items", list(own))]
      if !group.caps.set.isEmpty { fields.append(("cap", caps(group.caps))) }
      if group.isOnce { fields.append(("once", "true")) }
      lines.append("    - " + table(fields))
    }
    let total = [("cap", framework.total.cap?.short), ("floor", framework.total.floor?.short)]
    let bounds = total.compactMap { key, value in value.map { (key, $0) } }
    if !bounds.isEmpty { lines.append("  total: \(table(bounds))") }
    if !framework.bands.isEmpty {
      lines.append("  bands: [\(framework.bands.map { table(fields(of: $0)) }.joined(separator: ", "))]")
    }
    return lines
  }

  private func fields(of band: Band) -> [(String, String)] {
    [("name", band.name.yaml), ("from", band.from.short)]
      + (band.atMost.map { [("at_most", "\($0.numerator)/\($0.denominator)")] } ?? [])
  }

  private func fields(of item: BranchItem, _ standard: Standard) -> [(String, String)] {
    let (rule, terms) = (item.rule, item.rule.terms)
    var fields = [("key", item.key.yaml), ("name", item.name.yaml), ("kind", item.kind == .base ? "规定" : "自选")]
    if let others = year.otherNames[standard]?[item.key] { fields.append(("also", list(others))) }
    if let form = rule.formWords { fields.append(("form", form.en)) }
    if let maximum = item.maximum { fields.append(("max", maximum.short)) }
    if case .rating(let least, _) = rule.form, least != .zero { fields.append(("min", least.short)) }
    if let start = terms.start { fields.append(("start", start.short)) }
    fields += ways(rule.ways)
    if !rule.caps.set.isEmpty { fields.append(("cap", caps(rule.caps))) }
    if !terms.roles.isEmpty { fields.append(("roles", table(pairs(terms.roleClauses)))) }
    if terms.isOnce { fields.append(("once", "true")) }
    if !terms.again.isEmpty { fields.append(("again", list(terms.againClauses.map(\.value)))) }
    if let days = terms.validity {
      if days.first != year.period?.first { fields.append(("from", "\(days.first)")) }
      if days.last != year.period?.last { fields.append(("to", "\(days.last)")) }
    }
    if let audience = terms.audience {
      let parts = [
        ("standing", audience.standingWords), ("office", audience.dutyWords),
        ("branch", audience.branches.map { branches[$0].id }),
      ]
      fields.append(("for", table(parts.filter { !$0.1.isEmpty }.map { ($0.0, list($0.1)) })))
    }
    if !item.works.isEmpty { fields.append(("works", list(item.works.map { works[$0].id }))) }
    if !item.proof.isEmpty { fields.append(("proof", item.proof.yaml)) }
    return fields
  }

  /// What stands under one key each, and what stands together under one.
  private func ways(_ clauses: [RuleClause]) -> [(String, String)] {
    var (fields, units): ([(String, String)], [(String, String)]) = ([], [])
    for clause in clauses {
      switch clause.field {
      case .points, .amount: fields.append(("points", clause.value))
      case .per: fields.append(("per", clause.value))
      case .unit: units.insert(("unit", clause.value.yaml), at: 0)
      case .each: units.append(("each", clause.value))
      case .weight: fields.append(("weight", clause.value))
      case .range(let from): fields.append(("range", "[\(from), \(clause.value)]"))
      default: break
      }
    }
    let together = pairs(clauses)
    if let first = clauses.first(where: { $0.name != nil }) { fields.append((first.tableKey, table(together))) }
    return fields + units
  }

  private func pairs(_ clauses: [RuleClause]) -> [(String, String)] {
    clauses.compactMap { clause in clause.name.map { ($0.yaml, clause.value) } }
  }

  private func caps(_ caps: Caps) -> String { table(caps.set.map { ("\($0.span)", $0.points.short) }) }

  private var settings: [String] {
    let (evaluation, welfare, ranking) = (rulebook.evaluation, rulebook.welfare, rulebook.ranking)
    var lines = [
      "activity_matrix: [\(rulebook.matrix.map { row in "[\(row.map(\.short).joined(separator: ", "))]" }.joined(separator: ", "))]",
      "evaluation: {method: \(evaluation.method.rawValue), self: \(evaluation.selfWeight), head: \(evaluation.headWeight), grades: [\(evaluation.grades.map(String.init).joined(separator: ", "))]}",
      "welfare:", "  base_minutes: \(welfare.baseMinutes)", "  step_minutes: \(welfare.stepMinutes)",
      "  step_points: \(welfare.stepPoints.short)", "  participant_minutes: \(welfare.participantMinutes)",
      "  gate: \(welfare.gateTenths * 10)",
      "  stars: {minutes: \(welfare.stars.minimumMinutes), first: \(welfare.stars.first)}",
    ]
    if !welfare.series.isEmpty { lines.append("  series:") }
    for series in welfare.series {
      var fields = [("id", series.id.yaml), ("name", series.name.yaml), ("minimum", "\(series.minimum)")]
      if series.people > 0 { fields.append(("people", "\(series.people)")) }
      if !series.works.isEmpty { fields.append(("works", list(series.works.map { works[$0].id }))) }
      lines.append("    - " + table(fields))
    }
    return lines + [
      "ranking: {published: \(ranking.published), tie_key: \(ranking.tieKey.rawValue)}",
      "qualification: {per_branch: \(rulebook.qualification.perBranch), minimum_months: \(rulebook.qualification.minimumMonths), base_alone: \(rulebook.qualification.isBaseEnough)}",
      "cadre: {best_percent: \(rulebook.cadre.bestPercent), tiers: \(rulebook.cadre.tiers)}",
    ]
  }

  private func table(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private func list(_ words: [String]) -> String { "[" + words.map(\.yaml).joined(separator: ", ") + "]" }
}

extension RuleClause {
  /// The key of a clause that stands in a table with others of its field.
  fileprivate var name: String? {
    switch field {
    case .level(let name), .role(let name), .step(let name), .reach(let name): name
    default: nil
    }
  }

  fileprivate var tableKey: String {
    switch field {
    case .level: "levels"
    case .step: "steps"
    case .reach: "reach"
    default: "roles"
    }
  }
}

extension String {
  /// As YAML has it: in quotation marks where a sign in it could mean something.
  fileprivate var yaml: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      (0x4E00...0x9FFF).contains(scalar.value) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
    }
    let isWord = !["null", "true", "false", "~", ""].contains(lowercased()) && !begins(with: "-")
    if isPlain, isWord { return self }
    var text = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

extension Draft {
  /// The rulebooks of the years whose items stand in tables, as rulebook.yaml would have them, in the order of the years.
  var writtenRulebooks: [(path: String, text: String)] {
    years.sorted { $0.key < $1.key }.compactMap { number, year in
      guard !year.itemLines.isEmpty, let rulebook = year.rulebook else { return nil }
      let text = RulebookText(rulebook, year, works: works.entities, branches: branches.entities).text
      return ("content/years/\(number)/rulebook.yaml", text)
    }
  }
}
