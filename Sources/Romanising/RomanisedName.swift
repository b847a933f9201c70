/// A Chinese name in letters, the surname apart: 王伟 is `wang wei`, 尉迟雪 `yuchi xue`, 吕岩 `lv yan`.
///
/// Small letters without tones, `v` for ü as keyboards have it. A name without a compound surname parts behind its first
/// character, one of many characters or with a dot between its words too: 阿依古丽·买买提江 is `a yigulimaimaitijiang`.
package struct RomanisedName: Equatable, Sendable {
  package let surname: String
  /// Empty where the name is a surname alone.
  package let given: String

  package init(surname: String, given: String) {
    self.surname = surname
    self.given = given
  }

  /// `wang wei`: as names are sorted and found.
  package var pinyin: String { given.isEmpty ? surname : "\(surname) \(given)" }

  /// `wang-wei`: as records and addresses name somebody.
  package var key: String { given.isEmpty ? surname : "\(surname)-\(given)" }

  /// `nil` where a character of the name isn't Han or has no known reading. Blanks and dots count for nothing.
  package init?(_ name: String) {
    let (characters, hasDot) = han(in: name)
    guard !characters.isEmpty else { return nil }
    let length = hasDot ? 1 : Surnames.length(in: characters)
    let (family, rest) = (characters[..<length], characters[length...])
    guard let surname = (hasDot ? nil : Surnames.reading(of: family)) ?? GivenNames.reading(of: family),
      let given = GivenNames.reading(of: rest)
    else { return nil }
    self.init(surname: surname, given: given)
  }
}

/// How many strokes each Han character of a name has, in the mainland's standard, as in `8 14 8`; `nil` where one isn't known.
package func strokes(ofName name: String) -> [Int]? {
  let (characters, _) = han(in: name)
  let counts = characters.compactMap { HanTable.character($0)?.strokes }
  return counts.isEmpty || counts.count != characters.count ? nil : counts
}

/// The characters of a name without blanks and dots, and whether dots part it into words.
private func han(in name: String) -> (characters: [Unicode.Scalar], hasDot: Bool) {
  var (characters, hasDot): ([Unicode.Scalar], Bool) = ([], false)
  for scalar in name.unicodeScalars {
    switch scalar {
    case "·", "•", "‧", "・", "∙", "⋅", "․", ".", "．": hasDot = true
    case _ where scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint: continue
    default: characters.append(scalar)
    }
  }
  return (characters, hasDot)
}
