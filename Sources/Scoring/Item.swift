import Texts

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
    /// Points for each unit of the record's quantity (hours, wishes, articles …); with `each` for every so many of them
    /// that are full (每满10人), the rest gives nothing.
    case perUnit(Points, unit: String, each: Quantity?)
    /// Points by the record's level (company, city, province …).
    case levels([Level])
    /// Points of the highest step that is not above the record's quantity; below the first none.
    case steps([Step], unit: String)
    /// Points once the quantities of the year together reach a step: the record that crosses it earns the difference.
    case reach([Step], unit: String)
    /// At discretion (酌情): the record's quantity is its points, between two bounds. For deductions both are negative,
    /// and the quantity is what is deducted.
    case range(Points, Points)
    /// Nothing but the points that everybody starts with (`Terms.start`).
    case credit
    /// A survey's score of 0 to 100, of which `weight` per cent are points; no records of its own.
    case survey(weight: Quantity)
    /// These points, once the year's welfare minutes reach the base (S23); no records of its own.
    case welfareBase(Points)
    /// For welfare minutes beyond the base, by steps (S23); no records of its own.
    case welfareBeyond
    /// A share of a project's points (S15, S17); no records of its own.
    case project
    /// Typed at the year's end, for branches only: from the least to the most it may give (S21).
    case rating(least: Points, most: Points)
  }

  package struct Level: Sendable, Equatable {
    package let name: String
    package let points: Points
    /// Whether it takes all that is left of what the item started with (此项不得分); `points` are then all of it.
    package let takesAll: Bool
    package init(name: String, points: Points, takesAll: Bool = false) {
      self.name = name
      self.points = points
      self.takesAll = takesAll
    }
  }

  /// From which quantity on which points; ascending.
  package struct Step: Sendable, Equatable {
    package let from: Quantity
    package let points: Points
    package init(from: Quantity, points: Points) {
      self.from = from
      self.points = points
    }
  }

  package let key: String
  package let name: String
  package let kind: Kind
  package let form: Form
  package let caps: Caps
  package let terms: Terms
  /// The brand works this item's records give evidence of; the first one's pathway receives the points (S3).
  package let works: [Ref<Work>]
  /// What the record should show, in words, for the rulebook page.
  package let proof: String
  package let place: Place

  package init(
    key: String, name: String, kind: Kind, form: Form, caps: Caps, terms: Terms = Terms(), works: [Ref<Work>],
    proof: String, place: Place
  ) {
    self.key = key
    self.name = name
    self.kind = kind
    self.form = form
    self.caps = caps
    self.terms = terms
    self.works = works
    self.proof = proof
    self.place = place
  }
}

/// Upper bounds of what counts; for a deduction, of its magnitude. What a cap cuts stays in the ledger as 封顶未计.
package struct Caps: Sendable, Equatable {
  package var record: Points?
  package var day: Points?
  /// Of Monday to Sunday.
  package var week: Points?
  package var month: Points?
  /// Of three months of the reporting year, from its first on.
  package var quarter: Points?
  package var year: Points?
  package init(
    record: Points? = nil, day: Points? = nil, week: Points? = nil, month: Points? = nil, quarter: Points? = nil,
    year: Points? = nil
  ) {
    self.record = record
    self.day = day
    self.week = week
    self.month = month
    self.quarter = quarter
    self.year = year
  }

  /// The caps that are set, the narrowest first.
  package var set: [(span: CapSpan, points: Points)] {
    [
      (.record, record), (.day, day), (.week, week), (.month, month), (.quarter, quarter), (.year, year),
    ].compactMap { span, points in points.map { (span, $0) } }
  }

  package subscript(span: CapSpan) -> Points? {
    switch span {
    case .record: record
    case .day: day
    case .week: week
    case .month: month
    case .quarter: quarter
    case .year: year
    }
  }
}

/// What a cap's running sum covers, the narrowest first.
package enum CapSpan: Int, CaseIterable, Comparable, Sendable {
  case record, day, week, month, quarter, year
  package static func < (a: CapSpan, b: CapSpan) -> Bool { a.rawValue < b.rawValue }

  /// Whether each of these lies wholly within one of the others: a week lies in no month.
  package func isWithin(_ other: CapSpan) -> Bool {
    self == other || self < other && !(self == .week && (other == .month || other == .quarter))
  }
}

/// What a rule says of its records beside their points; as it stands here, nothing.
package struct Terms: Sendable, Equatable {
  /// Who had which part in it, and what factor that is.
  package struct Role: Sendable, Equatable {
    package let name: String
    /// In hundredths: 80 for 0.8.
    package let hundredths: Int64
    package init(name: String, hundredths: Int64) {
      self.name = name
      self.hundredths = hundredths
    }
  }

  /// Credited on the later of the year's first day and the day of joining (for a branch on the year's first day);
  /// deductions then take from it, to nothing and no further.
  package var start: Points?
  package var roles: [Role] = []
  /// Of several records of one affair (事项) only the highest counts (同一事项取最高).
  package var isOnce = false
  /// Factors in hundredths of the second and every later record of the year; the last goes on.
  package var again: [Int64] = []
  /// Whose records it takes; `nil` for everybody's.
  package var audience: Audience?
  /// The days whose records it takes, where the rule was changed within the year.
  package var validity: Period?
  /// Index into the standard's groups.
  package var group: Int32?
  package init() {}

  /// A standing, an office or a branch, one of each that is named.
  package struct Audience: Sendable, Equatable {
    package var standings: [Membership.Standing] = []
    package var duties: [Office.Duty] = []
    package var branches: [Ref<Branch>] = []
    package init() {}
  }
}

extension Item {
  /// Whether a record's quantity says how much it is worth; elsewhere only a correction's says anything.
  package var isPaidByQuantity: Bool { form.isPaidByQuantity }

  package var isRecordable: Bool {
    switch form {
    case .perRecord, .perUnit, .levels, .steps, .reach, .range: true
    case .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: false
    }
  }
}

extension Item.Form {
  package var isPaidByQuantity: Bool {
    switch self {
    case .perUnit, .steps, .reach, .range: true
    case .perRecord, .levels, .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: false
    }
  }

  /// The points a record may give before roles and caps; empty where its quantity alone decides or it takes none.
  package var values: [Points] {
    switch self {
    case .perRecord(let points), .perUnit(let points, unit: _, each: _): [points]
    case .levels(let levels): levels.map(\.points)
    case .steps(let steps, unit: _), .reach(let steps, unit: _): steps.map(\.points)
    case .range(let least, let most): [least, most]
    case .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: []
    }
  }
}

/// A line of the branches' standard: rated at the year's end, or by dated records as a member's (S21).
package struct BranchItem: Sendable {
  package let rule: Item
  /// Full marks: what a rating may give at most, and what records together may; `nil` where only records' caps say.
  package let maximum: Points?

  package init(_ rule: Item, maximum: Points?) {
    self.rule = rule
    self.maximum = maximum
  }

  package var key: String { rule.key }
  package var name: String { rule.name }
  package var kind: Item.Kind { rule.kind }
  package var works: [Ref<Work>] { rule.works }
  package var proof: String { rule.proof }
  package var place: Place { rule.place }
  /// Whether it is typed at the year's end.
  package var isRated: Bool { if case .rating = rule.form { true } else { false } }
}
