/// A picture's chunks that say how to draw it, byte for byte with their sums.
enum PNGCut {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// With those of colour, transparency and animation.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "pHYs", "cICP", "mDCV",
    "cLLI",
    "acTL", "fcTL", "fdAT",
  ]
  private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

  static func published(_ bytes: [UInt8]) -> PublishedPicture {
    var out = signature
    out.reserveCapacity(bytes.count)
    var reader = ByteReader(bytes)
    var isWhole = false
    do throws(ByteReader.End) {
      try reader.skip(signature.count)
      while !isWhole {
        let start = reader.offset
        let length = try reader.big(4)
        let name = String(decoding: try reader.take(4), as: UTF8.self)
        try reader.skip(length + 4)
        if name == "IEND" { isWhole = true } else if kept.contains(name) { out += bytes[start..<reader.offset] }
      }
    } catch {}
    return PublishedPicture(bytes: out + end, isDamaged: !isWhole)
  }
}
