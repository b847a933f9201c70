import Pixels
import Texts

/// What is published of a picture beside its notes: which size the page counts with, and the narrower forms.
package struct PictureForms: Sendable, Hashable {
  package let full: PixelSize
  package let smaller: [SmallerPicture]
  /// Whether it has more pixels than are ever decoded; then it can't be published.
  package let isTooLarge: Bool
}

/// - Parameter cut: a picture without notes (`publishedPicture`).
/// - Returns: `nil` for a picture that is published with the pixels it has, whatever its size.
package func pictureForms(_ cut: [UInt8]) -> PictureForms? {
  RasterHead(cut).map { PictureForms(full: $0.full, smaller: $0.smaller, isTooLarge: $0.isTooLarge) }
}

/// Whether a form of a picture takes drawing it anew, and so is worth keeping.
/// - Parameter width: of a narrower form; `nil` for the full one.
package func isRedrawn(_ cut: [UInt8], width: Int?) -> Bool {
  guard let head = RasterHead(cut) else { return false }
  return width != nil || !head.isPublishedAsItIs
}

/// The widest form of a picture: with its own bytes where it is no wider than pages need, and stands upright.
///
/// Doing it twice is doing it once, and narrower forms are made from this one: who has only this, as an archive has, makes the
/// same of it.
/// - Returns: damaged, and with the bytes as they came, where it can't be decoded.
package func fullPicture(_ cut: [UInt8]) -> PublishedPicture {
  guard let head = RasterHead(cut), !head.isPublishedAsItIs else {
    return PublishedPicture(bytes: cut, isDamaged: false)
  }
  return redrawn(cut, head, to: head.full, isJPEG: head.kind == .jpeg)
}

/// - Parameters:
///   - full: the widest form.
///   - width: one of its narrower forms' widths.
package func smallerPicture(_ full: [UInt8], width: Int) -> PublishedPicture {
  guard let head = RasterHead(full), width < head.size.width else {
    return PublishedPicture(bytes: full, isDamaged: false)
  }
  return redrawn(
    full, head, to: head.size.narrowed(to: width), isJPEG: head.kind == .jpeg || head.kind == .png(isPlain: true))
}

private let quality = 82

private func redrawn(_ cut: [UInt8], _ head: RasterHead, to size: PixelSize, isJPEG: Bool) -> PublishedPicture {
  guard !head.isTooLarge, let raster = try? raster(cut, head, size),
    let bytes = bytes(raster, cut, head.kind, isJPEG)
  else { return PublishedPicture(bytes: cut, isDamaged: true) }
  return PublishedPicture(bytes: bytes, isDamaged: false)
}

/// Made smaller as it lies, and then turned.
private func raster(_ cut: [UInt8], _ head: RasterHead, _ size: PixelSize) throws(RasterFault) -> Raster {
  let lying = size.shown(turned: head.turn)
  let decoded =
    switch head.kind {
    case .jpeg: try jpegRaster(cut, atLeast: lying.width, by: lying.height)
    // Its numbers as they stand: what they mean goes along beside them.
    case .png: try pngRaster(PNGCut.withoutColours(cut))
    case .webp: try webpRaster(cut)
    }
  guard decoded.width >= lying.width, decoded.height >= lying.height else { throw .damaged }
  return decoded.scaled(toWidth: lying.width, height: lying.height).upright(head.turn)
}

/// A picture's file, with the profile of the one it was made from.
private func bytes(_ raster: Raster, _ origin: [UInt8], _ kind: RasterHead.Kind, _ isJPEG: Bool) -> [UInt8]? {
  switch kind {
  case .jpeg: jpegBytes(raster, quality: quality).flatMap { withProfile($0, ofJPEG: origin) }
  case .png where isJPEG: jpegBytes(raster, quality: quality, isCrisp: true)
  case .png: pngBytes(raster).map { PNGCut.withColours($0, of: origin) }
  case .webp: webpBytes(raster, quality: quality).flatMap { withProfile($0, ofWebP: origin, raster) }
  }
}

/// What this program and the libraries it draws with make of a pattern: another version that draws otherwise makes another.
package func drawingProbe() -> [UInt8] {
  let patterns = [3, 4].map { channels in
    Raster(
      width: 96, height: 64, channels: channels,
      bytes: (0..<96 * 64 * channels).map { UInt8(truncatingIfNeeded: $0 * $0 / 7 + $0 / 5) })
  }
  let files = [
    jpegBytes(patterns[0], quality: quality), pngBytes(patterns[0]), pngBytes(patterns[1]),
    webpBytes(patterns[0], quality: quality), webpBytes(patterns[1], quality: quality),
  ]
  return files.compactMap { $0 }.flatMap { smallerPicture($0, width: 37).bytes }
}

private func withProfile(_ made: [UInt8], ofJPEG origin: [UInt8]) -> [UInt8]? {
  // The first thing libjpeg writes is the head of JFIF.
  guard let head = jpegSegments(made).first, head.name == "e0" else { return nil }
  let profile = jpegSegments(origin).filter {
    $0.name == "e2" && origin[$0.data].starts(with: Array("ICC_PROFILE\0".utf8))
  }
  return Array(made[..<head.whole.upperBound]) + profile.flatMap { origin[$0.whole] } + made[head.whole.upperBound...]
}

private func withProfile(_ made: [UInt8], ofWebP origin: [UInt8], _ raster: Raster) -> [UInt8]? {
  guard let profile = webpChunks(origin).first(where: { $0.name == "ICCP" }) else { return made }
  let picture = webpChunks(made).filter { ["ALPH", "VP8 ", "VP8L"].contains($0.name) }
  guard !picture.isEmpty else { return nil }
  let little = { (value: Int, count: Int) in (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
  let flags: UInt8 = 0x20 | (raster.channels == 4 ? 0x10 : 0)
  let head = [flags, 0, 0, 0] + little(raster.width - 1, 3) + little(raster.height - 1, 3)
  let body =
    Array("WEBPVP8X".utf8) + little(head.count, 4) + head + origin[profile.whole] + picture.flatMap { made[$0.whole] }
  return Array("RIFF".utf8) + little(body.count, 4) + body
}

extension PNGCut {
  private static let colours: Set<String> = ["gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI"]

  fileprivate static func withoutColours(_ bytes: [UInt8]) -> [UInt8] {
    signature + pngChunks(bytes).filter { !colours.contains($0.name) }.flatMap { bytes[$0.whole] }
  }

  /// The chunks of colour of the one in place of the other's.
  fileprivate static func withColours(_ bytes: [UInt8], of origin: [UInt8]) -> [UInt8] {
    let chunks = pngChunks(bytes).filter { !colours.contains($0.name) }
    let meant = pngChunks(origin).filter { colours.contains($0.name) }.flatMap { origin[$0.whole] }
    return signature + chunks.prefix(1).flatMap { bytes[$0.whole] } + meant
      + chunks.dropFirst().flatMap { bytes[$0.whole] }
  }
}
