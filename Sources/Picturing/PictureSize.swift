import Texts
import XMLReading

/// What the first bytes of a picture say of its size, as it is shown: upright. A page keeps this much room free, so that the
/// text doesn't jump when the picture arrives.
package enum PictureHead: Equatable {
  case size(PixelSize)
  /// Not the kind of file its name says, or cut off before its size.
  case damaged
  /// The size stands further on than the bytes given.
  case beyond
}

/// - Parameters:
///   - bytes: the beginning of the file.
///   - kind: what the file's name ends in, in small letters.
///   - isWhole: whether `bytes` is all of it.
package func pictureHead(_ bytes: [UInt8], kind: String, isWhole: Bool) -> PictureHead {
  var reader = ByteReader(bytes)
  do throws(ByteReader.End) {
    switch kind {
    case "jpg", "jpeg": return try jpegSize(&reader).map { .size($0) } ?? .damaged
    case "webp": return try webpSize(&reader).map { .size($0.shown(turned: webpTurn(bytes))) } ?? .damaged
    case "gif": return try gifSize(&reader).map { .size($0) } ?? .damaged
    default: return try pngSize(&reader).map { .size($0.shown(turned: PNGCut.turn(bytes))) } ?? .damaged
    }
  } catch {
    return isWhole ? .damaged : .beyond
  }
}

private func pngSize(_ reader: inout ByteReader) throws(ByteReader.End) -> PixelSize? {
  guard try reader.next(is: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
  try reader.skip(4)
  guard try reader.next(is: Array("IHDR".utf8)) else { return nil }
  return positive(try reader.big(4), try reader.big(4))
}

private func gifSize(_ reader: inout ByteReader) throws(ByteReader.End) -> PixelSize? {
  let mark = try reader.take(6)
  guard mark.elementsEqual("GIF89a".utf8) || mark.elementsEqual("GIF87a".utf8) else { return nil }
  return positive(try reader.little(2), try reader.little(2))
}

/// Of the three kinds of WebP: lossy (VP8), lossless (VP8L), extended (VP8X).
private func webpSize(_ reader: inout ByteReader) throws(ByteReader.End) -> PixelSize? {
  guard try reader.next(is: Array("RIFF".utf8)) else { return nil }
  try reader.skip(4)
  guard try reader.next(is: Array("WEBP".utf8)) else { return nil }
  let kind = String(decoding: try reader.take(4), as: UTF8.self)
  try reader.skip(4)
  switch kind {
  case "VP8 ":
    // A key frame has its lowest bit clear; then the start code.
    guard try reader.take(3).first.map({ $0 & 1 == 0 }) ?? false, try reader.next(is: [0x9D, 0x01, 0x2A]) else {
      return nil
    }
    // The upper two bits are a scale.
    return positive(try reader.little(2) & 0x3FFF, try reader.little(2) & 0x3FFF)
  case "VP8L":
    guard try reader.next(is: [0x2F]) else { return nil }
    let bits = try reader.little(4)
    return positive((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
  case "VP8X":
    try reader.skip(4)
    return positive(try reader.little(3) + 1, try reader.little(3) + 1)
  default: return nil
  }
}

/// The third and fourth number of an SVG drawing's `viewBox`, rounded: its shape, whatever size it is shown at.
package func drawingSize(_ bytes: [UInt8]) -> PixelSize? {
  var box: String?
  _ = readXML(bytes) { item, _ in
    guard case .open(_, let attributes) = item else { return true }
    box = attributes.first { $0.name.space.isEmpty && $0.name.local == "viewBox" }?.value
    return false
  }
  let numbers = box?.utf8.split { $0 == UInt8(ascii: ",") || $0 <= 0x20 }.map { Double(Substring($0)) } ?? []
  guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width < 100_000, height < 100_000 else {
    return nil
  }
  guard width > 0, height > 0 else { return nil }
  return positive(Int(width.rounded()), Int(height.rounded()))
}

func positive(_ width: Int, _ height: Int) -> PixelSize? {
  width > 0 && height > 0 ? PixelSize(width: width, height: height) : nil
}

extension PixelSize {
  var turned: PixelSize { PixelSize(width: height, height: width) }

  /// Of a picture that lies in its file as a camera noted, 1 to 8.
  func shown(turned turn: Int) -> PixelSize { turn >= 5 ? turned : self }
}
