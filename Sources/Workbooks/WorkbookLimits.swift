/// What one workbook may cost. Beyond any of these it is refused, before more is spent.
///
/// As they stand, a refusal needs less than 200 MB of memory, whatever the file holds, and a workbook of a million rows and
/// eleven columns is read.
package struct WorkbookLimits: Sendable {
  /// Bytes of the file itself.
  package var fileBytes = 96 << 20
  /// Bytes of the file and of what is kept of it, together.
  package var keptBytes = 160 << 20
  /// Files in the archive, of which most are never opened.
  package var entries = 65_535
  /// Bytes of all opened parts, unpacked.
  package var inflatedBytes = 1 << 30
  /// Unpacked bytes for each packed one of a part, asked once it has given `ratioFrom` bytes: deflate reaches 1 032, a
  /// sheet of equal rows hardly 100.
  package var ratio = 300
  package var ratioFrom = 16 << 20
  package var sheets = 10_000
  package var merges = 1_000_000
  /// Elements within one another.
  package var depth = 64
  /// Names of elements and attributes in one part: the parser keeps each.
  package var names = 4_096
  /// Bytes of one tag, comment or the like: the parser keeps it until it ends.
  package var tagBytes = 1 << 20
  /// Bytes of one cell's text: a cell of Excel's holds 32 767 characters.
  package var textBytes = 131_068
  /// Bytes of one row as it is kept.
  package var rowBytes = 16 << 20
  /// Formats of cells.
  package var formats = 131_072

  package init() {}
}

/// What reading a workbook cost, in counts that are the same on every machine.
package struct WorkbookWork: Hashable, Sendable {
  package var inflatedBytes = 0
  package var elements = 0
  package var cells = 0
  package var rows = 0
  package var merges = 0
  package var keptBytes = 0

  package init() {}
}

/// Which limit a workbook goes beyond.
package enum WorkbookMeasure: Hashable, Sendable {
  case file, kept, entries, inflated, ratio, sheets, merges, depth, names, tag, text, row, formats
}
