import Texts

/// Where a film (MP4, QuickTime) was taken, by whom and with what, as telephones write it behind its index (`moov`): in
/// `udta` or `meta` of the film or of one of its tracks. The film itself is passed over unread.
func detailsOfFilm(size: Int, _ read: (Range<Int>) throws -> [UInt8]) rethrows -> AttachmentLook.Details {
  var details = AttachmentLook.Details()
  var notes: [FilmBox] = []
  for box in try boxes(in: 0..<size, read) {
    if isNote(box) { notes.append(box) }
    guard box.kind == "moov" else { continue }
    for inner in try boxes(in: box.body, read) {
      if isNote(inner) { notes.append(inner) }
      if inner.kind == "trak" { notes += try boxes(in: inner.body, read).filter(isNote) }
    }
  }
  for note in notes.prefix(64) {
    let bytes = try read(note.body.prefix(mostDetails))
    details.add(KeyedNotes(note.kind, bytes))
    if details.place.isEmpty { details.place = coordinates(in: bytes) ?? location(in: bytes) ?? "" }
    if details.author.isEmpty { details.author = artist(in: bytes) }
    // Some programs put XMP into a box of their own.
    if details.author.isEmpty { details.author = creator(in: bytes) }
    if details.place.isEmpty { details.place = place(in: bytes) }
    // What isn't a letter of ASCII are sizes of boxes, or words that a number ends at.
    let words = bytes.map { (0x20..<0x7F).contains($0) ? $0 : 0x0A }
    details.holdsNumbers = details.holdsNumbers || holdsNumber(words, .table)
  }
  return details
}

private func isNote(_ box: FilmBox) -> Bool { ["udta", "meta", "uuid"].contains(box.kind) }

/// Bytes of a box of details that are looked at: a picture in it may be large.
private let mostDetails = 1 << 20

struct FilmBox {
  let kind: String
  let body: Range<Int>
}

/// The boxes that stand one behind the other in a range; up to the first that can't be one, and a thousand at most.
func boxes(in range: Range<Int>, _ read: (Range<Int>) throws -> [UInt8]) rethrows -> [FilmBox] {
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
func number(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { $0 > Int.max >> 9 ? Int.max : $0 << 8 | Int($1) }
}

/// A place as ISO 6709 writes it: `+39.9042+116.4074/`.
func coordinates(in bytes: [UInt8]) -> String? {
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

/// A place as 3GPP writes it (`loci`): its name, else its degrees, which are sixteen bits before and behind the point.
private func location(in bytes: [UInt8]) -> String? {
  guard let body = body(of: "loci", in: bytes) else { return nil }
  // Behind version, flags and language the name up to a zero, then what is there, longitude and latitude.
  let rest = body.dropFirst(6)
  let isWide = rest.starts(with: [0xFE, 0xFF])
  let name = isWide ? rest.prefix(120) : rest.prefix { $0 != 0 }.prefix(120)
  let text = plainDetail(isWide ? utf16Text(Array(name)) ?? "" : String(decoding: name, as: UTF8.self))
  if !text.isEmpty { return text }
  let degrees = rest.dropFirst(name.count + 2)
  guard degrees.count >= 8 else { return nil }
  let (longitude, latitude) = (fixed(degrees.prefix(4)), fixed(degrees.dropFirst(4).prefix(4)))
  return longitude == 0 && latitude == 0 ? nil : "\(latitude), \(longitude)"
}

private func fixed(_ bytes: ArraySlice<UInt8>) -> Double {
  let whole = Int32(bitPattern: bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
  return (Double(whole) / 65_536 * 10_000).rounded() / 10_000
}

/// The text of the first `©ART` or `©aut`: as iTunes boxes it, or with its length and language before it; or of 3GPP's `auth`.
private func artist(in bytes: [UInt8]) -> String {
  for mark in ["ART", "aut"] {
    guard let found = bytes.firstStretch(of: [0xA9] + Array(mark.utf8)) else { continue }
    let rest = bytes[found.upperBound...]
    let isBoxed = rest.dropFirst(4).starts(with: "data".utf8)
    let head = isBoxed ? 16 : 4
    let length = isBoxed ? number(rest.prefix(4)) - 16 : number(rest.prefix(2))
    guard length > 0, length < 1_000, rest.count >= head else { continue }
    let text = plainDetail(String(decoding: rest.dropFirst(head).prefix(length), as: UTF8.self))
    if !text.isEmpty { return text }
  }
  guard let body = body(of: "auth", in: bytes) else { return "" }
  let name = body.dropFirst(6).prefix { $0 != 0 }.prefix(1_000)
  return String(validating: name, as: UTF8.self).map(plainDetail) ?? ""
}

/// What the first box of a kind holds, wherever it stands: words that hold its name (`author`, `velocity`) have no length
/// before it that fits.
private func body(of kind: String, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
  var from = 0
  while let found = bytes[from...].firstStretch(of: kind.utf8) {
    from = found.upperBound
    let start = found.lowerBound - 4
    guard start >= 0 else { continue }
    let size = number(bytes[start..<found.lowerBound])
    if size >= 8, size <= bytes.count - start { return bytes[from..<start + size] }
  }
  return nil
}
