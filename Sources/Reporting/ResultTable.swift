import Reading
import Scoring
import Texts

/// The rows a question came to: values, before anybody shows them. A key of the ledger is what it names.
package struct ResultTable: Sendable {
  package struct Column: Sendable {
    package let name: String
    /// What the schema calls it; `nil` for what is reckoned.
    package let title: String?

    package init(name: String, title: String?) {
      self.name = name
      self.title = title
    }
  }

  package enum Cell: Sendable {
    case none
    case integer(Int64)
    case real(Double)
    case text(String)
    case member(Ref<Member>)
    case branch(Ref<Branch>)
    case work(Ref<Work>)
    case activity(ActivityRef)
    case awards([AwardAddress])
    case record(RecordSpot)
  }

  package let columns: [Column]
  package let rows: [[Cell]]

  package init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// One award of a member, with its year.
package struct AwardAddress: Sendable {
  package let year: Ref<YearLedger>
  package let member: Ref<Member>
  package let award: Award

  package init(year: Ref<YearLedger>, member: Ref<Member>, award: Award) {
    self.year = year
    self.member = member
    self.award = award
  }
}

/// Where a member's record or welfare entry is written, and in whose account of which year it stands.
package struct RecordSpot: Sendable {
  package let year: Ref<YearLedger>
  package let member: Ref<Member>
  package let place: Place

  package init(year: Ref<YearLedger>, member: Ref<Member>, place: Place) {
    self.year = year
    self.member = member
    self.place = place
  }
}

/// What a report's page is made for, of those it is made for.
package enum ReportScope: Hashable, Sendable {
  case all
  case branch(Ref<Branch>)
  case year(Ref<YearLedger>)
}

extension LedgerReport {
  /// One for each page.
  package func scopes(_ ledger: Ledger) -> [ReportScope] {
    switch parameter {
    case nil: [.all]
    case .branch: ledger.roster.branches.indices.map { .branch(Ref($0)) }
    case .year: ledger.years.refs.map { .year($0) }
    }
  }

  /// The year that `:year` and `{{year}}` mean.
  package func year(_ scope: ReportScope, _ ledger: Ledger) -> Ref<YearLedger> {
    if case .year(let year) = scope { return year }
    return year ?? ledger.currentYear
  }
}
