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

  /// In 2025 王伟 has 5 points in four awards, 李娜 1, the other 李娜 none; b01 has two members, b02 one. Rows that SQLite
  /// sorted to group, to join or to make distinct come sorted wherever they lay: an answer that hangs on that was nobody's.
  @Test(
    "what comes of groups, joins and unions is in no order either",
    arguments: [
      // Places among equals, from a table, a view and a group.
      "SELECT member, row_number() OVER (ORDER BY branch) AS n FROM records GROUP BY member, branch ORDER BY member",
      "SELECT member, row_number() OVER (ORDER BY awards > 0) AS n FROM member_points ORDER BY member",
      "SELECT member, ntile(2) OVER w AS n FROM current_members WINDOW w AS (ORDER BY exempt) ORDER BY member",
      "SELECT DISTINCT first_value(member) OVER (ORDER BY exempt) AS f FROM current_members",
      "SELECT member, lag(member) OVER (ORDER BY exempt) AS f FROM current_members ORDER BY member",
      "SELECT member, sum(awards) OVER (ORDER BY year ROWS UNBOUNDED PRECEDING) AS s FROM member_points ORDER BY member",
      // The first of equals.
      "SELECT member FROM member_points ORDER BY awards > 0 LIMIT 1",
      "SELECT branch FROM (SELECT branch, count(*) > 0 AS n FROM branches GROUP BY branch) ORDER BY n LIMIT 1",
      "SELECT branch, count(*) > 0 AS n FROM branches GROUP BY branch ORDER BY n LIMIT 1",
      "WITH b AS (SELECT 'b' AS x UNION SELECT 'a') SELECT x FROM b ORDER BY x > '' LIMIT 1",
      "SELECT name FROM members WHERE member = (SELECT member FROM records)",
      "SELECT (SELECT member FROM member_points) AS one",
      "SELECT branch, (SELECT c.member FROM current_members c WHERE c.branch = b.branch) AS one FROM branches b ORDER BY branch",
      // Lists of what was sorted, or is sorted by something else.
      "SELECT group_concat(member) AS list FROM (SELECT member FROM records GROUP BY member)",
      "SELECT group_concat(x) AS list FROM (SELECT 'b' AS x UNION SELECT 'a')",
      "SELECT group_concat(member) AS list FROM (SELECT member FROM members ORDER BY member > '')",
      "SELECT json_group_array(member) AS list FROM (SELECT DISTINCT member FROM records)",
      // A column of no row in particular.
      "SELECT b.branch, c.member FROM branches b JOIN current_members c ON c.branch = b.branch GROUP BY b.branch ORDER BY b.branch",
      "SELECT max(awards > 0) AS most, member FROM member_points",
      "SELECT member, day FROM records GROUP BY member ORDER BY member",
    ])
  func sorted(sql: String) throws {
    let found = try Self.diagnostics(Self.table(sql), head: "title: 一份\naudience: office\n")
    #expect(found.map(\.code) == [.reportOrder], "\(found.map(\.message.en))")
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
      "SELECT sum(total) * 1e12 / 3 AS mean FROM member_points",
      "SELECT member, rank() OVER w AS place, row_number() OVER (ORDER BY branch, member) AS n FROM current_members WINDOW w AS (ORDER BY branch) ORDER BY member",
      "SELECT member, sum(awards) OVER (ORDER BY year) AS s FROM member_points ORDER BY member",
      "SELECT DISTINCT first_value(branch) OVER (PARTITION BY branch) AS f FROM current_members ORDER BY f",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n ORDER BY i",
      "SELECT member FROM members UNION SELECT branch FROM branches ORDER BY member",
      "SELECT branch FROM branches WHERE branch IN (SELECT branch FROM records UNION SELECT 'b02') ORDER BY branch -- the end",
      "SELECT (SELECT max(day) FROM records) AS last;",
      "SELECT (SELECT day FROM records ORDER BY day DESC LIMIT 1) AS last",
    ])
  func passed(sql: String) throws {
    let found = try Self.diagnostics(Self.table(sql), head: "title: 一份\naudience: office\n")
    #expect(found.isEmpty, "\(found.map { "\($0.message.en) \($0.remedy.en)" })")
  }
}
