import Diagnostics
import Testing
import Texts

@testable import Markup

/// Texts that keep libcmark busy for minutes, or fill the memory: each must end, and end in a mistake with its place.
@Suite struct HostileTests {
  private static let many = 100_000

  /// By name, so that a test's report prints the name and not the text.
  private static let texts: KeyValuePairs<String, String> = [
    "nested quotes": String(repeating: ">", count: many) + "a",
    "spaced quotes": String(repeating: "> ", count: many),
    "bullets": String(repeating: "- ", count: many) + "a",
    "plus bullets": String(repeating: "+ ", count: many),
    "numbers": String(repeating: "1. ", count: many),
    "brackets": String(repeating: "[", count: many) + "a" + String(repeating: "]", count: many),
    "open brackets": String(repeating: "[", count: many),
    "images": String(repeating: "![[]()", count: many),
    "images hidden by code": String(repeating: "![`]`[a](b)", count: many / 2),
    "comments": String(repeating: "a <!-- ", count: many),
    "instructions": "a " + String(repeating: "<?", count: many),
    "declarations": "a " + String(repeating: "<!A ", count: many),
    "sections": "a " + String(repeating: "<![CDATA[", count: many),
    "strong": String(repeating: "**", count: 50_000) + "a" + String(repeating: "**", count: 50_000),
    "spread emphasis": String(repeating: "*a **a ", count: 50_000) + "b" + String(repeating: "** a*", count: 50_000),
    "one definition used often":
      "[a]: /" + String(repeating: "x", count: 100_000) + "\n\n" + String(repeating: "[a]", count: 100_000),
    "a ladder of lists": (0..<500).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined(),
  ]

  @Test(arguments: texts.map(\.key))
  func endsInAMistake(name: String) throws {
    let (document, found) = read(try #require(Self.texts.first { $0.key == name }).value)
    #expect(document == nil)
    #expect(found.map(\.code) == [.nestingTooDeep], "\(name)")
    #expect(found.first?.place != nil)
  }

  @Test(arguments: [
    ("*a ", 100_000), ("_a ", 100_000), ("*a_ ", 50_000), ("a**b", 50_000), ("a**b_c* ", 30_000), ("`", 100_000),
    ("`a``", 50_000),
    ("<", 100_000), ("<a ", 100_000), ("&", 100_000), ("]", 100_000), ("[a](", 90), ("| a ", 90_000), ("|-", 90_000),
    ("a\n", 100_000),
    ("\n", 100_000), ("a|b\n-|-\n", 9_000), ("**。", 50_000), ("[x](y) ", 20_000), ("# 甲\n", 10_000), ("\\", 100_000),
  ])
  func endsInADocumentOrAMistake(unit: String, count: Int) {
    let (document, found) = read(String(repeating: unit, count: count))
    #expect(document != nil || found.hasErrors)
  }

  @Test func backtickRunsOfAllLengthsEnd() {
    let source = (1...1200).map { "e" + String(repeating: "`", count: $0) }.joined()
    #expect(read(source).document?.plainText.utf8.first == UInt8(ascii: "e"))
  }

  @Test func aTextOfMoreThanAMebibyteIsRefused() {
    #expect(mistakes(String(repeating: "a", count: 1 << 20)) == [])
    #expect(mistakes(String(repeating: "a", count: (1 << 20) + 1)) == ["file-too-large 1:1"])
    #expect(mistakes(String(repeating: "红", count: 3_500_000)) == ["file-too-large 1:1"])
  }

  @Test func theExcessIsShownWhereItIs() {
    #expect(mistakes("红\n\n红" + String(repeating: "[", count: 101)) == ["nesting-too-deep 3:102"])
    #expect(mistakes("红\n\n" + String(repeating: ">", count: 101)) == ["nesting-too-deep 3:1"])
  }

  @Test func honestTextsAreNotTakenForHostile() {
    let list = (1...400).map { "- [链接\($0)](a\($0).html) ![图](b.png) *重* `[[`\n" }.joined()
    let notes = (1...300).map { "[n\($0)]: https://a.example/\($0)\n" }.joined()
    let uses = (1...300).map { "见 [n\($0)]。" }.joined()
    #expect(mistakes(list.replacing("`[[`", with: "") + "\n" + uses + "\n\n" + notes) == [])
    #expect(mistakes(String(repeating: "- ", count: 40) + "\n\n" + String(repeating: "*", count: 300)) == [])
  }

  @Test func invalidBytesDoNoHarm() {
    let (document, _) = parseMarkup(
      [0x61, 0xFF, 0x2A, 0x2A, 0xE7, 0x00, 0x2A, 0x2A, 0xE2, 0x80][...], file: 0, firstLine: 1)
    #expect(document?.plainText.hasPrefix("a\u{FFFD}") == true)
  }
}
