import Composing
import Reading
import Scoring

/// What can be set side by side whatever a company's standard gives points for: shares and counts a head, never points.
package enum Measure: String, CaseIterable, Sendable {
  case participation, welfare, works, activities, stories, records, late
}

/// How a measure's figure is written.
package enum MeasureForm: Sendable {
  /// Per cent of a whole.
  case share
  case perHundred, perHead
}

extension Measure {
  package var form: MeasureForm {
    switch self {
    case .participation, .welfare, .works, .late: .share
    case .activities, .stories: .perHundred
    case .records: .perHead
    }
  }
}

/// A figure with where it comes from: two counts, and what they give in tenths (of a per cent, of one a hundred heads, of
/// one a head).
package struct Figure: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int
  /// `nil` where nobody and nothing counts. Rounded half up, but a part is never shown as all, nor something as nothing.
  package let tenths: Int?

  package init(_ numerator: Int, of denominator: Int, as form: MeasureForm) {
    self.numerator = numerator
    self.denominator = denominator
    guard denominator > 0 else {
      tenths = nil
      return
    }
    let scale = form == .perHead ? 10 : 1000
    let rounded = (2 * numerator * scale + denominator) / (2 * denominator)
    if form == .share, numerator < denominator, rounded >= 1000 {
      tenths = 999
    } else {
      tenths = numerator > 0 && rounded == 0 ? 1 : rounded
    }
  }

  /// As the company's own page shows it.
  fileprivate init(_ rate: WelfareReport.Rate) {
    numerator = rate.participants
    denominator = rate.eligible
    tenths = rate.perMille
  }
}

/// A year of one company.
package struct YearFigures: Sendable {
  package let year: Int
  package let period: Period
  package let state: YearState
  /// The title of the standard that its points follow.
  package let rulebook: String
  /// Who ranks: everybody but exempt members.
  package let members: Int
  /// One for each measure, in their order.
  package let figures: [Figure]

  package subscript(measure: Measure) -> Figure { figures[measure.index] }
}

extension Measure {
  fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A story of a company, as a list of titles names it.
package struct StoryNote: Sendable {
  package let title: String
  package let day: Day
  /// From the root of the company's site.
  package let address: String
}

/// All that a group's site needs of a company: small, so that a hundred of them fit where one project did.
package struct CompanyFigures: Sendable {
  package let company: String
  package let asOf: Day
  /// The year its own site speaks of.
  package let currentYear: Int
  package let years: [YearFigures]
  /// Its newest.
  package let stories: [StoryNote]

  package static let mostStories = 3
}

extension CompanyFigures {
  package init(_ context: SiteContext) {
    let ledger = context.ledger
    company = context.content.organisation.company
    asOf = ledger.asOf
    currentYear = ledger.years[context.currentYear].year
    years = ledger.years.refs.map { YearFigures(context, $0) }
    stories = context.content.stories.prefix(Self.mostStories).map {
      StoryNote(title: $0.title, day: $0.day, address: Address.story($0))
    }
  }
}

extension YearFigures {
  fileprivate init(_ context: SiteContext, _ reference: Ref<YearLedger>) {
    let (ledger, book) = (context[reference].ledger, context[reference].book)
    let heads = book.members.rows.count
    let activity = context.activity(of: reference)
    year = ledger.year
    period = ledger.period
    state = ledger.state
    rulebook = ledger.rulebook.title
    members = heads
    figures = Measure.allCases.map { measure in
      let count: (Int, Int) =
        switch measure {
        case .participation: (activity.scored, heads)
        case .welfare: (0, 0)
        case .works:
          (
            context.ledger.works.indices.count { context.evidenceCount(Ref($0), reference) > 0 },
            context.ledger.works.count
          )
        case .activities: (book.activities.count { $0.isHeld }, heads)
        case .stories: (activity.stories, heads)
        case .records: (ledger.records.count, heads)
        case .late: (activity.late, ledger.records.count)
        }
      return measure == .welfare
        ? Figure(book.welfare.company) : Figure(count.0, of: count.1, as: measure.form)
    }
  }
}
