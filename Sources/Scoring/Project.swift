import Texts

/// A branch's project through its five stages (S13–S17).
package struct Project: Sendable {
  package enum Stage: Int, CaseIterable, Sendable { case goal, breakdown, control, review, evaluation }

  package struct StageRecord: Sendable {
    package let stage: Stage
    package let on: Day
    package let evidence: String
    package let place: Place
    package init(stage: Stage, on: Day, evidence: String, place: Place) {
      self.stage = stage
      self.on = on
      self.evidence = evidence
      self.place = place
    }
  }

  package struct Task: Sendable {
    package let title: String
    /// Shares of the project's points; over all tasks they sum to 100.
    package let shares: [Share]
    package let place: Place
    package init(title: String, shares: [Share], place: Place) {
      self.title = title
      self.shares = shares
      self.place = place
    }
  }

  package struct Share: Sendable {
    package let member: Ref<Member>
    package let share: Int
    package let place: Place
    package init(member: Ref<Member>, share: Int, place: Place) {
      self.member = member
      self.share = share
      self.place = place
    }
  }

  package struct FollowUp: Sendable {
    package let on: Day
    package let by: String
    package let text: String
    package let place: Place
    package init(on: Day, by: String, text: String, place: Place) {
      self.on = on
      self.by = by
      self.text = text
      self.place = place
    }
  }

  package struct Evaluation: Sendable {
    /// 0 to 100.
    package let score: EvaluationScore
    package let by: String
    package let on: Day
    package let place: Place
    package init(score: EvaluationScore, by: String, on: Day, place: Place) {
      self.score = score
      self.by = by
      self.on = on
      self.place = place
    }
  }

  package let id: String
  package let title: String
  package let branch: Ref<Branch>
  /// The pain point of the business it answers; empty for a project without one (S14).
  package let painPoint: String
  /// The branch's priority topic of the year (S14).
  package let isPriority: Bool
  package let value: Points
  package let works: [Ref<Work>]
  package let stages: [StageRecord]
  package let tasks: [Task]
  package let followUps: [FollowUp]
  package let selfEvaluation: Evaluation?
  package let headEvaluation: Evaluation?
  package let place: Place

  package init(
    id: String, title: String, branch: Ref<Branch>, painPoint: String, isPriority: Bool, value: Points,
    works: [Ref<Work>], stages: [StageRecord], tasks: [Task], followUps: [FollowUp], selfEvaluation: Evaluation?,
    headEvaluation: Evaluation?, place: Place
  ) {
    self.id = id
    self.title = title
    self.branch = branch
    self.painPoint = painPoint
    self.isPriority = isPriority
    self.value = value
    self.works = works
    self.stages = stages
    self.tasks = tasks
    self.followUps = followUps
    self.selfEvaluation = selfEvaluation
    self.headEvaluation = headEvaluation
    self.place = place
  }
}
