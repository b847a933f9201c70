import Texts

/// How the self-evaluation and the business head's evaluation make one grade (S17).
package struct EvaluationRule: Sendable {
  package enum Method: String, CaseIterable, Sendable {
    case weighted = "weighted"
    case headOnly = "head-only"
    case lowerOfTwo = "lower-of-two"
  }
  package var method: Method = .weighted
  /// Per cent; the two sum to 100.
  package var selfWeight = 30
  package var headWeight = 70
  /// Ascending; the combined score is snapped down to one of them.
  package var grades = [60, 70, 80, 90]
  package init() {}
}

package struct WelfareRule: Sendable {
  /// Minutes everybody owes (S23).
  package var baseMinutes = 120
  /// Minutes of one step beyond the base, and the points of a step.
  package var stepMinutes = 30
  package var stepPoints = Points(hundredths: 50)
  /// From how many minutes a member counts as a participant.
  package var participantMinutes = 1
  /// The gate in tenths: 9 means `10 × participants ≥ 9 × eligible`.
  package var gateTenths = 9
  /// Where the gate is set; `nil` for the usual one.
  package var gatePlace: Place?
  package var series: [WelfareSeries] = []
  package var stars = WelfareStarRule()
  package init() {}
}

/// Who is a welfare star (公益之星): by minutes alone, never by vote (S7, S23).
package struct WelfareStarRule: Sendable {
  /// Minutes a star has given at least; never below the base that everybody owes.
  package var minimumMinutes = 600
  /// The first so many of the company by minutes; everybody tied at the cut too.
  package var first = 20
  package init() {}
}

/// One of the 五个一 (S24).
package struct WelfareSeries: Sendable {
  package let id: String
  package let name: String
  /// How many separate days of it the year needs.
  package let minimum: Int
  /// Distinct people it needs over the year; 0 when it needs none in particular.
  package let people: Int
  package let works: [Ref<Work>]
  package let place: Place
  package init(id: String, name: String, minimum: Int, people: Int, works: [Ref<Work>], place: Place) {
    self.id = id
    self.name = name
    self.minimum = minimum
    self.people = people
    self.works = works
    self.place = place
  }
}

package struct QualificationRule: Sendable {
  /// The first so many of each branch may enter the PK; everybody tied at the cut too (S8).
  package var perBranch = 5
  /// Months of membership in the year a member needs; 0 asks for none.
  package var minimumMonths = 0
  /// Whether who has nothing but what everybody starts with may enter.
  package var isBaseEnough = false
  package init() {}
}

package struct CadreRule: Sendable {
  /// Per cent of the ranked members, rounded down, ties at the cut included (S11).
  package var bestPercent = 10
  package var tiers = 3
  package init() {}
}

package struct RankingRule: Sendable {
  /// How many of the company's members the public leaderboard shows.
  package var published = 20
  /// `total` only, or base points as the tie key; a key in use is printed on the page.
  package enum TieKey: String, CaseIterable, Sendable { case none, base, optional }
  package var tieKey: TieKey = .none
  package init() {}
}

/// The standard of one year, for members and for branches (S4). Everything silent in the source is a setting with the
/// default of the domain.
package struct Rulebook: Sendable {
  package let year: Int
  package let title: String
  package let items: [Item]
  package let branchItems: [BranchItem]
  /// `matrix[complexity - 1][coverage - 1]`, 3 × 3 (S20).
  package let matrix: [[Points]]
  package let evaluation: EvaluationRule
  package let welfare: WelfareRule
  package let ranking: RankingRule
  package let qualification: QualificationRule
  package let cadre: CadreRule
  package let memberFramework: Framework
  package let branchFramework: Framework
  /// Base points the year promises, for “满分60” on pages; `nil` if open.
  package let baseTotal: Points?
  package let place: Place
  /// Where the matrix stands, the rule an activity's points cite; the rulebook itself where it leaves the matrix out.
  package var matrixPlace: Place

  package init(
    year: Int, title: String, items: [Item], branchItems: [BranchItem], matrix: [[Points]],
    evaluation: EvaluationRule, welfare: WelfareRule, ranking: RankingRule, qualification: QualificationRule,
    cadre: CadreRule, memberFramework: Framework = Framework(), branchFramework: Framework = Framework(),
    baseTotal: Points?, place: Place
  ) {
    self.year = year
    self.title = title
    self.items = items
    self.branchItems = branchItems
    self.matrix = matrix
    self.evaluation = evaluation
    self.welfare = welfare
    self.ranking = ranking
    self.qualification = qualification
    self.cadre = cadre
    self.memberFramework = memberFramework
    self.branchFramework = branchFramework
    self.baseTotal = baseTotal
    self.place = place
    matrixPlace = place
  }
}
