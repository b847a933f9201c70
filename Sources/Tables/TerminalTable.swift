import Diagnostics
import Texts

extension DataTable {
  /// Aligned columns for a terminal; a wide character takes two.
  func text(in language: Language) -> String {
    let lines = [columns.map { $0.title.text(in: language) }] + rows.map { $0.map { $0.text(in: language).printable } }
    let widths = columns.indices.map { column in lines.map { displayWidth($0[column]) }.max() ?? 0 }
    return lines.map { line in
      let cells = columns.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - displayWidth(line[column]))
        return columns[column].isNumber ? gap + line[column] : line[column] + gap
      }
      let joined = cells.joined(separator: "  ").unicodeScalars
      return String(
        joined.prefix(
          (joined.lastIndex { $0 != " " }).map { joined.distance(from: joined.startIndex, to: $0) + 1 } ?? 0)) + "\n"
    }.joined()
  }
}
