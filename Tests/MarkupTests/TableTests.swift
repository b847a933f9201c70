import Testing

@testable import Markup

@Suite struct TableTests {
  @Test func aTableScrollsInARegionNamedByItsHeaderAndSetsFiguresRight() {
    #expect(
      html("| 支部 | 积分 | 备注 |\n|:---|---:|:-:|\n| **光谱** | 1,250.5 | [页](b.html) |\n| 质谱 |  | `a\\|b` |\n")
        == """
        <div class="scroll" tabindex="0" role="region" aria-label="支部、积分、备注">
        <table>
        <thead>
        <tr>
        <th scope="col" class="left">支部</th>
        <th scope="col" class="n">积分</th>
        <th scope="col" class="centre">备注</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="left"><strong>光谱</strong></td>
        <td class="n">1,250.5</td>
        <td class="centre"><a href="b.html">页</a></td>
        </tr>
        <tr>
        <td class="left">质谱</td>
        <td class="n"></td>
        <td class="centre"><code>a|b</code></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  /// The cells of a table's rows, as a reader sees them.
  private func rows(_ source: String) -> [[String]] {
    html(source).split(separator: "<tr>\n").dropFirst().map { row in
      row.split(separator: "\n").filter { $0.hasPrefix("<th ") || $0.hasPrefix("<td") }.map { cell in
        String(cell[(cell.firstIndex(of: ">") ?? cell.startIndex)...].dropFirst().prefix { $0 != "<" })
      }
    }
  }

  @Test func barsAtTheEndsAreOptionalAndShortRowsAreFilled() {
    #expect(rows("a | b\n--|--\nc\nd | e |\n") == [["a", "b"], ["c", ""], ["d", "e"]])
  }

  @Test func aCellIsNeverReadAsABlock() {
    #expect(
      rows("| # a | - b |\n|--|--|\n| > c | 1. d |\n| ``` | [x]: /u |")
        == [["# a", "- b"], ["&gt; c", "1. d"], ["```", "[x]: /u"]])
  }

  @Test func linesAboveATableStayAParagraphAndARuleBelowStaysARule() {
    let page = html("下表如下：\n    # 续\n\n前言\n| a | b |\n|---|---|\n| 1 | 2 |\n---\n后文")
    #expect(page.hasPrefix("<p>下表如下：\n# 续</p>\n<p>前言</p>\n<div class=\"scroll\""))
    #expect(page.hasSuffix("</table>\n</div>\n<hr />\n<p>后文</p>\n"))
  }

  @Test func tablesStandInQuotesAndListsAndKnowTheDocumentsLinks() {
    let quoted = html("> | a | b |\n> |---|---|\n> | [x] | y |\n\n- | c |\n  |---|\n  | d |\n\n[x]: /u")
    #expect(quoted.contains("<blockquote>\n<div class=\"scroll\""))
    #expect(quoted.contains("<td><a href=\"/u\">x</a></td>"))
    #expect(quoted.contains("<li>\n<div class=\"scroll\""))
    #expect(quoted.contains("<td>d</td>"))
  }

  @Test func aRuleOfAnotherWidthMakesNoTableAndIsReported() {
    #expect(html("| a | b |\n|---|\n| c | d |") == "<p>| a | b |\n|---|\n| c | d |</p>\n")
    #expect(mistakes("| a | b |\n|---|\n| c | d |") == ["malformed-table 2:1"])
  }

  @Test func aCellBeyondTheHeaderIsReportedBeforeItIsLost() {
    #expect(mistakes("| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |") == ["malformed-table 3:11"])
  }

  @Test func mistakesInCellsHaveTheirPlaceInTheSource() {
    #expect(
      mistakes("前\n\n> | 甲 | 乙 |\n> |---|---|\n> | 一\\|二 | 三<b>四 |\n> | *五* | 六 [七](javascript:x) |")
        == ["raw-html 5:13", "unsafe-link 6:13"])
  }

  @Test func aTableTooWideOrTooLongIsRefused() {
    let wide = String(repeating: "a|", count: 101) + "\n" + String(repeating: "-|", count: 101)
    #expect(mistakes(wide) == ["malformed-table 1:1"])
    let long =
      String(repeating: "|a", count: 100) + "\n" + String(repeating: "|-", count: 100)
      + String(repeating: "\na", count: 600)
    #expect(mistakes(long) == ["malformed-table 1:1"])
  }
}
