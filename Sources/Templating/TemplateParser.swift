import Diagnostics

/// Pairs a template's tags, drops the lines that hold nothing but a tag, and builds the tree.
struct TemplateParser {
  /// Sections, blocks and parents within one another; a page needs a handful.
  private static let deepestNesting = 64

  private let source: TemplateSource
  private let tags: [Tag]
  private var diagnostics: [Diagnostic]
  /// For each opening tag its closing tag, and the reverse.
  private var partner: [Int?]
  /// For each tag the tag that encloses it.
  private var enclosing: [Int?]

  static func parse(_ source: TemplateSource) -> ParsedTemplate {
    var parser = TemplateParser(source)
    guard parser.match() else { return ParsedTemplate(parts: [], diagnostics: parser.diagnostics) }
    let whole = Stretch(tags: 0..<parser.tags.count, start: 0, end: source.bytes.count, endsBeforeTag: false)
    let parts = parser.parts(of: whole)
    return ParsedTemplate(parts: parts, diagnostics: parser.diagnostics)
  }

  private init(_ source: TemplateSource) {
    self.source = source
    let scanner = TagScanner(source)
    tags = scanner.tags
    diagnostics = scanner.diagnostics
    partner = Array(repeating: nil, count: tags.count)
    enclosing = Array(repeating: nil, count: tags.count)
  }

  /// False when the nesting is too deep to go on.
  private mutating func match() -> Bool {
    var open: [Int] = []
    for (index, tag) in tags.enumerated() {
      enclosing[index] = open.last
      if tag.sigil.opens {
        open.append(index)
        if open.count > Self.deepestNesting {
          diagnostics.append(.sectionsTooDeep(tag.name, limit: Self.deepestNesting, at: tag.place))
          return false
        }
      } else if tag.sigil == .close, !tag.isBroken {
        guard let level = open.lastIndex(where: { tags[$0].name == tag.name }) else {
          let innermost = open.last.map { tags[$0].name }
          diagnostics.append(.strayClosingTag(tag.name, open: innermost, at: tag.place))
          continue
        }
        for unclosed in open[(level + 1)...] { reportUnclosed(tags[unclosed]) }
        partner[index] = open[level]
        partner[open[level]] = index
        enclosing[index] = enclosing[open[level]]
        open.removeSubrange(level...)
      }
    }
    for unclosed in open { reportUnclosed(tags[unclosed]) }
    return true
  }

  private mutating func reportUnclosed(_ tag: Tag) {
    if !tag.isBroken { diagnostics.append(.sectionNotClosed(tag.name, at: tag.place)) }
  }
}

// MARK: - The tree

/// A stretch of the template with the tags it holds.
private struct Stretch {
  let tags: Range<Int>
  let start: Int
  let end: Int
  /// Whether a tag that keeps its line ends the stretch, so that blanks before it begin that line.
  let endsBeforeTag: Bool
}

extension TemplateParser {
  private mutating func parts(of stretch: Stretch) -> [Part] {
    var parts: [Part] = []
    var position = stretch.start
    var index = stretch.tags.lowerBound
    while index < stretch.tags.upperBound {
      let tag = tags[index]
      let edges = edges(of: index)
      appendText(from: position, to: edges.start, beforeTag: edges.keepsLine, to: &parts)
      position = edges.end
      guard tag.sigil.opens else {
        if let part = leaf(index) { parts.append(part) }
        index += 1
        continue
      }
      guard let close = partner[index] else {
        let rest = Stretch(
          tags: (index + 1)..<stretch.tags.upperBound, start: position, end: stretch.end,
          endsBeforeTag: stretch.endsBeforeTag)
        return parts + [.broken(self.parts(of: rest))]
      }
      let closing = self.edges(of: close)
      let inner = Stretch(
        tags: (index + 1)..<close, start: position, end: closing.start, endsBeforeTag: closing.keepsLine)
      parts.append(tag.sigil == .parent ? parent(index, inner) : section(index, inner))
      position = closing.end
      index = close + 1
    }
    appendText(from: position, to: stretch.end, beforeTag: stretch.endsBeforeTag, to: &parts)
    return parts
  }

  private func leaf(_ index: Int) -> Part? {
    let tag = tags[index]
    let name = Name(text: tag.name, place: tag.place)
    switch tag.sigil {
    case _ where tag.isBroken: return nil
    case .variable: return .variable(name, raw: false)
    case .raw: return .variable(name, raw: true)
    case .partial: return .partial(name, indentation: isAlone(tag) ? blanks(before: tag) : nil)
    default: return nil
    }
  }

  private mutating func section(_ index: Int, _ inner: Stretch) -> Part {
    let tag = tags[index]
    let body = parts(of: inner)
    if tag.isBroken { return .broken(body) }
    let name = Name(text: tag.name, place: tag.place)
    if tag.sigil != .block { return .section(name, inverted: tag.sigil == .inverted, body) }
    return .block(block(index, body, from: inner.start, to: inner.end))
  }

