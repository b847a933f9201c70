import Testing
import Texts

@testable import Reading

@Suite("Where figures stand in a text")
struct FilledTextTests {
  private static func text(_ written: String, _ kind: FilledText.Kind = .markdown) -> FilledText {
    FilledText(Array(written.utf8), at: Place(file: 3, line: 7, column: 5), kind)
  }

  @Test("each use has its name, its column and its place; what stands around it stays")
  func uses() {
    let text = Self.text("有{{ 甲.人数 }}人，\n最多{{乙}}次")
    #expect(text.uses.map { "\($0.name)|\($0.column)|\($0.place.line):\($0.place.column)" } == ["甲|人数|7:6", "乙||8:3"])
    #expect(String(decoding: text.filled { $0.name == "甲" ? "3" : "6" }, as: UTF8.self) == "有3人，\n最多6次")
    #expect(text.plain == "有{{ 甲.人数 }}人，\n最多{{乙}}次")
  }

  @Test(
    "code stays as it is",
    arguments: [
      "`{{a}}`", "``x ` {{a}}``", "```\n{{a}}\n```", "~~~~ sql\n{{a}}\n~~~\n{{a}}\n~~~~", "> ```\n> {{a}}\n> ```",
      "- ```sql\n  {{a}}\n  ```", "{{a", "{ {a}}", "{{a\n}}",
    ])
  func code(written: String) {
    #expect(Self.text(written).uses.isEmpty)
    #expect(String(decoding: Self.text(written).filled { _ in "!" }, as: UTF8.self) == written)
  }

  @Test("behind code it is looked for again, and a lone backtick opens none")
  func behind() {
    #expect(Self.text("`x` {{a}}").uses.count == 1)
    #expect(Self.text("a ` b {{a}}").uses.count == 1)
    #expect(Self.text("```\nx\n```\n{{a}}").uses.count == 1)
  }

  @Test("a sentence has no markup: what stands in code is said without its backticks, and filled by nobody")
  func sentence() {
    for (written, said) in [
      ("`{{a}}`", "{{a}}"), ("用 `records` 表：{{a}}次", "用 records 表：!次"), ("``x ` y``{{a}}`{{b}}`", "x ` y!{{b}}"),
      ("a ` b {{a}}", "a ` b !"), ("```", "```"),
    ] {
      #expect(String(decoding: Self.text(written, .sentence).filled { _ in "!" }, as: UTF8.self) == said)
    }
  }
}
