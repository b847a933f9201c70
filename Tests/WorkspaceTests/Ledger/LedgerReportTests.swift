import Diagnostics
import Foundation
import Reports
import Testing
import Texts

@testable import Workspace

/// Three pages of two reports for everybody, one of the office's, over the small project: wang-wei has 5 points of four
/// records (the third theme day is cut), li-na 1.
@Suite("Reports on the ledger")
struct LedgerReportTests {
  private static let files = [
    "content/reports/points.md": """
    ---
    title: 谁的分多
    headline: "{{top.member}}以{{top.total}}分居首，{{all.people}}人有分"
    summary: 到{{day}}为止，{{year}}年度。
    ---

    ```sql 数 top
    SELECT member, total FROM member_points WHERE year = :year ORDER BY total DESC, member LIMIT 1
    ```

    ```sql figure all
    SELECT count(*) AS people FROM member_points WHERE year = :year
    ```

    合计{{all.people}}人，代码里的 `{{all.people}}` 不动。

    ```sql
    title: 有分的党员
    columns:
      total: {title: 总分, unit: 分, decimals: 2}
      awards: 记录
    ---
    SELECT p.member, n.branch, p.total, (SELECT group_concat(a.id) FROM member_awards a WHERE a.member = p.member) AS awards
    FROM member_points p JOIN current_members n ON n.member = p.member
    WHERE p.year = :year ORDER BY p.total DESC, p.member
    ```

    ```sql chart bar
    title: 各人的分
    label: name
    values: total
    unit: 分
    ---
    SELECT name, total FROM member_points WHERE year = :year ORDER BY total DESC, member
    ```

    """,
    "content/reports/own.md": """
    ---
    title: 支部的记录
    headline: "{{branch}}有{{n.records}}条"
    parameter: 支部
    ---

    ```sql figure n
    SELECT count(*) AS records FROM records WHERE branch = :branch
    ```

    ```sql
    empty: 这个支部还没有记录。
    ---
    SELECT id AS record_id, day FROM records WHERE branch = :branch ORDER BY id
    ```

    """,
    "content/reports/since.md": """
    ---
    title: 何时进的支部
    headline: 最早的一位秘而不宣
    audience: 办公室
    ---

    ```sql
    SELECT member, since FROM stays ORDER BY member
    ```

    """,
  ]

  static func project() throws -> TemporaryFolder {
    let folder = try PublishedProject.folder()
    for (path, text) in files { try folder.write(path, text) }
    return folder
  }

  private static let intranet = Result { try PublishedProject.build(project()) }

  private static func page(_ path: String) throws -> String {
    String(decoding: try #require(try intranet.get()[path], "\(path)"), as: UTF8.self).asWritten
  }

  @Test("its headline states what it found, its rows lead to people, branches and records")
  func page() throws {
    let page = try Self.page("reports/points.html")
    #expect(page.contains("王伟以5分居首，2人有分"))
    #expect(page.contains("到2025-11-30为止，2025年度。"))
    #expect(page.contains("合计2人，代码里的 <code>{{all.people}}</code> 不动。"))
    #expect(page.contains("<a href=\"../2025/members/wang-wei.html\">王伟</a>"))
    #expect(page.contains("<a href=\"../2025/branches/b01.html\">光谱</a>"))
    #expect(
      page.contains("总分（分）") && page.contains("<td class=\"n\">5.00</td>") && page.contains("<td class=\"n\">1.00</td>")
    )
    #expect(page.contains("<summary>4笔</summary>") || page.contains("<summary>5笔</summary>"))
    #expect(page.contains("../2025/members/wang-wei.html#records-b01-2"))
    #expect(page.contains("<b>各人的分</b>") && page.contains("class=\"plot\""))
    #expect(page.contains("href=\"points.csv\""))
  }

  @Test("a parameter makes a page for each, and one that lists them")
  func parameter() throws {
    #expect(try Self.page("reports/own/b01.html").contains("光谱有5条"))
    #expect(try Self.page("reports/own/b02.html").contains("这个支部还没有记录。"))
    let list = try Self.page("reports/own.html")
    #expect(list.contains("光谱有5条") && list.contains("软件有0条"))
    #expect(try Self.page("reports/own/b01.html").contains("../../2025/members/li-na.html#records-b01-6"))
  }

