import Diagnostics

package struct Pathway: Sendable {
  package let id: String
  package let name: String
  package let summary: String
  package let place: Place
  package init(id: String, name: String, summary: String, place: Place) {
    self.id = id
    self.name = name
    self.summary = summary
    self.place = place
  }
}

/// One of the 53 works of the brand (S3); its prose stays with the content.
package struct Work: Sendable {
  package let id: String
  package let title: String
  package let pathway: Ref<Pathway>
  package let order: Int
  package let place: Place
  package init(id: String, title: String, pathway: Ref<Pathway>, order: Int, place: Place) {
    self.id = id
    self.title = title
    self.pathway = pathway
    self.order = order
    self.place = place
  }
}

/// A daily record (S6): the only thing, beside welfare and projects, that earns a member points.
package struct Record: Sendable {
  package let day: Day
  package let member: Ref<Member>
  package let item: Ref<Item>
  /// Units, in hundredths; 1.00 unless the record says otherwise. Negative only in a correction.
  package let quantity: Points
  /// Index of the item's level; 0 for items without levels.
  package let level: Int32
  package let activity: Ref<Activity>?
  /// Overrides the item's own work as evidence.
  package let work: Ref<Work>?
  /// Index into `Ledger.notes`.
  package let note: Int32
  /// Index into the year's records of the record this one corrects: both then count as one.
  package let corrects: Int32?
  /// The day it was entered, if that was later (补录).
  package let entered: Day?
  package let place: Place

  package init(
    day: Day, member: Ref<Member>, item: Ref<Item>, quantity: Points, level: Int32, activity: Ref<Activity>?,
    work: Ref<Work>?, note: Int32, corrects: Int32?, entered: Day?, place: Place
  ) {
    self.day = day
    self.member = member
    self.item = item
    self.quantity = quantity
    self.level = level
    self.activity = activity
    self.work = work
    self.note = note
    self.corrects = corrects
    self.entered = entered
    self.place = place
  }
}

/// Minutes a member gave to public welfare on a day (S23).
package struct WelfareEntry: Sendable {
  package let day: Day
  package let member: Ref<Member>
  package let minutes: Int32
  package let series: Ref<WelfareSeries>?
  package let activity: Ref<Activity>?
  package let work: Ref<Work>?
  package let note: Int32
  package let place: Place

  package init(
    day: Day, member: Ref<Member>, minutes: Int32, series: Ref<WelfareSeries>?, activity: Ref<Activity>?,
    work: Ref<Work>?, note: Int32, place: Place
  ) {
    self.day = day
    self.member = member
    self.minutes = minutes
    self.series = series
    self.activity = activity
    self.work = work
    self.note = note
    self.place = place
  }
}

/// A branch's claim of an activity (S19); several claims share its value by `share`, largest remainder.
package struct Claim: Sendable {
  package let branch: Ref<Branch>
  package let on: Day
  package let share: Int
  package let place: Place
  package init(branch: Ref<Branch>, on: Day, share: Int, place: Place) {
    self.branch = branch
    self.on = on
    self.share = share
    self.place = place
  }
}

