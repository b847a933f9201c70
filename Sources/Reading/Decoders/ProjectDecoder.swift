import Parsing
import Scoring

let stageChoices = [
  Choice("目标确定", "goal", Project.Stage.goal), Choice("工作分解", "breakdown", .breakdown),
  Choice("过程控制", "control", .control), Choice("成效复盘", "review", .review), Choice("综合评价", "evaluation", .evaluation),
]

/// content/years/<year>/projects/<id>.yaml: a project through its five stages (S13–S17).
func decodeProject(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    let isNamed = file.hasValidName(draft.findings)
    guard let table = file.yaml(draft.findings) else { return false }
    let title = table.text("title")
    let branch = table.reference("branch", .branch, draft.branches.names)
    let painPoint = table.text(ifAny: "pain_point")
    let isPriority = table.flag(ifAny: "priority")
    let value = table.points("value")
    let works = table.references(ifAny: "works", .work, draft.works.names)
    let (stages, isBegun) = decodeStages(table, draft, year)
    let tasks = decodeTasks(table, draft, of: branch, from: stages.first?.on)
    let followUps = table.tables(ifAny: "follow_ups").compactMap { entry -> Project.FollowUp? in
      let on = entry.day("on")
      let by = entry.text("by")
      let text = entry.text("text")
      let reach = draft.reach(on, at: entry.place(of: "on"))
      if reach == .reached, let on, let start = stages.first?.on, on < start {
        draft.findings.report(.followUpBeforeStart(on, start: start, at: entry.place(of: "on")))
      }
      entry.close()
      return reach == .waiting ? nil : on.map { Project.FollowUp(on: $0, by: by, text: text, place: entry.place) }
    }
    let evaluation = table.table(ifAny: "evaluation")
    let own = evaluation?.table(ifAny: "self").flatMap { decodeEvaluation($0, draft, year) }
    let head = evaluation?.table(ifAny: "head").flatMap { decodeEvaluation($0, draft, year) }
    if let evaluation {
      checkReviewed(stages, [own, head].compactMap { $0 }, year, draft)
      checkGrade(evaluation, own, head, year, isTrial: draft.tried != nil)
      evaluation.close()
    }
    if tasks.isEmpty, let from = stages.first(where: { $0.stage != .goal })?.place ?? evaluation?.place {
      draft.findings.report(.projectWithoutTasks(title, at: from))
    }
    table.close()
    guard isNamed else { return false }
    guard isBegun else { return true }
    let project = Project(
      id: file.captures[1], title: title, branch: branch ?? Ref(0), painPoint: painPoint, isPriority: isPriority,
      value: value ?? .zero, works: works, stages: stages, tasks: tasks, followUps: followUps, selfEvaluation: own,
      headEvaluation: head, place: file.start)
    year.projects.append(project)
    return true
  }
}

/// The stages in their order, none skipped and none before the one it follows (S13); and whether the project has begun,
/// which it hasn't while all that stand there are to come.
private func decodeStages(_ table: YAMLTable, _ draft: Draft, _ year: YearDraft) -> (
  [Project.StageRecord], isBegun: Bool
) {
  var stages: [Project.StageRecord] = []
  var isWaiting = false
  var isOrdered = true
  for entry in table.tables(ifAny: "stages") {
    let stage = entry.choice("stage", stageChoices)
    let on = entry.day("on")
    let evidence = entry.text("evidence")
    let reach = year.checkSettled(on, draft, at: entry.place(of: "on"))
    entry.close()
    if reach == .waiting {
      isWaiting = true
      continue
    }
    guard let stage, let on else {
      isOrdered = false
      continue
    }
    if isOrdered, stage.rawValue != stages.count {
      let place = entry.place(of: "stage")
      if stage.rawValue > stages.count, let expected = Project.Stage(rawValue: stages.count) {
        draft.findings.report(.stageSkipped(expected, before: stage, at: place))
      } else {
        draft.findings.report(.stageRepeated(stage, at: place))
      }
      isOrdered = false
    } else if isOrdered, let last = stages.last, on < last.on {
      draft.findings.report(.stageOutOfOrder(stage, on, after: last.on, at: entry.place(of: "on")))
    }
    stages.append(Project.StageRecord(stage: stage, on: on, evidence: evidence, place: entry.place))
  }
  return (stages, isBegun: !isWaiting || !stages.isEmpty)
}

