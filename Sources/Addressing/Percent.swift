/// Undoes percent signs as browsers do: `%` and two hexadecimal digits are one byte, any other `%` stands for itself.
package func percentDecoded(_ text: some Sequence<UInt8>) -> [UInt8] {
  let text = Array(text)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count)
  var at = 0
  while at < text.count {
    if text[at] == UInt8(ascii: "%"), at + 2 < text.count, let high = hexValue(text[at + 1]),
      let low = hexValue(text[at + 2])
    {
      bytes.append(high << 4 | low)
      at += 3
    } else {
      bytes.append(text[at])
      at += 1
    }
  }
  return bytes
}

/// Writes bytes so that they mean themselves in an address: letters, digits and what no part of an address is marked
/// with stay, all else becomes percent signs.
package func percentEncoded(_ bytes: some Sequence<UInt8>, keeping kept: StaticString = "/") -> String {
  var text: [UInt8] = []
  for byte in bytes {
    if isPlain(byte) || kept.withUTF8Buffer({ $0.contains(byte) }) {
      text.append(byte)
    } else {
      text += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// What RFC 3986 calls unreserved, and the signs that mean nothing in a path.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"),
    UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "@"):
    true
  default: false
  }
}

package func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
