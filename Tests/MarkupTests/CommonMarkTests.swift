import CCmark
import Testing

@testable import Markup

/// Outside tables and the Chinese rules the site's HTML is CommonMark's, to the byte, whatever an author types.
@Suite struct CommonMarkTests {
  private static func libcmark(_ source: [UInt8]) -> String {
    source.withUnsafeBytes { bytes in
      let html = cmark_markdown_to_html(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_VALIDATE_UTF8)
      guard let html else { return "" }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      return String(cString: html)
    }
  }

  /// Small, seeded and the same everywhere (SplitMix64).
  private struct Dice {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }

  private static let alphabet = [
    "a", "b c", "党员", "积分。", "“", "”", "，", " ", "  ", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\t", "    ", "*",
    "**", "***", "_",
    "__", "`", "``", "```\n", "~~~ swift x\n", "# ", "## ", " #\n", "\n===\n", "\n---\n", "---\n", "- ", "+ ", "1. ",
    "7) ", "\n  ", "> ", "\n> ",
    "[", "]", "![", "](/u)", "](</a b> \"t'<\")", "](javascript:x)", "[a]", "[a]: /x?y&z \"t\"\n", "\n[b c]: <é'>\n\n",
    "<http://a.example/?q=ö>",
    "<a@a.example>", "<b>", "</b>", "<!-- c -->", "\n<div>\n", "&amp;", "&copy;", "&#35;", "&", "<", ">", "\"", "'",
    "\\", "\\*", "\\[", "!", "(", ")",
    "\r\n", "\u{A0}", "é", "=", "-", String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self), "😀",
  ]

  @Test func generatedTextsComeOutAsLibcmarkWritesThem() {
    var dice = Dice(state: 2025)
    var compared = 0
    for number in 0..<4000 {
      let source = (0...dice.next(below: 40)).map { _ in Self.alphabet[dice.next(below: Self.alphabet.count)] }.joined()
      let bytes = Array(source.utf8)
      // Where the Chinese rule changes emphasis it must differ; that has its own tests.
      guard let markers = Markers(absentFrom: bytes), markers.marking(bytes) == bytes else { continue }
      let document = parseMarkup(bytes[...], file: 0, firstLine: 1, dialect: .libcmark).document
      let ours = document?.html { url, _ in MarkupTarget(url: url) }
      let theirs = Self.libcmark(bytes)
      #expect(ours == theirs, "text \(number): \(source.debugDescription)")
      compared += 1
    }
    #expect(compared > 2500)
  }

  /// Markers must change nothing but emphasis: with the asterisks' tags and signs left out, both are the same.
  @Test func theChineseRuleChangesEmphasisOnly() {
    var dice = Dice(state: 1949)
    var marked = 0
    func bare(_ html: String) -> String {
      ["<em>", "</em>", "<strong>", "</strong>", "*"].reduce(html) { $0.replacing($1, with: "") }
    }
    let parts = [
      "**", "*", "党员", "。", "“双", "”", "a", " ", "\n", "`", "](/u)", "[", "\\", "> ", "- ", "\n\n", "_", "（", "）", "[",
    ]
    for number in 0..<8000 {
      let source = (0...dice.next(below: 30)).map { _ in parts[dice.next(below: parts.count)] }.joined()
      let bytes = Array(source.utf8)
      // An underscore pairs or not by what the asterisks beside it became, so it is left to its own test.
      guard !source.contains("_"), let markers = Markers(absentFrom: bytes), markers.marking(bytes) != bytes else {
        continue
      }
      let document = parseMarkup(bytes[...], file: 0, firstLine: 1, dialect: .libcmark).document
      #expect(
        bare(document?.html { url, _ in MarkupTarget(url: url) } ?? "") == bare(Self.libcmark(bytes)),
        "text \(number): \(source.debugDescription)")
      marked += 1
    }
    #expect(marked > 300)
  }
}
