import Diagnostics

// What the Chinese rules need to know of a character; everything else about text is libcmark's.

/// A Han character, as counted for lengths: ideographs and the two marks that stand for one (々 〇).
func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
  default: false
  }
}

/// A "CJK character" of the markdown-cjk-friendly rule: ideographs, kana, hangul and full-width punctuation.
func isCJK(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x11FF, 0x2E80...0x2FFF, 0x3001...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF,
    0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFFEE, 0x16FE0...0x18DFF, 0x1AFF0...0x1B16F, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// Korean parts its words by spaces, so a line break stays one.
func isHangul(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x11FF, 0x3130...0x318F, 0x3200...0x321E, 0x3260...0x327F, 0xA960...0xA97F, 0xAC00...0xD7FF,
    0xFFA0...0xFFDC:
    true
  default: false
  }
}

/// A selector, an accent or a joiner: part of the character before it, and hides nothing of what that is.
func belongsToBase(_ scalar: Unicode.Scalar) -> Bool {
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
func isShared(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xB7, 0x2013...0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x2026: true
  default: false
  }
}

/// Whitespace as CommonMark's flanking rule has it.
func isMarkupSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 9, 10, 12, 13, 32, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// Punctuation as CommonMark 0.30's flanking rule has it: all ASCII punctuation, and the Unicode categories P.
func isMarkupPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }
  if isHan(scalar) { return false }
  switch scalar.properties.generalCategory {
  case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
    .finalPunctuation, .otherPunctuation:
    return true
  default: return false
  }
}

extension [UInt8] {
  /// The scalar that ends just before `offset`; `nil` at the start.
  func scalar(before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// The scalar that starts at `offset`; `nil` outside the text.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    guard indices.contains(offset) else { return nil }
    let first = self[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= count else { return "\u{FFFD}" }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for next in self[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(next & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The character that ends just before `offset`, whatever belongs to it.
  func base(before offset: Int) -> Unicode.Scalar? {
    var at = offset
    while let scalar = scalar(before: at) {
      guard belongsToBase(scalar) else { return scalar }
      at -= UTF8.width(scalar)
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte from `start` on that begins a character of four bytes, which are rare.
  func nextRare(from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var at = start
    while at + 8 <= count {
      let eight = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // The upper four bits of each byte meet in its highest.
      if eight & eight << 1 & eight << 2 & eight << 3 & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < count, self[at] < 0xF0 { at += 1 }
    return at
  }

  /// Whether all is UTF-8.
  var isUTF8: Bool {
    var at = 0
    while at < count {
      let byte = self[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      // Nearly all of a Chinese text.
      if byte >= 0xE1, byte <= 0xEC, at + 2 < count, self[at + 1] & 0xC0 == 0x80, self[at + 2] & 0xC0 == 0x80 {
        at += 3
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard byte >= 0xC2, byte <= 0xF4, at + length <= count else { return false }
      // Of the second byte, the first may leave less: no long forms, no surrogates, nothing past U+10FFFF.
      let least: UInt8 = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
      let most: UInt8 = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
      guard self[at + 1] >= least, self[at + 1] <= most else { return false }
      for next in stride(from: at + 2, to: at + length, by: 1) where self[next] & 0xC0 != 0x80 { return false }
      at += length
    }
    return true
  }
}

extension [UInt8] {
  func nextASCII(from start: Int) -> Int { withUnsafeBufferPointer { $0.nextASCII(from: start) } }
}

/// Number of Unicode scalars in the bytes: those that don't continue one.
func scalarCount(_ bytes: some Sequence<UInt8>) -> Int {
  bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
}
