import Foundation
import Rendering
import Testing

@Suite("A page that needs no other file")
struct SelfContainedTests {
  private func made(_ html: String, at path: String = "2025/a/b.html", _ files: [String: String] = [:]) -> String {
    String(decoding: selfContained(Array(html.utf8), at: path) { files[$0].map { Array($0.utf8) } }, as: UTF8.self)
  }

  @Test("a stylesheet stands in it, with what it refers to; the path counts from the page")
  func stylesheet() {
    let page = made(
      #"<link rel="stylesheet" href="../../css/a.css"><p>字"#,
      ["css/a.css": "p { background: url('p.svg') }", "css/p.svg": "Man"])
    #expect(page == "<style>\np { background: url(data:image/svg+xml;base64,TWFu) }</style><p>字")
  }

  @Test(
    "a picture travels with it; padding of one and two bytes as the alphabet says",
    arguments: [
      ("Man", "TWFu"), ("Ma", "TWE="), ("M", "TQ=="), ("", ""),
    ])
  func picture(bytes: String, text: String) {
    let page = made(#"<img alt="a > b" src="../m/x.PNG" width="3">"#, ["2025/m/x.PNG": bytes])
    #expect(page == #"<img alt="a > b" src="data:image/png;base64,\#(text)" width="3">"#)
  }

  @Test("what leads out of the file goes, and its words stay; links within and to the world stay")
  func links() {
    #expect(made(#"<a class="x" href="../c.html#d">词</a>"#) == #"<a class="x">词</a>"#)
    let staying = ##"<a href="#d">甲</a><a href="https://example.org/">乙</a><a href="mailto:a@example.org">丙</a>"##
    #expect(made(staying) == staying)
    #expect(made(#"<link rel="alternate" href="feed.xml">甲<img src="gone.png" alt="图">"#) == #"甲<img alt="图">"#)
  }

  @Test("scripts go, and text that only looks like a tag stays")
  func scripts() {
    #expect(made(#"甲<script src="a.js">if (a < b) "<img src=x>"</script>乙"#) == "甲乙")
    let staying = "1 < 2<!-- <script> <img src=x> --><style>p::before { content: \"<img src=x>\" }</style></p>"
    #expect(made(staying) == staying)
  }

  @Test("it may do nothing but show what it holds")
  func policy() {
    let page = made(#"<meta http-equiv="Content-Security-Policy" content="style-src 'self'"><p>字"#)
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
    #expect(!page.contains("'self'"))
  }
}
