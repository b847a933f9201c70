import Diagnostics
import Testing
import Texts

@testable import Markup

@Suite struct SafetyTests {
  @Test func rawHTMLIsReportedAtItsPlaceAndNotPublished() {
    let source = "文字<b>粗</b>后\n\n<script>alert(1)</script>\n\n> 引<!-- 注 -->用"
    #expect(mistakes(source) == ["raw-html 1:3", "raw-html 3:1", "raw-html 5:4"])
    #expect(html(source) == "<p>文字粗后</p>\n<blockquote>\n<p>引用</p>\n</blockquote>\n")
  }

  @Test func aClosingTagIsReportedWhereNothingWasOpened() {
    #expect(mistakes("一</b>二<i>三</i>四</i>") == ["raw-html 1:2", "raw-html 1:7", "raw-html 1:16"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "java&#10;script:x", "&#1;javascript:x", "data:text/html,x",
    "data:image/png;base64,x",
    "vbscript:x", "file:///etc/passwd", "ftp://a/b", "//a.example/b", "/\\\\a.example/b", "blob:x", "tel:1",
  ])
  func aLinkThatIsNoWebAddressIsReportedAndLeadsNowhere(url: String) {
    #expect(mistakes("党员 [x](\(url))") == ["unsafe-link 1:4"])
    #expect(html("党员 [x](\(url))") == "<p>党员 <a href=\"\">x</a></p>\n")
    #expect(mistakes("![x](\(url))") == ["unsafe-link 1:1"])
  }

  @Test(arguments: [
    "a.html", "../b07/", "#x", "?q=a:b", "https://a.example/b", "HTTP://a.example", "mailto:a@a.example", "第1章：始",
    "a/b:c",
  ])
  func linksWithinTheSiteAndToTheWebAreFine(url: String) {
    #expect(mistakes("[x](<\(url)>)") == [])
  }

  @Test func aPictureCannotBeAMailAddress() {
    #expect(mistakes("![x](mailto:a@a.example)") == ["unsafe-link 1:1"])
  }

  @Test func anUnsafeRewrittenAddressIsNotPublished() {
    let page = read("[x](y)").document?.html { _, _ in MarkupTarget(url: "javascript:x") }
    #expect(page == "<p><a href=\"\">x</a></p>\n")
  }

  @Test func textAttributesAndAddressesAreEscaped() {
    #expect(
      html("[a\"<](</a\"b'c> \"t\\\"<\") `<&>`")
        == "<p><a href=\"/a%22b&#x27;c\" title=\"t&quot;&lt;\">a&quot;&lt;</a> <code>&lt;&amp;&gt;</code></p>\n")
  }

  @Test func aPictureWithoutAlternativeTextIsAWarning() {
    let found = read("图![](a.png)与![ ](b.png)与![好](c.png)").diagnostics
    #expect(found.map(\.code) == [.missingAltText, .missingAltText])
    #expect(found.map(\.severity) == [.warning, .warning])
    #expect(found.map { $0.place?.column } == [2, 13])
  }

  @Test func everyMistakeOfATextIsReportedNotOnlyTheFirst() {
    #expect(
      mistakes("<i>\n\n[a](data:x)\n\n![](b.png)") == ["raw-html 1:1", "unsafe-link 3:1", "missing-alt-text 5:1"])
  }
}
