import Parsing

/// The tables that people are given to fill in, and what their columns are called there.
package enum FilledTable: Sendable {
  case records, welfare

  /// The Chinese name of a column of the table.
  package func title(_ column: String) -> String {
    guard let found = layout.columns.first(where: { $0.name == column }) else {
      preconditionFailure("no column \(column)")
    }
    return found.chinese
  }

  private var layout: TableLayout {
    switch self {
    case .records: TableKind.records.layout
    case .welfare: TableKind.welfare.layout
    }
  }
}
