/// A WebP's chunks that say how to draw it, those of colour, transparency and animation among them, and how it lies.
func publishedWebP(_ bytes: [UInt8]) -> PublishedPicture {
  var reader = ByteReader(bytes)
  var out: [UInt8] = []
  var isWhole = false
  do throws(ByteReader.End) {
    try reader.skip(4)
    let size = try reader.little(4)
    // What stands behind the file that its head describes isn't part of it.
    var body = try reader.part(min(size, bytes.count - 8))
    try body.skip(4)
    out = try chunks(&body, keeping: ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"], turn: webpTurn(bytes))
    isWhole = size <= bytes.count - 8 && body.isAtEnd
  } catch {}
  return PublishedPicture(
    bytes: Array("RIFF".utf8) + little(out.count + 4) + "WEBP".utf8 + out, isDamaged: !isWhole)
}

/// How the picture lies, 1 to 8. Notes are read where the head says that they follow: so do those who show it.
func webpTurn(_ bytes: [UInt8]) -> Int {
  let chunks = webpChunks(bytes)
  guard let head = chunks.first, head.name == "VP8X", !head.data.isEmpty, bytes[head.data.lowerBound] & hasNotes != 0
  else { return 1 }
  return chunks.first { $0.name == "EXIF" }.map { orientation(ofChunk: bytes[$0.data]) } ?? 1
}

/// The bit of the head that says there is EXIF.
private let hasNotes: UInt8 = 0x08

private func chunks(
  _ reader: inout ByteReader, keeping kept: Set<String>, turn: Int = 1
) throws(ByteReader.End) -> [UInt8] {
  var out: [UInt8] = []
  var waits = turn > 1
  while !reader.isAtEnd {
    guard let name = try? reader.take(4), let length = try? reader.little(4), var content = try? reader.part(length)
    else {
      break
    }
    // A chunk of an odd length is filled up by one byte.
    if length % 2 == 1, !reader.isAtEnd { try reader.skip(1) }
    let title = String(decoding: name, as: UTF8.self)
    guard kept.contains(title) || title == "EXIF" && waits else { continue }
    var data = Array(try content.take(length))
    switch title {
    // The head says which chunks follow: no XMP, and of EXIF how the picture lies.
    case "VP8X": if !data.isEmpty { data[0] = data[0] & 0xF3 | (turn > 1 ? hasNotes : 0) }
    case "EXIF": (data, waits) = (notes(ofOrientation: turn), false)
    case "ANMF":
      guard data.count >= 16 else { continue }
      var frame = ByteReader(Array(data[16...]))
      data = try Array(data[..<16]) + chunks(&frame, keeping: ["ALPH", "VP8 ", "VP8L"])
    default: break
    }
    out += name
    out += little(data.count)
    out += data
    if data.count % 2 == 1 { out.append(0) }
  }
  return out
}

private func little(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
