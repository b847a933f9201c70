import Texts

/// Pictures out of their paragraphs, each with the line below it that tells what it shows.
func withCaptions(_ blocks: [Block]) -> [Block] {
  var result: [Block] = []
  for block in blocks.flatMap(apart) {
    if case .figure(let source, let alt, let caption)? = result.last, caption.isEmpty,
      case .paragraph(let words) = block,
      let caption = captionWords(words)
    {
      result[result.count - 1] = .figure(source: source, alt: alt, caption: caption)
    } else {
      result.append(block)
    }
  }
  return result
}

/// A paragraph that holds pictures → its words and, behind them, its pictures.
private func apart(_ block: Block) -> [Block] {
  guard case .paragraph(let inlines) = block else { return [block] }
  var (words, figures): ([Inline], [Block]) = ([], [])
  for inline in inlines {
    if case .picture(let source, let alt) = inline {
      figures.append(.figure(source: source, alt: alt, caption: []))
    } else {
      words.append(inline)
    }
  }
  guard !figures.isEmpty else { return [block] }
  words = words.merged().trimmedEnds()
  if words.isEmpty { return figures }
  // One paragraph of picture and caption, as a line end within it makes.
  if captionWords(words) != nil { return figures + [.paragraph(words)] }
  return [.paragraph(words)] + figures
}

/// `▲采样现场`, `图1 采样现场`, `（图为采样现场）`: without its marks; `nil` for any other line.
private func captionWords(_ inlines: [Inline]) -> [Inline]? {
  let words = inlines.withoutBold().trimmedEnds()
  let text = words.plain.trimmed
  guard case .text(let first)? = words.first, text.unicodeScalars.count <= 120 else { return nil }
  let marks = "▲△▼▽↑↓◆■"
  let bare = first.unicodeScalars.drop { marks.unicodeScalars.contains($0) || $0.isUnseen }
  if bare.count < first.unicodeScalars.count {
    return ([.text(String(String.UnicodeScalarView(bare)))] + words.dropFirst()).merged()
  }
  var rest = first.unicodeScalars.drop { "（(".unicodeScalars.contains($0) }
  guard rest.first == "图" else { return nil }
  rest = rest.dropFirst()
  guard let next = rest.first, "：:为/｜| ".unicodeScalars.contains(next) || isNumber(next), !endsLong(text) else {
    return nil
  }
  return words
}

private func isNumber(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar) || "一二三四五六七八九十".unicodeScalars.contains(scalar)
}

/// Several sentences are prose that begins with a picture's number.
private func endsLong(_ text: String) -> Bool { text.unicodeScalars.count { $0 == "。" } > 1 }
