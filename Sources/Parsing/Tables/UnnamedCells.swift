import Diagnostics
import Texts

/// Columns that the header gives no name. One stray format to the right of a table makes a spreadsheet write them: they are
/// passed over while they are empty, and reported where they aren't.
struct UnnamedCells: Sendable {
  /// As numbered in the file, from 0.
  var columns: [Int] = []
  /// The first filled cell of each.
  var first: [Int: Place] = [:]

  /// Takes over what a later stretch found.
  mutating func absorb(_ later: UnnamedCells, linesBefore: Int32) {
    for (column, place) in later.first where first[column] == nil { first[column] = place.moved(down: linesBefore) }
  }

  /// Whether there was anything to report.
  func report(_ findings: MistakeCollector) -> Bool {
    for (column, place) in first.sorted(by: { $0.key < $1.key }) {
      findings.report(errorAt: place, .unnamedColumn(column + 1, at: place))
    }
    return !first.isEmpty
  }
}

extension Diagnostic {
  static func unnamedColumn(_ number: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .unnamedColumn, at: place,
      message: Bilingual(
        zh: "第\(number)列没有列名，第 \(place.line) 行却有内容",
        en: "column \(number) has no name, yet line \(place.line) has something in it"),
      remedy: Bilingual(
        zh: "在表头写上列名，或删去这一列的内容", en: "Name the column in the header, or clear its cells"))
  }
}
