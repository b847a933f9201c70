import Foundation

/// Bytes of one file as UTF-8, with what was wrong with them; wrong bytes become U+FFFD, so that the following stages
/// still see every line and column where the user sees them.
package struct DecodedText {
  package var bytes: [UInt8]
  /// At most one of each kind.
  package var faults: [Fault] = []

  package enum Fault: Equatable {
    /// Offsets are into `bytes` as decoded, at the replacement.
    case invalidUTF8(offset: Int, byte: UInt8)
    case invalidGB18030(offset: Int, byte: UInt8)
    case nulByte(offset: Int)
    case utf16
  }
}

/// - Parameter allowsGB18030: what Excel and WPS save in China; only for tables, since the other files are written by
///   editors that save UTF-8.
package func decode(_ raw: [UInt8], allowsGB18030: Bool) -> DecodedText {
  if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) { return decodeUTF16(raw) }
  let hasMark = raw.starts(with: [0xEF, 0xBB, 0xBF])
  let bytes = hasMark ? Array(raw.dropFirst(3)) : raw
  var text = DecodedText(bytes: bytes)
  if let offset = firstInvalidUTF8(bytes) {
    if allowsGB18030, !hasMark, !looksLikeUTF8(bytes) {
      text = decodeGB18030(bytes)
    } else {
      let prefix = bytes[..<offset]
      text.bytes = prefix + Array(String(decoding: bytes[offset...], as: UTF8.self).utf8)
      text.faults = [.invalidUTF8(offset: offset, byte: bytes[offset])]
    }
  }
  if let nul = firstNul(text.bytes) {
    text.faults.append(.nulByte(offset: nul))
    // A space, which changes no place and disturbs the following stages least.
    for index in text.bytes.indices where text.bytes[index] == 0 { text.bytes[index] = 0x20 }
  }
  return text
}

extension DecodedText {
  /// What tells that a table's words are those of another encoding.
  /// - Parameter raw: what it was decoded from.
  func wrongEncoding(from raw: [UInt8]) -> WrongEncoding? {
    let hasMark = raw.starts(with: [0xEF, 0xBB, 0xBF])
    // What had to be converted was no UTF-8, and what is damaged is told by its byte.
    let isAsStored = faults.isEmpty && (hasMark ? raw.count == bytes.count + 3 : raw.count == bytes.count)
    return isAsStored ? Loading.wrongEncoding(of: bytes, isMarked: hasMark) : nil
  }
}

/// By the C library, which compares many bytes at once.
private func firstNul(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { buffer in
    guard let start = buffer.baseAddress, let found = memchr(start, 0, buffer.count) else { return nil }
    return UnsafeRawPointer(found) - start
  }
}

private func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// Whether a few damaged bytes are the better explanation than another encoding. GB18030 read as UTF-8 is nearly all
/// wrong, and hardly ever has a valid sequence of three bytes, which every Han character is in UTF-8.
private func looksLikeUTF8(_ bytes: [UInt8]) -> Bool {
  var (wrong, han) = (0, 0)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    if scalar == "\u{FFFD}" { wrong += 1 } else if scalar.value >= 0x800 { han += 1 }
  }
  return han >= wrong
}

private func decodeUTF16(_ raw: [UInt8]) -> DecodedText {
  let isBigEndian = raw[0] == 0xFE
  let units = stride(from: 2, to: raw.count - 1, by: 2).map { index -> UInt16 in
    let (high, low) = isBigEndian ? (raw[index], raw[index + 1]) : (raw[index + 1], raw[index])
    return UInt16(high) << 8 | UInt16(low)
  }
  return DecodedText(bytes: Array(String(decoding: units, as: UTF16.self).utf8), faults: [.utf16])
}
