import Diagnostics
import Testing
import Texts

@testable import Markup

@Suite struct DocumentTests {
  @Test func headingIDsAreMadeOfTheTextAndNeverCollide() {
    let outline = read("# 红色 Sensing：2025！\n## 甲\n## 甲\n## 甲-2\n## 甲\n## ——\n## `甲`*乙*").document?.outline ?? []
    #expect(outline.map(\.id) == ["红色-sensing-2025", "甲", "甲-2", "甲-2-2", "甲-3", "section", "甲乙"])
    #expect(outline.map(\.level) == [1, 2, 2, 2, 2, 2, 2])
    #expect(outline.last?.text == "甲乙")
  }

  @Test func theTitleIsTheFirstTopHeading() {
    #expect(read("## 前\n\n党员\n积分\n===\n\n# 后").document?.title == "党员积分")
    #expect(read("正文").document?.title == nil)
    #expect(html("## A *b*") == "<h2 id=\"h_a-b\">A <em>b</em></h2>\n")
  }

  @Test func headingsBeginBelowThePagesOwnAndKeepTheirOrder() {
    #expect(
      html("# 三条河\n\n## Main\n\n###### 末")
        == "<h2 id=\"h_三条河\">三条河</h2>\n<h3 id=\"h_main\">Main</h3>\n<h6 id=\"h_末\">末</h6>\n")
    #expect(html("题\n===").hasPrefix("<h2 "))
    #expect(html("## 二\n\n### 三") == "<h2 id=\"h_二\">二</h2>\n<h3 id=\"h_三\">三</h3>\n")
  }

  @Test func aPictureAloneIsAFigureWithItsTitleAsCaption() {
    let page = read("![现场 *图*](a b.png \"x\")\n\n![现场](a.png \"一<二\")\n\n![现场](a.png)\n\n前 ![现场](a.png \"题\")")
      .document?
      .html { url, kind in MarkupTarget(url: "../\(url)", width: 640, height: kind == .image ? 480 : nil) }
    let image = "<img src=\"../a.png\" width=\"640\" height=\"480\" alt=\"现场\""
    #expect(
      page == """
        <p>![现场 <em>图</em>](a b.png &quot;x&quot;)</p>
        <figure tabindex="0">\(image) loading="lazy" decoding="async" /><figcaption>一&lt;二</figcaption></figure>
        <figure tabindex="0">\(image) loading="lazy" decoding="async" /></figure>
        <p>前 \(image) title="题" loading="lazy" decoding="async" /></p>

        """)
  }

  @Test func severalPicturesAloneAreAGalleryThatLeadsToEach() throws {
    let (document, mistakes) = parseMarkup(
      Array("![甲](a.jpg \"上午\")\n![乙](b.jpg) ![丙](javascript:x)\n\n![甲](a.jpg) 与 ![乙](b.jpg)\n".utf8)[...], file: 0,
      firstLine: 1)
    #expect(mistakes.map(\.code) == [.unsafeLink])
    let page = try #require(document).html { url, kind in
      MarkupTarget(
        url: (kind == .image ? "s/" : "l/") + url, width: 4, height: 3,
        sources: [.init(url: "s/" + url, width: 480), .init(url: "l/" + url, width: 900)])
    }
    let picture = { (name: String, alt: String, sizes: String) in
      "<img src=\"s/\(name)\" width=\"4\" height=\"3\" srcset=\"s/\(name) 480w, l/\(name) 900w\" sizes=\"\(sizes)\""
        + " alt=\"\(alt)\" loading=\"lazy\" decoding=\"async\" />"
    }
    let (half, whole) = ("(min-width: 46rem) 20rem, 50vw", "(min-width: 46rem) 40rem, 100vw")
    #expect(
      page == """
        <div class="gallery of-3"><figure><a href="l/a.jpg">\(picture("a.jpg", "甲", half))</a><figcaption>上午</figcaption>\
        </figure><figure><a href="l/b.jpg">\(picture("b.jpg", "乙", half))</a></figure><figure><a href=""><img src="" alt="丙" \
        loading="lazy" decoding="async" /></a></figure></div>
        <p>\(picture("a.jpg", "甲", whole)) 与 \(picture("b.jpg", "乙", whole))</p>

        """)
    #expect(document?.hasGallery == true)
    #expect(document?.images.map(\.destination) == ["a.jpg", "b.jpg", "a.jpg", "b.jpg"])
    #expect(document?.plainText.contains("上午") == true)
  }

  @Test func aFencedBlockOfAnAskedForLanguageLeavesItsPlaceToItsAnswer() throws {
    let text = "前\n\n- 项\n\n  ```chart x\n  数据: 甲\n  ```\n\n```swift\nlet a\n```\n\n~~~chart\n<b>\n~~~\n"
    let (document, mistakes) = parseMarkup(Array(text.utf8)[...], file: 0, firstLine: 10, embeds: ["chart"])
    #expect(mistakes.isEmpty)
    let embeds = try #require(document?.embeds)
    #expect(embeds.map(\.text) == ["数据: 甲\n", "<b>\n"])
    #expect(embeds.map(\.place.line) == [14, 22])
    #expect(embeds.map(\.place.column) == [3, 1])
    #expect(document?.plainText.contains("数据") == false)
    let pieces = document?.htmlPieces { url, _ in MarkupTarget(url: url) }.map { String(decoding: $0, as: UTF8.self) }
    #expect(
      pieces == [
        "<p>前</p>\n<ul>\n<li>\n<p>项</p>\n",
        "</li>\n</ul>\n<pre><code class=\"language-swift\">let a\n</code></pre>\n", "",
      ])
  }

  @Test func linksLeadWhereThePageSays() {
    let page = read("[a](b.md) ![c](d.png)").document?.html { url, kind in
      MarkupTarget(url: kind == .link ? "../\(url)?x&y" : "p/\(url)")
    }
    #expect(
      page
        == "<p><a href=\"../b.md?x&amp;y\">a</a> <img src=\"p/d.png\" alt=\"c\" loading=\"lazy\" decoding=\"async\" /></p>\n"
    )
  }

  @Test func plainTextIsWhatAReaderSeesALineForEachBlock() {
    let document = read(
      "# 题\n\n甲**乙**\n丙 [丁](x) ![图](y.png)\n\n- 一\n- 二\n\n| 表 | 头 |\n|--|--|\n| 3 | 4.5 |\n\n```\ncode\n```\n"
    ).document
    #expect(document?.plainText == "题\n甲乙丙 丁\n一\n二\n表 头\n3 4.5\ncode\n")
    #expect(document?.hanCount == 9)
    #expect(document?.wordCount == 12)
  }

  @Test(arguments: [
    ("一二三四五六七八九十", 20, "一二三四五六七八九十"),
    ("一二三四五六七八九十", 6, "一二三四五…"),
    ("一二，“三四五六”，七八九十", 8, "一二…"),
    ("“三四五六七”八九十一二", 4, "“三四五六七”…"),
    ("我们用 Swift 语言写成一个网站", 8, "我们用…"),
    ("第一段有七字。\n\n第二段。", 30, "第一段有七字。第二段。"),
    ("第一段有七字。\n\n第二段。", 12, "第一段有七字。"),
    ("# 题\n\n> 引\n\n正文", 9, "正文"),
    ("他说“\u{FE00}一二三四五”，六七", 5, "他说…"),
  ])
  func aSummaryNeverCutsAWordOrAQuotation(source: String, limit: Int, expected: String) {
    #expect(read(source).document?.summary(limit: limit) == expected)
  }

  @Test func wordsAreCountedInBothScripts() {
    #expect(countWords(Array("党员don't用3.5小时，Å 々".utf8)).han == 6)
    #expect(countWords(Array("党员don't用3.5小时，Å 々".utf8)).words == 3)
    // A selector or an accent is part of its character: 葛 with a variant, résumé spelled with accents of their own.
    #expect(countWords(Array("葛\u{E0100}城\u{FE00}".utf8)).han == 2)
    #expect(countWords(Array("葛\u{E0100}城\u{FE00}".utf8)).words == 0)
    #expect(countWords(Array("re\u{301}sume\u{301}s".utf8)).words == 1)
  }

  @Test func codeKeepsItsLanguage() {
    #expect(html("```swift x\na<b\n```") == "<pre><code class=\"language-swift\">a&lt;b\n</code></pre>\n")
  }
}
