import Texts

// What CommonMark's rules need to know of a character beside what `Texts` knows; everything else about text is libcmark's.

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
