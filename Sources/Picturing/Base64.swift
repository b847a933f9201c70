/// Bytes as a data URI carries them.
package func base64(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return text
}

private let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// The bytes that such letters stand for, up to the first that is none; white space between them counts for nothing.
func bytes(ofBase64 text: some Sequence<UInt8>) -> [UInt8] {
  var values = [UInt8](repeating: 255, count: 256)
  for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
  var (bits, held): (UInt32, Int) = (0, 0)
  var result: [UInt8] = []
  for letter in text where letter > 0x20 {
    guard values[Int(letter)] < 64 else { break }
    bits = (bits << 6 | UInt32(values[Int(letter)])) & 0xFFFF
    held += 6
    if held >= 8 {
      held -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
    }
  }
  return result
}
