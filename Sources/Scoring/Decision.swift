import Texts

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

/// A signed decision of the committee: recorded, never computed (S7, S8, S11). One that overrides what is computed says
/// why in its note.
package struct Decision: Sendable {
  package enum Matter: Sendable {
    /// Won the 优秀党员 PK.
    case winner(Ref<Member>)
    /// Grown as a cadre: the tier, 1 to 3, once decided, and who attested the criteria of S10 so far.
    case cadre(Ref<Member>, tier: Int?, [Attestation])
    /// 一票否决 for one of the rulebook's reasons.
    case veto(Ref<Member>, reason: String)
    case branchVeto(Ref<Branch>, reason: String)
    case excellentBranch(Ref<Branch>)
    /// May or may not enter the PK, against what the points say (S8).
    case qualification(Ref<Member>, isQualified: Bool)
  }
  package let matter: Matter
  package let signedBy: String
  package let on: Day
  package let note: String
  /// One sentence on what somebody did, for the honors' page; empty where the ledger is to speak.
  package let deed: String
  package let place: Place
  package init(matter: Matter, signedBy: String, on: Day, note: String, deed: String = "", place: Place) {
    self.matter = matter
    self.signedBy = signedBy
    self.on = on
    self.note = note
    self.deed = deed
    self.place = place
  }
}

/// What a cadre must have (S10): attested by people, never a number.
package enum Criterion: Int, CaseIterable, Sendable {
  /// A strong personal will to do the work.
  case willing
  /// Political quality, reputation and ability.
  case character
  case organising
}

/// Who vouched for one criterion, and on which day.
package struct Attestation: Sendable {
  package let criterion: Criterion
  package let by: String
  package let on: Day
  package init(_ criterion: Criterion, by: String, on: Day) {
    self.criterion = criterion
    self.by = by
    self.on = on
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
