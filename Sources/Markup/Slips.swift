import Diagnostics
import Texts

/// Looks for what an office writes and CommonMark reads as something else: it would be published without a word.
///
/// Works on the source beside the tree: what went wrong is, to libcmark, mere text.
struct SlipFinder {
  let lines: Lines
  let nodes: Nodes
  let place: (_ line: Int, _ column: Int) -> Place
  private(set) var diagnostics: [Diagnostic] = []
  private var containers = Containers()
  private var notes: [WrittenNote] = []
  /// Whether the block before is the text of a footnote.
  private var followsNote = false

  init(lines: Lines, nodes: Nodes, place: @escaping (_ line: Int, _ column: Int) -> Place) {
    self.lines = lines
    self.nodes = nodes
    self.place = place
  }

  mutating func find(tables: [(index: Int, table: TableSource)], refusedRules: Set<Int>) {
    var next = tables[...]
    let steps = nodes.steps
    for (index, node) in steps.enumerated() {
      containers.follow(node, next: index + 1 < steps.count ? steps[index + 1] : nil, in: lines)
      guard node.isEntry else { continue }
      switch node.kind {
      case .paragraph:
        let isTable = next.first?.index == index
        let block = SlipBlock(lines: lines, paragraph: node, quotes: containers.quotes)
        let table = isTable ? next.removeFirst().table : nil
        add(block.slips(above: table, refusedRules: refusedRules))
        let marks = block.notes(isOutermost: containers.isEmpty)
        notes += marks
        followsNote = marks.contains { $0.colon == .narrow && $0.isOutermost }
      case .heading:
        if next.first?.index == index { next.removeFirst() }
        let block = SlipBlock(lines: lines, heading: node)
        add(block.inlineSlips())
        notes += block.notes(isOutermost: false)
        if block.isSentence { add([Slip(kind: .underlined, offset: block.start)]) }
        followsNote = false
      case .codeBlock:
        let slips = indented(node)
        add(followsNote ? slips.map { Slip(kind: .noteContinued, offset: $0.offset) } : slips)
      default: continue
      }
    }
    add(notes.slips())
  }

  private mutating func add(_ slips: [Slip]) {
    for slip in slips where diagnostics.count <= Diagnostic.mostPerFile {
      let line = lines.line(at: slip.offset)
      let column = scalarCount(lines.text[lines.range(of: line).lowerBound..<slip.offset]) + 1
      diagnostics.append(.markdownSlip(slip.kind, at: place(line, column)))
    }
  }

  /// Each paragraph of code that is code by its indentation alone.
  private func indented(_ node: Node) -> [Slip] {
    let code = nodes.bytes[node.second].prefix { $0 != 0x0A && $0 != 0x0D }
    let first = lines.range(of: node.line)
    // A fence isn't among the lines it fences.
    guard !code.isEmpty, lines.text[first].suffix(code.count).elementsEqual(code) else { return [] }
    var slips: [Slip] = []
    var isInside = false
    for line in node.line...max(node.line, node.lastLine) {
      let range = lines.range(of: line)
      let start = containers.content(of: line, in: lines).start
      let isBlank = lines.text[min(start, range.upperBound)..<range.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !isBlank, !isInside { slips.append(Slip(kind: .indented, offset: start)) }
      isInside = !isBlank
    }
    return slips
  }
}

struct Slip {
  enum Kind {
    /// The address has a space: how it must be written.
    case spaced(String)
    /// Brackets of a Chinese keyboard around the address.
    case wideBrackets(String)
    case wideMark
    case indented
    case enumeration
    case heading
    case underlined
    case widePipe
    case tableWithoutRule
    case ruleWithoutHeader
    /// A footnote's mark whose text isn't there.
    case noteWithoutText(String)
    /// A footnote's text that no mark leads to.
    case noteWithoutMark(String)
    case noteTwice(String)
    /// Within a quote or a list.
    case noteInside(String)
    case noteColon(String)
    /// Brackets of a Chinese keyboard around a footnote's mark.
    case wideNote(String)
    /// Among the words in place of a picture.
    case noteInPicture(String)
    /// Waves among the words of a caption.
    case strikeInCaption
    /// Indented below a footnote's text, as if it went on.
    case noteContinued
    /// A box of a list, which lacks a blank or has another sign: how it must be written.
    case box(String)
    /// `==words==`
    case highlight(String)
  }

  let kind: Kind
  /// In the text.
  let offset: Int
}

/// Offsets of `[^1]:`, which others write for the text of a footnote.
func footnoteDefinitions(in text: [UInt8]) -> [Int] {
  var found: [Int] = []
  var at = text.nextASCII(from: 0)
  while at < text.count {
    if text[at] == UInt8(ascii: "["), let end = footnoteEnd(in: text, at: at), end < text.count,
      text[end] == UInt8(ascii: ":")
    {
      found.append(at)
    }
    at = text.nextASCII(from: at + 1)
  }
  return found
}

/// Where a footnote's mark `[^1]` that begins at `at` ends; `nil` for any other bracket.
func footnoteEnd(in text: [UInt8], at: Int) -> Int? {
  guard at + 2 < text.count, text[at + 1] == UInt8(ascii: "^") else { return nil }
  var end = at + 2
  // No label is longer.
  while end < min(text.count, at + 100), text[end] > 0x20, text[end] != UInt8(ascii: "["),
    text[end] != UInt8(ascii: "]")
  {
    end += 1
  }
  return end > at + 2 && end < text.count && text[end] == UInt8(ascii: "]") ? end + 1 : nil
}
