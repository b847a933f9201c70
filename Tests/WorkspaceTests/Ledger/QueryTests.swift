import Diagnostics
import Foundation
import LedgerTables
import Querying
import SQLite
import Tables
import Testing
import Texts

@testable import Workspace

@Suite("Asking the ledger")
struct QueryTests {
  /// Read and scored once for all questions; each has a database of its own.
  private static let source = Result { try LedgerProject().source() }

  private static func outcome(
    _ sql: String, _ parameters: [String: String] = [:], limits: QueryLimits = QueryLimits()
  ) throws -> QueryOutcome {
    ask(Query(sql, path: "query.sql", parameters: parameters), of: try ledgerDatabase(source.get()), limits: limits)
  }

  private static func csv(_ sql: String, _ parameters: [String: String] = [:]) throws -> String {
    switch try outcome(sql, parameters) {
    case .table(let table): return table.render(as: .csv, in: .chinese)
    case .mistake(let mistake):
      Issue.record("\(mistake.message.en)")
      return ""
    }
  }

  private static func mistake(_ sql: String, limits: QueryLimits = QueryLimits()) throws -> Diagnostic? {
    if case .mistake(let mistake) = try outcome(sql, limits: limits) { return mistake }
    return nil
  }

  @Test("rows come in every form, points with two decimals, days as days")
  func rows() throws {
    #expect(
      try Self.csv(
        "SELECT name, total, :what AS what FROM member_points WHERE year = :year ORDER BY total DESC",
        ["year": "2025", "what": "x"])
        == "name,total,what\r\n王伟,5.00,x\r\n李娜,1.00,x\r\n")
    #expect(
      try Self.csv(
        "WITH n(i) AS (SELECT 1 UNION SELECT 2) SELECT count(*) AS people FROM n, (SELECT 1), json_each('[1,2]')")
        == "people\r\n4\r\n")
    guard case .table(let table) = try Self.outcome("SELECT day, 1 AS a, 2 AS a, NULL AS b FROM report") else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.key) == ["day", "a", "a_2", "b"])
    #expect(table.columns[0].title.zh == "统计日")
    #expect(
      table.render(as: .json, in: .english) == "[\n  {\"day\": \"2025-11-30\", \"a\": 1, \"a_2\": 2, \"b\": null}\n]\n")
  }

  @Test("reals are told exactly; what has two decimals at most has both")
  func reals() throws {
    #expect(
      try Self.csv("SELECT 86.5 AS a, 1e0 / 3 AS b, 0.1 + 0.2 AS c, 12.3400000001 AS d, -2.25 AS e, 1e-9 AS f")
        == "a,b,c,d,e,f\r\n86.50,0.3333333333333333,0.30000000000000004,12.3400000001,-2.25,1e-09\r\n")
  }

  @Test(
    "a mistake has its place and the nearest name",
    arguments: [
      ("SELECT naem FROM members", DiagnosticCode.queryUnknownName, "1:8", "name"),
      ("SELECT m.naem\nFROM members m", .queryUnknownName, "1:8", "name"),
      ("SELECT *\nFROM recrds", .queryUnknownName, "2:6", "records"),
      ("SELECT upperr(name) FROM members", .queryUnknownName, "1:8", "upper"),
      ("SELECT 名 FROM\n members WHERE", .querySyntax, "1:1", ""),
      ("SELECT 1 FROM", .querySyntax, "1:14", ""),
      ("SELECT name\u{FF0C}member FROM members", .querySyntax, "1:12", ","),
      ("SELECT\u{A0}name FROM members", .querySyntax, "1:7", ""),
      ("SELECT *\nFROM dbstat", .queryRefused, "2:6", ""),
      ("SELECT '党员', 2 FROMM x y", .querySyntax, "1:22", ""),
      ("  -- nothing", .queryStatements, "1:1", ""),
      ("SELECT 1; SELECT 2", .queryStatements, "1:11", ""),
      ("SELECT :who", .queryParameter, "1:8", "--param who="),
      ("SELECT ?", .queryParameter, "1:8", ""),
      // The nearest is of the tables that are asked, and never the name itself.
      ("SELECT place FROM member_points", .queryUnknownName, "1:8", "place"),
      ("SELECT m.branch FROM members m", .queryUnknownName, "1:8", "branch"),
      ("SELECT m.nam FROM records r, members m", .queryUnknownName, "1:8", "name"),
      ("SELECT 1e308 * 10 AS big FROM members", .queryFailed, "1:22", ""),
      ("SELECT name\nFROM sqlite_master", .queryRefused, "2:6", ""),
      ("SELECT count(*) FROM sqlite_schema", .queryRefused, "1:22", ""),
      ("SELECT 1,\n sum(9223372036854775807) FROM members", .queryFailed, "2:2", ""),
      ("SELECT count(*), json('x') FROM members", .queryFailed, "1:18", ""),
      ("EXPLAIN SELECT 1", .queryRefused, "1:1", ""), ("SELECT 1, sqlite_version()", .queryRefused, "1:11", ""),
    ])
  func mistakes(sql: String, code: DiagnosticCode, place: String, near: String) throws {
    let mistake = try #require(try Self.mistake(sql))
    #expect(mistake.code == code, "\(mistake.message.en)")
    if code != .querySyntax || place != "1:1" {
      #expect(mistake.place.map { "\($0.line):\($0.column)" } == place, "\(mistake.message.en)")
    }
    if !near.isEmpty { #expect(mistake.remedy.zh.contains(near) && mistake.remedy.en.contains(near)) }
    #expect(!mistake.remedy.en.contains("Did you mean \(sql.split(separator: " ")[1])?"))
  }

  @Test(
    "a query reads and does nothing else",
    arguments: [
      "DELETE FROM members", "UPDATE members SET name = ''", "INSERT INTO years VALUES (1)", "DROP TABLE members",
      "CREATE TABLE t (a)", "CREATE TEMP VIEW v AS SELECT 1", "ATTACH '/tmp/x.sqlite' AS x", "DETACH main",
      "VACUUM INTO '/tmp/x'",
      "PRAGMA writable_schema = 1", "PRAGMA table_info(members)", "BEGIN", "ANALYZE", "REINDEX",
      "SELECT load_extension('/tmp/x.so')", "SELECT * FROM pragma_table_info('members')", "SELECT * FROM dbstat",
      "SELECT count(*) FROM dbstat",
      "WITH x AS (SELECT 1) DELETE FROM members", "SELECT fts3_tokenizer('a')",
    ])
  func hostile(sql: String) throws {
    let mistake = try #require(try Self.mistake(sql), "\(sql)")
    #expect(
      mistake.code == .queryRefused || mistake.code == .querySyntax || mistake.code == .queryUnknownName,
      "\(mistake.message.en)")
    if !sql.hasPrefix("SELECT") { #expect(mistake.code == .queryRefused, "\(mistake.message.en)") }
  }

  @Test(
    "neither the moment nor chance",
    arguments: [
      ("SELECT date('now')", 13), ("SELECT datetime()", 8), ("SELECT 1, CURRENT_DATE", 11), ("SELECT random()", 8),
      ("SELECT hex(randomblob(4))", 12), ("SELECT strftime('%Y', 'NOW')", 23), ("SELECT date(lower('NO' || 'W'))", 8),
      ("SELECT day FROM records WHERE day > date('now', '-1 year')", 42),
      ("SELECT datetime(day, 'localtime') FROM report", 22),
      ("SELECT datetime(day, lower('UTC')) FROM report", 28),
    ])
  func chance(sql: String, column: Int32) throws {
    let mistake = try #require(try Self.mistake(sql), "\(sql)")
    #expect(mistake.code == .queryClock, "\(mistake.message.en)")
    #expect(mistake.place?.column == column)
    #expect(mistake.remedy.en.contains("(SELECT day FROM report)"))
  }

  /// The limits of every day, but for the steps, which would take a debug build its time.
  @Test(
    "what takes too much is stopped, and says by which bound",
    arguments: [
      ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", "steps"),
      (
        "SELECT count(*) FROM items a, items b, items c, items d, items e, items f, items g, items h, items i, items j",
        "steps"
      ),
      ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", "rows"),
      ("SELECT zeroblob(1000000000)", "longer than"), ("SELECT printf('%1000000000d', 1)", "longer than"),
      ("SELECT printf('%.*c', 1000000000, 'x')", "longer than"),
      ("SELECT format('%' || 999999999 || 'd', 1)", "longer than"),
      ("SELECT replace(hex(zeroblob(400000)), '0', 'xxxxxxxx')", "longer than"),
      (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250) SELECT hex(zeroblob(40000)) FROM n",
        "MiB"
      ),
    ])
  func bounds(sql: String, word: String) throws {
    var limits = QueryLimits()
    limits.steps = 3_000_000
    limits.rows = 1000
    limits.bytes = 16 << 20
    let mistake = try #require(try Self.mistake(sql, limits: limits), "\(sql)")
    #expect(mistake.code == .queryLimit, "\(mistake.message.en)")
    #expect(mistake.message.en.contains(word), "\(mistake.message.en)")
  }

  @Test("time that is over ends it, and so does SQL without end")
  func time() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    let late = ask(Query(endless, path: "query.sql"), of: try ledgerDatabase(Self.source.get())) { false }
    guard case .mistake(let mistake) = late else {
      Issue.record("no mistake")
      return
    }
    #expect(mistake.code == .queryLimit && mistake.message.en.contains("30 seconds"), "\(mistake.message.en)")
    let long = try #require(try Self.mistake("SELECT 1" + String(repeating: " ", count: 100_000)))
    #expect(long.code == .queryLimit && long.message.en.contains("the SQL is longer"), "\(long.message.en)")
  }

  @Test("a number is compared as a number, a key stays a text, and what a ready query asks for is checked")
  func parameters() throws {
    #expect(
      try Self.csv(
        "SELECT typeof(:a) AS a, typeof(:b) AS b, typeof(:c) AS c, typeof(:d) AS d",
        ["a": "15.5", "b": "15.50", "c": "007", "d": "7"]) == "a,b,c,d\r\nreal,real,text,integer\r\n")
    // 王伟 has 5.00 in 2025, 李娜 1.00.
    #expect(
      try Self.csv("SELECT name FROM member_points WHERE year = 2025 AND total > :least", ["least": "4.5"])
        == "name\r\n王伟\r\n")
    let donors = try #require(namedQueries.first { $0.name == "donors" })
    for times in ["3x", "-1", "2.5", ""] {
      let query = donors.query(["times": times], currentYear: 2025)
      guard case .mistake(let mistake) = ask(query, of: try ledgerDatabase(Self.source.get())) else {
        Issue.record("no mistake: \(times)")
        continue
      }
      #expect(mistake.code == .queryParameter && mistake.message.en.contains("whole number"))
      #expect((mistake.place?.line ?? 0) > 1)
    }
  }

  @Test("a column is headed as its own table has it, what is reckoned by its name")
  func headings() throws {
    guard case .table(let table) = try Self.outcome("SELECT points, day, day AS 日子 FROM member_ledger") else {
      Issue.record("no table")
      return
    }
    let day = ledgerTables.first { $0.name == "member_awards" }?.columns.first { $0.name == "day" }?.title.zh
    #expect(table.columns.map(\.title.zh) == ["points", day, "日子"])
    #expect(try Self.csv("SELECT 1 AS \"=1+1\"") == "'=1+1\r\n1\r\n")
  }

  @Test("an unused parameter is told, with the nearest")
  func idle() throws {
    let query = Query("SELECT :year", path: "query.sql", parameters: ["year": "1", "yaer": "2"])
    guard case .mistake(let mistake) = ask(query, of: try ledgerDatabase(Self.source.get())) else {
      Issue.record("no mistake")
      return
    }
    #expect(mistake.code == .queryParameter && mistake.remedy.en.contains("year"))
  }

  @Test("from the command line: a file, a pipe's name, the exit codes")
  func program() throws {
    let project = try LedgerProject()
    try project.folder.write("q.sql", "SELECT member FROM members\nWHERE naem = 1\n")
    let path = "\(project.folder.path)/q.sql"
    let wrong = try Program.run(["query", path, "--project", project.folder.path])
    #expect(wrong.status == 1)
    #expect(
      wrong.errors.contains("[query-unknown-name]") && wrong.errors.contains("q.sql:2:7")
        && wrong.errors.contains("name"))
    let right = try Program.run(
      ["query", "SELECT count(*) AS people FROM members", "--project", project.folder.path, "--format", "json"])
    #expect(right.status == 0 && right.output == "[\n  {\"people\": 3}\n]\n", "\(right.errors)")
    #expect(try Program.run(["query", "--project", project.folder.path]).status == 64)
    #expect(try Program.run(["query", "--name", "doners", "--project", project.folder.path]).errors.contains("donors"))
  }
}
