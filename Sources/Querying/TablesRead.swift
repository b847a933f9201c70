import LedgerTables
import SQLite

/// Which tables of the ledger some questions read, by themselves or through views: to fill the others would take most of the
/// time and memory that an answer costs.
package struct TablesRead: Sendable {
  /// `nil` for all.
  private let names: Set<String>?

  package static let all = TablesRead(names: nil)

  private init(names: Set<String>?) { self.names = names }

  /// As SQLite tells it of each statement while it compiles it, in a ledger without rows. Of what it can't compile, the
  /// tables it came to.
  /// - Throws: `SQLiteFailure` where memory doesn't suffice.
  init(by statements: [String]) throws {
    let database = try ledgerDatabase(.canonical) { _ in }
    let guardian = QueryGuard(QueryLimits()) { true }
    let watch = guardian.watch
    withExtendedLifetime(watch) {
      database.watch(watch)
      for statement in statements { _ = try? database.prepare(statement) }
    }
    names = Set(guardian.read.map { column in String(column.unicodeScalars.prefix { $0 != "." }) })
  }

  package init(by query: Query) throws { try self.init(by: [String(decoding: query.sql, as: UTF8.self)]) }

  func contains(_ table: String) -> Bool { names?.contains(table) ?? true }
}
