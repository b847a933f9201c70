/// A colour of the screen (sRGB), eight bits a channel.
package struct Colour: Hashable, Sendable, CustomStringConvertible {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package static let white = Colour(0xFFFFFF)
  package static let black = Colour(0x000000)

  /// - Parameter hex: as stylesheets write it: `0xB3261E`.
  package init(_ hex: UInt32) {
    (red, green, blue) = (UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
  }

  /// `#b3261e`, `b3261e` or `#b21`; `nil` for anything else.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "#") { bytes.removeFirst() }
    // As an option of a radix it would take a sign too.
    guard bytes.allSatisfy(isHexDigit) else { return nil }
    if bytes.count == 3 { bytes = bytes.flatMap { [$0, $0] } }
    guard bytes.count == 6, let hex = UInt32(String(decoding: bytes, as: UTF8.self), radix: 16) else { return nil }
    self.init(hex)
  }

  package var description: String { "#" + [red, green, blue].map(twoDigits).joined() }

  /// How much light it gives, from 0 for black to 1 for white, as WCAG 2 reckons it.
  package var luminance: Double { 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) }

  /// From 1 for the same colour to 21 for black and white, as WCAG 2 reckons it; of either colour to the other the same.
  package func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// This colour with `part` of `whole` of another in it, rounded in each channel.
  package func mixed(with other: Colour, _ part: Int, of whole: Int = 100) -> Colour {
    func channel(_ a: UInt8, _ b: UInt8) -> UInt32 {
      UInt32((Int(a) * (whole - part) + Int(b) * part + whole / 2) / whole)
    }
    return Colour(channel(red, other.red) << 16 | channel(green, other.green) << 8 | channel(blue, other.blue))
  }

  /// The first on the way to another colour that will do; `nil` where even that one doesn't.
  package func first(towards goal: Colour, where fits: (Colour) -> Bool) -> Colour? {
    (0...255).lazy.map { self.mixed(with: goal, $0, of: 255) }.first(where: fits)
  }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
}

private func twoDigits(_ channel: UInt8) -> String {
  let digits = String(channel, radix: 16)
  return digits.utf8.count < 2 ? "0" + digits : digits
}

private func linear(_ channel: UInt8) -> Double {
  let value = Double(channel) / 255
  if value <= 0.04045 { return value / 12.92 }
  // To the power of 2.4, by arithmetic alone: a library's `pow` may give other bits on another machine.
  let base = (value + 0.055) / 1.055
  return base * base * fifthRoot(base * base)
}

/// Of a number between 0 and 1, by Newton's steps from above.
private func fifthRoot(_ number: Double) -> Double {
  var root = 1.0
  for _ in 0..<40 { root -= (root - number / (root * root * root * root)) / 5 }
  return root
}
