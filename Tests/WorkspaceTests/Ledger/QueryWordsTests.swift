import Diagnostics
import LedgerTables
import Querying
import SQLite
import Testing
import Texts

@testable import Workspace

@Suite("What a query can't be answered is told in the reader's language")
struct QueryWordsTests {
  private static let source = Result { try LedgerProject().source() }

  private static func mistake(_ sql: String) throws -> Diagnostic? {
    let source = try source.get()
    if case .mistake(let mistake) = ask(Query(sql, path: "query.sql"), of: try ledgerDatabase(source)) {
      return mistake
    }
    return nil
  }

  /// Everything SQLite 3.40 says of a SELECT that can't be compiled or fails.
  @Test(
    "what SQLite says is Chinese in Chinese",
    arguments: [
      "SELECT name FROM members WHERE", "SELECT 'x FROM members", "SELECT # FROM members", "SELECT FROM members",
      "SELECT member FROM members, records", "SELECT name FROM members WHERE count(*) > 1",
      "SELECT count(*) AS n FROM members WHERE n > 1", "SELECT length() FROM members", "SELECT length(1, 2)",
      "SELECT name FROM members GROUP BY count(*)", "SELECT 1 UNION SELECT 1, 2", "VALUES (1), (1, 2)",
      "SELECT 1 ORDER BY 1 UNION SELECT 2", "SELECT 1 LIMIT 1 UNION SELECT 2", "SELECT 1 ORDER BY 2",
      "SELECT 1 GROUP BY 2", "SELECT 1 AS a UNION SELECT 2 ORDER BY b", "SELECT (SELECT 1, 2)",
      "SELECT 1 IN (SELECT 1, 2)",
      "SELECT (1, 2)", "SELECT *", "SELECT * FROM members(1)", "SELECT name FROM members HAVING name > 1",
      "WITH a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a",
      "WITH a AS (SELECT 1), a AS (SELECT 2) SELECT * FROM a", "WITH a(x, y) AS (SELECT 1) SELECT * FROM a",
      "SELECT * FROM members m JOIN records r USING (nothing)", "SELECT * FROM members NATURAL JOIN records ON 1",
      "SELECT row_number() FROM members", "SELECT name FROM members WHERE row_number() OVER () = 1",
      "SELECT row_number() OVER w FROM members", "SELECT abs(1) FILTER (WHERE 1) FROM members",
      "SELECT count(DISTINCT name) OVER () FROM members", "SELECT count(DISTINCT name, member) FROM members",
      "SELECT ntile(0) OVER () FROM members", "SELECT nth_value(name, 0) OVER () FROM members",
      "SELECT name FROM members ORDER BY name COLLATE pinyin", "SELECT * FROM x.members",
      "SELECT name FROM members INDEXED BY i",
      "SELECT name REGEXP 'x' FROM members", "SELECT name MATCH 'x' FROM members",
      "SELECT 0x11112222333344445", "SELECT sum(9223372036854775807) FROM members", "SELECT json('{') FROM members",
      "SELECT json_extract('{}', 'x') FROM members", "SELECT name LIKE 'x' ESCAPE 'yy' FROM members",
      "SELECT json_object('a') FROM members", "SELECT name FROM members LIMIT 'x'", "SELECT RAISE(FAIL, 'x')",
      "SELECT sum(1) OVER (ORDER BY name RANGE BETWEEN 1 PRECEDING AND CURRENT ROW), 1 FROM members GROUP BY 3",
      "SELECT " + String(repeating: "(", count: 300) + "1", "SELECT 1" + String(repeating: "+1", count: 1100),
      "SELECT " + Array(repeating: "1", count: 2001).joined(separator: ","),
      Array(repeating: "SELECT 1", count: 501).joined(separator: " UNION ALL "),
    ])
  func translated(sql: String) throws {
    let mistake = try #require(try Self.mistake(sql), "\(sql.prefix(80))")
    let plain = sql.split { !($0.isASCII && $0.isLetter) }.map { $0.lowercased() }
    // Words of the query, of SQL and of the program may stand in Chinese; English beside them may not.
    let known = Set(
      plain + [
        "sql", "where", "select", "json", "order", "by", "union", "group", "having", "over", "with", "values", "filter",
        "distinct",
        "natural", "join", "using", "on", "range", "like", "glob", "max", "m", "from", "recursive", "limit", "escape",
        "nth", "value",
        "raise", "st", "sqlite", "regexp", "match", "mib", "in",
      ])
    let words = mistake.message.zh.split { !($0.isASCII && $0.isLetter) }.map { $0.lowercased() }
    #expect(words.allSatisfy(known.contains), "\(mistake.message.zh)")
    #expect(!mistake.message.zh.contains("原话"), "\(mistake.message.zh)")
  }

  @Test("what the intranet hasn't got isn't none: it is refused, with where it stands")
  func hidden() throws {
    let source = try LedgerProject().source(.intranet)
    for (sql, column) in [
      ("SELECT count(*) FROM attestations", 22), ("SELECT count(*) FROM decisions WHERE matter = 'veto'", 47),
      ("SELECT sum(matter IN ('winner', 'branch_veto')) FROM decisions", 33),
      ("SELECT count(*) FROM qualifiers WHERE obstacle = 'veto'", 50),
    ] {
      guard case .mistake(let mistake) = ask(Query(sql, path: "q.sql"), of: try ledgerDatabase(source), for: source)
      else {
        Issue.record("no mistake: \(sql)")
        continue
      }
      #expect(mistake.code == .queryRefused && mistake.place?.column == Int32(column), "\(mistake.message.en)")
      #expect(mistake.remedy.en.contains("--profile office"))
      let office = try LedgerProject().source(.office)
      guard case .table = ask(Query(sql, path: "q.sql"), of: try ledgerDatabase(office), for: office) else {
        Issue.record("the office is refused: \(sql)")
        continue
      }
    }
    guard
      case .table = ask(
        Query("SELECT note FROM decisions WHERE note <> 'veto'", path: "q.sql"), of: try ledgerDatabase(source),
        for: source)
    else {
      Issue.record("a word of another column is refused")
      return
    }
  }
}
