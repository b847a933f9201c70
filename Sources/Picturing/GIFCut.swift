/// A GIF's frames with their times and colours; comments, texts and other programs' data go.
func publishedGIF(_ bytes: [UInt8]) -> PublishedPicture {
  var reader = ByteReader(bytes)
  var out: [UInt8] = []
  var isWhole = false
  do throws(ByteReader.End) {
    try reader.skip(10)
    try skipTable(&reader, flags: try reader.big(1))
    out = Array(bytes[..<reader.offset])
    while !isWhole {
      let start = reader.offset
      var isKept = true
      switch try reader.big(1) {
      case 0x2C:
        try reader.skip(8)
        let flags = try reader.big(1)
        if flags & 0x80 != 0 { try reader.skip(3 << (flags & 7 + 1)) }
        try reader.skip(1)
      case 0x21:
        let label = try reader.big(1)
        isKept = label == 0xF9 || label == 0xFF && isOfShow(bytes[reader.offset...])
      case 0x3B:
        isWhole = true
        continue
      default: throw ByteReader.End()
      }
      var length = try reader.big(1)
      while length > 0 {
        try reader.skip(length)
        length = try reader.big(1)
      }
      if isKept { out += bytes[start..<reader.offset] }
    }
  } catch {}
  return PublishedPicture(bytes: out + [0x3B], isDamaged: !isWhole)
}

/// The colours of all frames; the two bytes before them name the ground and the shape of a pixel.
private func skipTable(_ reader: inout ByteReader, flags: Int) throws(ByteReader.End) {
  try reader.skip(2)
  if flags & 0x80 != 0 { try reader.skip(3 << (flags & 7 + 1)) }
}

/// Says how often the frames go round, or which colours they have.
private func isOfShow(_ block: ArraySlice<UInt8>) -> Bool {
  ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains { block.dropFirst().starts(with: $0.utf8) }
}
