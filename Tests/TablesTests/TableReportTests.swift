import Diagnostics
import Testing

@testable import Tables

@Suite("One report, whatever format it leaves in")
struct TableReportTests {
  private let totals = DataTable(
    columns: [.word("kind", zh: "类别", en: "Kind"), .number("total", zh: "合计", en: "Total")],
    rows: [[.term("member", Bilingual(zh: "党员", en: "member")), .number("86.50")]])
  private let empty = DataTable(columns: [.word("file", zh: "文件", en: "File")], rows: [])

  private func report(instead: Bilingual? = nil) -> TableReport {
    TableReport(
      heading: [Bilingual(zh: "2025 年度", en: "year 2025")], facts: [("year", .number("2025")), ("state", .none)],
      [
        .init("totals", totals),
        .init("files", empty, lead: Bilingual(zh: "不同的文件：0 个", en: "files that differ: 0")),
      ], closing: [Bilingual(zh: "完", en: "end")], instead: instead)
  }

  @Test(
    "people read everything, in their words, its parts with a line between; an empty table isn't shown below its words")
  func people() {
    #expect(
      report().render(as: .table, in: .chinese)
        == "2025 年度\n\n类别   合计\n党员  86.50\n\n不同的文件：0 个\n\n完\n")
    #expect(
      report().render(as: .markdown, in: .english)
        == "year 2025\n\n| Kind | Total |\n| --- | ---: |\n| member | 86.50 |\n\nfiles that differ: 0\n\nend\n")
    #expect(
      report(instead: Bilingual(zh: "没有变化", en: "nothing")).render(as: .table, in: .chinese)
        == "2025 年度\n\n没有变化\n\n完\n")
  }

  @Test("programs have the facts and every table under its key; CSV is one table, with keys or with titles")
  func programs() {
    #expect(
      report().render(as: .json, in: .chinese)
        == "{\n  \"year\": 2025,\n  \"state\": null,\n  \"totals\": [\n    {\"kind\": \"member\", \"total\": 86.50}\n  ],\n  \"files\": []\n}\n"
    )
    #expect(report().render(as: .csv, in: .chinese) == "kind,total\r\nmember,86.50\r\n")
    #expect(report().render(as: .spreadsheet, in: .chinese) == "类别,合计\r\n党员,86.50\r\n")
    #expect(TableReport([.init("files", empty)]).render(as: .json, in: .english) == "[]\n")
  }

  @Test(
    "a file for a spreadsheet begins with the mark it needs, what goes through a pipe doesn't, nor does another file")
  func mark() {
    for format in TextFormat.allCases {
      #expect(report().file(as: .text(format), in: .chinese).starts(with: [0xEF, 0xBB, 0xBF]) == format.isCSV)
      #expect(!Array(report().render(as: format, in: .chinese).utf8).starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test("of all formats a terminal refuses the workbook alone, and is told the way to a file in both languages")
  func terminal() {
    #expect(TableFormat.allCases.filter { $0.refusalOnTerminal != nil } == [.workbook])
    let refusal = TableFormat.workbook.refusalOnTerminal
    #expect(refusal?.zh.contains("-o 积分.xlsx") == true)
    #expect(refusal?.en.contains("-o points.xlsx") == true)
    #expect(TableFormat(rawValue: "xlsx") == .workbook)
    #expect(TableFormat(rawValue: "markdown") == .text(.markdown))
    #expect(TableFormat(rawValue: "ods") == nil)
  }
}
