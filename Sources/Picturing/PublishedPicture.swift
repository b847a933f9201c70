import Texts

/// A picture as readers get it: what it shows, and nothing of who took it, where, when and with what.
package struct PublishedPicture: Sendable {
  package let bytes: [UInt8]
  /// Cut off, or no picture: what was not understood isn't in `bytes`.
  package let isDamaged: Bool

  package init(bytes: [UInt8], isDamaged: Bool) {
    self.bytes = bytes
    self.isDamaged = isDamaged
  }
}

/// bytes → bytes without EXIF, XMP, IPTC, GPS, comments, previews and whatever stands behind the picture's end. Parts of the
/// file are left out whole and pixels stay as they are; colours keep their profile, and a photograph its orientation. What
/// kind of file it is its bytes say, not its name. Doing it twice is doing it once.
package func publishedPicture(_ bytes: [UInt8]) -> PublishedPicture {
  if bytes.starts(with: [0xFF, 0xD8]) { return publishedJPEG(bytes) }
  if bytes.starts(with: PNGCut.signature) { return PNGCut.published(bytes) }
  if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return publishedWebP(bytes) }
  if bytes.starts(with: "GIF8".utf8) { return publishedGIF(bytes) }
  return PublishedPicture(bytes: [], isDamaged: true)
}

/// A file of the project as it leaves it, for the site, for prints and for archives; other files than pictures stay as
/// they are.
package func published(_ bytes: [UInt8], named path: String) -> [UInt8] {
  switch pictureKind(of: path) {
  case "svg": publishedDrawing(bytes)
  case .some: publishedPicture(bytes).bytes
  case nil: bytes
  }
}

/// What a picture's name ends in, in small letters; `nil` for other files.
package func pictureKind(of path: String) -> String? {
  let kind = path.parts(at: "/").last?.parts(at: ".", keepingEmpty: true).dropFirst().last?.lowercased() ?? ""
  return ["svg", "png", "jpg", "jpeg", "webp", "gif"].contains(kind) ? kind : nil
}
