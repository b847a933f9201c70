import Texts

/// Where a film (MP4, QuickTime) was taken and by whom, as telephones write it behind its index (`moov`): in `udta` or
/// `meta`. The film itself is passed over unread.
func detailsOfFilm(size: Int, _ read: (Range<Int>) throws -> [UInt8]) rethrows -> AttachmentLook.Details {
  var details = AttachmentLook.Details()
  guard let index = try boxes(in: 0..<size, read).first(where: { $0.kind == "moov" }) else { return details }
  for box in try boxes(in: index.body, read) where box.kind == "udta" || box.kind == "meta" {
    let bytes = try read(box.body.prefix(mostDetails))
    if details.place.isEmpty { details.place = coordinates(in: bytes) ?? "" }
    if details.author.isEmpty { details.author = artist(in: bytes) }
  }
  return details
}

/// Bytes of a box of details that are looked at: a picture in it may be large.
private let mostDetails = 1 << 20

private struct FilmBox {
  let kind: String
  let body: Range<Int>
}

/// The boxes that stand one behind the other in a range; up to the first that can't be one, and a thousand at most.
private func boxes(in range: Range<Int>, _ read: (Range<Int>) throws -> [UInt8]) rethrows -> [FilmBox] {
  var boxes: [FilmBox] = []
  var at = range.lowerBound
  while range.upperBound - at >= 8, boxes.count < 1_000 {
    let head = try read(at..<min(at + 16, range.upperBound))
    guard head.count >= 8 else { break }
    let short = number(head[..<4])
    // 1: a longer number follows; 0: to the end.
    let (start, length) = short == 1 ? (16, number(head[8...])) : (8, short == 0 ? range.upperBound - at : short)
    guard length >= start, length <= range.upperBound - at else { break }
    boxes.append(FilmBox(kind: String(decoding: head[4..<8], as: UTF8.self), body: (at + start)..<(at + length)))
    at += length
  }
  return boxes
}

/// Big-endian; more than any file has where it wouldn't fit.
private func number(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { $0 > Int.max >> 9 ? Int.max : $0 << 8 | Int($1) }
}

/// A place as ISO 6709 writes it: `+39.9042+116.4074/`.
private func coordinates(in bytes: [UInt8]) -> String? {
  bytes.indices.lazy.filter { isSign(bytes[$0]) }.compactMap { at -> String? in
    guard let middle = endOfDegrees(bytes, at), let end = endOfDegrees(bytes, middle) else { return nil }
    return String(decoding: bytes[at..<end], as: UTF8.self)
  }.first
}

private func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }

/// Behind a sign, two digits or three, a point and digits.
private func endOfDegrees(_ bytes: [UInt8], _ start: Int) -> Int? {
  guard start < bytes.count, isSign(bytes[start]) else { return nil }
  let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
  let whole = bytes[(start + 1)...].prefix(3).prefix(while: isDigit)
  guard whole.count >= 2, whole.endIndex < bytes.count, bytes[whole.endIndex] == UInt8(ascii: ".") else { return nil }
  let part = bytes[(whole.endIndex + 1)...].prefix(12).prefix(while: isDigit)
  return part.isEmpty ? nil : part.endIndex
}

/// The text of the first `©ART` or `©aut`: as iTunes boxes it, or with its length and language before it.
private func artist(in bytes: [UInt8]) -> String {
  for mark in ["ART", "aut"] {
    guard let found = bytes.firstRange(of: [0xA9] + Array(mark.utf8)) else { continue }
    let rest = bytes[found.upperBound...]
    let isBoxed = rest.dropFirst(4).starts(with: "data".utf8)
    let head = isBoxed ? 16 : 4
    let length = isBoxed ? number(rest.prefix(4)) - 16 : number(rest.prefix(2))
    guard length > 0, length < 1_000, rest.count >= head else { continue }
    let text = plainDetail(String(decoding: rest.dropFirst(head).prefix(length), as: UTF8.self))
    if !text.isEmpty { return text }
  }
  return ""
}
