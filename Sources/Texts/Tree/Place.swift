/// Where something stands in the content: the unit of traceability that every entity and every award carries.
/// Flat (12 bytes, no references), since a year holds many thousands of them.
package struct Place: Hashable, Comparable, Sendable {
  /// Index of the file, or of the sheet of a workbook, in its `SourceTree`.
  package var file: Int32
  /// Line, or row of a sheet, from 1.
  package var line: Int32
  /// Column in Unicode scalars, or column of a sheet, from 1.
  package var column: Int32

  package init(file: Int32, line: Int32, column: Int32 = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  package func moved(down lines: Int32) -> Place { Place(file: file, line: line + lines, column: column) }

  package static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
