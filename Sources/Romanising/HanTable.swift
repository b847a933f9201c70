/// What is known of one Han character: how Mandarin reads it where nothing else says so, and its strokes.
struct HanCharacter: Equatable {
  /// Without tone, `v` for ü; `nil` where no reading is known.
  let syllable: String?
  let strokes: Int
}

/// The tables made by scripts/han-tables: text that is looked into where it lies, so that nothing is built before the first name.
enum HanTable {
  // Not inlined: each copy would carry the tables.
  @inline(never)
  static func character(_ scalar: Unicode.Scalar) -> HanCharacter? {
    let code = code(of: scalar.value)
    guard code != 0 else { return nil }
    return HanCharacter(
      syllable: code >> 7 == 0 ? nil : syllables[Int(code >> 7) - 1], strokes: Int(code & 0x7F))
  }

  static let syllables = syllableText.withUTF8Buffer { bytes in
    bytes.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func code(of scalar: UInt32) -> UInt32 {
    guard firstOfPlane...lastOfPlane ~= scalar else { return codeBeyond(scalar) }
    let place = Int(scalar - firstOfPlane)
    return hanPlane.withUTF8Buffer { number(in: $0, at: offset(of: place, width: 3)) }
  }

  private static func codeBeyond(_ scalar: UInt32) -> UInt32 {
    hanBeyond.withUTF8Buffer { bytes in
      let count = (bytes.count - bytes.count / lineLength(width: 6)) / 6
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        let at = offset(of: middle, width: 6)
        let found = number(in: bytes, at: at)
        if found == scalar { return number(in: bytes, at: at + 3) }
        if found < scalar { low = middle + 1 } else { high = middle }
      }
      return 0
    }
  }

  private static let firstOfPlane: UInt32 = 0x3400
  private static let lastOfPlane: UInt32 = 0x9FFF
  private static let perLine = 128

  /// Bytes of a line with its end.
  private static func lineLength(width: Int) -> Int { perLine * width + 1 }

  private static func offset(of place: Int, width: Int) -> Int { place * width + place / perLine }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
    func digit(_ at: Int) -> UInt32 { UInt32(bytes[at] - UInt8(ascii: "?")) }
    return digit(offset) << 12 | digit(offset + 1) << 6 | digit(offset + 2)
  }
}
