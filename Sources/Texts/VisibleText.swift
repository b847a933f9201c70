// What people see of a text, decided in one place for tables, YAML and front matter. Excel, Word and WeChat paste characters
// that leave no trace on a page; to a program a name with one of them behind it is another name.

extension Unicode.Scalar {
  /// White space of any kind, or a character drawn as nothing: no text begins or ends with one.
  package var isUnseen: Bool {
    switch value {
    case 0x21...0x7E, 0x3400...0x9FFF, 0xAC00...0xD7A3: false
    case 0x2800: true  // the Braille pattern without a dot
    default: properties.isWhitespace || properties.isDefaultIgnorableCodePoint
    }
  }

  /// Shapes the sign before it, as the selectors in 葛󠄀 and ❤️ do, or the tags of a flag.
  fileprivate var isSelector: Bool {
    switch value {
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0020...0xE007F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Steers a machine and is no text; tabs and line ends are white space.
  private var isControl: Bool {
    switch value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  /// East Asian signs, which no joiner joins.
  private var isEastAsian: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  fileprivate func isHidden(in kind: TextKind, after before: Unicode.Scalar?, before after: Unicode.Scalar?) -> Bool {
    if isControl { return true }
    guard isUnseen else { return false }
    if properties.isWhitespace { return kind == .word && value != 0x20 && value != 0x3000 }
    let isCarried = before.map { !$0.isUnseen || $0.isSelector } ?? false
    if isSelector { return !isCarried }
    // Emoji and the writings whose letters join; between Han or ASCII a joiner joins nothing.
    guard kind == .prose, value == 0x200C || value == 0x200D, isCarried, let before, let after else { return true }
    return before.isASCII || before.isEastAsian || after.isASCII || after.isEastAsian || after.isUnseen
  }
}

/// What a text is for, which decides what may stand within it unseen.
package enum TextKind: Sendable {
  /// A name, an id, a day, a number: compared with others, so that no space but ` ` and `　` may stand in it.
  case word
  /// Read by people only.
  case prose
}

/// A character within a text that nobody sees.
package struct HiddenCharacter: Hashable, Sendable {
  package let scalar: Unicode.Scalar
  /// Scalars of the text before it.
  package let scalarsBefore: Int
}

extension StringProtocol {
  /// Without what is unseen at either end; a selector stays with the sign it shapes.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "" }
    if !first.isUnseen, !last.isUnseen { return String(self) }
    guard let start = scalars.firstIndex(where: { !$0.isUnseen }),
      var end = scalars.lastIndex(where: { !$0.isUnseen })
    else { return "" }
    scalars.formIndex(after: &end)
    while end < scalars.endIndex, scalars[end].isSelector { scalars.formIndex(after: &end) }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  /// Whether there is nothing in it to see: a text so written counts as not written.
  package var isNothing: Bool { unicodeScalars.allSatisfy(\.isUnseen) }
}

extension Sequence<UInt8> {
  /// Whether bytes of UTF-8 are visible ASCII, blanks and Han of the two large blocks alone, as nearly every id and name is.
  @inlinable package var arePlain: Bool {
    var left = 0
    for byte in self {
      if left > 0 {
        left -= 1
      } else if byte >= 0xE4 && byte <= 0xE9 {
        left = 2
      } else if byte < 0x20 || byte >= 0x7F {
        return false
      }
    }
    return true
  }
}

extension String {
  /// The first character within it that nobody sees and that a text of this kind can't do with.
  package func firstHidden(in kind: TextKind) -> HiddenCharacter? {
    if utf8.arePlain { return nil }
    var (before, count): (Unicode.Scalar?, Int) = (nil, 0)
    let scalars = unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      let after = scalars.index(after: index)
      if scalar.isHidden(in: kind, after: before, before: after < scalars.endIndex ? scalars[after] : nil) {
        return HiddenCharacter(scalar: scalar, scalarsBefore: count)
      }
      (before, count) = (scalar, count + 1)
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The part of a stretch of UTF-8 that `trimmed` leaves of it; empty, at the stretch's end, where nothing is to be seen.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    func isSeen(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
    // Most stretches are a few words of ASCII or Han.
    if range.count >= 3, isSeen(self[range.lowerBound]) || isHan(at: range.lowerBound),
      isSeen(self[range.upperBound - 1]) || isHan(at: range.upperBound - 3)
    {
      return range
    }
    var start = range.lowerBound
    while start < range.upperBound, !isSeen(self[start]) {
      let scalar = scalar(at: start, before: range.upperBound)
      guard scalar.value.isUnseen else { break }
      start += scalar.width
    }
    var end = range.upperBound
    while end > start, !isSeen(self[end - 1]) {
      var first = end - 1
      while first > start, self[first] & 0xC0 == 0x80 { first -= 1 }
      guard scalar(at: first, before: range.upperBound).value.isUnseen else { break }
      end = first
    }
    while end > start, end < range.upperBound, self[end] >= 0x80 {
      let scalar = scalar(at: end, before: range.upperBound)
      guard scalar.value.isSelector else { break }
      end += scalar.width
    }
    return start..<end
  }

  /// Whether three bytes are a character from U+4000 to U+9FFF.
  private func isHan(at offset: Int) -> Bool {
    (0xE4...0xE9).contains(self[offset]) && self[offset + 1] & 0xC0 == 0x80 && self[offset + 2] & 0xC0 == 0x80
  }

  private func scalar(at offset: Int, before limit: Int) -> (value: Unicode.Scalar, width: Int) {
    let first = self[offset]
    guard first >= 0xC2 else { return (first < 0x80 ? Unicode.Scalar(first) : "\u{FFFD}", 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + width <= limit else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(width + 1))
    for next in 1..<width { value = value << 6 | UInt32(self[offset + next] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
