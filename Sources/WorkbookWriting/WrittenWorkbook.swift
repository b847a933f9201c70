/// A workbook as it is meant, before anybody says how one is written: `xlsx` makes its bytes.
package struct WrittenWorkbook: Sendable {
  /// In the file's properties, where a folder's list shows it.
  package let title: String
  package let sheets: [WrittenSheet]

  package init(title: String, sheets: [WrittenSheet]) {
    self.title = title
    self.sheets = sheets
  }
}

/// One sheet: lines above, a head that stays in sight, rows below it, lines at the end.
package struct WrittenSheet: Sendable {
  /// What people call it; the writer makes it a name that sheets may have.
  package let name: String
  /// The first is the sheet's title.
  package var lines: [String] = []
  /// Empty for a sheet of lines alone.
  package var columns: [WrittenColumn] = []
  /// Each as long as `columns`.
  package var rows: [[WrittenCell]] = []
  package var closing: [String] = []
  /// Whether rows are still to be filled in: then the columns' formats and what they accept hold for all rows below the head.
  package var isForm = false
  package let printing: Printing

  package init(name: String, printing: Printing) {
    self.name = name
    self.printing = printing
  }
}

/// How a sheet goes on paper: A4, all columns on its width, the head on every page.
package struct Printing: Sendable {
  package enum Orientation: String, Sendable { case portrait, landscape }

  /// `nil`: as its width asks for.
  package let orientation: Orientation?
  /// What stands below each page around its number and their count.
  package let footer: Footer

  package struct Footer: Sendable {
    package let beforeNumber: String
    package let beforeCount: String
    package let atEnd: String

    package init(beforeNumber: String, beforeCount: String, atEnd: String) {
      self.beforeNumber = beforeNumber
      self.beforeCount = beforeCount
      self.atEnd = atEnd
    }
  }

  package init(orientation: Orientation? = nil, footer: Footer) {
    self.orientation = orientation
    self.footer = footer
  }
}

package struct WrittenColumn: Sendable {
  package enum Kind: Sendable { case text, number, day }

  package let title: String
  package let kind: Kind
  /// In half-width characters; `nil` fits what stands in it.
  package let width: Int?
  /// What a form takes in it.
  package let entry: Entry?

  package init(_ title: String, _ kind: Kind = .text, width: Int? = nil, entry: Entry? = nil) {
    self.title = title
    self.kind = kind
    self.width = width
    self.entry = entry
  }
}

/// What is asked for in a cell of a form, and what is said to who stands in it.
package struct Entry: Sendable {
  package enum Accepts: Sendable {
    case anything
    /// Days by number since 1970-01-01, both ends in it.
    case days(ClosedRange<Int>)
    case wholeNumbers(ClosedRange<Int>)
    /// One of a column of another sheet, offered as a list; what else is typed stands if `only` is false.
    case listed(ListRange, only: Bool)
  }

  package let accepts: Accepts
  /// Shown beside the cell while one stands in it; at most 255 characters.
  package let hint: String

  package init(_ accepts: Accepts, hint: String = "") {
    self.accepts = accepts
    self.hint = hint
  }
}

/// The rows of a column on a list sheet.
package struct ListRange: Sendable {
  package let sheet: String
  /// From 1.
  package let column: Int
  package let rows: ClosedRange<Int>

  package init(sheet: String, column: Int, rows: ClosedRange<Int>) {
    self.sheet = sheet
    self.column = column
    self.rows = rows
  }
}

package enum WrittenCell: Equatable, Sendable {
  case empty
  /// Always a text, whatever it begins with.
  case text(String)
  /// A plain decimal, written and shown as it stands: `-12.50`.
  case number(String)
  /// By its number since 1970-01-01.
  case day(Int)
}
