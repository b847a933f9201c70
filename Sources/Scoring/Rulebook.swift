import Diagnostics

/// One line of the yearly standard (积分标准): how points of one kind are earned (S4, S5).
package struct Item: Sendable {
  package enum Kind: Sendable {
    /// 规定动作, the “1” of 1+X.
    case base
    /// 自选动作, the “X”.
    case optional
  }

  /// How a record becomes points. A new form of rule is a new case here, its arm in the engine and its decoder.
  package enum Form: Sendable, Equatable {
    /// The same points for every record; negative for a deduction.
    case perRecord(Points)
    /// Points for each unit of the record's quantity (hours, wishes, articles …).
    case perUnit(Points, unit: String)
    /// Points by the record's level (company, city, province …).
    case levels([Level])
    /// These points, once the year's welfare minutes reach the base (S23); no records of its own.
    case welfareBase(Points)
    /// For welfare minutes beyond the base, by steps (S23); no records of its own.
    case welfareBeyond
    /// A share of a project's points (S15, S17); no records of its own.
    case project
  }

  package struct Level: Sendable, Equatable {
    package let name: String
    package let points: Points
    package init(name: String, points: Points) {
      self.name = name
      self.points = points
    }
  }

  /// Upper bounds of what counts; for a deduction, of its magnitude. What a cap cuts stays in the ledger as 封顶未计.
  package struct Caps: Sendable, Equatable {
    package var record: Points?
    package var month: Points?
    package var year: Points?
    package init(record: Points? = nil, month: Points? = nil, year: Points? = nil) {
      self.record = record
      self.month = month
      self.year = year
    }
  }

  package let key: String
  package let name: String
  package let kind: Kind
  package let form: Form
  package let caps: Caps
  /// The brand works this item's records give evidence of; the first one's pathway receives the points (S3).
  package let works: [Ref<Work>]
  /// What the record should show, in words, for the rulebook page.
  package let proof: String
  package let place: Place

  package init(
    key: String, name: String, kind: Kind, form: Form, caps: Caps, works: [Ref<Work>], proof: String, place: Place
  ) {
    self.key = key
    self.name = name
    self.kind = kind
    self.form = form
    self.caps = caps
    self.works = works
    self.proof = proof
    self.place = place
  }

  /// Whether a record's quantity is multiplied; elsewhere only a correction's says anything.
  package var isPaidByQuantity: Bool { if case .perUnit = form { true } else { false } }

  package var isRecordable: Bool {
    switch form {
    case .perRecord, .perUnit, .levels: true
    case .welfareBase, .welfareBeyond, .project: false
    }
  }
}

/// A line of the branches' standard: what the year-end rating may give for it, at most (S21).
package struct BranchItem: Sendable {
  package let key: String
  package let name: String
  package let kind: Item.Kind
  package let maximum: Points
  package let works: [Ref<Work>]
  package let proof: String
  package let place: Place

  package init(
    key: String, name: String, kind: Item.Kind, maximum: Points, works: [Ref<Work>], proof: String, place: Place
  ) {
    self.key = key
    self.name = name
    self.kind = kind
    self.maximum = maximum
    self.works = works
    self.proof = proof
    self.place = place
  }
}

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
  /// Reasons for which a veto (一票否决) may be decided; empty while the rulebook names none.
  package let vetoes: [String]
  /// Base points the year promises, for “满分60” on pages; `nil` if open.
  package let baseTotal: Points?
  package let place: Place
  /// Where the matrix stands, the rule an activity's points cite; the rulebook itself where it leaves the matrix out.
  package var matrixPlace: Place

  package init(
    year: Int, title: String, items: [Item], branchItems: [BranchItem], matrix: [[Points]],
    evaluation: EvaluationRule, welfare: WelfareRule, ranking: RankingRule, qualification: QualificationRule,
    cadre: CadreRule, vetoes: [String], baseTotal: Points?, place: Place
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
    self.vetoes = vetoes
    self.baseTotal = baseTotal
    self.place = place
    matrixPlace = place
  }
}
