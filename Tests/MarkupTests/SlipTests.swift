import Diagnostics
import Testing
import Texts

@testable import Markup

/// What people write from habit, and what would be published otherwise than they meant it.
@Suite("Markdown that means something else")
struct SlipTests {
  private func slips(_ text: String) -> [String] {
    read(text).diagnostics.filter { $0.code == .markdownSlip }.map {
      "\($0.severity == .error ? "error" : "warning") \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
    }
  }

  private func remedy(_ text: String) -> String? { read(text).diagnostics.first?.remedy.zh }

  @Test(
    "a picture or a link with a space in its address is a mistake that says how to write it",
    arguments: [
      ("前文 ![合影](合影 1.png)", "写成 ![合影](<合影 1.png>)"), ("![合影](合影 (1).png)", "写成 ![合影](<合影 (1).png>)"),
      ("![合影](合影 1.png \"题\")", "写成 ![合影](<合影 1.png> \"题\")"), ("![合影](图 一)", "写成 ![合影](<图 一>)"),
      ("[方案](方案 一.pdf)", "写成 [方案](<方案 一.pdf>)"), ("[见](../a b/c.md#小节)", "写成 [见](<../a b/c.md#小节>)"),
      ("![合影](a\tb.png)", "写成 ![合影](<a\tb.png>)"), ("![合影]（合影.png）", "写成 ![合影](合影.png)"),
      ("![合影](合影.png）", "写成 ![合影](合影.png)"), ("[方案]（方案 一.pdf）", "写成 [方案](<方案 一.pdf>)"),
      ("！[合影](合影 1.png)", "写成 ![合影](<合影 1.png>)"),
    ])
  func spaced(text: String, expected: String) {
    #expect(read(text).diagnostics.map(\.code) == [.markdownSlip])
    #expect(remedy(text) == expected)
    #expect(read(text).diagnostics.first?.severity == .error)
  }

  @Test(
    "a box that is none, words marked as other dialects do, and a footnote's second paragraph are told with a remedy",
    arguments: [
      ("- [ ]买花", "写成 - [ ] 买花"), ("- []买花", "写成 - [ ] 买花"), ("* 【√】买花", "写成 - [x] 买花"),
      ("1. [√] 买花", "写成 - [x] 买花"), ("这是==重点==。", "要突出就加粗：**重点**"),
      ("甲[^1]\n\n[^1]: 注\n\n    再注\n", "并到上一段里，或写成另一条脚注"),
      ("甲[^1]\n\n[^1]:\n", "另起一段写 [^1]: 脚注的文字"), ("- [ ]\n- [ ] 买花", "写成 - [ ] 要做的事"),
      ("![合影](a.png \"图~~甲~~乙\")", "直接写改好的图注"),
      ("见[^1]。\n\n![合影](a.png \"图[^1]\")\n\n[^1]: 注\n", "写到正文里"),
    ])
  func dialects(text: String, expected: String) {
    #expect(slips(text).count == 1)
    #expect(remedy(text) == expected)
  }

  @Test("its place is where the picture begins")
  func places() {
    #expect(slips("前文。\n\n> 引 ![合影](合影 1.png)") == ["error 3:5"])
    #expect(slips("**![合\u{338}影](合影 1.png)**") == ["error 1:3"])
    #expect(slips("！[合影](合影.png)") == ["warning 1:1"])
  }

