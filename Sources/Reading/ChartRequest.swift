import Scoring
import Texts

/// A chart that a page's prose asks for: what it shows, how, and what it says.
package struct ChartRequest: Sendable {
  package enum Kind: Sendable { case bar, stacked, line, profile, multiples }

  /// What is shown; a year is an index into the ledger's years.
  package enum Subject: Sendable {
    /// Members' points by month in a branch, or in every branch.
    case branchMonths(Ref<Branch>?, year: Ref<YearLedger>)
    /// Branches up to a rank.
    case branchStandings(top: Int, year: Ref<YearLedger>)
    /// Members up to a rank, never more than the site publishes (S13).
    case memberStandings(Ref<Branch>?, top: Int, year: Ref<YearLedger>)
    /// Shares of the members' points by pathway, in a branch or the company.
    case pathwayProfile(Ref<Branch>?, year: Ref<YearLedger>)
    case welfareRates(year: Ref<YearLedger>)
    case table(ChartTable)
  }

  package let subject: Subject
  package let kind: Kind
  /// What the chart says, as its author puts it.
  package let title: String
  package let note: String
  /// Of the fence.
  package let place: Place

  package init(subject: Subject, kind: Kind, title: String, note: String, place: Place) {
    self.subject = subject
    self.kind = kind
    self.title = title
    self.note = note
    self.place = place
  }
}

/// Columns of a CSV file beside the stories.
package struct ChartTable: Sendable {
  package struct Column: Sendable {
    package let name: String
    /// One for each label; `nil` for an empty cell.
    package let values: [Figure?]

    package init(name: String, values: [Figure?]) {
      self.name = name
      self.values = values
    }
  }
  package struct Mark: Sendable {
    package let name: String
    package let value: Figure
  }
  /// Name of the column of labels.
  package let heading: String
  package let labels: [String]
  package let columns: [Column]
  package let unit: String
  /// The labels spoken of, as places in `labels`.
  package let highlights: [Int]
  /// What the figures are measured by: a line across the drawing.
  package let mark: Mark?

  package init(
    heading: String, labels: [String], columns: [Column], unit: String, highlights: [Int], mark: Mark?
  ) {
    self.heading = heading
    self.labels = labels
    self.columns = columns
    self.unit = unit
    self.highlights = highlights
    self.mark = mark
  }
}
