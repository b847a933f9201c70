import Foundation
import Querying
import SQLite
import Testing

@testable import LedgerTables
@testable import Workspace

/// What DuckDB and ClickHouse make of it, `scripts/ledger-tests` asks them themselves.
@Suite("The ledgers of many companies at once")
struct GroupSQLTests {
  /// Functions that SQLite, DuckDB and ClickHouse reckon alike.
  private static let common: Set<String> = [
    "sum", "count", "min", "max", "coalesce", "nullif", "CASE", "WHEN", "THEN", "ELSE",
  ]

  @Test("views use no more than three engines read alike")
  func commonSubset() {
    for view in ledgerViews {
      let text = (view.columns + view.joins.map(\.condition) + [view.filter] + view.groups).joined(separator: " ")
      for sign in [
        "||", "json", "->", "GLOB", "LIKE", "REGEXP", "OVER", "DISTINCT", "rowid", "::", "\"", ";", " IS NOT ",
      ] {
        #expect(!text.contains(sign), "\(view.name): \(sign)")
      }
      for call in text.matches(of: /\b([A-Za-z_]+)\(/) {
        let name = String(call.1)
        #expect(Self.common.contains(name) || ["AND", "OR", "IN"].contains(name), "\(view.name): \(name)")
      }
      // Between whole numbers SQLite divides otherwise than the others: by a decimal, or what is divisible.
      for division in text.matches(of: /\/ ([^ ,)]+)/) {
        #expect(division.1.contains("e") || division.1.hasPrefix("nullif"), "\(view.name): \(division.0)")
      }
      // A column without its table may be another one's where there are several.
      for column in view.groups { #expect(column.contains("."), "\(view.name): \(column)") }
    }
  }

  @Test("over many the company is in every table, join and group")
  func company() throws {
    let points = try #require(ledgerViews.first { $0.name == "member_points" })
    #expect(points.sql.contains("SELECT a.year AS year,\n  a.member AS member"))
    #expect(points.sql.hasSuffix("JOIN members m ON m.member = a.member\nGROUP BY a.year, a.member, m.name"))
    #expect(points.sqlOfMany.contains("SELECT a.company AS company,\n  a.year AS year"))
    #expect(
      points.sqlOfMany.hasSuffix(
        "JOIN members m ON m.company = a.company AND m.member = a.member\nGROUP BY a.company, a.year, a.member, m.name")
    )
    for view in ledgerViews {
      #expect(view.sqlOfMany.components(separatedBy: ".company = ").count - 1 == view.joins.count, "\(view.name)")
    }
    for engine in GroupEngine.allCases {
      let text = groupSQL(engine)
      for table in ledgerTables {
        #expect(text.contains("CREATE TABLE \(table.name) ("), "\(table.name)")
        #expect(text.contains("'*/\(table.name).csv'"), "\(table.name)")
        #expect(!table.columns.map(\.name).contains("company"), "\(table.name)")
      }
      for view in ledgerViews { #expect(text.contains(view.sqlOfMany), "\(view.name)") }
    }
  }

  @Test("an export as CSV brings both files; the same SQL, whoever's export it is")
  func files() throws {
    let project = try LedgerProject()
    let path = "\(project.folder.path)/c1"
    let (size, _, _) = try exportLedger(project.order(), as: .csv, to: path)
    let files = try project.folder.contents(of: "c1")
    #expect(files.count == ledgerTables.count + 3)
    #expect(size == files.values.reduce(0) { $0 + $1.count })
    for engine in GroupEngine.allCases {
      #expect(files[engine.file].map { String(decoding: $0, as: UTF8.self) } == groupSQL(engine))
    }
    let lines = String(decoding: try #require(files["members.csv"]), as: UTF8.self).split(separator: "\n")
    #expect(lines.map { $0.split(separator: ",")[0] } == ["member", "li-na", "li-na-2", "wang-wei"])
  }
}
