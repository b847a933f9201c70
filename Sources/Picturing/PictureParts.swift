/// A named part of a picture's file.
struct PicturePart {
  let name: String
  let data: Range<Int>
  /// With its head, and of a PNG its sum.
  let whole: Range<Int>
}

/// The chunks of a PNG up to where it can be read.
func pngChunks(_ bytes: [UInt8]) -> [PicturePart] {
  var chunks: [PicturePart] = []
  var reader = ByteReader(bytes)
  do throws(ByteReader.End) {
    try reader.skip(PNGCut.signature.count)
    while !reader.isAtEnd {
      let start = reader.offset
      let length = try reader.big(4)
      let name = String(decoding: try reader.take(4), as: UTF8.self)
      let data = reader.offset..<reader.offset + length
      try reader.skip(length + 4)
      chunks.append(PicturePart(name: name, data: data, whole: start..<reader.offset))
    }
  } catch {}
  return chunks
}

/// The chunks of a WebP file up to where it can be read, or to the end that its head says.
func webpChunks(_ bytes: [UInt8]) -> [PicturePart] {
  var chunks: [PicturePart] = []
  var file = ByteReader(bytes)
  do throws(ByteReader.End) {
    try file.skip(4)
    let size = try file.little(4)
    var reader = try file.part(min(size, bytes.count - 8))
    try reader.skip(4)
    while !reader.isAtEnd {
      let start = reader.offset
      let name = String(decoding: try reader.take(4), as: UTF8.self)
      let length = try reader.little(4)
      let data = reader.offset..<reader.offset + length
      try reader.skip(length)
      if length % 2 == 1, !reader.isAtEnd { try reader.skip(1) }
      chunks.append(PicturePart(name: name, data: data, whole: start..<reader.offset))
    }
  } catch {}
  return chunks
}

/// The segments of a JPEG before its first scan.
func jpegSegments(_ bytes: [UInt8]) -> [PicturePart] {
  var segments: [PicturePart] = []
  var reader = ByteReader(bytes)
  do throws(ByteReader.End) {
    try reader.skip(2)
    while try reader.next(is: [0xFF]) {
      let start = reader.offset - 1
      let marker = try reader.big(1)
      guard marker != 0xDA, marker != 0xD9 else { break }
      let length = try reader.big(2) - 2
      let data = reader.offset..<reader.offset + max(0, length)
      try reader.skip(length)
      segments.append(PicturePart(name: String(marker, radix: 16), data: data, whole: start..<reader.offset))
    }
  } catch {}
  return segments
}
