import Diagnostics
import Testing
import Texts

@testable import Tables

@Suite("One table, several formats")
struct DataTableTests {
  private let table = DataTable(
    columns: [
      .init(key: "name", title: Bilingual(zh: "姓名", en: "Name")),
      .init(key: "total", title: Bilingual(zh: "合计", en: "Total"), isNumber: true),
    ],
    rows: [[.text("张三"), .number("86.50")], [.text("Li, \"Si\""), .none]])

  @Test("columns line up when Han characters take two places")
  func aligned() {
    #expect(table.render(as: .table, in: .chinese) == "姓名       合计\n张三      86.50\nLi, \"Si\"\n")
  }

  @Test("CSV quotes what needs it, ends lines as RFC 4180, and begins with no mark")
  func csv() {
    #expect(table.csv == "name,total\r\n张三,86.50\r\n\"Li, \"\"Si\"\"\",\r\n")
  }

  @Test("a text that a spreadsheet takes for a formula is kept from it, a number isn't")
  func formulas() {
    let table = DataTable(
      columns: [.word("name", zh: "姓名", en: "Name"), .number("change", zh: "变化", en: "Change")],
      rows: [[.text("=1+1"), .number("-1.25")], [.text("－1"), .number("+2.00")], [.text("康\"\u{301},=1"), .none]])
    let expected = "name,change\r\n'=1+1,-1.25\r\n'－1,+2.00\r\n\"康\"\"\u{301},=1\",\r\n"
    #expect(Array(table.csv.utf8) == Array(expected.utf8))
  }

  @Test("JSON keeps decimals as printed, and says null for nothing")
  func json() {
    #expect(
      table.json(indent: "")
        == "[\n  {\"name\": \"张三\", \"total\": 86.50},\n  {\"name\": \"Li, \\\"Si\\\"\", \"total\": null}\n]")
    #expect(jsonString("a\n\u{1}\\") == "\"a\\n\\u0001\\\\\"")
  }

  @Test("marks that stand on another character take no place")
  func widths() {
    #expect(displayWidth("e\u{301}（一）") == 7)
  }

  @Test("a Markdown table keeps its cells whatever stands in them, figures at the right")
  func markdown() {
    let table = DataTable(
      columns: table.columns, rows: [[.text("张|三 <b>"), .number("86.50")], [.text("a_b\\"), .none]])
    #expect(
      table.render(as: .markdown, in: .english)
        == "| Name | Total |\n| --- | ---: |\n| 张\\|三 \\<b\\> | 86.50 |\n| a\\_b\\\\ |  |\n")
  }
}
