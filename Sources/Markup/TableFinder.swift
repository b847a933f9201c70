import Diagnostics
import Texts

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

  static func tableWithoutEnd(at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedTable, at: place,
      message: Bilingual(zh: "表格与上下文字之间没有空行，分不清哪里是表格", en: "table and text run into each other here"),
      remedy: Bilingual(zh: "在表格前后各空一行", en: "Leave an empty line before and after each table"))
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
  /// Where a paragraph of libcmark's is a table and something else: with an empty line there it is read anew.
  private(set) var seams: [Seam] = []
  /// Lines of rules whose table was reported to be none.
  private(set) var refusedRules = Set<Int>()
  private var cellCount = 0
  private var containers = Containers()

  init(lines: Lines, place: @escaping (_ line: Int, _ column: Int) -> Place) {
    self.lines = lines
    self.place = place
  }

  /// Each table with the index of its paragraph's first node.
  mutating func find(in steps: [Node]) -> [(index: Int, table: TableSource)] {
    var found: [(Int, TableSource)] = []
    for (index, node) in steps.enumerated() {
      containers.follow(node, next: index + 1 < steps.count ? steps[index + 1] : nil, in: lines)
      let last: Int
      switch node.kind {
      case .paragraph where node.isEntry: last = node.lastLine
      // A table directly above `---` is to libcmark a heading of several lines (whose last line it doesn't give).
      case .heading where node.isEntry && !isATX(node): last = underline(below: node.line) - 1
      default: continue
      }
      guard last > node.line else { continue }
      let definitions =
        lines.startsWithDefinition(content(node.line, of: node)) ? definitionLines(steps, index, last) : 0
      if let table = table(in: node, lastLine: last, definitions: definitions) { found.append((index, table)) }
    }
    return found
  }

  private func isATX(_ heading: Node) -> Bool {
    let content = lines.text[content(heading.line, of: heading)]
    let marks = content.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks) else { return false }
    return content.dropFirst(marks).first.map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  /// Lines of link definitions at the head of a paragraph: libcmark takes them out and forgets that they stood there.
  private func definitionLines(_ steps: [Node], _ start: Int, _ lastLine: Int) -> Int {
    let content = steps[(start + 1)...].prefix { $0.kind != steps[start].kind }
    let breaks = content.count { $0.kind == .softBreak || $0.kind == .lineBreak }
    return max(0, lastLine - steps[start].line - breaks)
  }

  private func underline(below line: Int) -> Int {
    var at = line + 1
    while at <= lines.count, !isUnderline(at) { at += 1 }
    return min(at, lines.count)
  }

  private func isUnderline(_ line: Int) -> Bool {
    let content = lines.text[lines.content(of: line, quotes: containers.quotes)]
    guard let mark = content.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    return content.drop { $0 == mark }.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// What the paragraph has of one of its lines.
  private func content(_ line: Int, of node: Node) -> Range<Int> {
    guard line == node.line else { return lines.content(of: line, quotes: containers.quotes) }
    let range = lines.range(of: line)
    return min(range.lowerBound + node.column - 1, range.upperBound)..<range.upperBound
  }

  private mutating func table(in node: Node, lastLine: Int, definitions: Int) -> TableSource? {
    for line in stride(from: node.line + definitions + 1, through: lastLine, by: 1) {
      let rule = content(line, of: node)
      guard let mark = rule.first.map({ lines.text[$0] }),
        mark == pipe || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":"),
        let alignments = TableSource.alignments(of: rule, in: lines.text)
      else { continue }
      let above = content(line - 1, of: node)
      guard lines.text[above].contains(pipe) || lines.text[rule].contains(pipe) else { continue }
      let header = TableSource.cells(of: line - 1, in: lines, above)
      guard header.count == alignments.count else {
        if header.count > 1 {
          refusedRules.insert(line)
          diagnostics.append(
            .tableRuleMismatch(header: header.count, rule: alignments.count, at: place(line, column(of: line, rule))))
        }
        continue
      }
      // Both rows stand inside what the paragraph stands in, or both in what is around it.
      let isInside = line - 1 == node.line || containers.content(of: line - 1, in: lines).isInside
      if isInside, !containers.content(of: line, in: lines).isInside { continue }
      if !isInside {
        cut(before: line - 1)
        return nil
      }
      if definitions > 0 {
        cut(before: node.line + definitions)
        return nil
      }
      var table = TableSource(alignments: alignments, header: header, lastLine: lastLine)
      for line in node.line..<(line - 1) {
        let content = content(line, of: node)
        table.lead.append(
          TableSource.Cell(text: Array(lines.text[content]), line: line, column: column(of: line, content)))
      }
      return filled(table, from: line + 1, isAboveUnderline: node.kind == .heading)
    }
    return nil
  }

  private mutating func cut(before line: Int) {
    let start = lines.range(of: line).lowerBound
    seams.append(Seam(line: line, marks: start..<containers.content(of: line, in: lines).start))
  }

  private mutating func filled(_ source: TableSource, from firstRow: Int, isAboveUnderline: Bool) -> TableSource? {
    var table = source
    let columns = table.alignments.count
    cellCount += columns * max(1, table.lastLine - firstRow + 2)
    guard columns <= widestTable, cellCount <= mostCells else {
      refusedRules.insert(firstRow - 1)
      diagnostics.append(.tableTooLarge(at: place(table.header[0].line, 1)))
      return nil
    }
    for line in stride(from: firstRow, through: table.lastLine, by: 1) {
      let content = lines.content(of: line, quotes: containers.quotes)
      let isHeading = isAboveUnderline && line == table.lastLine && !lines.text[content].contains(pipe)
      if isHeading || endsTable(line) {
        cut(before: line)
        return nil
      }
      let cells = TableSource.cells(of: line, in: lines, content)
      if cells.count > columns {
        diagnostics.append(
          .tableRowTooLong(cells: cells.count, columns: columns, at: place(line, cells[columns].column)))
      }
      table.rows.append(Array(cells.prefix(columns)))
    }
    return table
  }

  /// Whether a line is no row: outside of what the table stands in, or the beginning of what only a paragraph, which
  /// CommonMark takes the table for, keeps from beginning: a list from 2 on or of an empty item, a link definition.
  private func endsTable(_ line: Int) -> Bool {
    let (start, isInside) = containers.content(of: line, in: lines)
    guard isInside else { return true }
    let end = lines.range(of: line).upperBound
    let rest = lines.text[start..<end]
    let indent = rest.prefix { $0 == 0x20 }.count
    let content = rest.dropFirst(indent)
    guard indent < 4, let first = content.first else { return false }
    func isAtMark(_ length: Int) -> Bool { content.dropFirst(length).first.map { $0 == 0x20 || $0 == 0x09 } ?? true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = content.prefix { (0x30...0x39).contains($0) }.count
      let mark = content.dropFirst(digits).first
      return digits <= 9 && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")) && isAtMark(digits + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return content.dropFirst().allSatisfy { $0 == 0x20 || $0 == 0x09 }
    case UInt8(ascii: "["): return lines.startsWithDefinition(content.startIndex..<end)
    default: return false
    }
  }

  private func column(of line: Int, _ content: Range<Int>) -> Int {
    scalarCount(lines.text[lines.range(of: line).lowerBound..<content.lowerBound]) + 1
  }
}
