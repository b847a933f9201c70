import Texts

extension [Inline] {
  /// Words in every text of it, those within bold and links too.
  func mapTexts(_ change: (String) -> String) -> [Inline] {
    map { inline in
      switch inline {
      case .text(let text): .text(change(text))
      case .strong(let inner): .strong(inner.mapTexts(change))
      case .struck(let inner): .struck(inner.mapTexts(change))
      case .link(let inner, let address): .link(inner.mapTexts(change), address: address)
      default: inline
      }
    }
  }

  /// The same in pieces, parted at line ends, those within bold and links too.
  func lines() -> [[Inline]] {
    var lines: [[Inline]] = [[]]
    for inline in self {
      let (inner, wrapped): ([Inline], ([Inline]) -> Inline) =
        switch inline {
        case .lineBreak: ([.lineBreak], { _ in .text("") })
        case .strong(let inner): (inner, { .strong($0) })
        case .struck(let inner): (inner, { .struck($0) })
        case .link(let inner, let address): (inner, { .link($0, address: address) })
        default: ([], { _ in inline })
        }
      if case .lineBreak = inline {
        lines.append([])
        continue
      }
      for (number, piece) in inner.lines().enumerated() {
        if number > 0 { lines.append([]) }
        if !inner.isEmpty, piece.isEmpty { continue }
        lines[lines.count - 1].append(wrapped(piece))
      }
    }
    return lines
  }

  /// Texts that stand side by side as one, and so bold beside bold; what says nothing goes.
  func merged() -> [Inline] {
    var merged: [Inline] = []
    var (text, bold): (String, [Inline]) = ("", [])
    func settle() {
      if !bold.isEmpty {
        let inner = bold.merged()
        bold = []
        // Bold blanks are no bold words.
        merged += inner.plain.trimmed.isEmpty && !inner.holdsOthers ? inner : [.strong(inner)]
      }
      if !text.isEmpty { merged.append(.text(text)) }
      text = ""
    }
    for inline in self {
      switch inline {
      case .text(let more):
        if !bold.isEmpty, !more.isEmpty { settle() }
        text += more
      case .strong(let inner):
        if !text.isEmpty { settle() }
        bold += inner
      default:
        settle()
        merged.append(inline)
      }
    }
    settle()
    return merged
  }

  private var holdsOthers: Bool {
    contains { if case .text = $0 { false } else { true } }
  }

  /// Without blanks at either end, of any width, those within bold too.
  func trimmedEnds() -> [Inline] { trimmedStart().trimmedEnd() }

  private func trimmedStart() -> [Inline] {
    guard let first else { return [] }
    switch first {
    case .text(let text):
      let rest = String(String.UnicodeScalarView(text.unicodeScalars.drop { $0.isUnseen }))
      return rest.isEmpty ? Array(dropFirst()).trimmedStart() : [.text(rest)] + dropFirst()
    case .strong(let inner):
      let inner = inner.trimmedStart()
      return inner.isEmpty ? Array(dropFirst()).trimmedStart() : [.strong(inner)] + dropFirst()
    case .lineBreak: return Array(dropFirst()).trimmedStart()
    default: return self
    }
  }

  private func trimmedEnd() -> [Inline] {
    guard let last else { return [] }
    switch last {
    case .text(let text):
      let rest = String(String.UnicodeScalarView(text.unicodeScalars.reversed().drop { $0.isUnseen }.reversed()))
      return rest.isEmpty ? Array(dropLast()).trimmedEnd() : dropLast() + [.text(rest)]
    case .strong(let inner):
      let inner = inner.trimmedEnd()
      return inner.isEmpty ? Array(dropLast()).trimmedEnd() : dropLast() + [.strong(inner)]
    case .lineBreak: return Array(dropLast()).trimmedEnd()
    default: return self
    }
  }
}

/// A paragraph that holds line ends of its own → the paragraphs that were meant. A line that ends a sentence, or is followed
/// by one that is set in or numbered, ends a paragraph; short lines stand for themselves; any other line runs on.
func paragraphs(of inlines: [Inline]) -> [[Inline]] {
  let lines = inlines.lines().map { ($0, $0.plain) }.filter { !$0.1.trimmed.isEmpty || $0.0.contains(where: \.isSolid) }
  guard lines.count > 1 else { return lines.map { $0.0.trimmedEnds() } }
  let isVerse = lines.allSatisfy { $0.1.unicodeScalars.count <= 24 && !endsSentence($0.1) }
  var (result, current): ([[Inline]], [Inline]) = ([], [])
  for (index, (line, text)) in lines.enumerated() {
    let before = index > 0 ? lines[index - 1].1 : ""
    if index > 0, isVerse || endsSentence(before) || beginsParagraph(text) {
      result.append(current)
      current = []
    } else if index > 0, !joinsWithoutSpace(before.trimmed.unicodeScalars, text.trimmed.unicodeScalars) {
      current.append(.text(" "))
    }
    current += line.trimmedEnds()
  }
  return result + [current]
}

extension Inline {
  /// A picture or a note, which is there without words.
  fileprivate var isSolid: Bool {
    switch self {
    case .picture, .note: true
    default: false
    }
  }
}

func endsSentence(_ text: String) -> Bool {
  var scalars = text.trimmed.unicodeScalars[...]
  while let last = scalars.last, "”’）)》」』".unicodeScalars.contains(last) { scalars.removeLast() }
  return scalars.last.map { "。！？!?；;：:…".unicodeScalars.contains($0) } ?? false
}

private func beginsParagraph(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  if scalars.first == "\u{3000}" || scalars.prefix(2).allSatisfy({ $0 == " " || $0 == "\u{A0}" }) { return true }
  return numbering(of: text) != nil
}
