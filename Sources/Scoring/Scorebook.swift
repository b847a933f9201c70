import Diagnostics

/// What the core makes of a ledger: one book a year, all folds over its awards.
package struct Scorebook: Sendable {
  /// Parallel to `Ledger.years`.
  package let years: [YearBook]
}

package struct YearBook: Sendable {
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
  package init(branch: Ref<Branch>? = nil, pathway: Ref<Pathway>? = nil, period: Period? = nil) {
    self.branch = branch
    self.pathway = pathway
    self.period = period
  }
}

package struct MemberStanding: Sendable {
  package let member: Ref<Member>
  /// The branch held on the last day of the period.
  package let branch: Ref<Branch>
  package let standing: Membership.Standing
  /// 1, 2, 2, 4: competition ranking on exact points.
  package let rank: Int
  /// Whether somebody shares the rank.
  package let isTied: Bool
  /// Rank in the previous period of the same kind and scope; `nil` for newcomers and first periods.
  package let previousRank: Int?
  package let base: Points
  package let optional: Points
  package let capped: Points
  package var total: Points { base + optional }
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
  package let rank: Int
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
  package let isTied: Bool
  package let total: Points
  /// `nil` when the member may enter the PK.
  package let obstacle: Obstacle?
  /// Index into the year's decisions of the one that overrides what the points say.
  package var override: Int?
  package enum Obstacle: Sendable { case probationary, tooFewMonths, veto, zeroPoints, decision }
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
  /// Tier 1 to 3 where the committee has decided one (S11).
  package let tier: Int?
}

package struct WelfareReport: Sendable {
  package struct Rate: Sendable {
    package let participants: Int
    package let eligible: Int
    /// `10 × participants ≥ gate × eligible` in integers; an empty branch neither passes nor fails.
    package let passes: Bool?
    /// Per cent in tenths, rounded half up; `nil` for nobody eligible.
    package var perMille: Int? { eligible == 0 ? nil : (2000 * participants + eligible) / (2 * eligible) }
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
  package enum State: Sendable { case unclaimed, claimed, done }
  package let state: State
  package let value: Points
  /// Distinct members with a record or welfare entry that names the activity.
  package let participants: [Ref<Member>]
}

package struct WorkEvidence: Sendable {
  package let records: Int
  package let welfare: Int
  package let activities: [Ref<Activity>]
  package let projects: [Ref<Project>]
  /// Day of the latest of them.
  package let latest: Day?
  /// Indexes into the year's `records`, newest first, at most 20.
  package let latestRecords: [Int32]
  package var count: Int { records + welfare + activities.count + projects.count }
}
