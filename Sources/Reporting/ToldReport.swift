import Markup
import Reading
import Scoring

/// What a report tells, for all or for one of its branches or years: everything but its looks.
package struct ToldReport: Sendable {
  package let report: LedgerReport
  package let scope: ReportScope
  /// What it found; its title where nobody wrote that.
  package let headline: String
  package let summary: String
  /// The prose with its figures.
  package let text: MarkupDocument
  /// One for each block of SQL, in their order.
  package let answers: [Answer]

  package enum Answer: Sendable {
    /// Its figures stand in the prose.
    case figure
    case table(ToldTable)
    case chart(ChartRequest)
    /// Nothing was found, and this is said.
    case nothing(title: String, words: String)
  }

  fileprivate func of(_ report: LedgerReport) -> ToldReport {
    ToldReport(report: report, scope: scope, headline: headline, summary: summary, text: text, answers: answers)
  }
}

/// A table as it is told.
package struct ToldTable: Sendable {
  package struct Column: Sendable {
    /// Its name in the result.
    package let name: String
    /// With its unit.
    package let title: String
    package let isNumber: Bool
    package let isAtEnd: Bool
  }

  package enum Cell: Sendable {
    case none
    case number(String)
    case text(String)
    case member(Ref<Member>)
    case branch(Ref<Branch>)
    case work(Ref<Work>)
    case activity(ActivityRef)
    case awards([AwardAddress])
    case record(RecordSpot)
  }

  package let title: String
  package let note: String
  package let columns: [Column]
  package let rows: [[Cell]]
}

/// All that the reports of an edition tell; nothing where none was asked.
package struct ReportAnswers: Sendable {
  /// In the order of the reports; one for each page.
  package let reports: [ToldReport]

  package static let none = ReportAnswers([])

  init(_ reports: [ToldReport]) { self.reports = reports }

  /// The pages of one report.
  package func pages(of report: LedgerReport) -> [ToldReport] { reports.filter { $0.report === report } }

  /// The same of reports that were read again from the same files.
  /// - Parameter earlier: those that were asked, in the same order.
  package func of(_ reports: [LedgerReport], before earlier: [LedgerReport]) -> ReportAnswers {
    let again = Dictionary(zip(earlier, reports).map { (ObjectIdentifier($0), $1) }) { first, _ in first }
    return ReportAnswers(self.reports.map { $0.of(again[ObjectIdentifier($0.report)] ?? $0.report) })
  }

  package func joined(with other: ReportAnswers) -> ReportAnswers { ReportAnswers(reports + other.reports) }
}
