import Diagnostics
import Scoring

/// Figures in rows and columns: the one value behind the terminal's tables, the downloads, their JSON and their workbooks.
package struct DataTable: Sendable {
  package struct Column: Sendable {
    /// Name in JSON and in the terminal's CSV, the same in both languages.
    package let key: String
    package let title: Bilingual
    package let isNumber: Bool

    package init(key: String, title: Bilingual, isNumber: Bool = false) {
      self.key = key
      self.title = title
      self.isNumber = isNumber
    }

    package static func number(_ key: String, zh: String, en: String) -> Column {
      Column(key: key, title: Bilingual(zh: zh, en: en), isNumber: true)
    }

    package static func word(_ key: String, zh: String, en: String) -> Column {
      Column(key: key, title: Bilingual(zh: zh, en: en))
    }
  }

  package enum Cell: Equatable, Sendable {
    case text(String)
    /// A number as it is to be printed.
    case number(String)
    case day(Day)
    /// One of a few: a key for programs, words for people.
    case term(String, Bilingual)
    case none

    /// As programs read it.
    package var text: String {
      switch self {
      case .text(let text), .number(let text), .term(let text, _): text
      case .day(let day): day.description
      case .none: ""
      }
    }

    func text(in language: Language) -> String {
      if case .term(_, let words) = self { words.text(in: language) } else { text }
    }

    var isNumber: Bool { if case .number = self { true } else { false } }
  }

  package let columns: [Column]
  package let rows: [[Cell]]

  package init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table without some of its columns.
  package func dropping(_ keys: String...) -> DataTable {
    let kept = columns.indices.filter { !keys.contains(columns[$0].key) }
    return DataTable(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The table with columns that say the same in every row.
  package func adding(_ constants: [(Column, Cell)]) -> DataTable {
    DataTable(columns: columns + constants.map(\.0), rows: rows.map { $0 + constants.map(\.1) })
  }
}
