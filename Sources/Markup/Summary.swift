import Texts

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
    // Accents and selectors belong to the character before them, and neither part a word nor begin one.
    if belongsToBase(scalar) { continue }
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
      let paragraph = Array(plainText.utf8.dropFirst(range.lowerBound).prefix(range.count))
      var side = BreakSide()
      for scalar in String(decoding: paragraph, as: UTF8.self).unicodeScalars { if !side.take(scalar) { break } }
      let joins = joinsWithoutSpace(BreakSide(endOf: Array(text.utf8)), side)
      text += (text.isEmpty || joins ? "" : " ") + String(decoding: paragraph, as: UTF8.self)
      if text.count >= limit / 2 { break }
    }
    return cut(text, limit: limit)
  }
}

/// Lengths are those a reader counts; what a character is, its first scalar says, whatever is joined to it.
private func cut(_ text: String, limit: Int) -> String {
  let characters = text.prefix(2 * max(limit, 1) + 1).map { Array($0.unicodeScalars) }
  guard characters.count > limit, limit > 1 else { return text }
  func beginning(_ count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for piece in characters[..<count] { scalars.append(contentsOf: piece) }
    return String(scalars) + "…"
  }
  var closers: [Unicode.Scalar] = []
  var best = 0
  for (index, character) in characters.enumerated() {
    guard let scalar = character.first else { continue }
    if closers.isEmpty, index > 0, !partsWord(characters[index - 1], scalar) {
      if index < limit { best = index } else if best == 0 { return beginning(index) }
    }
    if let closer = quotationMarks[scalar] {
      closers.append(closer)
    } else if scalar == closers.last {
      closers.removeLast()
    }
    if index >= limit, best > 0 { break }
  }
  // A quotation never closed, or a word beyond all measure: cut it after all.
  if best == 0 { best = limit - 1 }
  while best > 1, characters[best - 1].first.map(isComma) == true { best -= 1 }
  return beginning(best)
}

private let quotationMarks: [Unicode.Scalar: Unicode.Scalar] = [
  "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "（": "）", "(": ")", "【": "】",
]

private func partsWord(_ before: [Unicode.Scalar], _ first: Unicode.Scalar) -> Bool {
  guard let last = before.last(where: { !belongsToBase($0) }) else { return false }
  // A closing mark stays with what it closes, and a comma or full stop with what it ends.
  if isMarkupPunctuation(first), quotationMarks[first] == nil { return true }
  return isWordPart(last) && isWordPart(first)
}

private func isComma(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || "，、；：,;:。".unicodeScalars.contains(scalar)
}
