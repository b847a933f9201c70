import Foundation
import Texts

/// A table that was opened in an encoding it isn't in: its bytes are sound, and its words are others.
struct WrongEncoding: Equatable {
  enum Kind: Equatable {
    /// UTF-8 taken for GBK, and saved: 缂栧彿 for 编号.
    case utf8AsGBK
    /// UTF-8 taken for an encoding of Western Europe, and saved: `ç¼–å·` for 编号.
    case utf8AsLatin
    /// GBK taken for one, and saved: `ÐÕÃû` for 姓名.
    case gbkAsLatin
    /// Saved in an encoding that hasn't the characters: `??`, or what is left of the mark for them.
    case lost
    /// GBK whose bytes are UTF-8 too; nobody can tell which is meant.
    case either
  }

  let kind: Kind
  /// From 1.
  let line: Int
  /// As it stands there, and as it was meant; empty where nobody knows.
  let shown: String
  let meant: String
}

/// Looks at the beginning of a table, in which its header and first rows stand.
/// - Parameters:
///   - bytes: UTF-8 without a mark.
///   - isMarked: whether a mark says that it is UTF-8.
func wrongEncoding(of bytes: [UInt8], isMarked: Bool) -> WrongEncoding? {
  let head = beginning(of: bytes)
  if let lost = lostHeader(head) { return lost }
  let glance = EncodingGlance(head)
  guard glance.hasForeign, glance.mayBeOfGBK || glance.hasLatin || (!isMarked && glance.mayBeEither) else { return nil }
  let runs = foreignRuns(of: head)
  return taken(runs, .utf8AsGBK) { gbkBytes($0).map(chineseOfUTF8) }
    ?? taken(runs, .utf8AsLatin) { $0.map { latinBytes($0).flatMap(chineseOfUTF8) } }
    ?? taken(runs, .gbkAsLatin) { $0.map { latinBytes($0).flatMap(chineseOfGB2312) } }
    ?? (isMarked ? nil : taken(runs, .either) { $0.map { chineseOfGB2312(Array($0.utf8)) } })
}

/// Whole lines of the first bytes.
private func beginning(of bytes: [UInt8]) -> ArraySlice<UInt8> {
  guard bytes.count > 4096 else { return bytes[...] }
  let end = bytes[..<4096].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes[..<4096].lastIndex { $0 < 0x80 } ?? 0
  return bytes[..<end]
}

/// Characters beyond ASCII that stand together.
private struct ForeignRun {
  var text: String
  let line: Int
}

private func foreignRuns(of bytes: ArraySlice<UInt8>) -> [ForeignRun] {
  var (runs, current, line): ([ForeignRun], String.UnicodeScalarView, Int) = ([], .init(), 1)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    if scalar.isASCII || scalar == "\u{FFFD}" {
      if !current.isEmpty { runs.append(ForeignRun(text: String(current), line: line)) }
      current = .init()
      if scalar == "\n" { line += 1 }
    } else {
      current.append(scalar)
    }
  }
  if !current.isEmpty { runs.append(ForeignRun(text: String(current), line: line)) }
  return runs
}

/// The first run as it was meant, where taking it back gives Chinese for most of them: a single one, or a third of them,
/// would be chance.
private func taken(
  _ runs: [ForeignRun], _ kind: WrongEncoding.Kind, back: ([String]) -> [String?]
) -> WrongEncoding? {
  let long = runs.filter { $0.text.unicodeScalars.count > 1 }
  let meant = back(long.map(\.text))
  let found = meant.compactMap(\.self)
  let isAll = kind == .gbkAsLatin || kind == .either
  let least = isAll ? runs.count : long.count / 2 + 1
  guard found.count >= least, found.reduce(0, { $0 + $1.unicodeScalars.count }) >= 2,
    let first = meant.firstIndex(where: { $0 != nil }), let text = meant[first]
  else { return nil }
  return WrongEncoding(kind: kind, line: long[first].line, shown: long[first].text.someWords, meant: text.someWords)
}

