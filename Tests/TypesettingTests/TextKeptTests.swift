import Testing

@testable import Typesetting

/// The pass puts tags around a text and never changes it.
@Suite("Typesetting keeps the text")
struct TextKeptTests {
  private static let pieces = [
    "在", "第", "12", "3.5%", "名", "项", "月", "日", "年", "“", "”", "‘", "（", "）", "，", "。", "：", "？", "·", "PK", "NH₃-N",
    "×", "＝", " ",
    "GB/T", "—", "<b>", "</b>", "<a href=\"x>y\">", "</a>", "<br>", "<code>在A</code>", "<p>", "</p>", "<td>", "</td>",
    "<h2>", "</h2>", "&amp;",
    "&#39;", "𠮷", "é", "\n", "<", "<sup>1</sup>", "阿依努尔", "<!-- 甲A -->", "&", "\u{1F600}", "…",
  ]

  @Test(
    "text without tags is equal before and after, and tags are paired as they were",
    arguments: [Setting.table, .display, .prose])
  func kept(_ setting: Setting) {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3_000 {
      let html = (0..<(1 + next(24))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let after = typeset(html, in: setting)
      #expect(spansRemoved(after) == html, "\(html)")
    }
  }

  @Test("bytes that are no UTF-8 and texts cut anywhere are kept too")
  func broken() {
    let bytes = Array("<p>在PK中“‘第3名》）。·阿<b>10×26＝</b>项&amp;<a href=\"".utf8)
    for end in bytes.indices {
      var text = Array(bytes[..<end]) + [0xE2]
      let before = text
      var typesetter = Typesetter()
      typesetter.set(&text, from: 0, in: .display)
      #expect(text.count >= before.count)
      #expect(text.filter { $0 >= 0x80 } == before.filter { $0 >= 0x80 })
    }
  }

  /// Without what the pass writes: each begins with a tag of its own, and `</span>` is written by nobody else here.
  private func spansRemoved(_ html: String) -> String {
    var text = html
    for name in ["g", "h", "hx", "hc", "nb", "ph", "md"] { text = text.replacing("<span class=\(name)>", with: "") }
    return text.replacing("</span>", with: "").replacing("<wbr>", with: "")
  }
}
