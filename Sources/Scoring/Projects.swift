/// Evaluates a project as of a day (S13, S17): a state, and the points its tasks share.
func result(of project: Project, rule: EvaluationRule, asOf: Day) -> ProjectResult {
  let reached = project.stages.filter { $0.on <= asOf }.map(\.stage).max { $0.rawValue < $1.rawValue } ?? .goal
  guard reached.rawValue >= Project.Stage.review.rawValue else {
    return ProjectResult(state: .underway(reached), points: .zero)
  }
  let own = project.selfEvaluation.flatMap { $0.on <= asOf ? $0.score : nil }
  let head = project.headEvaluation.flatMap { $0.on <= asOf ? $0.score : nil }
  guard let combined = rule.combined(own: own, head: head) else {
    let isOwnMissing = own == nil && rule.method != .headOnly
    let state: ProjectResult.State =
      !isOwnMissing ? .awaitingHead : head == nil ? .awaitingBoth : .awaitingSelf
    return ProjectResult(state: state, points: .zero)
  }
  guard let grade = rule.grade(of: combined) else {
    return ProjectResult(state: .failed(combined: combined), points: .zero)
  }
  return ProjectResult(
    state: .graded(grade, combined: combined),
    points: Points(millionths: scaled(project.value.millionths, by: Int64(grade), over: 100)))
}

/// The members' shares of graded projects (S15), by largest remainder over all tasks: ties by member key, then task.
/// Without an item of the form `project` in the rulebook there are none.
func projectExtras(_ year: YearLedger, results: [ProjectResult], rules: FlatRules, ledger: Ledger) -> [Extra] {
  guard let item = year.rulebook.items.firstIndex(where: { $0.form == .project }) else { return [] }
  let rule = rules.items[item]
  var extras: [Extra] = []
  for index in year.projects.indices.sorted(by: { year.projects[$0].id < year.projects[$1].id }) {
    let project = year.projects[index]
    guard case .graded = results[index].state, let day = project.gradedOn(year.rulebook.evaluation.method) else {
      continue
    }
    let shares = project.tasks.enumerated().flatMap { task, content in content.shares.map { (task: task, share: $0) } }
      .sorted { a, b in
        let (p, q) = (ledger.roster.members[a.share.member].key, ledger.roster.members[b.share.member].key)
        return p != q ? p < q : a.task < b.task
      }
    let parts = apportion(results[index].points.millionths, by: shares.map(\.share.share))
    let total = shares.reduce(0) { $0 + $1.share.share }
    for (share, part) in zip(shares, parts) where part != 0 {
      extras.append(
        Extra(
          day: day, holder: share.share.member.index, item: item, kind: rule.kind,
          pathway: rules.pathway(of: project.works) ?? rule.pathway, raw: part,
          reason: .projectShare(
            Int32(index), task: Int32(share.task),
            share: Int32(scaled(Int64(share.share.share), by: 100, over: Int64(total)))),
          rule: rule.place, record: share.share.place))
    }
  }
  return extras
}

extension Project {
  /// The day the grade stood: of the later evaluation that it needs.
  fileprivate func gradedOn(_ method: EvaluationRule.Method) -> Day? {
    guard let head = headEvaluation?.on else { return nil }
    return method == .headOnly ? head : selfEvaluation.map { max(head, $0.on) }
  }
}
