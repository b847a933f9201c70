import Parsing
import Texts

/// What a sheet gave: rows of a known table, what it says of sums, and how its rows are accounted for.
package struct FormedTable: Sendable {
  package typealias Origin = SheetTable.Origin

  /// What its rows are rows of.
  package let kind: FormKind
  /// `nil` where the sheet gives no rows: it is passed over, or what stops it is reported.
  package var table: SheetTable?
  package var account = SheetAccount()
  package var sums: [StatedSum] = []
  /// What it means where a figure that the sheet states isn't what the rules give.
  package var reconciling = Reconciling.warning
  /// How the sheet was understood; `nil` where no header was found.
  package var header: FoundHeader?
  package var shape: FormShape = .flow
  /// The cells by which rows are cited whose day the sheet doesn't say, so that two of them are no near double.
  package var completedDays: Set<Origin> = []
}

/// The header of a sheet as it was found.
package struct FoundHeader: Sendable {
  package struct Field: Sendable {
    /// From 1.
    package let column: Int32
    /// As they stand there, of several header rows from top to bottom.
    package let parts: [String]
    /// `加减分情况/扣分`
    package var name: String { parts.joined(separator: "/") }
    var lowest: String { parts.last ?? "" }
    /// The column of ours it is read as; `nil` where it is left out.
    package var ours: String?
  }

  package let rows: ClosedRange<Int32>
  package var fields: [Field]
}

/// A sum that a sheet states (小计, 合计, 本月得分, 汇总): an assertion, compared with what the rules give once they have.
package struct StatedSum: Hashable, Sendable {
  package enum Scope: Hashable, Sendable {
    /// What comes of these rows of the sheet.
    case rows(ClosedRange<Int32>)
    /// What comes of these rows of the sheet, of one item.
    case item(String, ClosedRange<Int32>)
    /// What a person has, over all sheets: in a month of the calendar (1 to 12), or altogether.
    case person(String, month: Int?)
  }

  package enum Unit: Hashable, Sendable {
    case points, minutes, quantity
    /// How many rows there are: 合计 60 below a column of branches.
    case rows
  }

  /// As the sheet calls it: 小计, 合计, or the column's name.
  package let label: String
  package let scope: Scope
  package let unit: Unit
  /// In millionths of its unit.
  package let value: Int64
  package let place: Place
}

/// The closing count of a sheet: every row below its header is one of these.
package struct SheetAccount: Hashable, Sendable {
  /// Why a sheet gives no rows although nothing is wrong with it.
  package enum PassedOver: Hashable, Sendable {
    case empty
    case hidden
    /// A list or an explanation, as its name or its shape says.
    case noLedger
    /// By rule, with its reason.
    case rule(String)
  }

  package var passedOver: PassedOver?
  /// From the row below the header to the last that holds anything.
  package var rows = 0
  /// Rows that gave rows of the table, and how many.
  package var taken = 0
  package var records = 0
  /// Rows of sums.
  package var subtotals = 0
  package var totals = 0
  /// Remarks, signatures, headings of forms.
  package var notes = 0
  /// The header once more, as on each printed page.
  package var repeatedHeaders = 0
  package var blank = 0
  /// Rows that say nothing but their number, or a branch merged down to them.
  package var unfilled = 0
  /// Rows that were read and gave nothing, such as a person of a matrix who was nowhere.
  package var idle = 0
  /// Rows with a mistake, which is reported.
  package var refused = 0
  /// Rows left out by rule, by the reason it gives.
  package var leftOut: [String: Int] = [:]
  /// Cells of a matrix or a roll that stand for nothing, by their text: 请假, —.
  package var absences: [String: Int] = [:]
  /// Columns left out, by their name, with the reason.
  package var leftOutColumns: [String: String] = [:]
  /// Those of them that neither we nor the rule know, in their order.
  package var otherColumns: [String] = []

  package init() {}

  /// Whether every row is accounted for.
  package var closes: Bool {
    rows == taken + subtotals + totals + notes + repeatedHeaders + blank + unfilled + idle + refused
      + leftOut.values.reduce(0, +)
  }
}
