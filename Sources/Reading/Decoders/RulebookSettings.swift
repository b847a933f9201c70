import Diagnostics
import Parsing
import Scoring
import Texts

/// `activity_matrix`: 3 × 3, rows complexity, columns coverage (S20).
func decodeMatrix(_ table: YAMLTable) -> [[Points]] {
  let fallback = (1...3).map { row in (1...3).map { Points(row * $0) } }
  guard let value = table.value(ifAny: "activity_matrix") else { return fallback }
  let rows = value.list().map { $0.list().map { $0.points() ?? .zero } }
  if rows.count == 3, rows.allSatisfy({ $0.count == 3 }) { return rows }
  table.findings.report(
    Diagnostic(
      .wrongType, at: value.place,
      message: Bilingual(zh: "赋值表应当是三行三列", en: "the matrix should have three rows of three"),
      remedy: Bilingual(
        zh: "写成 [[1, 2, 3], [2, 4, 6], [3, 6, 9]] 的样子", en: "Write it like [[1, 2, 3], [2, 4, 6], [3, 6, 9]]")))
  return fallback
}

/// `evaluation` (S17); the two weights sum to 100, the grades ascend.
func decodeEvaluation(_ table: YAMLTable) -> EvaluationRule {
  var rule = EvaluationRule()
  guard let entry = table.table(ifAny: "evaluation") else { return rule }
  let methods = [
    Choice("加权", "weighted", EvaluationRule.Method.weighted), Choice("只看负责人", "head-only", .headOnly),
    Choice("取低", "lower-of-two", .lowerOfTwo),
  ]
  rule.method = entry.choice(ifAny: "method", methods) ?? rule.method
  rule.selfWeight = entry.whole(ifAny: "self", in: 0...100) ?? rule.selfWeight
  rule.headWeight = entry.whole(ifAny: "head", in: 0...100) ?? rule.headWeight
  if rule.selfWeight + rule.headWeight != 100 {
    entry.findings.report(.weightsDoNotSum(rule.selfWeight, rule.headWeight, at: entry.place(of: "head")))
  }
  let grades = entry.values(ifAny: "grades").compactMap { $0.whole(in: 1...100) }
  if !grades.isEmpty { rule.grades = grades.sorted() }
  entry.close()
  return rule
}

/// `welfare` (S23) with its series (S24).
func decodeWelfareRule(_ table: YAMLTable, _ draft: Draft, _ year: inout YearDraft) -> WelfareRule {
  var rule = WelfareRule()
  guard let entry = table.table(ifAny: "welfare") else { return rule }
  rule.baseMinutes = entry.whole(ifAny: "base_minutes", in: 0...100_000) ?? rule.baseMinutes
  rule.stepMinutes = entry.whole(ifAny: "step_minutes", in: 1...100_000) ?? rule.stepMinutes
  rule.stepPoints = entry.points(ifAny: "step_points") ?? rule.stepPoints
  // A day's entry is an award like any other: a million points at most.
  let steps = Int64(minutesOfDay / rule.stepMinutes + 1)
  if rule.stepPoints.millionths > Int64(maximumWorth) / steps {
    entry.findings.report(.absurdStep(rule.stepPoints, rule.stepMinutes, at: entry.place(of: "step_points")))
  }
  rule.participantMinutes = entry.whole(ifAny: "participant_minutes", in: 1...100_000) ?? rule.participantMinutes
  if let gate = entry.whole(ifAny: "gate", in: 0...100) {
    rule.gateTenths = gate / 10
    rule.gatePlace = entry.place(of: "gate")
    if gate % 10 != 0 {
      entry.findings.report(
        Diagnostic(
          .malformedNumber, at: entry.place(of: "gate"),
          message: Bilingual(zh: "参与率门槛 \(gate) 不是 10 的倍数", en: "the gate \(gate) is no multiple of 10"),
          remedy: Bilingual(zh: "写成 80、90 这样的百分数", en: "Write a per cent such as 80 or 90")))
    }
  }
  decodeStars(entry, &rule)
  for series in entry.tables(ifAny: "series") {
    defer { series.close() }
    let id = series.id("id")
    let name = series.name("name")
    let minimum = series.whole("minimum", in: 0...1000) ?? 0
    let people = series.whole(ifAny: "people", in: 0...1_000_000) ?? 0
    let works = series.references(ifAny: "works", .work, draft.works.names)
    guard let id else {
      draft.findings.spoil(.series, year: year.year)
      continue
    }
    if let first = year.series.define(id, called: [name], at: series.place) {
      draft.findings.report(.duplicateID(id, first: draft.findings.citation(first), at: series.place))
      continue
    }
    rule.series.append(
      WelfareSeries(id: id, name: name, minimum: minimum, people: people, works: works, place: series.place))
  }
  entry.close()
  return rule
}

