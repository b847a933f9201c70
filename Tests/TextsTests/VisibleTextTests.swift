import Diagnostics
import Texts
import Testing

/// One trimming for tables, YAML and front matter.
@Suite("What can be seen of a text")
struct VisibleTextTests {
  /// By scalars: a selector and its sign are one `Character`.
  private func isSame(_ a: String, _ b: String) -> Bool { a.unicodeScalars.elementsEqual(b.unicodeScalars) }

  @Test(
    "white space and invisible characters at the ends are no part of it, as text and as bytes",
    arguments: [
      ("", ""), ("周静怡", "周静怡"), (" a ", "a"), ("\u{3000}周静怡\u{A0}\u{200B}\u{FEFF}", "周静怡"), ("\u{200B}", ""),
      ("\u{FE0F}", ""),
      ("\u{2002}b07\u{2028}", "b07"), ("\u{202A}-1\u{202C}", "-1"), ("\u{AD}x\u{2069}\u{180E}", "x"),
      ("\u{3164}\u{2800}", ""),
      ("❤\u{FE0F}\u{200B}", "❤\u{FE0F}"), ("葛\u{E0100}", "葛\u{E0100}"), ("a\u{200B}\u{FE0F}", "a"),
      ("e\u{301} ", "e\u{301}"),
      ("\u{8}a", "\u{8}a"), ("a b\u{A0}c", "a b\u{A0}c"),
    ])
  func trimmed(text: String, expected: String) {
    #expect(isSame(text.trimmed, expected))
    let bytes = Array("x,\(text),y".utf8)
    let range = bytes.span.trimmed(2..<bytes.count - 2)
    #expect(isSame(String(decoding: bytes[range], as: UTF8.self), expected))
    #expect(text.isNothing == expected.isEmpty)
  }

  @Test("what is hidden within is found; what shapes or joins signs isn't hidden")
  func hidden() {
    let hidden = { (text: String, kind: TextKind) in text.firstHidden(in: kind)?.scalarsBefore }
    #expect(hidden("周\u{200B}静", .prose) == 1)
    #expect(hidden("周静\u{AD}", .word) == 2)
    #expect(hidden("周\u{200D}静", .prose) == 1)
    #expect(hidden("a\u{8}", .prose) == 1)
    #expect(hidden("1\u{A0}000", .word) == 1)
    for text in [
      "1\u{A0}000", "👩\u{200D}❤\u{FE0F}\u{200D}👨", "1\u{FE0F}\u{20E3}", "葛\u{E0100}城", "é", "e\u{301}", "周 静\u{3000}怡",
    ] {
      #expect(hidden(text, .prose) == nil, "\(text)")
    }
    #expect(hidden("葛\u{E0100}城\u{3000}一 二", .word) == nil)
    #expect("\u{200B}".firstHidden(in: .word)?.name.zh == "U+200B（零宽空格）")
    #expect("\u{E0001}".firstHidden(in: .word)?.name.en == "U+E0001")
  }
}
