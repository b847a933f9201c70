import Texts

/// Who made a sound (MP3): the performer or composer in its ID3 notes, at its beginning (versions 2.2 to 2.4) or its end;
/// and whether any of these notes holds numbers of persons.
/// - Parameter decoded: makes UTF-8 of a text in whatever encoding.
func detailsOfSound(
  size: Int, _ decoded: ([UInt8]) -> [UInt8], _ read: (Range<Int>) throws -> [UInt8]
) rethrows -> AttachmentLook.Details {
  let head = try read(0..<min(size, 1 << 18))
  var (people, texts): ([String], [String]) = ([], [])
  for (name, body) in noteFrames(head) {
    // A remark has its language before it.
    let isRemark = ["COMM", "USLT", "COM", "ULT"].contains(name)
    guard let encoding = body.first, isRemark || name.begins(with: "T") else { continue }
    let text = noteText(encoding, body.dropFirst(isRemark ? 4 : 1), decoded)
    if ["TPE1", "TCOM", "TP1", "TCM"].contains(name) {
      people.append(plainDetail(text.replacingBytes("\n", with: " ")))
    }
    texts.append(text)
  }
  let tail = size >= 128 ? try read(size - 128..<size) : []
  if tail.starts(with: "TAG".utf8), tail.count == 128 {
    let notes = [3..<33, 33..<63, 63..<93, 97..<127].map { noteText(0, tail[$0].prefix { $0 != 0 }, decoded) }
    if people.allSatisfy(\.isEmpty) { people = [plainDetail(notes[1])] }
    texts += notes
  }
  var details = AttachmentLook.Details(author: listed(people))
  details.holdsNumbers = texts.contains { holdsNumber(Array($0.utf8), .table) }
  return details
}

private func noteFrames(_ bytes: [UInt8]) -> [(name: String, body: ArraySlice<UInt8>)] {
  guard bytes.count > 10, bytes.starts(with: "ID3".utf8), (2...4).contains(bytes[3]) else { return [] }
  let version = bytes[3]
  let end = min(bytes.count, 10 + sevenBits(bytes[6..<10]))
  let (nameWidth, headWidth) = version == 2 ? (3, 6) : (4, 10)
  var (frames, at): ([(String, ArraySlice<UInt8>)], Int) = ([], 10)
  while at + headWidth < end, bytes[at] != 0 {
    let name = String(decoding: bytes[at..<at + nameWidth], as: UTF8.self)
    let written = bytes[at + nameWidth..<at + 2 * nameWidth]
    let length = version == 4 ? sevenBits(written) : written.reduce(0) { $0 << 8 | Int($1) }
    let body = at + headWidth..<at + headWidth + length
    guard length > 0, body.upperBound <= end else { break }
    frames.append((name, bytes[body]))
    at = body.upperBound
  }
  return frames
}

private func sevenBits(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 7 | Int($1 & 0x7F) } }

/// - Parameter encoding: 0 Latin letters, 1 UTF-16 with a mark, 2 UTF-16 from large to small, 3 UTF-8.
private func noteText(_ encoding: UInt8, _ bytes: ArraySlice<UInt8>, _ decoded: ([UInt8]) -> [UInt8]) -> String {
  let text =
    switch encoding {
    case 1, 2: utf16Text(encoding == 2 ? [0xFE, 0xFF] + Array(bytes) : Array(bytes)) ?? ""
    case 3: String(decoding: bytes, as: UTF8.self)
    // Many programs write UTF-8 or GBK without saying so. A zero parts a remark's title from its words.
    default: String(decoding: decoded(bytes.map { $0 == 0 ? 0x0A : $0 }), as: UTF8.self)
    }
  return text.replacingBytes("\0", with: "\n")
}

/// Text in UTF-16 that begins with a mark of its order; `nil` for any other.
func utf16Text(_ bytes: [UInt8]) -> String? {
  let isBig = bytes.starts(with: [0xFE, 0xFF])
  guard isBig || bytes.starts(with: [0xFF, 0xFE]) else { return nil }
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at -> UInt16 in
    let (high, low) = isBig ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
    return UInt16(high) << 8 | UInt16(low)
  }
  return String(decoding: units, as: UTF16.self)
}

/// A text as UTF-8, as Windows' Notepad may have saved it otherwise.
package func withoutUTF16(_ bytes: [UInt8]) -> [UInt8] { utf16Text(bytes).map { Array($0.utf8) } ?? bytes }
