import Testing

@testable import Manuscripts

@Suite("Signs that mean something in Markdown")
struct EscapeTests {
  @Test(
    "each is itself",
    arguments: [
      ("5*6_7", #"5\*6\_7"#), ("[1]", #"\[1\]"#), (#"a\b`c`"#, #"a\\b\`c\`"#),
      ("a<b, 3 < 4, <!--", #"a\<b, 3 < 4, \<!--"#),
      ("R&D, A & B, &#3;", #"R\&D, A & B, \&#3;"#), ("~~x~~ 3~5", #"\~~x\~~ 3~5"#), ("三河|六岸", "三河|六岸"),
    ])
  func inline(text: String, written: String) { #expect(markdownEscaped(text) == written) }

  @Test("a bar is one in a table only")
  func bar() { #expect(markdownEscaped("8|9", inTable: true) == #"8\|9"#) }

  @Test(
    "a line begins neither heading nor list, quote or rule",
    arguments: [
      ("# 号", "\\# 号"), ("#话题#", "\\#话题#"), ("- 一", #"\- 一"#), ("-5度", "-5度"), ("---", #"\---"#), ("+ 一", #"\+ 一"#),
      ("> 一", #"\> 一"#), ("1. 一", #"1\. 一"#), ("1.5米", "1.5米"), ("2) 二", #"2\) 二"#), ("2025年", "2025年"), ("1、一", "1、一"),
    ])
  func line(text: String, written: String) { #expect(text.guardedLine == written) }
}