/// `welfare.stars`: who is a welfare star, above what everybody owes.
private func decodeStars(_ table: YAMLTable, _ rule: inout WelfareRule) {
  rule.stars.minimumMinutes = max(rule.stars.minimumMinutes, rule.baseMinutes)
  guard let entry = table.table(ifAny: "stars") else { return }
  if let minutes = entry.whole(ifAny: "minutes", in: 1...100_000) {
    rule.stars.minimumMinutes = minutes
    if minutes < rule.baseMinutes {
      entry.findings.report(.starBelowBase(minutes, base: rule.baseMinutes, at: entry.place(of: "minutes")))
    }
  }
  rule.stars.first = entry.whole(ifAny: "first", in: 1...100_000) ?? rule.stars.first
  entry.close()
}

func decodeRanking(_ table: YAMLTable) -> RankingRule {
  var rule = RankingRule()
  guard let entry = table.table(ifAny: "ranking") else { return rule }
  let keys = [
    Choice("无", "none", RankingRule.TieKey.none), Choice("规定", "base", .base), Choice("自选", "optional", .optional),
  ]
  rule.published = entry.whole(ifAny: "published", in: 1...1_000_000) ?? rule.published
  rule.tieKey = entry.choice(ifAny: "tie_key", keys) ?? rule.tieKey
  entry.close()
  return rule
}

func decodeQualification(_ table: YAMLTable) -> QualificationRule {
  var rule = QualificationRule()
  guard let entry = table.table(ifAny: "qualification") else { return rule }
  rule.perBranch = entry.whole(ifAny: "per_branch", in: 1...1000) ?? rule.perBranch
  rule.minimumMonths = entry.whole(ifAny: "minimum_months", in: 0...24) ?? rule.minimumMonths
  rule.isBaseEnough = entry.flag(ifAny: "base_alone")
  entry.close()
  return rule
}

func decodeCadre(_ table: YAMLTable) -> CadreRule {
  var rule = CadreRule()
  guard let entry = table.table(ifAny: "cadre") else { return rule }
  rule.bestPercent = entry.whole(ifAny: "best_percent", in: 1...100) ?? rule.bestPercent
  rule.tiers = entry.whole(ifAny: "tiers", in: 1...10) ?? rule.tiers
  entry.close()
  return rule
}

extension Diagnostic {
  static func starBelowBase(_ minutes: Int, base: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .starBelowBase, at: place,
      message: Bilingual(
        zh: "公益之星只要 \(minutes) 分钟，少于人人应有的 \(base) 分钟",
        en: "a welfare star needs \(minutes) minutes, fewer than the \(base) that everybody owes"),
      remedy: Bilingual(zh: "写成不少于 base_minutes 的分钟数", en: "Write at least base_minutes"))
  }

  static func absurdStep(_ points: Points, _ minutes: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(
        zh: "每 \(minutes) 分钟 \(points.exact) 分，一天会超出一百万分",
        en: "\(points.exact) points for \(minutes) minutes make more than a million in a day"),
      remedy: Bilingual(zh: "核对 step_points 和 step_minutes", en: "Check step_points and step_minutes"))
  }

  static func weightsDoNotSum(_ own: Int, _ head: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .sharesDoNotSum, at: place,
      message: Bilingual(
        zh: "自评 \(own) 与负责人评 \(head) 相加是 \(own + head)，不是 100",
        en: "self \(own) and head \(head) sum to \(own + head), not 100"),
      remedy: Bilingual(zh: "改成合计 100", en: "Make them sum to 100"))
  }
}