  private func block(_ index: Int, _ body: [Part], from start: Int, to end: Int) -> Block {
    let tag = tags[index]
    let firstLine = tag.trail == nil ? nil : firstIndentation(from: start, to: end)
    var indentation: [UInt8]?
    if isAlone(tag) {
      indentation = firstLine ?? blanks(before: tag)
    } else if tag.lead != nil, let close = partner[index], tags[close].trail != nil {
      indentation = blanks(before: tag)
    }
    return Block(
      name: Name(text: tag.name, place: tag.place), indentation: indentation, intrinsic: firstLine ?? [], body: body)
  }

  /// A parent holds its arguments; anything else in it would be dropped without a word, so it is refused.
  private mutating func parent(_ index: Int, _ inner: Stretch) -> Part {
    let tag = tags[index]
    var arguments: [Block] = []
    var given: Set<String> = []
    for part in parts(of: inner) {
      guard case .block(let block) = part else { continue }
      if !given.insert(block.name.text).inserted {
        diagnostics.append(.blockGivenTwice(block.name.text, at: block.name.place))
      }
      arguments.append(block)
    }
    refuseStrangers(in: index, inner)
    if tag.isBroken { return .broken(arguments.map(Part.block)) }
    let closing = partner[index].map { tags[$0] }
    let isAlone = tag.lead != nil && closing?.trail != nil
    return .parent(
      Name(text: tag.name, place: tag.place), indentation: isAlone ? blanks(before: tag) : nil, arguments: arguments)
  }

  private mutating func refuseStrangers(in parent: Int, _ inner: Stretch) {
    var position = inner.start
    for index in inner.tags where enclosing[index] == parent {
      let tag = tags[index]
      if tag.sigil.opens, partner[index] == nil { return }
      if tag.sigil != .close {
        refuseText(from: position, to: tag.start, in: tags[parent])
        if !tag.isBroken, !tag.sigil.mayStandInParent {
          diagnostics.append(.notAnArgument(tag.name, of: tags[parent].name, at: tag.place))
        }
      }
      position = tag.end
    }
    refuseText(from: position, to: inner.end, in: tags[parent])
  }

  private mutating func refuseText(from start: Int, to end: Int, in parent: Tag) {
    guard start < end, let first = source.bytes[start..<end].firstIndex(where: { !$0.isSpace }) else { return }
    diagnostics.append(.textInParent(parent.name, at: source.place(at: first)))
  }
}

// MARK: - Lines

extension TemplateParser {
  private func isAlone(_ tag: Tag) -> Bool { tag.lead != nil && tag.trail != nil }

  private func blanks(before tag: Tag) -> [UInt8] { Array(source.bytes[(tag.lead ?? tag.start)..<tag.start]) }

  /// The bytes a tag takes from the text: with its line's blanks and end where it stands alone. A parent with all that
  /// it holds counts as one tag; arguments shed the line ends inside their tags wherever those stand.
  private func edges(of index: Int) -> (start: Int, end: Int, keepsLine: Bool) {
    let tag = tags[index]
    let mate = partner[index].map { tags[$0] }
    let opener = tag.sigil == .close ? mate?.sigil : tag.sigil
    var (shedsStart, shedsEnd) = (false, false)
    switch opener {
    case .variable, .raw, nil: break
    case .parent:
      let other = mate ?? tag
      let isAlone = tag.sigil == .close ? other.lead != nil && tag.trail != nil : tag.lead != nil && other.trail != nil
      shedsStart = isAlone && tag.sigil == .parent
      shedsEnd = isAlone && tag.sigil == .close
    case .block where isArgument(index):
      shedsStart = tag.sigil == .close
      shedsEnd = tag.sigil == .block
    default:
      shedsStart = isAlone(tag)
      shedsEnd = shedsStart
    }
    let start = shedsStart ? tag.lead ?? tag.start : tag.start
    return (start, shedsEnd ? tag.trail ?? tag.end : tag.end, !(shedsStart && tag.lead != nil))
  }

  private func isArgument(_ index: Int) -> Bool { enclosing[index].map { tags[$0].sigil == .parent } ?? false }

  /// The indentation of the first line that holds anything.
  private func firstIndentation(from start: Int, to end: Int) -> [UInt8]? {
    guard start < end, let first = source.bytes[start..<end].firstIndex(where: { !$0.isSpace }) else { return nil }
    var lineStart = first
    while lineStart > start, source.bytes[lineStart - 1].isBlank { lineStart -= 1 }
    return Array(source.bytes[lineStart..<first])
  }

  private func appendText(from start: Int, to end: Int, beforeTag: Bool, to parts: inout [Part]) {
    let bytes = source.bytes
    var position = start
    while position < end {
      var first = position
      while first < end, bytes[first].isBlank { first += 1 }
      let isBlankLine = first < end ? bytes[first].isSpace : !beforeTag
      if startsLine(position), !isBlankLine {
        parts.append(.line(Array(bytes[position..<first])))
        position = first
      }
      let next = bytes[position..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
      if position < next { parts.append(.text(Array(bytes[position..<next]))) }
      position = next
    }
    if beforeTag, startsLine(end) { parts.append(.line([])) }
  }

  private func startsLine(_ position: Int) -> Bool { position == 0 || source.bytes[position - 1] == 0x0A }
}

extension Tag.Sigil {
  var opens: Bool { self == .section || self == .inverted || self == .block || self == .parent }

  var mayStandInParent: Bool { self == .block || self == .comment || self == .delimiters }
}
