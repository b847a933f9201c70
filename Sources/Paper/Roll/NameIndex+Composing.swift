import Composing
import Reading
import Scoring
import Wording

extension SiteContext {
  /// Everybody the roll names, in the order of names, with the pages she stands on.
  func indexLines(_ pages: [Ref<Member>: Set<Int>]) -> [NameIndex.Line] {
    let isPinyin = content.site.nameOrder == .pinyin
    let order = pages.keys.sorted { (roster.members[$0].sortKey, $0) < (roster.members[$1].sortKey, $1) }
    var last = ""
    return order.map { member in
      let initial = isPinyin ? String(roster.members[member].sortKey.prefix(1)).uppercased() : ""
      defer { last = initial }
      return NameIndex.Line(
        letter: initial == last ? [] : [initial], name: GridName(roster.members[member].name),
        pages: (pages[member] ?? []).sorted().map { "\($0)" }.joined(separator: ", "))
    }
  }
}

extension NameIndex.Line {
  /// Rows of a column: one for the name, one more for a long one, one for the letter above it.
  var height: Int { (name.isWide ? 2 : 1) + letter.count }
}

extension NameIndex {
  /// Of a row, in tenths of a millimetre.
  static let rowHeight = 73
  private static let columnCount = 5

  /// As many lines as a page has room for, in columns that end alike; the rest stays in `lines`.
  init(filling rows: Int, from lines: inout [Line]) {
    let total = lines.reduce(0) { $0 + $1.height }
    var height = max(1, (total + Self.columnCount - 1) / Self.columnCount)
    var filled = Self.fill(lines, height: min(height, rows))
    while height < rows, filled.count < lines.count {
      height += 1
      filled = Self.fill(lines, height: height)
    }
    columns = filled.columns
    lines.removeFirst(filled.count)
  }

  var rowCount: Int { columns.map { $0.lines.reduce(0) { $0 + $1.height } }.max() ?? 0 }

  private static func fill(_ lines: [Line], height: Int) -> (columns: [Column], count: Int) {
    var columns: [Column] = [Column(lines: [])]
    var used = 0
    for (index, line) in lines.enumerated() {
      if used + line.height > height, used > 0 {
        if columns.count == columnCount { return (columns, index) }
        columns.append(Column(lines: []))
        used = 0
      }
      columns[columns.count - 1].lines.append(line)
      used += line.height
    }
    return (columns, lines.count)
  }
}
