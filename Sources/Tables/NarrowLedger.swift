import Diagnostics
import Texts

extension DataTable {
  /// An account for a window too narrow for its columns: a line of date, points, running total and reason, below it the rule
  /// and the record; the folder both are in is said once, on top.
  /// - Parameter columns: of the window; a reason goes on in its own column.
  /// - Returns: `nil` for a table that is no account, or that fits as it is.
  func narrowLedger(in language: Language, columns width: Int) -> String? {
    guard let date = at("date"), let running = at("running"), let reason = at("reason"), let rule = at("rule"),
      let record = at("record"), text(in: language).writtenLines.contains(where: { displayWidth($0) > width })
    else { return nil }
    let points = ["base", "optional", "points"].compactMap(at)
    let folder = commonFolder(of: rows.flatMap { [$0[rule].text, $0[record].text] })
    let heads = [
      columns[date].title, Bilingual(zh: "得分", en: "Points"), columns[running].title, columns[reason].title,
    ].map { $0.text(in: language) }
    let lines =
      [heads]
      + rows.map { row in
        [row[date].text, points.map { row[$0].text }.first { !$0.isEmpty } ?? "", row[running].text, row[reason].text]
          .map(\.printable)
      }
    let widths = (0..<3).map { column in lines.map { displayWidth($0[column]) }.max() ?? 0 }
    let indent = widths.reduce(6, +)
    var text = folder.isEmpty ? "" : Bilingual(zh: "文件在 \(folder)", en: "files in \(folder)").text(in: language) + "\n"
    for (number, line) in lines.enumerated() {
      let first = line[0] + blanks(widths[0] - displayWidth(line[0]))
      let figures = (1..<3).map { blanks(widths[$0] - displayWidth(line[$0])) + line[$0] }
      text += ([first] + figures + [folded(line[3], from: indent, to: width)]).joined(separator: "  ") + "\n"
      guard number > 0 else { continue }
      let row = rows[number - 1]
      let cut = ["capped", "capped_deductions"].compactMap(at).filter { !row[$0].text.isEmpty }
        .map { "\(columns[$0].title.text(in: language)) \(row[$0].text)" }
      let kind =
        points.count > 1 ? points.filter { !row[$0].text.isEmpty }.map { columns[$0].title.text(in: language) } : []
      let places = [rule, record].map { String(row[$0].text.dropping(prefix: folder) ?? "") }
      let notes = (kind + cut + places).filter { !$0.isEmpty }.map(\.printable)
      text += blanks(widths[0] + 2) + whole(notes, from: widths[0] + 2, to: width) + "\n"
    }
    return text
  }

  private static let closing: Set<Unicode.Scalar> = ["）", "，", "。", "；", "、", "：", "”", "》"]

  private func at(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The folders that all paths begin with, up to a slash.
  private func commonFolder(of paths: [String]) -> String {
    guard var common = paths.first.map({ Array($0.utf8) }) else { return "" }
    for path in paths { common = Array(zip(common, path.utf8).prefix { $0 == $1 }.map(\.0)) }
    return String(decoding: common[..<(common.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)], as: UTF8.self)
  }

  /// Words side by side, none of them torn: what would be goes on in the next line.
  private func whole(_ words: [String], from indent: Int, to width: Int) -> String {
    var (text, line) = ("", indent)
    for (number, word) in words.enumerated() {
      let room = displayWidth(word) + (number + 1 < words.count ? 2 : 0)
      if number > 0 {
        let isFull = line + 1 + room > width
        text += isFull ? " ·\n" + blanks(indent) : " · "
        line = isFull ? indent : line + 3
      }
      text += word
      line += displayWidth(word)
    }
    return text
  }

  /// A text that goes on below its own beginning where the window ends; nothing where that leaves no room to speak of.
  private func folded(_ text: String, from indent: Int, to width: Int) -> String {
    guard width - indent >= 20 else { return text }
    var (result, line) = (String.UnicodeScalarView(), indent)
    for scalar in text.unicodeScalars {
      let room = displayWidth(scalar)
      if line + room > width {
        // A mark that closes takes what it closes along.
        let along = Self.closing.contains(scalar) ? result.popLast() : nil
        result.append("\n")
        result += blanks(indent).unicodeScalars
        line = indent
        if let along {
          result.append(along)
          line += displayWidth(along)
        }
        if scalar == " " { continue }
      }
      result.append(scalar)
      line += room
    }
    return String(result)
  }
}
