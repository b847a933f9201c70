import Foundation

/// A first look at a table's beginning, byte by byte: which wrong encodings are out of the question. Nearly every table is
/// sound, and a project has thousands of them.
struct EncodingGlance {
  /// Whether there is anything beyond ASCII.
  private(set) var hasForeign = false
  /// Western Europe's letters, as which the first byte of every Chinese character would stand there.
  private(set) var hasLatin = false
  private var (runs, longRuns, runsOfGBK, runsOfGB2312) = (0, 0, 0, 0)

  /// - Parameter bytes: UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] < 0x80 {
        i += 1
      } else if Self.isReplacement(bytes, at: i) {
        i += 3
      } else {
        let start = i
        while i < bytes.endIndex, bytes[i] >= 0x80, !Self.isReplacement(bytes, at: i) { i += 1 }
        note(bytes[start..<i])
      }
    }
  }

  /// Whether UTF-8 may have been taken for GBK.
  var mayBeOfGBK: Bool { runsOfGBK >= longRuns / 2 + 1 }
  /// Whether GBK may be meant whose bytes are UTF-8 too.
  var mayBeEither: Bool { runs > 0 && runsOfGB2312 == runs }

  private static func isReplacement(_ bytes: ArraySlice<UInt8>, at i: Int) -> Bool {
    bytes[i] == 0xEF && i + 2 < bytes.endIndex && bytes[i + 1] == 0xBF && bytes[i + 2] == 0xBD
  }

  private mutating func note(_ run: ArraySlice<UInt8>) {
    hasForeign = true
    runs += 1
    var (scalars, isOfPairs) = (0, run.count.isMultiple(of: 2))
    for (offset, byte) in run.enumerated() {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0xC2 || byte == 0xC3 { hasLatin = true }
      if byte < 0xA1 || (offset.isMultiple(of: 2) && !(0xB0...0xF7).contains(byte)) { isOfPairs = false }
    }
    if isOfPairs { runsOfGB2312 += 1 }
    guard scalars > 1 else { return }
    longRuns += 1
    if mayBeginUTF8(run) { runsOfGBK += 1 }
  }
}

/// Whether the first character of a text, as GBK writes it, begins with a byte with which UTF-8 begins one of Chinese.
private func mayBeginUTF8(_ text: ArraySlice<UInt8>) -> Bool {
  let first = text[text.startIndex]
  // Below U+3400 GBK has signs, whose bytes are others.
  guard first >= 0xE3, text.count >= 3 else { return false }
  guard first < 0xF0 else { return true }
  let (second, third) = (text[text.startIndex + 1], text[text.startIndex + 2])
  let value = Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
  if value < 0x3400 || (0xFF00...0xFFEF).contains(value) { return false }
  return hanRange.contains(value) ? hanThatMayBeginUTF8[value - hanRange.lowerBound] : true
}

private let hanRange = 0x4E00...0x9FFF

private let hanThatMayBeginUTF8: [Bool] = {
  var text = String.UnicodeScalarView()
  for value in hanRange { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
  // Where the C library can't say, each may.
  guard let bytes = converted(Array(String(text).utf8), from: "UTF-8", to: "GB18030") else {
    return hanRange.map { _ in true }
  }
  var (i, may) = (0, [Bool]())
  while i + 1 < bytes.count {
    may.append(bytes[i] == 0xC2 || (0xE2...0xE9).contains(bytes[i]) || bytes[i] == 0xEF)
    i += (0x30...0x39).contains(bytes[i + 1]) ? 4 : 2
  }
  return may.count == hanRange.count ? may : hanRange.map { _ in true }
}()
