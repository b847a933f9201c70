import Testing

@testable import Texts

/// What could steer a terminal or turn a line is seen, not obeyed.
@Suite struct SteeringTests {
  static let steering: [UInt32] = [
    0x00, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,
    0x2066,
    0x2069, 0x206F,
  ]

  @Test(arguments: steering) func oneIsReplacedWhereverItStands(value: UInt32) throws {
    let sign = String(try #require(Unicode.Scalar(value)))
    // Eight bytes are looked at at once: at each of their places, and at the end.
    for before in 0..<20 {
      for after in [0, 1, 9] {
        let (a, b) = (String(repeating: "a", count: before), String(repeating: "支", count: after))
        let expected = a + "\u{FFFD}" + b
        #expect((a + sign + b).printable == expected)
        #expect((a + sign + b).onScreen == expected)
        #expect(withoutSteering(Array((a + sign + b).utf8)) == Array(expected.utf8))
      }
    }
  }

  @Test func textStays() {
    let text = "一行，“引用”·…—\r\n\t第二行 é e\u{301} 👨‍👩‍👧 ❤️ Ω ب ¥\n"
    #expect(text.onScreen == text)
    #expect(withoutSteering(Array(text.utf8)) == Array(text.utf8))
    // Bytes that begin no character, or one that is cut off, are none of these.
    for bytes: [UInt8] in [[0xC2], [0xE2, 0x80], [0xE2, 0x80, 0x41], [0xD8, 0xD8]] {
      #expect(withoutSteering(bytes) == bytes)
    }
  }

  @Test func aLineStaysALine() {
    #expect("a\tb\nc\rd".printable == "a b\u{FFFD}c\u{FFFD}d")
    // A return alone writes over its line.
    #expect("完好\r坏".onScreen == "完好\u{FFFD}坏")
    #expect("a\r\nb\r".onScreen == "a\r\nb\u{FFFD}")
  }

  @Test func severalInOneTextAreAllReplaced() {
    let text = "\u{1B}[31m红\u{202E}反\u{9B}0m\u{7}"
    #expect(withoutSteering(Array(text.utf8)) == Array("\u{FFFD}[31m红\u{FFFD}反\u{FFFD}0m\u{FFFD}".utf8))
  }
}
