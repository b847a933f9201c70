import Parsing
import Texts

/// How one column of ours is filled from a sheet.
struct ColumnPlan {
  struct Source {
    enum Origin {
      case column(Int32)
      /// A text of the sheet that isn't in its rows, and the cell it stands in.
      case fixed(String, SheetTable.Origin)
      case field(String)
    }

    let origin: Origin
    var pattern: FormPattern?
    var values: [(FormPattern, String)] = []
    var only: RowCondition?
    var isDeducted = false
    /// The unit the column's head names.
    var head = ""
  }

  let column: Column
  let sense: ColumnSense
  var sources: [Source] = []
  var values: [(FormPattern, String)] = []
  var unit: TimeUnit?
  /// What an empty cell stands for.
  var fallback: String?
  var isFilledDown = false

  init(_ column: Column) {
    self.column = column
    sense = ColumnSense(of: column)
  }
}

extension [WordPair] {
  var patterns: [(FormPattern, String)] { map { (FormPattern($0.theirs), $0.ours) } }
}

extension [(FormPattern, String)] {
  /// What stands for a text; the text itself where nothing does.
  func translate(_ text: String) -> String { first { $0.0.matches(text) }?.1 ?? text }
}

extension TableLayout {
  func index(of name: String) -> Int? {
    columns.firstIndex { $0.name == name || $0.chinese == name || $0.name == name.lowercased() }
  }
}
