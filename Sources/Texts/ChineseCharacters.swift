// What the rules of Chinese texts ask of a character.

/// A Han character, as counted for lengths: ideographs and the two marks that stand for one (々 〇).
@inlinable
package func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
  default: false
  }
}

/// A "CJK character" of the markdown-cjk-friendly rule: ideographs, kana, hangul and full-width punctuation.
@inlinable
package func isCJK(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x11FF, 0x2E80...0x2FFF, 0x3001...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF,
    0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFFEE, 0x16FE0...0x18DFF, 0x1AFF0...0x1B16F, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// Korean parts its words by spaces, so a line break stays one.
@inlinable
package func isHangul(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x11FF, 0x3130...0x318F, 0x3200...0x321E, 0x3260...0x327F, 0xA960...0xA97F, 0xAC00...0xD7FF,
    0xFFA0...0xFFDC:
    true
  default: false
  }
}

/// A selector, an accent or a joiner: part of the character before it, and hides nothing of what that is.
@inlinable
package func belongsToBase(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x300, 0x3400...0x4DBF, 0x4E00...0x9FFF: return false
  case 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return true
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .spacingMark: return true
  default: return false
  }
}

/// Marks that Chinese and Latin text share; beside a CJK character they are read as Chinese.
@inlinable
package func isShared(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xB7, 0x2013...0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x2026: true
  default: false
  }
}
