import Parsing
import Scoring

let stageChoices = [
  Choice("目标确定", "goal", Project.Stage.goal), Choice("工作分解", "breakdown", .breakdown),
  Choice("过程控制", "control", .control), Choice("成效复盘", "review", .review), Choice("综合评价", "evaluation", .evaluation),
]

/// What was read of a project's file.
private struct ReadProject: Sendable {
  /// Whether its name could be read.
  let isNamed: Bool
  /// `nil` where it can't be read or has not begun.
  let project: Project?
}

/// content/years/<year>/projects/<id>.yaml: a project through its five stages (S13–S17). Read side by side: there are
/// hundreds, and none needs another.
func readProjects(_ draft: inout Draft, _ files: [InputFile]) {
  let readers = draft.years.mapValues { ProjectReader($0, draft) }
  let read = draft.readSideBySide(files, size: 16) { file, findings in
    readers[Int(file.captures[0]) ?? 0]?.read(file, findings) ?? ReadProject(isNamed: false, project: nil)
  }
  for (file, read) in zip(files, read.lazy.flatMap(\.files)) {
    if let project = read.project { draft.years[Int(file.captures[0]) ?? 0]?.projects.append(project) }
    if read.isNamed { draft.soundFiles.insert(file.index) }
  }
}

/// What the projects of a year are read with: all that is known before the first of them.
private struct ProjectReader: Sendable {
  let days: YearDays
  let rule: EvaluationRule?
  let branches: Names<Branch>
  let members: Names<Member>
  let works: Names<Work>
  let roster: Roster
  /// Whether grades were given under other rules than those that are read.
  let isTrial: Bool

  init(_ year: YearDraft, _ draft: Draft) {
    days = YearDays(year, draft)
    rule = year.rulebook?.evaluation
    branches = draft.branches.names
    members = draft.members.names
    works = draft.works.names
    roster = draft.roster
    isTrial = draft.tried != nil
  }

  func read(_ file: InputFile, _ findings: MistakeCollector) -> ReadProject {
    let isNamed = file.hasValidName(findings)
    guard let table = file.yaml(findings) else { return ReadProject(isNamed: false, project: nil) }
    let title = table.text("title")
    let branch = table.reference("branch", .branch, branches)
    let painPoint = table.text(ifAny: "pain_point")
    let isPriority = table.flag(ifAny: "priority")
    let value = table.points("value")
    let works = table.references(ifAny: "works", .work, self.works)
    let (stages, isBegun) = self.stages(table)
    let tasks = self.tasks(table, of: branch, from: stages.first?.on)
    let followUps = table.tables(ifAny: "follow_ups").compactMap { followUp($0, from: stages.first?.on) }
    let evaluation = table.table(ifAny: "evaluation")
    let own = evaluation?.table(ifAny: "self").flatMap(self.evaluation)
    let head = evaluation?.table(ifAny: "head").flatMap(self.evaluation)
    if let evaluation {
      checkReviewed(stages, [own, head].compactMap { $0 }, findings)
      checkGrade(evaluation, own, head)
      evaluation.close()
    }
    if tasks.isEmpty, let from = stages.first(where: { $0.stage != .goal })?.place ?? evaluation?.place {
      findings.report(.projectWithoutTasks(title, at: from))
    }
    table.close()
    guard isNamed, isBegun else { return ReadProject(isNamed: isNamed, project: nil) }
    let project = Project(
      id: file.captures[1], title: title, branch: branch ?? Ref(0), painPoint: painPoint, isPriority: isPriority,
      value: value ?? .zero, works: works, stages: stages, tasks: tasks, followUps: followUps, selfEvaluation: own,
      headEvaluation: head, place: file.start)
    return ReadProject(isNamed: true, project: project)
  }

