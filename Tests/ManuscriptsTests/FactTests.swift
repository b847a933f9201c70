import Testing

@testable import Manuscripts

@Suite("What a text says of itself")
struct FactTests {
  @Test(
    "a day in every form; a figure that only looks like one isn't",
    arguments: [
      ("2025年3月5日", 2025, 3, 5), ("2025 年 03 月 05 日", 2025, 3, 5), ("在3月14日上午", nil, 3, 14), ("3月14号", nil, 3, 14),
      ("2025-03-05", 2025, 3, 5), ("2025.3.5", 2025, 3, 5),
    ] as [(String, Int?, Int, Int)])
  func day(text: String, year: Int?, month: Int, day: Int) {
    let found = writtenDays(in: text)
    #expect(found.map(\.year) == [year] && found.map(\.month) == [month] && found.map(\.day) == [day])
  }

  @Test("no day", arguments: ["3月", "2025年3月", "13月5日", "3月45日", "12025年", "3.5", "电话1380013", "3月5人"])
  func none(text: String) { #expect(writtenDays(in: text).isEmpty) }

  @Test("the first with a year wins")
  func first() throws {
    let text = try manuscript(para(str("题目")), para(str("3月5日出发，2025年3月7日回来。"))).tidied()
    #expect(text.firstDay?.text == "2025年3月7日")
  }

  @Test("the first sentence, shortened where it never ends")
  func sentence() throws {
    #expect(
      try manuscript(para(str("题目")), para(str("短。")), para(str("二十六人，两个周末，十八个点。第二句。"))).tidied().firstSentence
        == "二十六人，两个周末，十八个点。")
    let long = try manuscript(para(str("题目")), para(str(String(repeating: "长", count: 300)))).tidied().firstSentence
    #expect(long.unicodeScalars.count == 100)
  }

  @Test("names in the order of the text, the longer before the one within it; who shares one is told")
  func people() {
    let names = [("张伟", "a"), ("张伟民", "b"), ("李娜", "c"), ("王芳", "d"), ("王芳", "e"), ("阿依古丽·买买提江", "f")]
      .map { (name: $0.0, id: $0.1) }
    let found = mentions(of: names, in: "李　娜和张伟民、王芳去了，李娜又说，阿依古丽·买买提江也去。")
    #expect(found == Mentions(found: ["c", "b", "f"], ambiguous: ["王芳"]))
    #expect(mentions(of: [("王", "x")], in: "国王") == Mentions())
  }
}
