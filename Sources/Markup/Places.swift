import Texts

/// The lines of a text, as libcmark counts them (ended by LF, CR or both).
struct Lines {
  let text: [UInt8]
  private let starts: [Int]

  init(_ text: [UInt8]) {
    self.text = text
    starts = text.withUnsafeBufferPointer { text in
      var starts = [0]
      var at = text.nextASCII(from: 0)
      while at < text.count {
        if text[at] == 0x0A || (text[at] == 0x0D && !(at + 1 < text.count && text[at + 1] == 0x0A)) {
          starts.append(at + 1)
        }
        at = text.nextASCII(from: at + 1)
      }
      return starts
    }
  }

  var count: Int { starts.count }

  /// Offsets of a line (from 1) without its end.
  func range(of line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return text.count..<text.count }
    var end = line < starts.count ? starts[line] : text.count
    let start = starts[line - 1]
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The line an offset lies in.
  func line(at offset: Int) -> Int { max(1, starts.partitioningIndex { $0 > offset }) }

  /// What a paragraph inside so many block quotes has of a line of its own: without their marks, and indentation.
  func content(of line: Int, quotes: Int) -> Range<Int> {
    let range = range(of: line)
    var at = range.lowerBound
    var left = quotes
    while at < range.upperBound {
      let byte = text[at]
      if byte == UInt8(ascii: ">"), left > 0 { left -= 1 } else if byte != 0x20, byte != 0x09 { break }
      at += 1
    }
    return at..<range.upperBound
  }

  /// Whether what a paragraph begins with looks like `[label]: address`.
  func startsWithDefinition(_ content: Range<Int>) -> Bool {
    let line = text[content]
    guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return end + 1 < line.endIndex && line[end + 1] == UInt8(ascii: ":")
  }
}

/// Turns libcmark's lines and byte columns into the source's lines and scalar columns.
///
/// libcmark reckons columns on a paragraph's later lines as though all were indented like its first, puts a link on the
/// line of its closing bracket, and forgets the lines of link definitions above a paragraph; all three are mended here.
struct Places {
  let lines: Lines
  let markers: Markers?
  private var quotes = 0
  private var block: (line: Int, column: Int) = (1, 1)
  /// Lines of definitions at the head of the present paragraph.
  private var definitions = 0
  // Where counting last stopped, so that a long line with many links is walked once.
  private var counted: (line: Int, offset: Int, column: Int) = (0, 0, 0)

  init(lines: Lines, markers: Markers?) {
    self.lines = lines
    self.markers = markers
  }

  /// Corrects the places of links, images and raw HTML; those of blocks stay libcmark's.
  mutating func resolve(_ nodes: inout [Node]) {
    var open: [(index: Int, breaks: Int)] = []
    var breaks = 0
    for index in nodes.indices {
      switch nodes[index].kind {
      case .quote: quotes += nodes[index].isEntry ? 1 : -1
      case .paragraph, .heading:
        guard nodes[index].isEntry else { continue }
        block = (nodes[index].line, nodes[index].column)
        definitions = definitionLines(nodes, index)
      case .softBreak, .lineBreak: breaks += 1
      case .link, .image:
        if nodes[index].isEntry {
          open.append((index, breaks))
        } else if let start = open.popLast() {
          nodes[start.index].line -= breaks - start.breaks
          place(&nodes[start.index])
        }
      case .html: place(&nodes[index])
      case .htmlBlock: (nodes[index].line, nodes[index].column) = scalars(nodes[index].line, nodes[index].column)
      default: break
      }
    }
  }

  private func definitionLines(_ nodes: [Node], _ start: Int) -> Int {
    let paragraph = nodes[start]
    let range = lines.range(of: paragraph.line)
    let first = min(range.lowerBound + max(paragraph.column - 1, 0), range.upperBound)..<range.upperBound
    guard paragraph.kind == .paragraph, lines.startsWithDefinition(first) else { return 0 }
    let content = nodes[(start + 1)...].prefix { $0.kind != .paragraph }
    let breaks = content.count { $0.kind == .softBreak || $0.kind == .lineBreak }
    return max(0, paragraph.lastLine - paragraph.line - breaks)
  }

  private mutating func place(_ node: inout Node) {
    let line = max(node.line, block.line) + definitions
    var column = node.column
    if line > block.line {
      let start = lines.range(of: line).lowerBound
      column += lines.content(of: line, quotes: quotes).lowerBound - start - (block.column - 1)
    }
    (node.line, node.column) = scalars(line, column)
  }

  private mutating func scalars(_ line: Int, _ byteColumn: Int) -> (line: Int, column: Int) {
    let range = lines.range(of: line)
    let target = min(range.lowerBound + max(byteColumn - 1, 0), range.upperBound)
    if counted.line != line || counted.offset > target { counted = (line, range.lowerBound, 1) }
    while counted.offset < target {
      let marker = markers?.length(in: lines.text, at: counted.offset) ?? 0
      if marker == 0, lines.text[counted.offset] & 0xC0 != 0x80 { counted.column += 1 }
      counted.offset += max(marker, 1)
    }
    // The column of a character is one more than the characters before it.
    return (line, counted.column)
  }
}
