import Diagnostics

extension Diagnostic {
  static func tableRuleMismatch(header: Int, rule: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedTable, .warning, at: place,
      message: Bilingual(
        zh: "表头有 \(header) 格，分隔行有 \(rule) 格，不成表格，竖线会原样印出",
        en: "the header has \(header) cells and the row below it \(rule), so this is no table and its bars are printed"),
      remedy: Bilingual(zh: "让两行格数相同", en: "give both rows the same number of cells"))
  }

  static func tableRowTooLong(cells: Int, columns: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedTable, at: place,
      message: Bilingual(
        zh: "这一行有 \(cells) 格，表头只有 \(columns) 格，多出的格会丢失",
        en: "this row has \(cells) cells and the header \(columns); what is beyond would be lost"),
      remedy: Bilingual(zh: "补上表头，或把格内的竖线写成 \\|", en: "add header cells, or write a bar inside a cell as \\|"))
  }

  static func tableTooLarge(at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedTable, at: place,
      message: Bilingual(
        zh: "表格太大：最多 \(widestTable) 列，一篇内共 \(mostCells) 格",
        en: "the table is too large: at most \(widestTable) columns, and \(mostCells) cells in a text"),
      remedy: Bilingual(zh: "请拆分，或改放数据文件", en: "split it, or keep it as a data file"))
  }
}

/// Finds tables among the paragraphs libcmark made: the block structure stays libcmark's, a table never crosses it.
struct TableFinder {
  let lines: Lines
  let place: (_ line: Int, _ column: Int) -> Place
  private(set) var diagnostics: [Diagnostic] = []
  private var cellCount = 0

  init(lines: Lines, place: @escaping (_ line: Int, _ column: Int) -> Place) {
    self.lines = lines
    self.place = place
  }

  /// Each table with the index of its paragraph's first node.
  mutating func find(in steps: [Node]) -> [(index: Int, table: TableSource)] {
    var found: [(Int, TableSource)] = []
    var quotes = 0
    var heading: Int?
    for (index, node) in steps.enumerated() {
      switch node.kind {
      case .quote: quotes += node.isEntry ? 1 : -1
      case .paragraph where node.isEntry && node.lastLine > node.line:
        if let table = table(in: node, lastLine: node.lastLine, quotes: quotes) { found.append((index, table)) }
      case .heading: heading = node.isEntry ? index : nil
      case .softBreak:
        // A table directly above `---` is to libcmark a heading of several lines (whose last line it doesn't give).
        guard let start = heading else { continue }
        heading = nil
        let last = underline(below: steps[start].line, quotes: quotes) - 1
        if let table = table(in: steps[start], lastLine: last, quotes: quotes) { found.append((start, table)) }
      default: break
      }
    }
    return found
  }

  private func underline(below line: Int, quotes: Int) -> Int {
    var at = line + 1
    while at <= lines.count, !isUnderline(at, quotes: quotes) { at += 1 }
    return min(at, lines.count)
  }

  private func isUnderline(_ line: Int, quotes: Int) -> Bool {
    let content = lines.text[lines.content(of: line, quotes: quotes)]
    guard let mark = content.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    return content.drop { $0 == mark }.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func table(in node: Node, lastLine: Int, quotes: Int) -> TableSource? {
    func content(_ line: Int) -> Range<Int> {
      guard line == node.line else { return lines.content(of: line, quotes: quotes) }
      let range = lines.range(of: line)
      return min(range.lowerBound + node.column - 1, range.upperBound)..<range.upperBound
    }
    // Lines of link definitions are no part of the paragraph they head, and not to be printed above its table.
    if lines.startsWithDefinition(content(node.line)) { return nil }
    for line in stride(from: node.line + 1, through: lastLine, by: 1) {
      let rule = content(line)
      guard let mark = rule.first.map({ lines.text[$0] }),
        mark == pipe || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":"),
        let alignments = TableSource.alignments(of: rule, in: lines.text)
      else { continue }
      let above = content(line - 1)
      guard lines.text[above].contains(pipe) || lines.text[rule].contains(pipe) else { continue }
      let header = TableSource.cells(of: line - 1, in: lines, above)
      guard header.count == alignments.count else {
        if header.count > 1 {
          diagnostics.append(
            .tableRuleMismatch(header: header.count, rule: alignments.count, at: place(line, column(of: line, rule))))
        }
        continue
      }
      var table = TableSource(alignments: alignments, header: header, lastLine: lastLine)
      for line in node.line..<(line - 1) {
        let content = content(line)
        table.lead.append(
          TableSource.Cell(text: Array(lines.text[content]), line: line, column: column(of: line, content)))
      }
      return filled(table, from: line + 1, quotes: quotes)
    }
    return nil
  }

  private mutating func filled(_ source: TableSource, from firstRow: Int, quotes: Int) -> TableSource? {
    var table = source
    let columns = table.alignments.count
    cellCount += columns * max(1, table.lastLine - firstRow + 2)
    guard columns <= widestTable, cellCount <= mostCells else {
      diagnostics.append(.tableTooLarge(at: place(table.header[0].line, 1)))
      return nil
    }
    for line in stride(from: firstRow, through: table.lastLine, by: 1) {
      let cells = TableSource.cells(of: line, in: lines, lines.content(of: line, quotes: quotes))
      if cells.count > columns {
        diagnostics.append(
          .tableRowTooLong(cells: cells.count, columns: columns, at: place(line, cells[columns].column)))
      }
      table.rows.append(Array(cells.prefix(columns)))
    }
    return table
  }

  private func column(of line: Int, _ content: Range<Int>) -> Int {
    scalarCount(lines.text[lines.range(of: line).lowerBound..<content.lowerBound]) + 1
  }
}