/// A header in which every cell that isn't empty has lost its words.
private func lostHeader(_ bytes: ArraySlice<UInt8>) -> WrongEncoding? {
  func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  guard let start = bytes.firstIndex(where: { !endsLine($0) }) else { return nil }
  let line = bytes[start..<(bytes[start...].firstIndex(where: endsLine) ?? bytes.endIndex)]
  let cells = String(decoding: line, as: UTF8.self).unicodeScalars.split { $0.value == 0x2C }
  let marks: [Unicode.Scalar] = ["?", "\u{FFFD}", "锟", "斤", "拷", "\"", " "]
  let isLost = cells.allSatisfy { cell in cell.count > 1 && cell.allSatisfy(marks.contains) }
  guard cells.count > 1, isLost else { return nil }
  return WrongEncoding(
    kind: .lost, line: start - bytes.startIndex + 1,
    shown: String(String.UnicodeScalarView(cells[0])).someWords, meant: "")
}

/// Texts without line ends as GBK bytes, by one converter: to open one takes longer than to use it.
private func gbkBytes(_ texts: [String]) -> [[UInt8]] {
  let bytes = converted(Array(texts.joined(separator: "\n").utf8), from: "UTF-8", to: "GB18030") ?? []
  return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
}

/// What Windows' encoding for Western Europe has where Latin 1 has controls.
private let signsOfWindows: [Unicode.Scalar: UInt8] = [
  "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A,
  "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
  "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
]

/// A text as bytes of Windows' encoding for Western Europe; `nil` for other text.
private func latinBytes(_ text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    guard let byte = signsOfWindows[scalar] ?? (scalar.value < 0x100 ? UInt8(scalar.value) : nil) else { return nil }
    bytes.append(byte)
  }
  return bytes
}

/// What bytes say as UTF-8, where that is Chinese; the last character may be cut short, since half of one is lost when
/// bytes are taken in pairs.
private func chineseOfUTF8(_ bytes: [UInt8]) -> String? {
  var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  while scalars.last == "\u{FFFD}" { scalars.removeLast() }
  guard !scalars.isEmpty, scalars.allSatisfy(\.isChinese) else { return nil }
  return String(String.UnicodeScalarView(scalars))
}

/// What bytes say as GB2312, where they are that.
private func chineseOfGB2312(_ bytes: [UInt8]) -> String? {
  guard bytes.count.isMultiple(of: 2), bytes.allSatisfy({ (0xA1...0xFE).contains($0) }),
    stride(from: 0, to: bytes.count, by: 2).allSatisfy({ (0xB0...0xF7).contains(bytes[$0]) }),
    let text = converted(bytes, from: "GB18030", to: "UTF-8")
  else { return nil }
  return String(decoding: text, as: UTF8.self)
}

/// Bytes in another encoding, by the C library; `nil` where a character isn't of it.
func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
  let converter = iconv_open(to, from)
  precondition(converter != iconv_t(bitPattern: -1), "the C library has no converter for GB18030")
  defer { iconv_close(converter) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
  let written = input.withUnsafeMutableBytes { source in
    output.withUnsafeMutableBytes { target -> Int? in
      var read = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var write = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var (left, room) = (source.count, target.count)
      let failure = iconv(converter, &read, &left, &write, &room) == -1
      return failure || left > 0 ? nil : target.count - room
    }
  }
  return written.map { Array(output[..<$0]) }
}

extension Unicode.Scalar {
  /// A character of Chinese text: ideographs and the marks between them.
  fileprivate var isChinese: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3000...0x303F).contains(value) || (0xFF01...0xFF5E).contains(value)
      || value == 0xB7 || (0x2014...0x2026).contains(value)
  }
}

extension String {
  /// Enough of a text to know it again.
  fileprivate var someWords: String { String(String.UnicodeScalarView(unicodeScalars.prefix(12))) }
}
