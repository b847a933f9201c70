import Diagnostics
import Foundation
import Reports
import Testing
import Texts

@testable import Workspace

@Suite("What a report says, and of whom")
struct ReportSentencesTests {
  @Test("figures stand in titles, notes, columns and words for nothing; what stands between backticks is left alone")
  func filled() throws {
    let folder = try PublishedProject.folder()
    try folder.write(
      "content/reports/one.md",
      """
      ---
      title: 一份
      headline: 共{{n.people}}人
      summary: 按 `records` 表数，`{{n.people}}` 是写法；到{{day}}。
      ---

      ```sql 数 n
      columns: {people: {unit: "人（{{year}}）"}}
      ---
      SELECT count(*) AS people FROM members
      ```

      ```sql
      title: "{{year}}年的{{n.people}}"
      note: 一共{{n.people}}，`{{no}}`
      columns: {name: {title: "{{year}}年姓名"}}
      ---
      SELECT name FROM members ORDER BY member
      ```

      ```sql 图表 柱
      title: "{{year}}年的图"
      note: 到{{day}}
      ---
      SELECT name, 1 AS n FROM members ORDER BY member
      ```

      ```sql
      title: 空的
      empty: "{{year}}年没有。"
      ---
      SELECT name FROM members WHERE 0 ORDER BY 1
      ```

      """)
    let site = try PublishedProject.build(folder)
    let page = String(decoding: try #require(site["reports/one.html"]), as: UTF8.self).asWritten
    for text in [
      "共3人（2025）人", "按 records 表数，{{n.people}} 是写法；到2025-11-30。", "2025年的3人（2025）", "一共3人（2025），{{no}}", "2025年姓名",
      "2025年的图", "到2025-11-30", "2025年没有。",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("{{year}}"))
    try folder.write(
      "content/reports/one.md",
      "---\ntitle: 一份\n---\n\n```sql\ntitle: \"{{nobody}}\"\n---\nSELECT name FROM members ORDER BY member\n```\n")
    let found = try checkSite(project: folder.path).diagnostics.filter { $0.code != .painPointMissing }
    #expect(found.map(\.code) == [.reportFigure] && found.first?.place?.line == 6)
  }

  @Test("one page of a report is printed by its branch, and one that isn't there is told")
  func onePage() throws {
    let folder = try LedgerReportTests.project()
    let order = PrintOrder(
      project: folder.path, year: nil, profile: .intranet, output: "\(folder.path)/one.html", isHTML: true)
    #expect(try printReport(order, report: "own/b02").printed != nil)
    let paper = try folder.text("one.html").asWritten
    #expect(paper.contains("软件有0条") && !paper.contains("光谱有5条"))
    let fault = #expect(throws: UsageFailure.self) { try printReport(order, report: "own/b03") }
    #expect(fault?.message.en.contains("own/b0") == true)
    #expect(throws: UsageFailure.self) { try printReport(order, report: "points/b01") }
  }

  /// The board names one, 王伟 with 5 points; 李娜 has 1, her namesake none.
  @Test(
    "the intranet's reports put nobody in an order by points that the board doesn't name",
    arguments: [
      ("SELECT member, rank() OVER (ORDER BY total DESC) AS place FROM member_points ORDER BY member", true),
      ("SELECT name, rank() OVER (ORDER BY total DESC) AS place FROM member_points ORDER BY member", true),
      ("SELECT member, total FROM member_points ORDER BY total LIMIT 1", true),
      ("SELECT name, min(total) AS least FROM member_points", true),
      ("SELECT member, total FROM member_points ORDER BY member", false),
      ("SELECT member, total FROM member_points ORDER BY total DESC, member LIMIT 1", false),
      ("SELECT member, rank, total FROM year_standings ORDER BY rank, member", false),
      ("SELECT branch, rank() OVER (ORDER BY total DESC) AS place FROM branch_points ORDER BY branch", false),
      ("SELECT r.member, count(*) AS n FROM records r GROUP BY r.member ORDER BY n DESC, r.member LIMIT 3", false),
    ])
  func places(sql: String, isRefused: Bool) throws {
    let folder = try PublishedProject.folder()
    let rules = try folder.text("content/years/2025/rulebook.yaml")
    try folder.write(
      "content/years/2025/rulebook.yaml", rules + "ranking: {published: 1}\nqualification: {per_branch: 1}\n")
    for audience in ["intranet", "office"] {
      try folder.write(
        "content/reports/one.md", "---\ntitle: 一份\naudience: \(audience)\n---\n\n```sql\n\(sql)\n```\n")
      let found = try checkSite(project: folder.path).diagnostics.filter { $0.code != .painPointMissing }
      #expect(
        found.map(\.code) == (isRefused && audience == "intranet" ? [.reportEdition] : []), "\(found.map(\.message.en))"
      )
    }
  }

  @Test("a number is told in full, however large")
  func large() throws {
    let folder = try PublishedProject.folder()
    try folder.write(
      "content/reports/one.md",
      "---\ntitle: 一份\n---\n\n```sql\ncolumns: {a: {decimals: 2}}\n---\nSELECT 9223372036854775807 AS a, 12345678901234.0 AS b\n```\n"
    )
    let page = String(
      decoding: try #require(try PublishedProject.build(folder)["reports/one.html"]), as: UTF8.self)
    #expect(page.contains("9223372036854775807.00") && page.contains(">12345678901234<"))
  }
}
