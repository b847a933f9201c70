import Texts

/// Pinyin of a name, parted into syllables so that `zjy` finds 周静怡.
package enum Pinyin {
  /// The ways to read `pinyin` (ASCII, words parted by spaces) as exactly `count` syllables, at most three: `fangan` is
  /// fang’an or fan’gan. The words as written when there is none.
  package static func readings(_ pinyin: String, count: Int) -> [[String]] {
    let words = pinyin.parts(at: " ").map { Array($0.utf8) }
    var partial: [[[UInt8]]] = [[]]
    for word in words {
      let readings = syllables(word[...], upTo: count)
      partial = partial.flatMap { before in readings.map { before + $0 } }.filter { $0.count <= count }
      if partial.count > 32 { partial.removeLast(partial.count - 32) }
    }
    let whole = partial.filter { $0.count == count && !$0.isEmpty }.prefix(3)
    let chosen = whole.isEmpty ? [words][...] : whole
    return chosen.map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  private static func syllables(_ word: ArraySlice<UInt8>, upTo count: Int) -> [[[UInt8]]] {
    if word.isEmpty { return [[]] }
    if count == 0 { return [] }
    return (1...min(6, word.count)).reversed().flatMap { length -> [[[UInt8]]] in
      let head = word.prefix(length)
      guard isSyllable(head) else { return [] }
      return syllables(word.dropFirst(length), upTo: count - 1).map { [Array(head)] + $0 }
    }
  }

  /// An initial, if any, and a final. Combinations Mandarin doesn't have pass too: they only make a name easier to find.
  private static func isSyllable(_ letters: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: letters, as: UTF8.self)
    if bare.contains(text) { return true }
    for length in [2, 1] where letters.count > length && initials.contains(String(text.prefix(length))) {
      if finals.contains(String(text.dropFirst(length))) { return true }
    }
    return false
  }

  private static let initials: Set<String> = [
    "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y",
    "w",
  ]
  private static let finals: Set<String> = [
    "a", "o", "e", "i", "u", "v", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "ia", "ie", "iao", "iu",
    "ian",
    "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "ve",
  ]
  /// Syllables without an initial.
  private static let bare: Set<String> = ["a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er"]
}

extension String {
  /// Characters of a Chinese name, the dot between the parts of a long one left out.
  package var hanCount: Int { unicodeScalars.count { $0.value > 0x2E7F && !(0x3000...0x303F).contains($0.value) } }
}