/// A line of the year's activity plan (S19, S20, S22).
package struct Activity: Sendable {
  package enum Origin: Sendable { case committee, branch }

  package let id: String
  package let title: String
  package let origin: Origin
  package let month: YearMonth
  /// The day it took place; an activity earns its value then, never before.
  package let held: Day?
  /// 1 to 3 each.
  package let complexity: Int
  package let coverage: Int
  /// Instead of the matrix, always with its reason.
  package let override: Override?
  /// Yuan, whole.
  package let budget: Int
  package let funder: String
  package let works: [Ref<Work>]
  package let series: Ref<WelfareSeries>?
  package let note: String
  package let claims: [Claim]
  package let place: Place

  package struct Override: Sendable {
    package let value: Points
    package let reason: String
    package init(value: Points, reason: String) {
      self.value = value
      self.reason = reason
    }
  }

  package init(
    id: String, title: String, origin: Origin, month: YearMonth, held: Day?, complexity: Int, coverage: Int,
    override: Override?, budget: Int, funder: String, works: [Ref<Work>], series: Ref<WelfareSeries>?, note: String,
    claims: [Claim], place: Place
  ) {
    self.id = id
    self.title = title
    self.origin = origin
    self.month = month
    self.held = held
    self.complexity = complexity
    self.coverage = coverage
    self.override = override
    self.budget = budget
    self.funder = funder
    self.works = works
    self.series = series
    self.note = note
    self.claims = claims
    self.place = place
  }
}

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
    package let score: Int
    package let by: String
    package let on: Day
    package let place: Place
    package init(score: Int, by: String, on: Day, place: Place) {
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

/// A line of the year-end rating: reward points of a branch (S21).
package struct Rating: Sendable {
  package let branch: Ref<Branch>
  package let item: Ref<BranchItem>
  package let points: Points
  package let on: Day
  package let note: String
  package let place: Place
  package init(branch: Ref<Branch>, item: Ref<BranchItem>, points: Points, on: Day, note: String, place: Place) {
    self.branch = branch
    self.item = item
    self.points = points
    self.on = on
    self.note = note
    self.place = place
  }
}

/// A signed decision of the committee: recorded, never computed (S7, S8, S11).
package struct Decision: Sendable {
  package enum Matter: Sendable {
    /// Won the 优秀党员 PK.
    case winner(Ref<Member>)
    /// Cadre tier 1 to 3, with who attested the three criteria of S10 and when.
    case cadre(Ref<Member>, tier: Int, attestedBy: String, attestedOn: Day)
    /// 一票否决 for one of the rulebook's reasons.
    case veto(Ref<Member>, reason: String)
    case excellentBranch(Ref<Branch>)
  }
  package let matter: Matter
  package let signedBy: String
  package let on: Day
  package let note: String
  package let place: Place
  package init(matter: Matter, signedBy: String, on: Day, note: String, place: Place) {
    self.matter = matter
    self.signedBy = signedBy
    self.on = on
    self.note = note
    self.place = place
  }
}

/// A figure the office vouches for; the build fails when the ledger says otherwise (S2, S3).
package struct Assertion: Sendable {
  package enum Claim: Sendable {
    case branches(Int)
    case works(Int)
    /// Members with a membership on the day.
    case members(Int, on: Day)
    case memberTotal(Ref<Member>, on: Day, Points)
    case branchTotal(Ref<Branch>, on: Day, Points)
  }
  package let claim: Claim
  package let place: Place
  package init(claim: Claim, place: Place) {
    self.claim = claim
    self.place = place
  }
}

/// 草稿 → 公示 → 定稿.
package enum YearState: Sendable, Equatable {
  case draft
  case notice(from: Day, to: Day)
  case final(signedBy: String, on: Day)
}

/// Everything of one year that scoring needs.
package struct YearLedger: Sendable {
  package let year: Int
  package let period: Period
  package let state: YearState
  package let rulebook: Rulebook
  package let activities: [Activity]
  package let records: [Record]
  package let welfare: [WelfareEntry]
  package let projects: [Project]
  package let ratings: [Rating]
  package let decisions: [Decision]
  package let assertions: [Assertion]

  package init(
    year: Int, period: Period, state: YearState, rulebook: Rulebook, activities: [Activity], records: [Record],
    welfare: [WelfareEntry], projects: [Project], ratings: [Rating], decisions: [Decision], assertions: [Assertion]
  ) {
    self.year = year
    self.period = period
    self.state = state
    self.rulebook = rulebook
    self.activities = activities
    self.records = records
    self.welfare = welfare
    self.projects = projects
    self.ratings = ratings
    self.decisions = decisions
    self.assertions = assertions
  }
}

/// The scoring part of the content: what the core folds into a `Scorebook`.
package struct Ledger: Sendable {
  /// The day every report stands for; set in the content, never the clock.
  package let asOf: Day
  package let roster: Roster
  package let pathways: [Pathway]
  package let works: [Work]
  /// The words of records and welfare entries, each once.
  package let notes: [String]
  /// Ascending; at least one.
  package let years: [YearLedger]

  package init(
    asOf: Day, roster: Roster, pathways: [Pathway], works: [Work], notes: [String], years: [YearLedger]
  ) {
    self.asOf = asOf
    self.roster = roster
    self.pathways = pathways
    self.works = works
    self.notes = notes
    self.years = years
  }
}
