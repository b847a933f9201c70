/// Pinyin as people write it, one way instead of several. 吕 is `lü` in a textbook, `lv` on a keyboard, `lyu` in a passport.
extension String {
  /// Small ASCII letters in words, without tone marks and numbers; `ü` is `v`, as input methods have it.
  package var plainPinyin: String {
    if let plain = alreadyPlain { return plain }
    return unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace || $0 == "-" }).map { word in
      var letters: [UInt8] = []
      for scalar in word {
        // Two dots that stand apart from their `u`.
        if scalar.value == 0x308, letters.last == 0x75 {
          letters[letters.count - 1] = 0x76
        } else {
          letters += plainLetters(scalar)
        }
      }
      // `yu` behind the two initials that `u` follows too: lyu, nyu.
      if letters.starts(with: [0x6C, 0x79, 0x75]) || letters.starts(with: [0x6E, 0x79, 0x75]) {
        letters.replaceSubrange(1...2, with: [0x76])
      }
      return String(decoding: letters, as: UTF8.self)
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Small letters with single spaces between them, as most rosters have it: the same in a fraction of the time.
  private var alreadyPlain: String? {
    var (start, before) = (0, (UInt8(ascii: " "), UInt8(ascii: " ")))
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case 0x61...0x7A:
        // `yu` behind the two initials that `u` follows too.
        if index == start + 2, byte == 0x75, before.1 == 0x79, before.0 == 0x6C || before.0 == 0x6E { return nil }
      case 0x20:
        guard before.1 != 0x20 else { return nil }
        start = index + 1
      default: return nil
      }
      before = (before.1, byte)
    }
    return before.1 == 0x20 ? nil : self
  }

  /// Pinyin as somebody is looked up by it: in one word, `u` for `ü` too, which many type. So `lü wei`, `lǚ wèi`, `lvwei`, `lyuwei`
  /// and `luwei` are one. More names are one than sound alike: that finds one too many, never one too few.
  package var pinyinKey: String {
    String(decoding: plainPinyin.utf8.filter { $0 != 0x20 }.map { $0 == 0x76 ? 0x75 : $0 }, as: UTF8.self)
  }
}

/// The letters of a sign of pinyin in ASCII; none for what is no letter.
private func plainLetters(_ scalar: Unicode.Scalar) -> [UInt8] {
  let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
  switch value {
  case 0x61...0x7A: return [UInt8(value)]
  case 0x41...0x5A: return [UInt8(value + 0x20)]
  default: return toned.first { $0.signs.contains(scalar) }.map { [$0.letter] } ?? []
  }
}

private let toned: [(letter: UInt8, signs: [Unicode.Scalar])] = [
  (0x61, Array("āáǎăàĀÁǍĂÀ".unicodeScalars)), (0x65, Array("ēéěĕèêĒÉĚĔÈÊ".unicodeScalars)),
  (0x69, Array("īíǐĭìĪÍǏĬÌ".unicodeScalars)), (0x6F, Array("ōóǒŏòŌÓǑŎÒ".unicodeScalars)),
  (0x75, Array("ūúǔŭùŪÚǓŬÙ".unicodeScalars)), (0x76, Array("üǖǘǚǜÜǕǗǙǛ".unicodeScalars)),
  (0x6E, Array("ńňǹŃŇǸ".unicodeScalars)), (0x6D, Array("ḿḾ".unicodeScalars)),
]
