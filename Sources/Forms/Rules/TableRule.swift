import Parsing
import Texts

/// A file of rules of reading (读表规则): how tables of workbooks are read that weren't written for this program.
package struct TableRuleFile: Sendable {
  /// Patterns of names of workbooks; empty where the one of the same name beside it is meant.
  package var files: [String] = []
  package var tables: [TableRule] = []

  package init(tables: [TableRule]) { self.tables = tables }

  /// The rules a sheet is read by: of those for it the first of each kind of table, since a roster may give several.
  package func rules(for sheet: String) -> [TableRule] {
    var kinds = Set<String>()
    return tables.filter { $0.isFor(sheet: sheet) && kinds.insert($0.kind?.value ?? "").inserted }
  }

  /// Whether rules of several workbooks are this one's.
  /// - Parameter path: from the folder of the rules.
  package func isFor(workbook path: String) -> Bool {
    let name = path.parts(at: "/").last.map(String.init) ?? path
    return files.contains { FormPattern($0).matches(path) || FormPattern($0).matches(name) }
  }
}

/// In which way a sheet holds what it holds.
package enum FormShape: String, CaseIterable, Sendable {
  /// A row a thing.
  case flow
  /// People down, items or months across.
  case matrix
  /// Names in a grid, each with its mark.
  case roll
  /// One form a person, stacked.
  case blocks
  /// People down, sums across: no rows, only assertions.
  case summary
}

/// What it means where a figure that a table states isn't what the rules give.
package enum Reconciling: String, CaseIterable, Sendable {
  /// A warning: points follow from the rules, and the table is put right in time.
  case warning
  /// An error: nothing is published before both agree.
  case binding
}

/// How one or several sheets are read.
package struct TableRule: Sendable {
  package let place: Place
  /// Patterns of names of sheets; empty means all.
  package var sheets: [Located<String>] = []
  /// What the sheets hold.
  package var kind: Located<String>?
  /// Why they are passed over.
  package var skip: String?
  package var shape = FormShape.flow
  /// Rows of the header, where it isn't to be looked for.
  package var header: ClosedRange<Int32>?
  /// Our column ← theirs.
  package var columns: [(ours: Located<String>, sources: [ColumnSource])] = []
  /// What the columns across stand for, in a matrix or a summary.
  package var across: [(theirs: Located<String>, cell: CrossCell)] = []
  /// What holds where the sheet has no such column, or an empty cell.
  package var defaults: [(ours: Located<String>, text: String)] = []
  package var units: [(ours: Located<String>, unit: Located<String>)] = []
  package var values: [(ours: Located<String>, words: [WordPair])] = []
  /// The month of days without one.
  package var month: Located<String>?
  /// Header or column of ours → the reason.
  package var leftOutColumns: [(theirs: Located<String>, reason: String)] = []
  package var leftOutRows: [(condition: RowCondition, reason: String)] = []
  /// What marks in a grid stand for.
  package var marks: [WordPair] = []
  package var keptRows: [RowCondition] = []
  /// Columns of ours that an empty cell takes from the row above.
  package var fill: [Located<String>] = []
  /// Their columns that say what a row comes to.
  package var rowSums: [Located<String>] = []
  package var reconciling = Reconciling.warning
  /// Items whose days and words a column of remarks gives, in this order.
  package var remarks: (column: Located<String>, items: [Located<String>])?

  package func isFor(sheet name: String) -> Bool {
    sheets.isEmpty || sheets.contains { FormPattern($0.value).matches(name) }
  }
}

/// One of theirs and what of ours it is.
package struct WordPair: Sendable {
  package let theirs: String
  package let ours: String
}

/// Where a column of ours is taken from.
package struct ColumnSource: Sendable {
  package enum Origin: Sendable {
    case column(String)
    /// The sheet's name; the rows above its header; a field of a form above its table.
    case sheetName, title
    case field(String)
  }

  package let origin: Origin
  package let place: Place
  /// The part of the text that is meant: `<数>学时`.
  package var pattern: String?
  package var values: [WordPair] = []
  /// Where it is taken only from some rows.
  package var only: RowCondition?
  /// Points of this column are deducted, however they are written.
  package var isDeducted = false
}

/// What a cell of a column across stands for.
package struct CrossCell: Sendable {
  package enum Meaning: Sendable { case points, quantity }

  /// Of each column of ours what is the same in the whole column: the item, the day.
  package var sets: [(ours: Located<String>, text: String)] = []
  package var meaning = Meaning.points
  /// Points a unit: the quantity is the cell's points divided by them.
  package var per: String?
  /// Points → level.
  package var levels: [WordPair] = []
}

/// Which rows are meant.
package enum RowCondition: Hashable, Sendable {
  case struck, hidden
  /// Any cell of this colour, as people call it.
  case colour(String)
  /// Any cell that says this.
  case says(String)
  /// The cell of this column says this; an empty text means that it is empty.
  case column(String, String)
}