  @Test(
    "what is rightly written, or is no link, is left alone",
    arguments: [
      "![合影](<合影 1.png>)", "![合影](合影%201.png \"题 目\")", "![合影](a.png 'x')", "![合影](a.png (x y))", "![合影](  a.png  )",
      "`![合影](合影 1.png)`", "\\![合影\\](合影 1.png)", "[注](见 附件)", "[1](二 三)", "![x](a\n\"b\")", "[见][a]\n\n[a]: b.md",
      "```\n![合影](合影 1.png)\n```", "“[甲]（乙）”", "#3站房停了", "#党建#红色传感", "\\#标题", "# 标题", "#", "2025、2026年", "见（一）",
      "一、甲\n\n二、乙", "一、甲  \n二、乙", "1. 甲\n2. 乙", "甲\n乙", "3.5小时\n4.5小时", "- [甲](a.md)", "- [x](a.md)", "- [ ] 甲",
      "- [x] 乙", "[ ]甲", "- [甲]", "a==b且c==d", "a == b", "标题\n==", "===", "好呀~~", "~1~",
      "| a | b |\n|---|---|\n| 1 | 2 |", "甲｜乙", "a || b\nc", "x[^1](a.md)", "`[^1]`", "`~~a~~`", "　　段落", "   段落",
      "- 甲\n\n  乙", "- 甲\n  - 乙\n    - 丙", "```\n    x\n```", "    \n", "标题\n---", "怎样立题？\n---",
    ])
  func fine(text: String) { #expect(slips(text) == []) }

  @Test("each indented paragraph is told where its indentation begins")
  func indented() {
    #expect(slips("    九月六日一早。\n\n\t下午。\n") == ["warning 1:1", "warning 3:1"])
    #expect(slips("正文。\n\n    一。\n    二。\n\n正文。") == ["warning 3:1"])
    #expect(slips("> 引\n>\n>     码") == ["warning 3:3"])
    #expect(slips("- 项\n\n      码") == ["warning 3:3"])
    #expect(slips("    ```\n    x\n") == ["warning 1:1"])
  }

  @Test(
    "entries that run into one paragraph",
    arguments: [
      ("1、采样\n2、送检", "warning 2:1"), ("（1）采样\n（2）送检", "warning 2:1"), ("步骤：\n（一）采样\n（二）送检", "warning 2:1"),
      ("一、采样\n二、送检", "warning 2:1"), ("①采样\n②送检", "warning 2:1"), ("1.采样\n2.送检", "warning 2:1"),
      ("1）采样\n2）送检", "warning 2:1"), ("> 1、采样\n> 2、送检", "warning 2:3"), ("-采样\n-送检", "warning 2:1"),
      ("•采样\n•送检", "warning 2:1"), ("１．采样\n２．送检", "warning 2:1"), ("十一、采样\n十二、送检", "warning 2:1"),
    ])
  func entries(text: String, expected: String) { #expect(slips(text) == [expected]) }

  @Test(
    "headings, tables and signs of other programs",
    arguments: [
      ("#标题", "warning 1:1"), ("正文\n##标题", "warning 2:1"), ("＃标题", "warning 1:1"), ("＃ 标题", "warning 1:1"),
      ("##3站房", "warning 1:1"), ("采完了样。\n---", "warning 1:1"), ("｜甲｜乙｜\n｜---｜---｜", "warning 1:1"),
      ("甲｜乙\n---｜---", "warning 1:2"), ("| 甲 | 乙 |\n|---|---|\n| 一 ｜ 二 |", "warning 3:5"),
      ("| 甲 | 乙 |\n| 一 | 二 |", "warning 2:1"), ("如下：\n| 甲 | 乙 |\n| 一 | 二 |", "warning 3:1"),
      ("| 甲 | 乙 |\n|——|——|\n| 一 | 二 |", "warning 2:1"), ("|---|---|", "warning 1:1"), ("见[^1]。", "warning 1:2"),
      ("见[^注]。", "warning 1:2"), ("注了。\n\n[^1]: 没有用到", "warning 3:1"), ("见[^1]。\n\n[^1]：冒号", "warning 3:1"),
      ("见[^1]。\n\n[^1]: 一\n\n[^1]: 二", "warning 5:1"), ("见[^1]。\n\n> [^1]: 在引用里", "warning 3:3"),
      ("见［^1］。", "warning 1:2"), ("见【^1】。", "warning 1:2"), ("# 题[^1]", "warning 1:4"),
      ("| 甲[^1] |\n|---|\n| 一 |", "warning 1:4"),
    ])
  func others(text: String, expected: String) { #expect(slips(text) == [expected]) }

  @Test("a table already told of isn't told twice")
  func once() { #expect(mistakes("| a | b |\n|---|\n| c | d |") == ["malformed-table 2:1"]) }

  @Test(
    "long lines and many signs are read once",
    arguments: ["](", "](a ", "![a](b ", "~~a ", "[^a", "｜\n", "1、\n", "`a``", "[^a]:", "#a\n", "    a\n\n"])
  func linear(unit: String) {
    let (document, found) = read(String(repeating: unit, count: 20_000))
    #expect(document != nil || found.hasErrors)
    #expect(found.count <= Diagnostic.mostPerFile + 2)
  }
}
