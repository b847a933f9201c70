import Diagnostics
import Foundation
import Testing
import Texts
import TinyWorkbooks

@testable import Disk
@testable import Loading
@testable import Reports
@testable import Workspace

/// The page for who can't run the program, and the same for another program.
@Suite("What a check tells")
struct CheckReportTests {
  private func project(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in try MistakeExample.base() { try folder.write("a/" + path, text) }
    for (path, text) in files { try folder.write("a/" + path, text) }
    return folder
  }

  private let records = "content/years/2025/records/b07.csv"

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(arguments + ["--project", "\(folder.path)/a"], locale: "zh_CN.UTF-8")
  }

  /// What a reader sees of the page.
  private func page(_ folder: TemporaryFolder, _ arguments: [String] = [], status: Int32 = 0) throws -> String {
    let outcome = try run(["check", "--report", "\(folder.path)/r.html"] + arguments, in: folder)
    #expect(outcome.status == status, "\(outcome.errors)")
    let html = try folder.text("r.html")
    return CaseProject.words(html)
  }

  @Test("a sound project may be published, and there is nothing to compare with yet")
  func sound() throws {
    let text = try page(project())
    #expect(text.contains("没有要改的，可以发布"))
    #expect(text.contains("3名党员"))
    #expect(text.contains("还没有发布过"))
    #expect(!text.contains("和上次发布比"))
  }

  @Test("a mistake in a table is shown as Excel shows it, its cell framed below the header, with the remedy")
  func mistake() throws {
    let base = try #require(MistakeExample.base()[records])
    let folder = try project([records: base + "2025-03-32,zhou-jingyi,theme-day,,,,,三月,,,\n"])
    let text = try page(folder, status: 1)
    #expect(text.contains("1处要改，现在不能发布"))
    #expect(text.contains("years/2025/records/b07.csv1处"))
    #expect(text.contains("A6") && text.contains("1日期党员项目"), "\(text)")
    #expect(text.contains("怎样改"))
    #expect(try folder.text("r.html").contains("<td class=bad>2025-03-32<"))
  }

  @Test("the header of a table that begins with comments and Excel's mark is the line below them")
  func commented() throws {
    let base = try #require(MistakeExample.base()[records])
    let folder = try project([records: "\u{FEFF}# 每做一件事写一行。\n" + base + "2025-03-32,zhou-jingyi,theme-day,,,,,三月,,,\n"])
    let text = try page(folder, status: 1)
    #expect(text.contains("A7") && text.contains("2日期党员项目"), "\(text)")
    #expect(!text.contains("每做一件事"))
  }

  @Test(
    "rows are numbered as Excel numbers them: cells of several lines, and a first line for Excel alone",
    arguments: [
      // A cell of three lines above: the file's sixth line is Excel's fourth row.
      (
        "日期,事由,党员,项目\n2025-03-08,\"一\n二，\"\"三\"\"\n四\",zhou-jingyi,theme-day\n2025-03-32,,zhou-jingyi,theme-day\n",
        "A3", "一 二，"
      ),
      (
        "sep=,\r\n日期,事由,党员,项目\r\n2025-03-08,早,zhou-jingyi,theme-day\r\n2025-03-32,,zhou-jingyi,theme-day\r\n", "A3", "早"
      ),
      // The mistake stands on the last line of its row, behind a cell of two lines.
      ("日期,党员,事由,项目\n2025-03-08,zhou-jingyi,\"一\n二\",theme-dya\n", "D2", "一 二"),
      ("# 一行说明\n\n日期,事由,党员,项目\n2025-03-32,\"有,逗号\",zhou-jingyi,theme-day\n", "A4", "有,逗号"),
    ])
  func rows(_ text: String, _ cell: String, _ beside: String) throws {
    let page = try page(project([records: text]), status: 1)
    #expect(page.contains(cell) && page.contains(beside), "\(page)")
  }

  @Test(
    "a mistake in a workbook is shown as the clerk sees it: letters, row numbers, head, neighbours, the cell framed")
  func cell() throws {
    let sheet = WrittenSheet(
      """
      日期,党员,项目,数量
      2025-03-08,zhou-jingyi,theme-day,
      2025-03-09,zhou-jingyi,lecture,半
      2025-03-10,gao-yuan,theme-day,
      """)
    let folder = try project([records: ""])
    try FileManager.default.removeItem(atPath: "\(folder.path)/a/\(records)")
    try folder.write("a/content/years/2025/records/b07.xlsx", bytes: sheet.workbook(name: "积分").bytes)
    let text = try page(folder, status: 1)
    #expect(text.contains("〔积分〕D3"))
    #expect(text.contains("1日期党员项目数量"), "\(text)")
    let html = try folder.text("r.html")
    #expect(html.contains("<td class=bad>半<"))
    #expect(html.contains("<tr class=head><th scope=row>1<"))
    #expect(html.contains("<th scope=col>D<"))
  }

  @Test("where workbooks state sums the page says how many agree, and which don't")
  func sums() throws {
    let head = "日期,党员,项目,得分\n"
    let row = "2025-03-08,zhou-jingyi,theme-day,"
    let folder = try project([records: head + row + "7\n"])
    let text = try page(folder)
    #expect(text.contains("对数：表上写的1个数，0个与标准相符，1个不符"), "\(text)")
    #expect(text.contains("7.00") && text.contains("b07.csv"))
    #expect(try page(project([records: head + row + "\n"])).contains("对数") == false)
  }

  @Test("since the last publication: who moved, by how much, because of which records")
  func since() throws {
    let folder = try project()
    #expect(try run(["build"], in: folder).status == 0)
    #expect(try page(folder).contains("没有人的积分有变化"))
    let base = try #require(MistakeExample.base()[records])
    // A theme day of another month: one point more.
    try folder.write("a/" + records, base + "2025-04-08,zhou-jingyi,theme-day,,,,,四月主题党日,,,\n")
    let text = try page(folder)
    #expect(text.contains("1人的积分变了"), "\(text)")
    #expect(text.contains("+1.00　"), "\(text)")
    #expect(text.contains("四月主题党日"))
    #expect(text.contains("b07.csv:6"))
    // With a mistake nothing is compared, and what is published is still told.
    try folder.write("a/" + records, base + "2025-04-08,nobody,theme-day,,,,,四月主题党日,,,\n")
    let stopped = try page(folder, status: 1)
    #expect(stopped.contains("网上仍是2025-12-11的那一版"))
    #expect(!stopped.contains("和上次发布比"))
  }

  @Test("the page needs no other file, no script and no name but its own")
  func selfContained() throws {
    let folder = try project()
    _ = try page(folder)
    let html = try folder.text("r.html")
    for word in ["<script", "<link", "<img", "src=", "http://", "url("] { #expect(!html.contains(word), "\(word)") }
    #expect(html.matches(of: /href="([^"]*)"/).allSatisfy { $0.output.1.hasPrefix("#") })
  }

  @Test("a personal number is masked on the page and for programs, in the path too")
  func masked() throws {
    let number = "13812345678"
    let base = try #require(MistakeExample.base()[records])
    let folder = try project([records: base + "2025-04-08,zhou-jingyi,theme-day,,,,,电话\(number),,,\n"])
    _ = try page(folder, status: 1)
    #expect(try !folder.text("r.html").contains(number))
    let json = try run(["check", "--format", "json"], in: folder)
    #expect(json.output.contains("personal-identifier"))
    #expect(!json.output.contains(number))
  }

  @Test(
    "in the content it is never read back, under the one name it may have there; elsewhere in the content it isn't put")
  func neverRead() throws {
    let folder = try project()
    let path = "\(folder.path)/a/content/\(checkReportName)"
    for _ in 0..<2 {
      let outcome = try run(["check", "--report", path], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors == "")
    }
    #expect(try folder.text("a/content/\(checkReportName)").contains("检查结果"))
    #expect(try run(["check", "--report", "\(folder.path)/a/content/r.html"], in: folder).status == 2)
    #expect(try run(["check", "--report", "\(folder.path)/a/content/site.yaml"], in: folder).status == 2)
    #expect(!folder.exists("a/content/r.html"))
    // What is published is for everybody, and a text of somebody's own is no page.
    try folder.write("a/public/index.html", "首页")
    try folder.write("a/README.md", "说明")
    for name in ["public/index.html", "public/r.html", "README.md"] {
      #expect(try run(["check", "--report", "\(folder.path)/a/\(name)"], in: folder).status == 2)
    }
    #expect(try folder.text("a/public/index.html") == "首页" && folder.text("a/README.md") == "说明")
    #expect(!folder.exists("a/public/r.html"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/a/public")
    #expect(try run(["build"], in: folder).status == 0)
  }

  @Test("templates that can't be used don't take the page away: it has to say so")
  func brokenTemplates() throws {
    let folder = try project(["templates/report.mustache": "{{nobody}}\n"])
    let text = try page(folder, status: 1)
    #expect(text.contains("1处要改"))
    #expect(text.contains("templates/report.mustache"))
    try folder.write("a/templates/report.mustache", "{{errorCount}} at {{siteTitle}}\n")
    #expect(try page(folder) == "0 at 红色传感\n")
  }

  @Test("what waits for its day and what is acknowledged is told apart from what is open")
  func apart() throws {
    let site = try #require(MistakeExample.base()["content/site.yaml"]).replacing("2025-12-11", with: "逐日")
    let base = try #require(MistakeExample.base()[records])
    let twin = "2025-03-08,zhou-jingyi,theme-day,,,,,又一次,,,\n2099-01-01,zhou-jingyi,theme-day,,,,,以后,,,\n"
    let folder = try project([
      "content/site.yaml": site,
      "content/years/2025/year.yaml": "period: {from: 2024-12-01, to: 2099-11-30}\nstate: 草稿\n",
      records: base + twin,
      "content/warnings.yaml":
        "- {code: near-double, at: years/2025/records/b07.csv, reason: 核对过, until: 2098-12-31}\n",
    ])
    let text = try page(folder)
    #expect(text.contains("还没到日子的，先不公布"))
    #expect(text.contains("积分 1 处（content/years/2025/records/b07.csv:7 起）"), "\(text)")
    #expect(text.contains("1条已确认"))
    #expect(text.contains("（今天）"))
    #expect(!text.contains("near-double"))
  }

  @Test("for programs: the counts, and every diagnostic with its place")
  func json() throws {
    let base = try #require(MistakeExample.base()[records])
    let folder = try project([records: base + "2025-03-32,zhou-jingyi,theme-day,,,,,三月,,,\n"])
    let outcome = try run(["check", "--format", "json"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    struct Found: Decodable {
      struct One: Decodable {
        let code: String
        let severity: String
        let path: String
        let line: Int?
        let column: Int?
        let cell: String?
        let message_zh: String
        let remedy_en: String
        let further: Int
      }
      let as_of: String
      let errors: Int
      let warnings: Int
      let acknowledged: Int
      let diagnostics: [One]
    }
    let found = try JSONDecoder().decode(Found.self, from: Data(outcome.output.utf8))
    #expect(found.as_of == "2025-12-11")
    #expect((found.errors, found.warnings, found.acknowledged) == (1, 0, 0))
    let one = try #require(found.diagnostics.first)
    #expect((one.code, one.severity, one.path) == ("malformed-date", "error", records))
    #expect((one.line, one.column, one.cell, one.further) == (6, 1, nil, 0))
    #expect(!one.message_zh.isEmpty && !one.remedy_en.isEmpty)
    let sound = try run(["check", "--format", "json"], in: project())
    #expect(sound.output.contains("\"diagnostics\": []"))
  }

  @Test("quietly, only errors are said")
  func quiet() throws {
    let base = try #require(MistakeExample.base()[records])
    let twin = base + "2025-03-08,zhou-jingyi,theme-day,,,,,又一次,,,\n"
    let outcome = try run(["check", "--quiet"], in: project([records: twin]))
    #expect((outcome.status, outcome.output, outcome.errors) == (0, "", ""))
    let bad = try run(
      ["check", "--quiet"], in: project([records: twin + "2025-03-32,zhou-jingyi,theme-day,,,,,三月,,,\n"]))
    #expect(bad.status == 1)
    #expect(bad.errors.contains("malformed-date") && !bad.errors.contains("near-double"))
  }
}
