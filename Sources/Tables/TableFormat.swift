import Diagnostics

/// How tables leave the program; a new format is a case here and its arms in the two `render`.
package enum TableFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case table
  /// RFC 4180, for programs: columns have their keys.
  case csv
  /// The same for people: columns have their titles.
  case spreadsheet
  case json
  /// For a message or a page of a wiki.
  case markdown

  package var isCSV: Bool { self == .csv || self == .spreadsheet }
}

extension DataTable {
  package func render(as format: TableFormat, in language: Language) -> String {
    switch format {
    case .table: text(in: language)
    case .csv: csv
    case .spreadsheet: spreadsheet(in: language)
    case .json: json(indent: "") + "\n"
    case .markdown: markdown(in: language)
    }
  }
}
