import Texts

/// One paragraph or heading as its source has it, looked through for what was meant otherwise.
struct SlipBlock {
  let lines: Lines
  /// What each of its lines has for it.
  private let content: [Range<Int>]
  private let firstLine: Int

  var start: Int { content[0].lowerBound }

  init(lines: Lines, paragraph node: Node, quotes: Int) {
    self.lines = lines
    firstLine = node.line
    content = (node.line...max(node.line, node.lastLine)).map {
      $0 == node.line ? Self.first(node, lines) : lines.content(of: $0, quotes: quotes)
    }
  }

  init(lines: Lines, heading node: Node) {
    self.lines = lines
    firstLine = node.line
    content = [Self.first(node, lines)]
  }

  private static func first(_ node: Node, _ lines: Lines) -> Range<Int> {
    let range = lines.range(of: node.line)
    return min(range.lowerBound + max(0, node.column - 1), range.upperBound)..<range.upperBound
  }

  /// A heading that is no heading's text: the line of dashes below it was meant to part it from what follows.
  var isSentence: Bool {
    var text = lines.text[content[0]]
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text.first != UInt8(ascii: "#") && ["。", "；", "，"].contains { text.suffix(3).elementsEqual($0.utf8) }
  }

  /// - Parameters:
  ///   - table: the table this paragraph is, with the lines above it.
  ///   - refusedRules: lines of rules whose table was reported to be none.
  func slips(above table: TableSource?, refusedRules: Set<Int>) -> [Slip] {
    var slips = inlineSlips() + (lostBox().map { [$0] } ?? [])
    let prose = table.map { max(0, $0.header[0].line - firstLine) } ?? content.count
    slips += headings(in: content[..<prose])
    if let joined = joinedEnumeration(in: content[..<prose]) { slips.append(joined) }
    if let table {
      if let pipe = widePipe(inRowsOf: table) { slips.append(Slip(kind: .widePipe, offset: pipe)) }
    } else if !content.indices.contains(where: { refusedRules.contains(firstLine + $0) }) {
      slips += lostTable()
    }
    return slips.sorted { $0.offset < $1.offset }
  }

  private func headings(in content: ArraySlice<Range<Int>>) -> [Slip] {
    content.filter { isHeading(lines.text[$0]) }.map { Slip(kind: .heading, offset: $0.lowerBound) }
  }

