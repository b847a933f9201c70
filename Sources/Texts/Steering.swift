/// Characters that steer whatever shows a text instead of standing in it: controls and escapes, and the marks that turn the
/// order in which a line is read. One that arrives in a name or a reason becomes U+FFFD wherever it would be shown: `printable`
/// makes a line of it, `onScreen` a text for a terminal, `withoutSteering` the bytes of a file for readers.
extension Unicode.Scalar {
  /// Tabs and line ends don't count here: they are what a text is laid out with.
  package var steers: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    default: false
    }
  }
}

extension String {
  /// One line without what could steer a terminal: controls become a visible stand-in, tabs a space.
  package var printable: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\t" {
        result.append(" ")
      } else {
        result.append(scalar.steers || scalar.value < 0x20 ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// Lines of a text for a terminal. Its line ends and tabs stay; a return stays only as the half of a line end, since alone
  /// it would write over its own line.
  package var onScreen: String {
    let bytes = withoutSteering(Array(utf8))
    var (shown, kept): ([UInt8], Int) = ([], 0)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\r") {
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
      shown += bytes[kept..<index]
      shown += [0xEF, 0xBF, 0xBD]
      kept = index + 1
    }
    return String(decoding: kept == 0 ? bytes : shown + bytes[kept...], as: UTF8.self)
  }
}

/// UTF-8 with U+FFFD in place of every character that steers.
package func withoutSteering(_ bytes: [UInt8]) -> [UInt8] {
  guard let first = firstSteering(bytes, from: 0) else { return bytes }
  var result = Array(bytes[..<first.lowerBound])
  var found: Range<Int>? = first
  while let range = found {
    result += [0xEF, 0xBF, 0xBD]
    found = firstSteering(bytes, from: range.upperBound)
    result += bytes[range.upperBound..<(found?.lowerBound ?? bytes.count)]
  }
  return result
}

private func firstSteering(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
  bytes.withUnsafeBufferPointer { bytes in
    var at = bytes.nextSuspect(from: start)
    while at < bytes.count {
      if let length = bytes.steeringLength(at: at) { return at..<(at + length) }
      at = bytes.nextSuspect(from: at + 1)
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the next byte that may begin such a character; nearly every page has few, so eight are looked at at once.
  fileprivate func nextSuspect(from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var at = start
    while at < count {
      while at + 8 <= count, !mayHoldSuspect(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) { at += 8 }
      let end = Swift.min(at + 8, count)
      while at < end {
        if self[at].isSuspect { return at }
        at += 1
      }
    }
    return count
  }

  /// How many bytes a character that steers has, if one begins here.
  fileprivate func steeringLength(at offset: Int) -> Int? {
    let first = self[offset]
    if first < 0x80 { return Unicode.Scalar(first).steers ? 1 : nil }
    let length = first < 0xE0 ? 2 : 3
    guard offset + length <= count else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : 0x0F)
    for next in 1..<length {
      guard self[offset + next] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[offset + next] & 0x3F)
    }
    return Unicode.Scalar(value).flatMap { $0.steers ? length : nil }
  }
}

/// Whether one of eight bytes is a control, or equal to one of those that begin longer ones.
private func mayHoldSuspect(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let tops: UInt64 = 0x8080_8080_8080_8080
  func hasZero(_ x: UInt64) -> UInt64 { (x &- ones) & ~x & tops }
  let controls = (word &- ones &* 0x20) & ~word & tops
  return controls | hasZero(word ^ ones &* 0x7F) | hasZero(word ^ ones &* 0xC2) | hasZero(word ^ ones &* 0xD8)
    | hasZero(word ^ ones &* 0xE2) != 0
}

extension UInt8 {
  fileprivate var isSuspect: Bool {
    switch self {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE2: true
    default: false
    }
  }
}