  @Test("it is listed, found, mapped and taken along")
  func companions() throws {
    let files = try Self.intranet.get()
    let list = try Self.page("reports/index.html")
    #expect(list.contains("王伟以5分居首") && list.contains("支部的记录"))
    #expect(try Self.page("index.html").contains("<a href=\"reports/index.html\">报告</a>"))
    let csv = String(decoding: try #require(files["reports/points.csv"]), as: UTF8.self)
    #expect(csv.contains("王伟,光谱,5.00,years/2025/records/b01.csv:2"), "\(csv)")
    #expect(files["reports/points.xlsx"] != nil && files["reports/own/b01.json"] != nil)
    let found = files.filter { $0.key.hasPrefix("search/") }.values.contains {
      $0.range(of: Data("reports/points.html".utf8)) != nil
    }
    #expect(found)
  }

  @Test("a report for the office is nowhere in the intranet's edition, neither its name nor its headline")
  func profiles() throws {
    for (path, bytes) in try Self.intranet.get() {
      let text = try words(of: bytes, at: path)
      for hidden in ["何时进的支部", "秘而不宣", "reports/since"] {
        #expect(text.range(of: Data(hidden.utf8)) == nil, "\(path): \(hidden)")
      }
    }
    let folder = try Self.project()
    let office = try PublishedProject.build(folder, profile: .office)
    let page = String(decoding: try #require(office["reports/since.html"]), as: UTF8.self).asWritten
    #expect(page.contains("2020-01-01") && page.contains("仅办公室版"))
  }

  @Test("the same project gives the same bytes, and none without reports has a page of them")
  func same() throws {
    let again = try PublishedProject.build(Self.project())
    let once = try Self.intranet.get()
    #expect(again.filter { $0.key.contains("report") } == once.filter { $0.key.contains("report") })
    let plain = try PublishedProject.build(PublishedProject.folder())
    #expect(plain.keys.filter { $0.hasPrefix("reports") } == [])
    #expect(String(decoding: plain["index.html"] ?? Data(), as: UTF8.self).contains("reports/") == false)
  }

  @Test("on paper it stands with the records behind its rows; one that isn't there is told with the nearest")
  func printed() throws {
    let folder = try Self.project()
    let order = { (name: String) in
      PrintOrder(
        project: folder.path, year: nil, profile: .intranet, output: "\(folder.path)/paper/\(name).html", isHTML: true)
    }
    #expect(try printReport(order("one"), report: "points").printed != nil)
    let paper = try folder.text("paper/one.html").asWritten
    #expect(paper.contains("王伟以5分居首") && paper.contains("2025-01-10 主题党日，一月党日 1.00"))
    #expect(!paper.contains("光谱有5条"))
    #expect(try printReport(order("all"), report: nil).printed != nil)
    let all = try folder.text("paper/all.html").asWritten
    #expect(all.contains("光谱有5条") && all.contains("软件有0条") && !all.contains("秘而不宣"))
    let fault = #expect(throws: UsageFailure.self) { try printReport(order("none"), report: "pionts") }
    #expect(fault?.message.en.contains("did you mean points?") == true)
    #expect(throws: UsageFailure.self) { try printReport(order("none"), report: "since") }
  }

  @Test("new report writes one that has no mistake")
  func begun() throws {
    let folder = try PublishedProject.folder()
    let (made, _, mistakes) = try newReport("donors", title: "三年三献", project: folder.path)
    #expect(made != nil && mistakes.isEmpty)
    #expect(try checkSite(project: folder.path).diagnostics.filter { $0.code != .painPointMissing } == [])
    let page = try PublishedProject.build(folder)["reports/donors.html"] ?? Data()
    #expect(String(decoding: page, as: UTF8.self).asWritten.contains("2025年有2位党员有积分"))
    #expect(throws: UsageFailure.self) { try newReport("donors", title: "再来", project: folder.path) }
    #expect(throws: UsageFailure.self) { try newReport("献血", title: "献血", project: folder.path) }
  }

  @Test(
    "mistakes stand at their line and column in the Markdown",
    arguments: [
      ("```sql\nSELECT naem\nFROM members ORDER BY 1\n```", DiagnosticCode.queryUnknownName, "6:8", "name"),
      ("- ```sql\n  SELECT 1,\n    naem FROM members ORDER BY 1\n  ```", .queryUnknownName, "7:5", "name"),
      ("```sql\ntitle: 甲\n---\nSELECT 1 FROM recrds\n```", .queryUnknownName, "8:15", "records"),
      ("```sql 团\nSELECT 1\n```", .unknownChoice, "5:1", ""),
      ("```sql 图 柱\nSELECT 1\n```", .unknownChoice, "5:1", ""),
      ("```sql\nDELETE FROM members\n```", .queryRefused, "6:1", ""),
      ("```sql\nSELECT date('now')\n```", .queryClock, "6:13", "report"),
      ("```sql\nSELECT :branch\n```", .queryParameter, "6:8", "parameter: branch"),
      ("```sql\nSELECT exempt_for FROM stays ORDER BY id\n```", .reportEdition, "6:8", "audience: office"),
      ("```sql\nSELECT count(*) FROM cadre_pool\n```", .reportEdition, "6:22", "audience: office"),
      ("```sql\nSELECT * FROM stays ORDER BY id\n```", .reportEdition, "6:15", "audience: office"),
      ("```sql\n---\n```", .reportBlock, "5:1", ""),
      ("```chart\ndata: csv\n```", .reportBlock, "5:1", "sql chart"),
      ("```sql figure n\nSELECT 1 AS a, 2 AS b\n```\n\n{{n}} {{n.a}}", .reportFigure, "9:1", "n.a"),
      ("```sql figure n\nSELECT 1 AS a\n```\n\n{{n.b}}", .reportFigure, "9:1", "n.a"),
      ("```sql figure n\nSELECT name FROM members ORDER BY member\n```\n\n{{n.name}}", .reportFigure, "5:1", "LIMIT 1"),
      ("```sql figure n\nSELECT 1 AS a\n```", .reportFigure, "5:1", "Write {{n}}"),
      (
        "```sql chart line\ntitle: 甲\nvalues: nmae\n---\nSELECT member, 1 AS name FROM members ORDER BY member\n```",
        .reportBlock, "7:9", "name"
      ),
      ("```sql\nEXPLAIN SELECT 1\n```", .queryRefused, "6:1", ""),
      (
        "```sql\nSELECT count(*) AS n FROM decisions WHERE matter = 'veto'\n```", .reportEdition, "6:52",
        "audience: office"
      ),
      ("```sql\nSELECT reason FROM decisions ORDER BY id\n```", .reportEdition, "6:8", "audience: office"),
      ("```sql\nSELECT name FROM sqlite_master ORDER BY name\n```", .queryRefused, "6:18", ""),
      ("```sql\nSELECT 9e999 AS big\n```", .queryFailed, "6:17", ""),
      ("```sql chart\ntitle: 甲\n---\nSELECT 'a' AS n, 1e13 AS v\n```", .reportBlock, "5:1", "larger unit"),
      (
        "```sql chart\ntitle: 甲\n---\nSELECT 'a' AS n, -9223372036854775807-1 AS v ORDER BY n\n```", .reportBlock,
        "5:1",
        ""
      ),
      (
        "```sql chart\ntitle: 甲\n---\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 41)\nSELECT i, i AS m FROM n ORDER BY i\n```",
        .crowdedChart, "5:1", ""
      ),
    ])
  func mistakes(block: String, code: DiagnosticCode, place: String, remedy: String) throws {
    let found = try OrderLawTests.diagnostics(block + "\n")
    #expect(found.map(\.code) == [code], "\(found.map(\.message.en))")
    let mistake = try #require(found.first)
    #expect(mistake.place.map { "\($0.line):\($0.column)" } == place)
    #expect(remedy.isEmpty || mistake.remedy.en.contains(remedy), "\(mistake.remedy.en)")
  }
}
