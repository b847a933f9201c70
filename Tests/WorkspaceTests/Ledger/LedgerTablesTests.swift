import Diagnostics
import Foundation
import LedgerTables
import Querying
import SQLite
import Scoring
import Tables
import Testing

@testable import Reports
@testable import Workspace

@Suite("The ledger as a database")
struct LedgerTablesTests {
  @Test("keys are sound, names are told apart, and every column says what it is")
  func sound() throws {
    let database = try LedgerProject().database()
    #expect(try database.lines("PRAGMA foreign_key_check") == [])
    #expect(try database.lines("PRAGMA integrity_check") == ["ok"])
    #expect(Set(ledgerTables.map(\.name)).count == ledgerTables.count)
    for table in ledgerTables {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
      #expect(!table.columns.filter(\.isKey).isEmpty, "\(table.name)")
      for column in table.columns {
        #expect(!column.title.zh.isEmpty && !column.title.en.isEmpty)
        if let target = column.reference {
          #expect(ledgerTables.first { $0.name == target }?.keyColumn != nil, "\(table.name).\(column.name)")
        }
      }
    }
    for view in ledgerViews { _ = try database.lines("SELECT * FROM \(view.name) LIMIT 1") }
    // Every branch of the roster, the two years and their items came along.
    #expect(try database.lines("SELECT branch FROM branches") == ["b01", "b02"])
    #expect(try database.lines("SELECT count(*) FROM items") == ["6"])
  }

