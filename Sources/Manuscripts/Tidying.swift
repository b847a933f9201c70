import Texts

extension Manuscript {
  /// The same as a story has it: paragraphs for line ends, no blanks that set in, Chinese quotation marks, headings for bold
  /// lines, pictures with their captions.
  package func tidied() -> Manuscript {
    var tidied = self
    let blocks = withCaptions(tidy(blocks)).map(promoted)
    let (found, rest) = titled(blocks)
    let known = title.map { visible($0).trimmed }
    let isSame = found.map { found in known.map { found.isSame(as: $0) } ?? true } ?? false
    tidied.title = known ?? found
    tidied.blocks = levelled(isSame ? rest : blocks)
    return tidied
  }
}

private func tidy(_ blocks: [Block]) -> [Block] { blocks.flatMap { tidy($0) } }

private func tidy(_ block: Block) -> [Block] {
  switch block {
  case .paragraph(let inlines):
    return paragraphs(of: clean(inlines)).filter { !$0.isEmpty }.map { .paragraph($0.merged()) }
  case .heading(let level, let inlines):
    let words = clean(inlines).withoutBold().lines().flatMap { $0.trimmedEnds() + [.text(" ")] }.trimmedEnds()
    // A picture set as a heading is no heading.
    let pictures = words.filter { if case .picture = $0 { true } else { false } }
    let rest = words.filter { if case .picture = $0 { false } else { true } }.merged()
    return pictures.map { .paragraph([$0]) } + (rest.plain.trimmed.isEmpty ? [] : [.heading(level: level, rest)])
  case .bullets(let items): return list(items).map { .bullets($0) }
  case .numbers(let start, let items): return list(items).map { .numbers(start: start, $0) }
  case .table(let table): return [.table(Table(rows: table.rows.map { $0.map { tidy($0) } }))]
  default: return [block]
  }
}

private func list(_ items: [[Block]]) -> [[[Block]]] {
  let items = items.map { tidy($0) }.filter { !$0.isEmpty }
  return items.isEmpty ? [] : [items]
}

/// Without what nobody sees, in runs of one blank, with Chinese quotation marks.
private func clean(_ inlines: [Inline]) -> [Inline] {
  inlines.merged().mapTexts(visible).map { inline in
    if case .note(let blocks) = inline { .note(tidy(blocks)) } else { inline }
  }.withChineseQuotes()
}

/// A tab or several blanks are one; wide ones stay, since names are set with them.
func visible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.steers {
    if scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\n" || scalar == "\r" {
      if result.last != " " || result.isEmpty { result.append(" ") }
    } else if !scalar.properties.isDefaultIgnorableCodePoint || scalar.shapes {
      result.append(scalar)
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// A joiner or a selector, which shapes the sign it stands beside.
  fileprivate var shapes: Bool {
    value == 0x200D || (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }
}

extension [Inline] {
  func withoutBold() -> [Inline] {
    flatMap { if case .strong(let inner) = $0 { inner.withoutBold() } else { [$0] } }.merged()
  }

  /// Whether all that is to be read of it is bold.
  var isAllBold: Bool {
    var hasWords = false
    for inline in self {
      switch inline {
      case .strong: hasWords = true
      case .text(let text) where text.trimmed.isEmpty: continue
      default: return false
      }
    }
    return hasWords
  }
}

/// A bold line that ends no sentence is a heading; numbered as 一、 or （一） it says how deep.
private func promoted(_ block: Block) -> Block {
  guard case .paragraph(let inlines) = block, inlines.isAllBold else { return block }
  let text = inlines.plain.trimmed
  guard text.unicodeScalars.count <= 40, !endsSentence(text) else { return block }
  let level = numbering(of: text)?.rawValue ?? Numbering.first.rawValue
  return .heading(level: level, inlines.withoutBold().trimmedEnds())
}

/// What a document that doesn't name its title begins with, where it can be one: a heading that has no equal, or a short line
/// that ends no sentence; with the line below it that begins with a dash.
private func titled(_ blocks: [Block]) -> (title: String?, rest: [Block]) {
  guard let first = blocks.firstIndex(where: { $0.words != nil }), let words = blocks[first].words else {
    return (nil, blocks)
  }
  var title = words.plain.trimmed
  guard numbering(of: title) == nil, title.unicodeScalars.count <= 60, !endsSentence(title) else {
    return (nil, blocks)
  }
  if case .heading(let level, _) = blocks[first] {
    let equals = blocks.count { block in
      if case .heading(level, let words) = block { numbering(of: words.plain) == nil } else { false }
    }
    guard equals == 1 || blocks.dropFirst(first + 1).first?.isUnderTitle == true else { return (nil, blocks) }
  }
  var rest = blocks
  rest.remove(at: first)
  if first < rest.count, rest[first].isUnderTitle, let below = rest[first].words {
    title += below.plain.trimmed
    rest.remove(at: first)
  }
  return (title, rest)
}

extension Block {
  /// Of a line of text or a heading.
  fileprivate var words: [Inline]? {
    switch self {
    case .paragraph(let words), .heading(_, let words): words
    default: nil
    }
  }

  fileprivate var isUnderTitle: Bool {
    guard let text = words?.plain.trimmed else { return false }
    return (text.begins(with: "——") || text.begins(with: "──")) && text.unicodeScalars.count <= 40
  }
}

/// Headings from level 2 without a step left out: the page's own is of level 1.
private func levelled(_ blocks: [Block]) -> [Block] {
  let levels = Set(blocks.compactMap { if case .heading(let level, _) = $0 { level } else { nil } }).sorted()
  let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, min(6, $0 + 2)) })
  return blocks.map {
    if case .heading(let level, let words) = $0 { .heading(level: places[level] ?? 2, words) } else { $0 }
  }
}
