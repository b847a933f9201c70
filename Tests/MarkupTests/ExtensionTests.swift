import Diagnostics
import Testing
import Texts

@testable import Markup

@Suite("Footnotes, words struck out, boxes")
struct ExtensionTests {
  private func body(_ text: String) -> String { html(text) }

  @Test("a footnote stands at the end, and leads there and back")
  func footnote() {
    let text = "二十六人[^1]参加。\n\n[^1]: 含**列席**\n\n接着说。\n"
    #expect(mistakes(text) == [])
    #expect(
      body(text) == """
        <p>二十六人<sup class="note" id="r_1"><a href="#n_1" role="doc-noteref" aria-label="脚注1">1</a></sup>参加。</p>
        <p>接着说。</p>
        <section class="footnotes" role="doc-endnotes" aria-label="脚注">
        <ol>
        <li id="n_1"><p>含<strong>列席</strong> <a href="#r_1" role="doc-backlink" aria-label="回到正文">↑</a></p></li>
        </ol>
        </section>

        """)
    #expect(read(text).document?.links == [])
    #expect(read(text).document?.plainText == "二十六人参加。\n接着说。\n含列席\n")
  }

  @Test("notes are numbered as their marks come; one that is used twice keeps its number")
  func numbers() {
    let text = "甲[^b]乙[^a]丙[^b]\n\n[^a]: 一\n[^b]: 二\n"
    let found = body(text)
    #expect(mistakes(text) == [])
    #expect(found.contains("甲<sup class=\"note\" id=\"r_1\"><a href=\"#n_1\""))
    #expect(found.contains("丙<sup class=\"note\" id=\"r_1_2\"><a href=\"#n_1\""))
    #expect(
      found.contains(
        """
        <li id="n_1"><p>二 <a href="#r_1" role="doc-backlink" aria-label="回到正文第1处">↑1</a> \
        <a href="#r_1_2" role="doc-backlink" aria-label="回到正文第2处">↑2</a></p>
        """))
    #expect(found.contains("<li id=\"n_2\"><p>一 <a"))
  }

  @Test(
    "a note stands in a heading, a table, a list and in bold; within a link it is no link, and an outline has none of it"
  )
  func places() {
    let text =
      "## 题[^1]\n\n| 甲**乙[^2]** |\n|---|\n| [网](w101.md) |\n\n- 项[^3]\n\n[见[^4]](a.md)\n\n"
      + (1...4).map { "[^\($0)]: 注\($0)\n" }.joined(separator: "\n")
    #expect(mistakes(text) == [])
    let found = body(text)
    for number in 1...4 { #expect(found.contains("<li id=\"n_\(number)\">")) }
    #expect(found.contains("<sup class=\"note\" id=\"r_4\">4</sup></a>"))
    #expect(read(text).document?.outline.map(\.text) == ["题"])
  }

  @Test("a link to a film or a sound that stands by itself is a player above the link; any other link is a link")
  func player() {
    #expect(
      body("[年会](年会.mp4)") == """
        <figure class="player"><video controls preload="none" src="%E5%B9%B4%E4%BC%9A.mp4"></video><figcaption>\
        <a href="%E5%B9%B4%E4%BC%9A.mp4">年会</a></figcaption></figure>

        """)
    #expect(body("[歌](a.MP3)").contains("<audio controls preload=\"none\" src=\"a.MP3\"></audio>"))
    for text in ["看[年会](年会.mp4)", "[网](https://a.cn/b.mp4)", "[表](a.pdf)", "[甲](a.mp4)[乙](b.mp4)"] {
      #expect(!body(text).contains("player"), "\(text)")
    }
  }

  @Test("a mark among the words in place of a picture stays as it is, and is told")
  func picture() {
    let text = "![合影[^1]](a.png)见[^1]。\n\n[^1]: 注\n"
    #expect(body(text).contains("alt=\"合影[^1]\""))
    #expect(body(text).contains("见<sup class=\"note\" id=\"r_1\">"))
    #expect(mistakes(text) == ["markdown-slip 1:5"])
    #expect(mistakes("![合影[^1]](a.png)\n\n[^1]: 注\n") == ["markdown-slip 1:5", "markdown-slip 3:1"])
  }

  @Test(
    "what lacks its fellow, is code or escaped is printed as it stands",
    arguments: [
      ("见[^1]。", "<p>见[^1]。</p>\n"), ("见\\[^1]。\n\n[^1]: 注", "<p>见[^1]。</p>\n<p>[^1]: 注</p>\n"),
      ("`[^1]` `~~a~~`", "<p><code>[^1]</code> <code>~~a~~</code></p>\n"), ("\\~~a~~", "<p>~~a~~</p>\n"),
      ("好~~", "<p>好~~</p>\n"), ("~~ a ~~", "<p>~~ a ~~</p>\n"), ("a ~~~b~~~ c", "<p>a ~~~b~~~ c</p>\n"),
      ("[^1](a.md)", "<p><a href=\"a.md\">^1</a></p>\n"), ("**~~a**~~", "<p><strong>~~a</strong>~~</p>\n"),
      ("    [^1]: ~~a~~", "<pre><code>[^1]: ~~a~~\n</code></pre>\n"), ("![~~a~~](b.png)", nil),
      ("<http://a.cn/~~b>", nil), ("- \\[ ] 买花", "<ul>\n<li>[ ] 买花</li>\n</ul>\n"),
      ("- [y] 买花", "<ul>\n<li>[y] 买花</li>\n</ul>\n"), ("[ ] 买花", "<p>[ ] 买花</p>\n"),
    ] as [(String, String?)])
  func literal(text: String, expected: String?) {
    let found = body(text)
    if let expected { #expect(found == expected) } else { #expect(!found.contains("<del>")) }
    // No private sign is left anywhere.
    #expect(!found.unicodeScalars.contains { $0.value >= 0x10FF80 })
  }

  @Test(
    "words struck out",
    arguments: [
      ("删~~去~~了", "<p>删<del>去</del>了</p>\n"), ("~~**“粗”**~~", "<p><del><strong>“粗”</strong></del></p>\n"),
      ("**甲~~乙~~**", "<p><strong>甲<del>乙</del></strong></p>\n"), ("~~a~~~~b~~", "<p><del>a~~~~b</del></p>\n"),
      ("~~a\nb~~", "<p><del>a\nb</del></p>\n"), ("~~[网](a.md)~~", "<p><del><a href=\"a.md\">网</a></del></p>\n"),
    ])
  func struck(text: String, expected: String) {
    #expect(body(text) == expected)
    #expect(mistakes(text) == [])
  }

  @Test("a table's cell strikes out within itself")
  func cells() {
    let found = body("| ~~甲~~ | 乙~~ |\n|---|---|\n| ~~丙 | 丁 |\n")
    #expect(found.contains("<del>甲</del>") && found.contains("乙~~") && found.contains("~~丙"))
  }

  @Test("a box that is ticked says so to those who don't see it")
  func boxes() {
    let text = "- [x] 买花\n- [ ] 送花\n- 说话\n"
    #expect(mistakes(text) == [])
    #expect(
      body(text) == """
        <ul>
        <li class="task"><span class="box ticked" role="img" aria-label="已完成"></span>买花</li>
        <li class="task"><span class="box" role="img" aria-label="未完成"></span>送花</li>
        <li>说话</li>
        </ul>

        """)
    #expect(read(text).document?.plainText == "买花\n送花\n说话\n")
  }

  @Test("places of links behind a mark are those of the source")
  func columns() {
    let links = read("~~甲~~[^1]乙[丙](d.md)\n\n[^1]: 见[丁](e.md)\n").document?.links.map {
      ($0.place.line, $0.place.column)
    }
    #expect(links?.map(\.0) == [1, 3])
    // ~~甲~~[^1]乙 are ten signs; `[^1]: 见` seven.
    #expect(links?.map(\.1) == [11, 8])
  }

  @Test(
    "thousands of marks are read in no time to speak of",
    arguments: ["~~a~~ ", "[^1] ", "~~a ", "[^1]: ", "\n\n[^a]: b"])
  func growth(unit: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = read(String(repeating: unit, count: 50_000) + "\n\n[^1]: x\n") }
    #expect(time < .seconds(60))
  }
}