  /// Worked out by hand: three theme days count for two, 1.5 lectures for 3; the claimed activity for 4, the rating for 4.5.
  @Test("what the small year comes to, by hand")
  func byHand() throws {
    let database = try LedgerProject().database()
    #expect(
      try database.lines("SELECT year, member, total, base, optional, capped FROM member_points ORDER BY year, member")
        == [
          "2024|li-na|5.0|0.0|5.0|0.0", "2024|wang-wei|11.0|1.0|10.0|0.0", "2025|li-na|1.0|1.0|0.0|0.0",
          "2025|wang-wei|5.0|2.0|3.0|1.0",
        ])
    #expect(
      try database.lines("SELECT branch, total, activity_part, reward_part FROM branch_points WHERE year = 2025")
        == ["b01|8.5|4.0|4.5"])
    #expect(
      try database.lines("SELECT rank, member, total FROM year_standings WHERE year = 2025 ORDER BY rank, member") == [
        "1|wang-wei|5.0", "2|li-na|1.0", "3|li-na-2|0.0",
      ])
    #expect(
      try database.lines("SELECT reason, rule, record FROM member_awards WHERE capped > 0") == [
        "主题党日，三月党日|years/2025/rulebook.yaml:5|years/2025/records/b01.csv:4"
      ])
  }

  /// Against the pages' path: the standings as their tables print them.
  @Test("totals are those of the leaderboards, of every member, branch and year", arguments: [2024, 2025])
  func totals(year: Int) throws {
    let project = try LedgerProject()
    let database = try project.database()
    let (scored, _, _) = try scoreProject(project.folder.path, asOf: nil)
    let own = try #require(scored)
    for (subject, sql, key) in [
      (StandingsSubject.members, "SELECT member, total FROM member_points WHERE year = \(year)", 2),
      (.branches, "SELECT branch, total FROM branch_points WHERE year = \(year)", 2),
    ] {
      let printed = try standings(of: subject, year: year, branch: nil, in: own).render(as: .csv, in: .english)
      let rows = printed.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
      let total = try #require(rows[0].firstIndex(of: "total"))
      var sums: [String: Double] = [:]
      for line in try database.lines(sql) {
        let parts = line.components(separatedBy: "|")
        sums[parts[0]] = Double(parts[1])
      }
      let body = rows.dropFirst().filter { $0.count > total }
      #expect(body.count >= 2)
      for row in body { #expect(sums[row[key], default: 0] == Double(row[total]), "\(row)") }
    }
  }

  @Test("the same bytes twice; a day earlier nothing that is later is in it")
  func bytes() throws {
    let project = try LedgerProject()
    #expect(try project.database().withFile { Array($0) } == project.database().withFile { Array($0) })
    let earlier = try project.database(asOf: "2025-02-28")
    #expect(try earlier.lines("SELECT day FROM report") == ["2025-02-28"])
    #expect(try earlier.lines("SELECT count(*), max(day) FROM records WHERE year = 2025") == ["2|2025-02-10"])
    #expect(try earlier.lines("SELECT held, is_held FROM activities") == ["-|0"])
    #expect(try earlier.lines("SELECT total FROM member_points WHERE year = 2025 AND member = 'wang-wei'") == ["2.0"])
    #expect(try earlier.lines("PRAGMA foreign_key_check") == [])
  }

  @Test("a day earlier nobody has gone yet, nor come who comes later; the intranet has no offices' days")
  func earlier() throws {
    let project = try LedgerProject { path, text in
      switch path {
      case "memberships/all.csv":
        "member,branch,from,to,standing\nli-na,b01,2020-01-01,,正式\nli-na-2,b02,2025-06-01,,正式\n"
          + "wang-wei,b02,2020-01-01,2025-02-01,正式\nwang-wei,b01,2025-02-02,2025-08-31,正式\n"
      case "offices.csv":
        "branch,member,duty,level,post,from,to\nb01,li-na,书记,中层,经理,2020-01-01,2025-09-30\n"
          + "b01,wang-wei,委员,员工,职员,2020-01-01,2025-08-31\n"
      default: text
      }
    }
    let earlier = try project.database(asOf: "2025-02-28")
    #expect(try earlier.lines("SELECT member FROM members") == ["li-na", "wang-wei"])
    #expect(
      try earlier.lines("SELECT member, since, until FROM stays") == [
        "li-na|2020-01-01|-", "wang-wei|2020-01-01|2025-02-01", "wang-wei|2025-02-02|-",
      ])
    #expect(try earlier.lines("SELECT member, until FROM offices ORDER BY member") == ["li-na|-", "wang-wei|-"])
    #expect(try earlier.lines("PRAGMA foreign_key_check") == [])
    let open = try project.database(.intranet)
    #expect(
      try open.lines("SELECT member, since FROM stays") == [
        "li-na|-", "li-na-2|-", "wang-wei|-", "wang-wei|2025-02-02",
      ])
    #expect(
      try open.lines("SELECT member, level, is_management, post, since FROM offices ORDER BY member") == [
        "li-na|middle|1|经理|-", "wang-wei|-|-|-|-",
      ])
  }

  /// The records of a year in two files, the later ones first, and the people the other way round.
  @Test("which file says what, and in which order, changes nothing but the places")
  func order() throws {
    let project = try LedgerProject()
    let other = try LedgerProject { path, text in
      var lines = text.components(separatedBy: "\n").filter { !$0.isEmpty }
      guard path.hasSuffix("records/b01.csv") || path == "members/all.csv" else { return text }
      let head = lines.removeFirst()
      return ([head] + lines.reversed()).joined(separator: "\n") + "\n"
    }
    let (one, two) = (try project.database(), try other.database())
    for table in ledgerTables {
      let columns = table.columns.filter { $0.unit != .place }.map(\.name).joined(separator: ", ")
      let rows = try one.lines("SELECT \(columns) FROM \(table.name)")
      #expect(try two.lines("SELECT \(columns) FROM \(table.name)") == rows, "\(table.name)")
    }
    #expect(try one.lines("SELECT place FROM records") != two.lines("SELECT place FROM records"))
  }

  @Test("CSV: what isn't there is empty, a formula is kept from being one, the types stand beside it")
  func csv() throws {
    let project = try LedgerProject { path, text in
      path == "years/2025/ratings.csv" ? text.replacing("齐全", with: "\"=1+1,好\"") : text
    }
    let source = try project.source()
    let table = try #require(ledgerTables.first { $0.name == "ratings" })
    var file: [UInt8] = []
    try table.csv(of: source) { file += $0 }
    #expect(
      String(decoding: file, as: UTF8.self) == """
        id,year,branch,item,points,day,note,place
        1,2025,b01,6,4500000,2025-11-30,"'=1+1,好",years/2025/ratings.csv:2

        """)
    #expect(ledgerTypes.contains("\nratings,points,integer,points,0,0,,分数,points\n"))
  }

  /// docs/schema.md is made from the list of tables; `UPDATE_GOLDENS=1` rewrites it.
  @Test("docs/schema.md says of every table and column what it is")
  func schemaGolden() throws {
    let path = "\(Program.packageRoot)/docs/schema.md"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(schemaPage.utf8).write(to: URL(filePath: path))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == schemaPage)
  }
}
