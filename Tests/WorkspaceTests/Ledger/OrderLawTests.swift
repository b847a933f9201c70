import Diagnostics
import Foundation
import Testing
import Texts

@testable import Workspace

/// Records 2025: wang-wei 01-10, 02-10, 03-10 and 03-11, li-na 04-10; branches b01, b02; members li-na, li-na-2, wang-wei.
@Suite("A report hangs on no order that nobody asked for")
struct OrderLawTests {
  static func diagnostics(_ block: String, head: String = "title: 一份\n") throws -> [Diagnostic] {
    let folder = try PublishedProject.folder()
    try folder.write("content/reports/one.md", "---\n\(head)---\n\n\(block)")
    return try checkSite(project: folder.path).diagnostics.filter { $0.code != .painPointMissing }
  }

  private static func table(_ sql: String) -> String { "```sql\n\(sql)\n```\n" }

  @Test(
    "what hangs on the order of rows is told, with what to add",
    arguments: [
      ("SELECT name FROM members", 1, "ORDER BY"),
      // SQLite sorts to group, so both orders agree; nobody asked for it all the same.
      ("SELECT member, count(*) AS n FROM records GROUP BY member", 1, "ORDER BY member"),
      ("SELECT member, branch FROM current_members ORDER BY branch", 44, "member to ORDER BY"),
      ("SELECT member FROM current_members ORDER BY branch LIMIT 1", 52, "LIMIT cuts among ties"),
      ("SELECT count(*) AS n FROM (SELECT branch FROM records GROUP BY branch LIMIT 1)", 71, "before LIMIT"),
      (
        "SELECT member, row_number() OVER (ORDER BY branch) AS place FROM current_members ORDER BY member", 29,
        "within OVER"
      ),
      ("SELECT group_concat(name, '、') AS names FROM members", 8, "subquery with ORDER BY"),
      ("SELECT branch, note FROM records GROUP BY branch ORDER BY branch", 34, "GROUP BY"),
      ("SELECT rowid AS n, member FROM members ORDER BY member", 40, ""),
    ])
  func refused(sql: String, column: Int32, remedy: String) throws {
    let found = try Self.diagnostics(Self.table(sql))
    #expect(found.map(\.code) == [.reportOrder], "\(found.map(\.message.en))")
    let mistake = try #require(found.first)
    #expect(mistake.place?.line == 6 && mistake.place?.column == column, "\(String(describing: mistake.place))")
    #expect(remedy.isEmpty || mistake.remedy.en.contains(remedy), "\(mistake.remedy.en)")
  }

  @Test(
    "what says its order passes",
    arguments: [
      "SELECT member, branch FROM current_members ORDER BY branch, member",
      "SELECT member FROM current_members ORDER BY branch, member LIMIT 1",
      "SELECT count(*) AS n FROM records",
      "SELECT member, rank() OVER (ORDER BY branch) AS place FROM current_members ORDER BY member",
      "SELECT group_concat(name, '、') AS names FROM (SELECT name FROM members ORDER BY member)",
      "SELECT branch, max(note) AS note FROM records GROUP BY branch ORDER BY branch",
      "SELECT a.id, a.member FROM member_awards a ORDER BY a.id",
      // A set, whichever way its rows lie.
      "SELECT member, group_concat(id) AS awards FROM member_awards GROUP BY member ORDER BY member",
      "SELECT sum(total) / 3.0 AS mean FROM member_points",
    ])
  func passed(sql: String) throws {
    let found = try Self.diagnostics(Self.table(sql))
    #expect(found.isEmpty, "\(found.map { "\($0.message.en) \($0.remedy.en)" })")
  }
}
