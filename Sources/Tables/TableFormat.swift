import Diagnostics

/// How a table leaves the program; a new format is a case here and its arm below.
package enum TableFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case table
  /// RFC 4180, for programs.
  case csv
  case json
  /// For a message or a page of a wiki.
  case markdown

  /// Whether people read it: what it says then has a heading and words in their language.
  package var isForPeople: Bool { self == .table || self == .markdown }
}

extension DataTable {
  package func render(as format: TableFormat, in language: Language) -> String {
    switch format {
    case .table: text(in: language)
    case .csv: csv
    case .json: json(indent: "") + "\n"
    case .markdown: markdown(in: language)
    }
  }
}
