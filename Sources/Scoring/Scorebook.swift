/// What the core makes of a ledger: one book a year, all folds over its awards.
package struct Scorebook: Sendable {
  /// Parallel to `Ledger.years`.
  package let years: [YearBook]
  /// Of the ledger's roster: asked for thousands of leaderboards.
  let stays: Stays
}

@usableFromInline package struct YearBook: Sendable {
  package let year: Int
  /// Sorted by member, day, then a canonical order that doesn't depend on files or lines.
  package let memberAwards: [Award]
  /// For each member, the range of their awards.
  package let memberRanges: [Range<Int>]
  package let branchAwards: [Award]
  package let branchRanges: [Range<Int>]
  /// Standings of the whole year as of the report's day; others are asked for (`Scorebook.memberStandings` …).
  package let members: MemberStandings
  package let branches: [BranchStanding]
  /// Per branch, in roster order.
  package let qualified: [[Qualifier]]
  /// Per branch, where the places in the PK end; `nil` where nobody qualifies by points.
  package let lines: [QualifyingLine?]
  package let cadrePool: [CadreCandidate]
  /// By rank, ties by pinyin.
  package let stars: [WelfareStar]
  package let welfare: WelfareReport
  package let projects: [ProjectResult]
  package let activities: [ActivityResult]
  /// Per work: how many records, welfare entries, activities, projects serve it (stories are counted by composing).
  package let evidence: [WorkEvidence]
  /// What keeps the year from being final; empty for a final one.
  package let blockers: [Blocker]

  package func awards(of member: Ref<Member>) -> ArraySlice<Award> { memberAwards[memberRanges[Int(member.index)]] }
  package func awards(of branch: Ref<Branch>) -> ArraySlice<Award> { branchAwards[branchRanges[Int(branch.index)]] }
}

/// What part of the company or the year a member leaderboard covers.
package struct StandingsScope: Sendable, Hashable {
  package var branch: Ref<Branch>?
  package var pathway: Ref<Pathway>?
  /// `nil` is the whole year.
  package var period: Period?
  /// Which kind of period it is, in months (1, 3, 6): what it is compared with. The days alone may not tell, since the
  /// last quarter of a year can be as short as a month.
  package var months: Int?
  package init(
    branch: Ref<Branch>? = nil, pathway: Ref<Pathway>? = nil, period: Period? = nil, months: Int? = nil
  ) {
    self.branch = branch
    self.pathway = pathway
    self.period = period
    self.months = months
  }
}

package struct MemberStanding: Sendable {
  package let member: Ref<Member>
  /// The branch held on the last day of the period.
  package let branch: Ref<Branch>
  package let standing: Membership.Standing
  /// 1, 2, 2, 4: competition ranking on exact points; `nil` while nobody on the board has a point.
  package let rank: Int?
  /// Whether somebody shares the rank.
  package let isTied: Bool
  /// Rank in the previous period of the same kind and scope; `nil` for newcomers and first periods.
  package private(set) var previousRank: Int?
  /// Whether there was one that isn't told.
  package private(set) var isPreviousRankWithheld = false
  package let base: Points
  package let optional: Points
  package let uncounted: Uncounted
  package var total: Points { base + optional }

  /// The same where it isn't told who was behind a rank.
  package func withoutPreviousRank(behind last: Int) -> MemberStanding {
    var standing = self
    if let previousRank, previousRank > last {
      standing.previousRank = nil
      standing.isPreviousRankWithheld = true
    }
    return standing
  }
}

package struct MemberStandings: Sendable {
  package let scope: StandingsScope
  /// By rank, ties by pinyin.
  package let rows: [MemberStanding]
  /// Members outside every denominator, who don't rank.
  package let exempt: [Ref<Member>]
}

package struct BranchStanding: Sendable {
  package let branch: Ref<Branch>
  /// `nil` while no branch has a point.
  package let rank: Int?
  package let isTied: Bool
  package let previousRank: Int?
  /// S21: two visible parts that add up.
  package let activityPart: Points
  package let rewardPart: Points
  package var total: Points { activityPart + rewardPart }
  /// Members who count in the denominator on the last day (exempt ones don't).
  package let heads: Int
  package let average: Average?
  /// Members' own points earned while in this branch, for the months chart; not part of the branch's total.
  package let memberPoints: Points
}

