import LedgerTables
import SQLite
import Testing

@testable import Workspace

@Suite("Units in the ledger's tables")
struct LevelTablesTests {
  @Test("every branch below a unit, and its sums as the pages have them")
  func tables() throws {
    let project = try LedgerProject { LevelProject.text($0, $1) }
    let database = try project.database()
    #expect(try database.lines("SELECT party_unit, kind FROM party_units") == ["u1|committee", "u2|general-branch"])
    #expect(try database.lines("SELECT * FROM unit_parents WHERE year = 2025") == ["2025|u2|u1"])
    #expect(
      try database.lines("SELECT party_unit, branch, is_direct FROM unit_branches WHERE year = 2025") == [
        "u1|b01|0", "u1|b02|1", "u2|b01|1",
      ])
    #expect(
      try database.lines(
        "SELECT party_unit, branches, activity_part, reward_part, total, heads, average, participants, eligible, percent"
          + " FROM unit_year_totals WHERE year = 2025 ORDER BY party_unit") == [
          "u1|2|4.0|4.5|8.5|3|2.83|1|3|33.3", "u2|1|4.0|4.5|8.5|2|4.25|1|2|50.0",
        ])
    #expect(try database.lines("PRAGMA foreign_key_check") == [])
    // All units and those in none are the company.
    #expect(
      try database.lines(
        "SELECT sum(total) FROM branch_standings s JOIN periods p USING (period) WHERE p.kind = 'year' AND s.year = 2025"
      )
        == ["11500000"])
  }
}