/// The tasks with the members' shares, which sum to 100 over the project (S15).
private func decodeTasks(
  _ table: YAMLTable, _ draft: Draft, of branch: Ref<Branch>?, from start: Day?
) -> [Project.Task] {
  let roster = draft.roster
  var tasks: [Project.Task] = []
  var sum = 0
  var isComplete = true
  for entry in table.tables(ifAny: "tasks") {
    let title = entry.text("title")
    var shares: [Project.Share] = []
    if let given = entry.table("shares") {
      for key in given.keys {
        let share = given.whole(key.value, in: 1...100)
        let member = key.reference(.member, draft.members.names, findings: draft.findings) {
          roster.isOf(branch, on: start, $0)
        }
        if let member, shares.contains(where: { $0.member == member }) {
          draft.findings.report(.namedTwice(key.value.shortened, at: key.place))
        }
        if let share { sum += share } else { isComplete = false }
        if let share, let member { shares.append(Project.Share(member: member, share: share, place: key.place)) }
      }
    } else {
      isComplete = false
    }
    entry.close()
    tasks.append(Project.Task(title: title, shares: shares, place: entry.place))
  }
  if isComplete, !tasks.isEmpty, sum != 100 {
    draft.findings.report(.sharesDoNotSum(sum, at: table.place(of: "tasks")))
  }
  return tasks
}

private func decodeEvaluation(_ table: YAMLTable, _ draft: Draft, _ year: YearDraft) -> Project.Evaluation? {
  let score = table.value("score")?.score()
  let by = table.text("by")
  let on = table.day("on")
  let reach = year.checkSettled(on, draft, at: table.place(of: "on"))
  table.close()
  guard let score, let on, reach != .waiting else { return nil }
  return Project.Evaluation(score: score, by: by, on: on, place: table.place)
}

/// Evaluations come after the review, never without or before it (S13, S17).
private func checkReviewed(
  _ stages: [Project.StageRecord], _ evaluations: [Project.Evaluation], _ year: YearDraft, _ draft: Draft
) {
  let review = stages.first { $0.stage == .review }
  for evaluation in evaluations {
    guard let review else {
      draft.findings.report(.stageSkipped(.review, before: .evaluation, at: evaluation.place))
      return
    }
    // A day before the year was reported already.
    if evaluation.on < review.on, year.period.map({ $0.first <= evaluation.on }) ?? false {
      draft.findings.report(.stageOutOfOrder(.evaluation, evaluation.on, after: review.on, at: evaluation.place))
    }
  }
}

/// A grade written down must be one of the rulebook's, and the one the two evaluations give (S17).
private func checkGrade(
  _ table: YAMLTable, _ own: Project.Evaluation?, _ head: Project.Evaluation?, _ year: YearDraft,
  isTrial: Bool
) {
  guard let grade = table.whole(ifAny: "grade", in: 0...100), let rule = year.rulebook?.evaluation, !isTrial else {
    return
  }
  let place = table.place(of: "grade")
  guard rule.grades.contains(grade) else {
    table.findings.report(.gradeOutsideScale(grade, rule.grades, at: place))
    return
  }
  let isReadable = (!table.has("self") || own != nil) && (!table.has("head") || head != nil)
  guard isReadable else { return }
  guard let combined = rule.combined(own: own?.score, head: head?.score) else {
    table.findings.report(.gradeTooEarly(grade, at: place))
    return
  }
  let given = rule.grade(of: combined)
  if given != grade { table.findings.report(.gradeDiffers(grade, combined, given, at: place)) }
}
