import Texts

extension [Inline] {
  /// Straight quotation marks in a Chinese paragraph → “ ” and ‘ ’ in turn. Where their number is odd nobody can say which
  /// one is missing, and they stay.
  func withChineseQuotes() -> [Inline] {
    let text = plain
    guard text.unicodeScalars.contains(where: isHan) else { return self }
    let pairs: [Unicode.Scalar: (String, String)] = ["\"": ("“", "”"), "'": ("‘", "’"), "＂": ("“", "”")]
    return pairs.keys.sorted().reduce(self) { inlines, sign in
      guard let (opening, closing) = pairs[sign], occurrences(of: sign, in: inlines).isMultiple(of: 2) else {
        return inlines
      }
      var isOpen = false
      return inlines.mapTexts { text in
        var result = String.UnicodeScalarView()
        let scalars = [Unicode.Scalar](text.unicodeScalars)
        for (at, scalar) in scalars.enumerated() {
          guard scalar == sign, !isApostrophe(at, in: scalars) else {
            result.append(scalar)
            continue
          }
          result.append(contentsOf: (isOpen ? closing : opening).unicodeScalars)
          isOpen.toggle()
        }
        return String(result)
      }
    }
  }
}

private func occurrences(of sign: Unicode.Scalar, in inlines: [Inline]) -> Int {
  var count = 0
  _ = inlines.mapTexts { text in
    let scalars = [Unicode.Scalar](text.unicodeScalars)
    count += scalars.indices.count { scalars[$0] == sign && !isApostrophe($0, in: scalars) }
    return text
  }
  return count
}

/// `it's`, `the members'`: behind a letter or digit of the Latin script, and before another or nothing.
private func isApostrophe(_ at: Int, in scalars: [Unicode.Scalar]) -> Bool {
  guard scalars[at] == "'", at > 0, isLatin(scalars[at - 1]) else { return false }
  return at + 1 == scalars.count || isLatin(scalars[at + 1])
}

private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
}
