import Diagnostics
import Markup
import Scoring
import Texts

/// A report on the ledger as it is written: prose, the questions in it, and where their figures are to stand. Nothing has
/// been asked yet.
package final class LedgerReport: Sendable {
  /// What it is made once for each of.
  package enum Parameter: Sendable { case branch, year }

  /// The fenced blocks that ask for something, by their first word.
  static let languages = [sqlLanguage] + chartLanguages
  package static let sqlLanguage = "sql"

  /// Its file's name; of a year's reports each year has its own.
  package let id: String
  /// What lists call it.
  package let title: String
  /// What it found, in a sentence; empty where its title has to do.
  package let headline: FilledText
  package let summary: FilledText
  package let order: Int?
  /// Whether it is for the office alone.
  package let isOffice: Bool
  package let parameter: Parameter?
  /// The year in whose folder it stands.
  package let year: Ref<YearLedger>?
  /// Parallel to the SQL among the embeds of `text`.
  package let questions: [ReportQuestion]
  /// The prose with `{{…}}` still in it, and as bytes to be filled.
  package let text: MarkupDocument
  package let prose: FilledText
  package let firstLine: Int32
  /// Why it isn't published, where only a preview shows it.
  package let held: HeldText.Reason?
  package let path: String
  package let place: Place

  init(
    id: String, title: String, headline: FilledText, summary: FilledText, order: Int?, isOffice: Bool,
    parameter: Parameter?, year: Ref<YearLedger>?, questions: [ReportQuestion], text: MarkupDocument,
    prose: FilledText, firstLine: Int32, held: HeldText.Reason?, path: String, place: Place
  ) {
    self.id = id
    self.title = title
    self.headline = headline
    self.summary = summary
    self.order = order
    self.isOffice = isOffice
    self.parameter = parameter
    self.year = year
    self.questions = questions
    self.text = text
    self.prose = prose
    self.firstLine = firstLine
    self.held = held
    self.path = path
    self.place = place
  }

  static func stands(_ one: LedgerReport, before other: LedgerReport) -> Bool {
    (one.order ?? .max, one.year?.index ?? -1, one.path) < (other.order ?? .max, other.year?.index ?? -1, other.path)
  }
}

/// A fenced block of SQL: what is asked, and how the answer is shown.
package struct ReportQuestion: Sendable {
  package enum Shape: Sendable {
    case table
    case chart(ReportChart)
    /// A single row, whose cells stand in sentences by this name.
    case figure(String)
  }

  package let shape: Shape
  /// What the table or the chart says; empty where nothing is said.
  package let title: FilledText
  package let note: FilledText
  /// What is said where there are no rows; empty for the program's own words.
  package let empty: FilledText
  /// How columns are shown, by their names in the result.
  package let columns: [String: ColumnLook]
  package let sql: String
  /// Of the first character of the SQL.
  package let sqlPlace: Place
  /// Of the fence.
  package let place: Place
}

extension ReportQuestion {
  /// Figures that stand in what is said of the block.
  var uses: [FilledText.Use] {
    [title, note, empty].flatMap(\.uses)
      + columns.values.sorted { $0.place < $1.place }.flatMap { ($0.title?.uses ?? []) + $0.unit.uses }
  }
}

/// How a column of a result is shown.
package struct ColumnLook: Sendable {
  package enum Alignment: Sendable { case start, end }
  /// `nil` for the column's own.
  package var title: FilledText?
  package var unit = FilledText.none
  package var alignment: Alignment?
  package var decimals: Int?
  package var isHidden = false
  package let place: Place
}

/// A chart of a result: its columns by name, as a chart of a CSV file names them.
package struct ReportChart: Sendable {
  package struct Name: Sendable {
    package let text: String
    package let place: Place
  }
  package let kind: ChartRequest.Kind
  /// `nil` for the first column.
  package let label: Name?
  /// Empty for all others.
  package let values: [Name]
  package let unit: String
  package let highlights: [Name]
  package let mark: ChartTable.Mark?
}

/// Whether a file of the content is a report.
func isReport(_ path: String) -> Bool {
  let parts = path.parts(at: "/")
  return parts.count == 3 && parts[1] == "reports" || parts.count == 5 && parts[1] == "years" && parts[3] == "reports"
}
