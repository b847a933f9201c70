import Diagnostics
import Foundation
import LedgerTables
import Querying
import SQLite
import Tables
import Testing

@testable import Workspace

/// Only the tables that a question reads are filled: it mustn't be told from an answer.
@Suite("Tables that a question reads")
struct TablesReadTests {
  private static let source = Result { try LedgerProject().source() }

  private static func answer(_ query: Query, of database: SQLiteDatabase) -> String {
    switch ask(query, of: database) {
    case .table(let table): table.render(as: .csv, in: .english)
    case .mistake(let mistake): "\(mistake.code) \(mistake.message.en)"
    }
  }

  private static let questions =
    namedQueries.map { $0.query([:], currentYear: 2025) }
    + [
      // Rows that are only counted, or asked for whether there are any.
      "SELECT count(*) FROM records", "SELECT 1 FROM members WHERE EXISTS (SELECT 1 FROM awards_none)",
      "SELECT name FROM members m WHERE EXISTS (SELECT 1 FROM records) ORDER BY member",
      // By a view, a view of a view, and a name that the question gives itself.
      "SELECT name, total FROM member_points ORDER BY name, year",
      "WITH records AS (SELECT member FROM members) SELECT count(*) FROM records, main.records",
      "WITH RECURSIVE n(i) AS (SELECT count(*) FROM branches UNION SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n",
      // A join that nothing is read of, and one by columns of the same name.
      "SELECT m.member FROM members m LEFT JOIN records r ON r.id = -1 ORDER BY 1",
      "SELECT count(*) FROM member_awards JOIN years USING (year)",
      "SELECT count(*) FROM members NATURAL JOIN branches",
      "SELECT RoWiD IS NULL FROM Members LIMIT 1", "SELECT (SELECT max(id) FROM records) AS r, (VALUES (3)) AS v",
      "SELECT naem FROM members", "SELECT 1; SELECT 2",
    ].map { Query($0, path: "query.sql") }

  @Test("an answer is the same with the other tables empty", arguments: questions)
  func answers(_ query: Query) throws {
    let source = try Self.source.get()
    let read = try TablesRead(by: query)
    let part = Self.answer(query, of: try ledgerDatabase(source, in: read))
    #expect(part == Self.answer(query, of: try ledgerDatabase(source)))
    #expect(!part.isEmpty)
  }

  @Test("what nobody asks for isn't put in")
  func others() throws {
    let source = try Self.source.get()
    let read = try TablesRead(by: Query("SELECT count(*) FROM records", path: "query.sql"))
    let database = try ledgerDatabase(source, in: read)
    #expect(try database.lines("SELECT count(*) > 0 FROM records") == ["1"])
    #expect(try database.lines("SELECT count(*) FROM members") == ["0"])
  }
}
