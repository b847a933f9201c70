import Parsing
import Scoring
import Texts

/// What an item says, as clauses: tables and YAML are written of them.
extension Item {
  /// How it earns points; the forms that the program reckons by itself have a word of their own.
  var ways: [RuleClause] {
    switch form {
    case .perRecord(let points): [RuleClause(.points, points.short)]
    case .perUnit(let points, let unit, let each):
      (each.map { [RuleClause(.each, $0.plain)] } ?? []) + [RuleClause(.unit, unit), RuleClause(.per, points.short)]
    case .levels(let levels): levels.map { RuleClause(.level($0.name), $0.takesAll ? "all" : $0.points.short) }
    case .steps(let steps, let unit):
      [RuleClause(.unit, unit)] + steps.map { RuleClause(.step(from: $0.from.plain), $0.points.short) }
    case .reach(let steps, let unit):
      [RuleClause(.unit, unit)] + steps.map { RuleClause(.reach(from: $0.from.plain), $0.points.short) }
    case .range(let least, let most): [RuleClause(.range(from: least.short), most.short)]
    case .survey(let weight): [RuleClause(.weight, weight.plain)]
    case .welfareBase(let points): [RuleClause(.amount, points.short)]
    case .credit, .welfareBeyond, .project, .rating: []
    }
  }

  /// In Chinese and in English.
  var formWords: (zh: String, en: String)? {
    switch form {
    case .survey: ("测评", "survey")
    case .welfareBase: ("公益基础", "welfare-base")
    case .welfareBeyond: ("公益超出", "welfare-beyond")
    case .project: ("项目", "project")
    case .perRecord, .perUnit, .levels, .steps, .reach, .range, .credit, .rating: nil
    }
  }
}

extension Caps {
  var clauses: [RuleClause] { self.set.map { RuleClause(.cap($0.span), $0.points.short) } }
}

extension Terms {
  var roleClauses: [RuleClause] {
    roles.map { RuleClause(.role($0.name), decimalText($0.hundredths, scale: 2, least: 0, most: 2)) }
  }

  var againClauses: [RuleClause] { again.map { RuleClause(.again, decimalText($0, scale: 2, least: 0, most: 2)) } }
}

extension Terms.Audience {
  func clauses(_ branches: [Branch]) -> [RuleClause] {
    (standingWords + dutyWords + self.branches.map { branches[$0].id }).map { RuleClause(.audience, $0) }
  }

  var standingWords: [String] { standings.compactMap { memberStandingChoices.word(for: $0) } }

  var dutyWords: [String] { duties.compactMap { officeDuties.word(for: $0) } }
}

extension Points {
  /// As people write them, with two decimals at most: `2`, `0.5`.
  var short: String { decimalText(millionths, scale: 6, least: 0, most: 2) }
}

extension Quantity {
  /// As people write it: `2`, `0.5`.
  var plain: String { decimalText(hundredths, scale: 2, least: 0, most: 2) }
}
