import Diagnostics
import Texts

/// The columns that a kind of table may have, in the order in which the program writes them.
package struct TableLayout: Sendable {
  package private(set) var columns: [Column] = []
  /// What to do about columns that aren't among them, where there is more to do than to correct or remove one.
  package var wayOut: Bilingual?
  /// The column that goes by another word somewhere.
  package var meaning: (@Sendable (String) -> String?)?

  package init() {}

  /// Adds a column, which rows are then asked for by what is given back.
  package mutating func add(
    _ name: String, _ chinese: String, required: Bool = true, or alternative: String? = nil
  ) -> ColumnNumber {
    columns.append(Column(name, chinese, required: required, or: alternative))
    return ColumnNumber(columns.count - 1)
  }

  /// Adds a column whose cells name what is defined elsewhere.
  package mutating func refer(
    _ name: String, _ chinese: String, required: Bool = true, or alternative: String? = nil
  ) -> ColumnNumber {
    columns.append(Column(name, chinese, required: required, or: alternative, refers: true))
    return ColumnNumber(columns.count - 1)
  }
}

/// The columns of one kind of table, each under its name.
package protocol TableColumns: Sendable {
  var layout: TableLayout { get }
}

/// Which column of a layout, or of a table of any columns, is meant: from 0.
@usableFromInline package struct ColumnNumber: Hashable, Sendable {
  @usableFromInline package let number: Int

  package init(_ number: Int) { self.number = number }
}

/// One column of a layout, with both names it may have in the header row.
package struct Column: Sendable {
  package let name: String
  package let chinese: String
  package let isRequired: Bool
  /// The column that may stand in its place.
  let alternative: String?
  /// Whether its cells are names looked up: a blank there doesn't count, seen or unseen.
  let refers: Bool

  package init(
    _ name: String, _ chinese: String, required: Bool = true, or alternative: String? = nil, refers: Bool = false
  ) {
    self.name = name
    self.chinese = chinese
    isRequired = required
    self.alternative = alternative
    self.refers = refers
  }

  /// A table of any columns may have some that its header gives no name.
  package var isNamed: Bool { !name.isEmpty }
}

/// A cell as a range of the file's bytes, without its quotes.
@usableFromInline package struct Cell: Sendable {
  @usableFromInline package var start: Int
  @usableFromInline package var end: Int
  /// Holds doubled quotes that stand for one each.
  package var hasEscapes = false
}