  /// `#标题`, also with the wide sign; but not `#3站房`, a number, nor `#党建#`, a topic.
  private func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
    if text.starts(with: "＃".utf8) { return text.dropFirst(3).contains { $0 > 0x20 } }
    let marks = text.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = text.dropFirst(marks)
    guard (1...6).contains(marks), let next = rest.first, next > 0x20 else { return false }
    return marks > 1 || !((0x30...0x39).contains(next) || rest.contains(UInt8(ascii: "#")))
  }

  /// The first line that begins like an entry of a list and runs on from the line before it.
  private func joinedEnumeration(in content: ArraySlice<Range<Int>>) -> Slip? {
    for (before, line) in zip(content, content.dropFirst()) where isEntry(lines.text[line]) {
      let ending = lines.text[before]
      let breaks = ending.last == UInt8(ascii: "\\") || ending.suffix(2).elementsEqual([0x20, 0x20])
      if !breaks { return Slip(kind: .enumeration, offset: line.lowerBound) }
    }
    return nil
  }

  /// Whether ｜ stands in a row that lacks cells for it.
  private func widePipe(inRowsOf table: TableSource) -> Int? {
    for row in table.rows where row.count < table.alignments.count {
      if let line = row.first?.line, let pipe = firstWidePipe(in: lines.range(of: line)) { return pipe }
    }
    return nil
  }

  private func firstWidePipe(in range: Range<Int>) -> Int? {
    lines.text[range].firstStretch(of: Array("｜".utf8))?.lowerBound
  }

  /// Lines that would be a table but for their bars, or for the second line.
  private func lostTable() -> [Slip] {
    let wide = content.compactMap(firstWidePipe)
    if wide.count > 1 || wide.first.map({ content.map(\.lowerBound).contains($0) }) == true {
      return wide.prefix(1).map { Slip(kind: .widePipe, offset: $0) }
    }
    if content.count == 1, isRow(content[0]), TableSource.alignments(of: content[0], in: lines.text) != nil {
      return [Slip(kind: .ruleWithoutHeader, offset: start)]
    }
    for (line, next) in zip(content, content.dropFirst()) where isRow(line) && isRow(next) {
      return [Slip(kind: .tableWithoutRule, offset: next.lowerBound)]
    }
    return []
  }

  private func isRow(_ line: Range<Int>) -> Bool {
    let text = lines.text[line]
    let pipes = text.count { $0 == pipe }
    return pipes > 1 && (text.first == pipe || pipes > 2)
  }

  func inlineSlips() -> [Slip] { scanned().found }

  /// A box at an item's beginning that is none: `[ ]` without a blank behind it, `[]`, `【 】`, `[√]`.
  private func lostBox() -> Slip? {
    let text = lines.text[content[0]]
    let before = lines.text[lines.range(of: firstLine).lowerBound..<start].last { $0 > 0x20 }
    guard let before, "-*+.)".utf8.contains(before) else { return nil }
    let open = ["[ ]", "[]", "[\u{3000}]", "【】", "【 】", "【\u{3000}】", "［］", "［ ］", "［\u{3000}］"]
    let ticked = ["[x]", "[X]", "[√]", "[✓]", "[✔]", "【√】", "【x】", "［x］", "［√］"]
    for (signs, box) in [(open, "[ ]"), (ticked, "[x]")] {
      guard let sign = signs.first(where: { text.starts(with: $0.utf8) }) else { continue }
      let rest = text.dropFirst(sign.utf8.count)
      // A box for nothing.
      if rest.allSatisfy({ $0 <= 0x20 }) { return Slip(kind: .box("- \(box) 要做的事"), offset: start) }
      guard let next = rest.first, !"([:".utf8.contains(next), sign.utf8.count > 3 || sign == "[]" || next != 0x20
      else {
        return nil
      }
      let words = String(decoding: rest, as: UTF8.self).trimmed
      return words.isEmpty ? nil : Slip(kind: .box("- \(box) \(words)"), offset: start)
    }
    return nil
  }

  /// The marks of footnotes in it, and the texts that begin at one of its lines.
  /// - Parameter isOutermost: whether a text may stand here.
  func notes(isOutermost: Bool) -> [WrittenNote] {
    let starts = Set(content.map(\.lowerBound))
    let scan = scanned()
    return scan.notes.map { label in
      let offset = label.lowerBound - 2
      let rest = lines.text[(label.upperBound + 1)...]
      let isStart = starts.contains(offset)
      let colon: WrittenNote.Colon? =
        !isStart ? nil : rest.first == UInt8(ascii: ":") ? .narrow : rest.starts(with: "：".utf8) ? .wide : nil
      return WrittenNote(
        label: String(decoding: lines.text[label], as: UTF8.self), offset: offset, colon: colon,
        isOutermost: isOutermost, isInPicture: scan.inPictures.contains(label.lowerBound),
        isBare: colon == .narrow && isBare(rest.dropFirst()))
    }
  }

  /// Whether a footnote's text has no words on its line.
  private func isBare(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }.map { $0 == 0x0A } ?? true
  }

  private func scanned() -> (found: [Slip], notes: [Range<Int>], inPictures: Set<Int>) {
    guard let last = content.last else { return ([], [], []) }
    var scan = InlineScan(text: lines.text, range: start..<max(start, last.upperBound))
    return (scan.slips(), scan.notes, scan.notesInPictures)
  }
}

/// Whether a line begins like an entry: `1、`, `（一）`, `①`, `2.` without the space a list needs, a dot, a dash and a word.
func isEntry(_ text: ArraySlice<UInt8>) -> Bool {
  let scalars = Array(String(decoding: text.prefix(40), as: UTF8.self).unicodeScalars.prefix(8))
  guard let first = scalars.first else { return false }
  switch first {
  case "①"..."⑳", "•", "●", "○", "◆", "■", "▪": return true
  case "-", "+", "·", "－": return scalars.count > 1 && isCJK(scalars[1])
  case "（", "(":
    let number = scalars.dropFirst().prefix(while: isNumeral)
    let end = scalars.dropFirst(1 + number.count).first
    return (1...3).contains(number.count) && (end == "）" || end == ")")
  default: break
  }
  let number = scalars.prefix(while: isNumeral)
  guard (1...3).contains(number.count), number.count < 3 || !isDigit(first) else { return false }
  let rest = scalars.dropFirst(number.count)
  switch rest.first {
  case "、", "）", "．": return true
  case ".", ")": return isDigit(first) && rest.dropFirst().first.map { !isDigit($0) && $0 != " " } ?? false
  default: return false
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
}

private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
  isDigit(scalar) || "一二三四五六七八九十".unicodeScalars.contains(scalar)
}
