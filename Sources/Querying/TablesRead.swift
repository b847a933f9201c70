import LedgerTables
import SQLite

/// Which tables of the ledger some questions read, by themselves or through views: to fill the others would take most of the
/// time and memory that an answer costs.
package struct TablesRead: Sendable {
  /// `nil` for all.
  private let names: Set<String>?

  package static let all = TablesRead(names: nil)

  private init(names: Set<String>?) { self.names = names }

  /// As SQLite tells it of each statement while it compiles it, in a ledger without rows: of columns that are named, and of
  /// tables that its program opens, since it doesn't tell of those that are only joined by `USING`. Of what it can't compile,
  /// the tables it came to.
  /// - Throws: `SQLiteFailure` where memory doesn't suffice.
  init(by statements: [String]) throws {
    let database = try ledgerDatabase(.canonical) { _ in }
    let tables = try Self.tablesByPage(database)
    let guardian = QueryGuard(QueryLimits()) { true }
    let watch = guardian.watch
    var opened: Set<String> = []
    withExtendedLifetime(watch) {
      database.watch(watch)
      for statement in statements {
        opened.formUnion((try? Self.pages(openedBy: statement, database))?.compactMap { tables[$0] } ?? [])
      }
    }
    names = opened.union(guardian.read.map { column in String(column.unicodeScalars.prefix { $0 != "." }) })
  }

  /// The tables by the pages that they and their indexes begin on.
  private static func tablesByPage(_ database: SQLiteDatabase) throws -> [Int64: String] {
    let (statement, _) = try database.prepare("SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")
    var tables: [Int64: String] = [:]
    while try statement.step() {
      if case .integer(let page) = statement[0], case .text(let name) = statement[1] { tables[page] = name }
    }
    return tables
  }

  private static func pages(openedBy sql: String, _ database: SQLiteDatabase) throws -> [Int64] {
    let (program, _) = try database.prepare("EXPLAIN \(sql)")
    let (operation, second) = (1, 3)
    var pages: [Int64] = []
    while try program.step() {
      if case .text("OpenRead") = program[operation], case .integer(let page) = program[second] { pages.append(page) }
    }
    return pages
  }

  package init(by query: Query) throws { try self.init(by: [String(decoding: query.sql, as: UTF8.self)]) }

  func contains(_ table: String) -> Bool { names?.contains(table) ?? true }
}
