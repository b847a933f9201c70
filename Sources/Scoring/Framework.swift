import Texts

/// What a standard says of its items together: caps over groups and over everything, grades, and what makes ineligible.
package struct Framework: Sendable {
  package var groups: [ItemGroup] = []
  package var total = TotalRule()
  /// Descending by `from`.
  package var bands: [Band] = []
  /// Reasons for which a veto (一票否决) may be decided; empty while the rulebook names none.
  package var vetoes: [String] = []
  package init() {}

  /// The grade of a final total: a fold, never an award and never a decision (S7); `nil` below the lowest.
  package func band(of total: Points) -> Band? { bands.first { $0.from <= total } }
}

/// Items whose points have a cap together (本类封顶); an item is in one group at most.
package struct ItemGroup: Sendable {
  package let key: String
  package let name: String
  /// Of what its items give after their own caps; never per record.
  package let caps: Caps
  /// Of several records of one affair in any of its items only the highest counts.
  package let isOnce: Bool
  package let place: Place
  package init(key: String, name: String, caps: Caps, isOnce: Bool, place: Place) {
    self.key = key
    self.name = name
    self.caps = caps
    self.isOnce = isOnce
    self.place = place
  }
}

/// Bounds of the year's total: as running sums like every cap, so the order of records doesn't matter.
package struct TotalRule: Sendable, Equatable {
  package var cap: Points?
  /// 扣到0为止: deductions take a total no lower.
  package var floor: Points?
  package var place: Place?
  package init() {}
}

/// A grade or star by the final total (优秀 from 90, 合格 from 60).
package struct Band: Sendable, Equatable {
  package let name: String
  package let from: Points
  /// Of those who rank, how many may be decided to have it; checked against decisions, never applied.
  package let atMost: Share?
  package let place: Place

  /// A fraction such as 1/3.
  package struct Share: Sendable, Equatable {
    package let numerator: Int
    package let denominator: Int
    package init(_ numerator: Int, of denominator: Int) {
      self.numerator = numerator
      self.denominator = denominator
    }
    /// Rounded down.
    package func of(_ count: Int) -> Int { count * numerator / denominator }
  }

  package init(name: String, from: Points, atMost: Share?, place: Place) {
    self.name = name
    self.from = from
    self.atMost = atMost
    self.place = place
  }
}

/// What the people asked gave one member in a survey (民主测评): a mean, never a named ballot.
package struct SurveyResult: Sendable {
  package let member: Ref<Member>
  package let item: Ref<Item>
  /// 0 to 100.
  package let score: Quantity
  package let ballots: Int
  package let day: Day
  package let note: String
  package let place: Place
  package init(
    member: Ref<Member>, item: Ref<Item>, score: Quantity, ballots: Int, day: Day, note: String, place: Place
  ) {
    self.member = member
    self.item = item
    self.score = score
    self.ballots = ballots
    self.day = day
    self.note = note
    self.place = place
  }
}