  private func followUp(_ entry: YAMLTable, from start: Day?) -> Project.FollowUp? {
    let on = entry.day("on")
    let by = entry.text("by")
    let text = entry.text("text")
    let reach = days.reach(on, entry.findings, at: entry.place(of: "on"))
    if reach == .reached, let on, let start, on < start {
      entry.findings.report(.followUpBeforeStart(on, start: start, at: entry.place(of: "on")))
    }
    entry.close()
    return reach == .waiting ? nil : on.map { Project.FollowUp(on: $0, by: by, text: text, place: entry.place) }
  }

  /// The stages in their order, none skipped and none before the one it follows (S13); and whether the project has begun,
  /// which it hasn't while all that stand there are to come.
  private func stages(_ table: YAMLTable) -> ([Project.StageRecord], isBegun: Bool) {
    var stages: [Project.StageRecord] = []
    var isWaiting = false
    var isOrdered = true
    for entry in table.tables(ifAny: "stages") {
      let stage = entry.choice("stage", stageChoices)
      let on = entry.day("on")
      let evidence = entry.text("evidence")
      let reach = days.checkSettled(on, table.findings, at: entry.place(of: "on"))
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
          table.findings.report(.stageSkipped(expected, before: stage, at: place))
        } else {
          table.findings.report(.stageRepeated(stage, at: place))
        }
        isOrdered = false
      } else if isOrdered, let last = stages.last, on < last.on {
        table.findings.report(.stageOutOfOrder(stage, on, after: last.on, at: entry.place(of: "on")))
      }
      stages.append(Project.StageRecord(stage: stage, on: on, evidence: evidence, place: entry.place))
    }
    return (stages, isBegun: !isWaiting || !stages.isEmpty)
  }

  /// The tasks with the members' shares, which sum to 100 over the project (S15).
  private func tasks(_ table: YAMLTable, of branch: Ref<Branch>?, from start: Day?) -> [Project.Task] {
    var tasks: [Project.Task] = []
    var sum = 0
    var isComplete = true
    for entry in table.tables(ifAny: "tasks") {
      let title = entry.text("title")
      var shares: [Project.Share] = []
      if let given = entry.table("shares") {
        for key in given.keys {
          let share = given.whole(key.value, in: 1...100)
          let member = key.reference(.member, members, findings: table.findings) {
            roster.isOf(branch, on: start, $0)
          }
          if let member, shares.contains(where: { $0.member == member }) {
            table.findings.report(.namedTwice(key.value.shortened, at: key.place))
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
      table.findings.report(.sharesDoNotSum(sum, at: table.place(of: "tasks")))
    }
    return tasks
  }

  private func evaluation(_ table: YAMLTable) -> Project.Evaluation? {
    let score = table.value("score")?.score()
    let by = table.text("by")
    let on = table.day("on")
    let reach = days.checkSettled(on, table.findings, at: table.place(of: "on"))
    table.close()
    guard let score, let on, reach != .waiting else { return nil }
    return Project.Evaluation(score: score, by: by, on: on, place: table.place)
  }

  /// Evaluations come after the review, never without or before it (S13, S17).
  private func checkReviewed(
    _ stages: [Project.StageRecord], _ evaluations: [Project.Evaluation], _ findings: MistakeCollector
  ) {
    let review = stages.first { $0.stage == .review }
    for evaluation in evaluations {
      guard let review else {
        findings.report(.stageSkipped(.review, before: .evaluation, at: evaluation.place))
        return
      }
      // A day before the year was reported already.
      if evaluation.on < review.on, days.period.map({ $0.first <= evaluation.on }) ?? false {
        findings.report(.stageOutOfOrder(.evaluation, evaluation.on, after: review.on, at: evaluation.place))
      }
    }
  }

  /// A grade written down must be one of the rulebook's, and the one the two evaluations give (S17).
  private func checkGrade(_ table: YAMLTable, _ own: Project.Evaluation?, _ head: Project.Evaluation?) {
    guard let grade = table.whole(ifAny: "grade", in: 0...100), let rule, !isTrial else { return }
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
}
