import Diagnostics
import Testing
import Texts

@testable import Markup

/// CommonMark knows no tables, and takes what stands right above or below one for more of the same paragraph.
@Suite("Where a table begins and ends")
struct TableEdgeTests {
  private let head = "| a | b |\n|---|---|\n| 1 | 2 |\n"
  private let table = """
    <div class="scroll" tabindex="0" role="region" aria-label="a、b">
    <table>
    <thead>
    <tr>
    <th scope="col">a</th>
    <th scope="col">b</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>1</td>
    <td>2</td>
    </tr>
    </tbody>
    </table>
    </div>

    """

  @Test func aDefinitionAboveATableIsNoPartOfIt() {
    #expect(html("[x]: /u\n" + head + "\n[x]") == table + "<p><a href=\"/u\">x</a></p>\n")
    #expect(html("[x]: /u\n[y]: /v 'title'\n" + head) == table)
    #expect(html("> [x]: /u\n> | a | b |\n> |---|---|\n> | 1 | 2 |\n") == "<blockquote>\n\(table)</blockquote>\n")
    #expect(html("[x]: /u\n如下：\n" + head) == "<p>如下：</p>\n" + table)
  }

  @Test func aDefinitionBelowATableIsNoRow() {
    #expect(html(head + "[x]: /u\n\n[x]") == table + "<p><a href=\"/u\">x</a></p>\n")
  }

  @Test func aListBelowATableIsAListWhateverItsNumber() {
    #expect(html(head + "2. 二\n3. 三\n") == table + "<ol start=\"2\">\n<li>二</li>\n<li>三</li>\n</ol>\n")
    #expect(html(head + "7) 七\n") == table + "<ol start=\"7\">\n<li>七</li>\n</ol>\n")
    #expect(html(head + "1. 一\n") == table + "<ol>\n<li>一</li>\n</ol>\n")
    #expect(html(head + "- 一\n") == table + "<ul>\n<li>一</li>\n</ul>\n")
    #expect(html(head + "*\n") == table + "<ul>\n<li></li>\n</ul>\n")
  }

  @Test func anUnderlinedHeadingBelowATableIsAHeading() {
    #expect(html(head + "下文\n---\n正文") == table + "<h2 id=\"h_下文\">下文</h2>\n<p>正文</p>\n")
    #expect(html(head + "下文\n===\n") == table + "<h2 id=\"h_下文\">下文</h2>\n")
    // Right below its rows it parts the table from what follows.
    #expect(html(head + "---\n正文") == table + "<hr />\n<p>正文</p>\n")
    #expect(html(head + "===\n正文") == table + "<hr />\n<p>正文</p>\n")
    // Whatever the rows end with.
    #expect(html("| a | b |  \n|---|---|  \n| 1 | 2 |  \n---\n") == table + "<hr />\n")
  }

  @Test func aLineOutsideTheQuoteOrTheListIsNoRow() {
    let quoted = "> | a | b |\n> |---|---|\n> | 1 | 2 |\n"
    #expect(html(quoted + "外面") == "<blockquote>\n\(table)</blockquote>\n<p>外面</p>\n")
    #expect(html(quoted + "| 3 | 4 |") == "<blockquote>\n\(table)</blockquote>\n<p>| 3 | 4 |</p>\n")
    #expect(html(quoted + "===") == "<blockquote>\n\(table)</blockquote>\n<p>===</p>\n")
    let item = "- | a | b |\n  |---|---|\n  | 1 | 2 |\n"
    #expect(html(item + "外面") == "<ul>\n<li>\n\(table)</li>\n</ul>\n<p>外面</p>\n")
    #expect(html(item + " 外面") == "<ul>\n<li>\n\(table)</li>\n</ul>\n<p>外面</p>\n")
    #expect(html("10. | a | b |\n    |---|---|\n    | 1 | 2 |\n  外面").hasSuffix("</ol>\n<p>外面</p>\n"))
    #expect(
      html("> > | a | b |\n> > |---|---|\n> > | 1 | 2 |\n> 一层")
        == "<blockquote>\n<blockquote>\n\(table)</blockquote>\n<p>一层</p>\n</blockquote>\n")
    #expect(
      html("- > | a | b |\n  > |---|---|\n  > | 1 | 2 |\n  外面").contains("</blockquote>\n<p>外面</p>\n</li>"))
  }

  @Test func aTableBelowAQuoteStandsOutsideIt() {
    #expect(html("> 引\n" + head) == "<blockquote>\n<p>引</p>\n</blockquote>\n" + table)
  }

  @Test func placesStayThoseOfTheSource() {
    #expect(
      mistakes("[x]: /u\n" + head + "2. <b>\n\n> | a |\n> |---|\n<i>\n\n前 [x](javascript:y)")
        == ["raw-html 5:4", "raw-html 9:1", "unsafe-link 11:3"])
    #expect(
      read("[x]: /u\r\n| a |\r\n|---|\r\n2. [甲](a.md)", firstLine: 5).document?.links.map(\.place.line) == [8])
  }

  @Test func tablesBelowTablesEndInADocumentAndAreToldOf() {
    let text = String(repeating: "> | a |\n> |---|\n2. x\n", count: 2_000)
    let (document, found) = read(text)
    #expect(document != nil || found.hasErrors)
    // Each of these is lazy to the one before: more readings than anybody's text needs.
    let steps = (0..<40).map {
      String(repeating: "> ", count: 40 - $0) + "| a |\n" + String(repeating: "> ", count: 40 - $0) + "|---|\n"
    }
    #expect(read(steps.joined()).document != nil)
  }
}
