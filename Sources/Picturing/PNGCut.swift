import Texts

/// A picture's chunks that say how to draw it, byte for byte with their sums, and how it lies.
enum PNGCut {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// With those of colour, transparency and animation.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "hIST", "pHYs", "cICP", "mDCV",
    "cLLI",
    "acTL", "fcTL", "fdAT",
  ]
  private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

  static func published(_ bytes: [UInt8]) -> PublishedPicture {
    var out = signature
    out.reserveCapacity(bytes.count)
    var reader = ByteReader(bytes)
    var isWhole = false
    var isTurned = false
    do throws(ByteReader.End) {
      try reader.skip(signature.count)
      while !isWhole {
        let start = reader.offset
        let length = try reader.big(4)
        let name = String(decoding: try reader.take(4), as: UTF8.self)
        let data = try reader.take(length)
        try reader.skip(4)
        switch name {
        case "IEND": isWhole = true
        case "iCCP": out += profile(data)
        case "eXIf":
          let turn = orientation(ofChunk: data)
          guard !isTurned, turn > 1 else { continue }
          isTurned = true
          out += chunk("eXIf", notes(ofOrientation: turn))
        case _ where kept.contains(name): out += bytes[start..<reader.offset]
        default: continue
        }
      }
    } catch {}
    return PublishedPicture(bytes: out + end, isDamaged: !isWhole)
  }

  /// How the picture lies, 1 to 8, by the first note that says so.
  static func turn(_ bytes: [UInt8]) -> Int {
    pngChunks(bytes).lazy.filter { $0.name == "eXIf" }.map { orientation(ofChunk: bytes[$0.data]) }
      .first { $0 > 1 } ?? 1
  }

  /// A profile is called as somebody liked to call it; nobody draws by its name, and every profile has the same here. One
  /// without a name isn't any.
  private static func profile(_ data: ArraySlice<UInt8>) -> [UInt8] {
    guard let end = data.prefix(80).firstIndex(of: 0) else { return [] }
    return chunk("iCCP", Array("icc".utf8) + data[end...])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let big = { (number: UInt32) in (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
    let named = Array(name.utf8) + data
    return big(UInt32(data.count)) + named + big(crc32(named))
  }
}
