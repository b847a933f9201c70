/// Han characters of a text, and its other words: runs of letters and digits.
func countWords(_ text: [UInt8]) -> (han: Int, words: Int) {
  var (han, words) = (0, 0)
  var inWord = false
  var at = 0
  while at < text.count {
    // Of most characters the first two of three bytes tell that they are Han (U+4E00…9FFF) or full-width marks.
    switch (text[at], at + 1 < text.count ? text[at + 1] : 0) {
    case (0xE5...0xE9, _), (0xE4, 0xB8...):
      han += 1
      inWord = false
      at += 3
      continue
    case (0xEF, 0xBC...0xBD):
      inWord = false
      at += 3
      continue
    default: break
    }
    guard let scalar = text.scalar(at: at) else { break }
    at += UTF8.width(scalar)
    let counts = isHan(scalar)
    if counts { han += 1 }
    let isWord = !counts && isWordPart(scalar)
    if isWord, !inWord { words += 1 }
    // "don't" and "3.5" are one word each.
    inWord = isWord || (inWord && (scalar == "'" || scalar == "’" || scalar == "."))
  }
  return (han, words)
}

/// A letter or digit of a script that parts its words.
private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }
  // Quotation marks and dashes, found everywhere in Chinese text.
  if (0x2000...0x206F).contains(scalar.value) { return false }
  return !isCJK(scalar) && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
}

extension MarkupDocument {
  /// The beginning of the text, of at most `limit` characters including the `…` that shows a cut. A word or a quotation
  /// is never cut; one that opens the text and exceeds the limit is kept whole, up to twice the limit.
  package func summary(limit: Int) -> String {
    var text = ""
    for range in paragraphs {
      let paragraph = plainText.utf8.dropFirst(range.lowerBound).prefix(range.count)
      let joins = joinsWithoutSpace(text.unicodeScalars.last, Substring(paragraph).unicodeScalars.first)
      text += (text.isEmpty || joins ? "" : " ") + Substring(paragraph)
      if text.count >= limit / 2 { break }
    }
    return cut(text, limit: limit)
  }
}

private func cut(_ text: String, limit: Int) -> String {
  let characters = Array(text.prefix(2 * max(limit, 1) + 1))
  guard characters.count > limit, limit > 1 else { return text }
  var closers: [Character] = []
  var best = 0
  for (index, character) in characters.enumerated() {
    if closers.isEmpty, index > 0, !partsWord(characters[index - 1], character) {
      if index < limit { best = index } else if best == 0 { return String(characters[..<index]) + "…" }
    }
    if let closer = quotationMarks[character] {
      closers.append(closer)
    } else if character == closers.last {
      closers.removeLast()
    }
    if index >= limit, best > 0 { break }
  }
  // A quotation never closed, or a word beyond all measure: cut it after all.
  if best == 0 { best = limit - 1 }
  while best > 1, isComma(characters[best - 1]) { best -= 1 }
  return String(characters[..<best]) + "…"
}

private let quotationMarks: [Character: Character] = [
  "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "（": "）", "(": ")", "【": "】",
]

private func partsWord(_ before: Character, _ after: Character) -> Bool {
  guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return false }
  // A closing mark stays with what it closes, and a comma or full stop with what it ends.
  if isMarkupPunctuation(first), quotationMarks[after] == nil { return true }
  return isWordPart(last) && isWordPart(first)
}

private func isComma(_ character: Character) -> Bool {
  character.isWhitespace || "，、；：,;:。".contains(character)
}
