import Texts

/// Where things of a sheet stand, and how wide its columns are.
struct SheetLayout {
  let sheet: WrittenSheet
  let name: String
  /// In half-width characters.
  let widths: [Int]

  /// Rows to which a form's columns reach: all that a sheet has.
  static let lastRow = 1_048_576
  private static let narrowest = 6
  /// What is longer goes on in a second line.
  private static let widest = 52
  /// So many half-width characters fit A4 upright at the size of the text.
  static let portraitWidth = 92
  /// The column of a sheet of lines, with room for a font that is wider than the one named.
  static let paragraphWidth = 76

  init(_ sheet: WrittenSheet, name: String) {
    self.sheet = sheet
    self.name = name
    widths = sheet.columns.indices.map { Self.width(of: $0, in: sheet) }
  }

  /// The row of the head; 0 for a sheet of lines alone.
  var headRow: Int { sheet.columns.isEmpty ? 0 : sheet.lines.count + 1 }
  var firstRow: Int { sheet.lines.count + (sheet.columns.isEmpty ? 1 : 2) }
  var lastFilledRow: Int { firstRow + sheet.rows.count - 1 }
  var lastColumn: String { columnLetters(Int32(max(sheet.columns.count, 1))) }

  var orientation: Printing.Orientation {
    sheet.printing.orientation ?? (widths.reduce(0, +) > Self.portraitWidth ? .landscape : .portrait)
  }

  /// As formulas name the sheet.
  var quotedName: String { quotedSheet(name) }

  /// Room for what stands in the column, for its title and for the filter's arrow beside it.
  private static func width(of column: Int, in sheet: WrittenSheet) -> Int {
    if let width = sheet.columns[column].width { return width }
    let content = sheet.rows.lazy.map { $0[column].width }.max() ?? 0
    return min(max(content, displayWidth(sheet.columns[column].title) + 3, narrowest) + 2, widest)
  }
}

/// A sheet's name as formulas have it, whatever stands in it.
func quotedSheet(_ name: String) -> String { "'" + name.replacingBytes("'", with: "''") + "'" }

extension WrittenCell {
  fileprivate var width: Int {
    switch self {
    case .empty: 0
    case .text(let text): text.parts(at: "\n").map { displayWidth($0) }.max() ?? 0
    case .number(let text): text.utf8.count
    case .day: 10
    }
  }
}