package struct Qualifier: Sendable {
  package let member: Ref<Member>
  package let rank: Int
  /// Whether another who may enter has the same rank; being level with somebody who may not is no tie.
  package internal(set) var isTied: Bool
  package let total: Points
  /// `nil` when the member may enter the PK.
  package let obstacle: Obstacle?
  /// Index into the year's decisions of the one that overrides what the points say.
  package var override: Int?
  package enum Obstacle: Sendable {
    case probationary, tooFewMonths, veto, zeroPoints
    /// Nothing but what everybody starts with.
    case baseAlone
    case decision
  }
}

/// Where the places of a branch in the PK end (S8), by points alone: a decision that lets one member in or keeps one out
/// moves no line. Every board, page and print that draws the line or states it has it from here.
package struct QualifyingLine: Sendable, Equatable {
  /// Rank in the branch and total of the last who qualifies by points.
  package let rank: Int
  package let total: Points
  /// Total of the first who does.
  package let highest: Points
}

/// A member who gave much time to public welfare (公益之星), by the rulebook's rule (S23).
package struct WelfareStar: Sendable {
  package let member: Ref<Member>
  package let branch: Ref<Branch>
  package let minutes: Int
  /// Competition ranking on minutes, among those who may be stars.
  package let rank: Int
  package let isTied: Bool
}

package struct CadreCandidate: Sendable {
  package let member: Ref<Member>
  package let rank: Int
}

package struct WelfareReport: Sendable {
  package struct Rate: Sendable, Comparable {
    package enum Verdict: Sendable { case reached, missed, open }
    package let participants: Int
    package let eligible: Int
    /// The gate in tenths of the whole.
    package let gateTenths: Int
    /// Whether the year is over, so that a rate below the gate is missed and not merely open.
    package let isFinal: Bool
    /// `10 × participants ≥ gate × eligible` in integers; an empty branch neither passes nor fails.
    package var passes: Bool? { eligible == 0 ? nil : 10 * participants >= gateTenths * eligible }
    package var verdict: Verdict? { passes.map { $0 ? .reached : isFinal ? .missed : .open } }
    /// How many more must take part.
    package var lacking: Int { max(0, (gateTenths * eligible + 9) / 10 - participants) }
    /// Per cent in tenths for show; `nil` for nobody eligible. Rounded half up, but never across a line that somebody
    /// reads the verdict from: a rate below the gate isn't shown as the gate, nor all but one as everybody, nor one as
    /// nobody.
    package var perMille: Int? {
      guard eligible > 0 else { return nil }
      let rounded = (2000 * participants + eligible) / (2 * eligible)
      if participants > 0, rounded == 0 { return 1 }
      let isAcross = passes == false && rounded >= 100 * gateTenths || participants < eligible && rounded >= 1000
      return isAcross ? 1000 * participants / eligible : rounded
    }
    /// Exactly, for ranking; of rates that count somebody.
    package static func < (a: Rate, b: Rate) -> Bool { a.participants * b.eligible < b.participants * a.eligible }
    package static func == (a: Rate, b: Rate) -> Bool { a.participants * b.eligible == b.participants * a.eligible }
  }
  package struct Progress: Sendable {
    package let series: Ref<WelfareSeries>
    /// Separate days on which it took place, and distinct people over the year.
    package let days: [Day]
    package let people: Int
    package let isMet: Bool
  }
  package let company: Rate
  package let branches: [Rate]
  package let series: [Progress]
  /// Minutes per member.
  package let minutes: [Int]
}

package struct ProjectResult: Sendable {
  package enum State: Sendable {
    /// The last stage reached, before evaluation.
    case underway(Project.Stage)
    /// One evaluation is missing: 待评, scores nothing.
    case awaitingSelf, awaitingHead, awaitingBoth
    /// Below the lowest grade.
    case failed(combined: EvaluationScore)
    case graded(Int, combined: EvaluationScore)
  }
  package let state: State
  /// value × grade / 100.
  package let points: Points
}

package struct ActivityResult: Sendable {
  /// Whether it took place by the report's day. One that nobody claimed is unclaimed for all that (S19).
  package let isHeld: Bool
  package let isClaimed: Bool
  package let value: Points
  /// Distinct members with a record or welfare entry that names the activity.
  package let participants: [Ref<Member>]
}

package struct WorkEvidence: Sendable {
  package let records: Int
  package let welfare: Int
  package let activities: [Ref<Activity>]
  package let projects: [Ref<Project>]
  /// The days on which there was any of them, each once: records, welfare entries, activities held, stages reached.
  package let days: [Day]
  package var latest: Day? { days.last }
  /// Indexes into the year's `records`, newest first, at most 20.
  package let latestRecords: [Int32]
  package var count: Int { records + welfare + activities.count + projects.count }
}
