/// `_x000D_` in a text stands for the character of that number, `_x005F_` for an underscore that would begin such a thing.
///
/// Half a pair of surrogates, which is no character, stays as it is written.
func unescapeXstring(_ bytes: inout [UInt8], from start: Int) {
  guard bytes.count - start >= 7, bytes[start...].contains(UInt8(ascii: "_")) else { return }
  var (read, write) = (start, start)
  while read < bytes.count {
    if let (scalar, length) = escaped(bytes, at: read) {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        bytes[write] = byte
        write += 1
      }
      read += length
    } else {
      bytes[write] = bytes[read]
      (read, write) = (read + 1, write + 1)
    }
  }
  bytes.removeLast(bytes.count - write)
}

private func escaped(_ bytes: [UInt8], at: Int) -> (Unicode.Scalar, length: Int)? {
  guard let unit = unit(bytes, at: at) else { return nil }
  if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
  guard unit < 0xDC00, let low = lowUnit(bytes, at: at + 7) else { return nil }
  return Unicode.Scalar(0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)).map { ($0, 14) }
}

private func lowUnit(_ bytes: [UInt8], at: Int) -> UInt16? {
  unit(bytes, at: at).flatMap { (0xDC00...0xDFFF).contains($0) ? $0 : nil }
}

/// A unit of UTF-16 in an escape that begins there.
private func unit(_ bytes: [UInt8], at: Int) -> UInt16? {
  guard at + 7 <= bytes.count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
    bytes[at + 6] == UInt8(ascii: "_")
  else { return nil }
  var unit: UInt16 = 0
  for byte in bytes[(at + 2)..<(at + 6)] {
    switch byte {
    case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
    case 0x41...0x46: unit = unit << 4 | UInt16(byte - 0x37)
    case 0x61...0x66: unit = unit << 4 | UInt16(byte - 0x57)
    default: return nil
    }
  }
  return unit
}
