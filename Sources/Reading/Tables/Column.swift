/// One column of a CSV layout, with both names it may have in the header row.
struct Column {
  let name: String
  let chinese: String
  let isRequired: Bool

  init(_ name: String, _ chinese: String, required: Bool = true) {
    self.name = name
    self.chinese = chinese
    isRequired = required
  }

  /// A table of any columns may have some that its header gives no name.
  var isNamed: Bool { !name.isEmpty }
}

/// A cell as a range of the file's bytes, without its quotes.
struct Cell {
  var start: Int
  var end: Int
  /// Holds doubled quotes that stand for one each.
  var hasEscapes = false
}
