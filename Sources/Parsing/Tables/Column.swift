/// One column of a CSV layout, with both names it may have in the header row.
package struct Column {
  package let name: String
  let chinese: String
  package let isRequired: Bool
  /// The column that may stand in its place.
  let alternative: String?

  package init(_ name: String, _ chinese: String, required: Bool = true, or alternative: String? = nil) {
    self.name = name
    self.chinese = chinese
    isRequired = required
    self.alternative = alternative
  }

  /// A table of any columns may have some that its header gives no name.
  package var isNamed: Bool { !name.isEmpty }
}

/// A cell as a range of the file's bytes, without its quotes.
package struct Cell {
  package var start: Int
  package var end: Int
  /// Holds doubled quotes that stand for one each.
  package var hasEscapes = false
}
