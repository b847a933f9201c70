import LedgerTables
import SQLite
import Texts

/// What a query may do: read the tables and views of the ledger, and reckon. What it may not is remembered for the words.
final class QueryGuard {
  enum Refusal: Equatable {
    /// A word of SQL that changes something or reaches out.
    case deed(String)
    case table(String)
    /// A function that asks the clock or chance.
    case chance(String)
    case function(String)
    /// What the edition hasn't got: a table, or a column of one.
    case edition(table: String, column: String)
  }

  private(set) var refusal: Refusal?
  /// Columns that it reads, by itself or through views, as `table.column`.
  private(set) var read: Set<String> = []
  /// Functions that it calls, in small letters.
  private(set) var called: Set<String> = []
  private var steps = 0
  private let most: Int
  private let tables: Set<String>
  /// Tables and columns (`table.column`) that aren't to be asked for, since they are empty in the edition.
  private let hidden: Set<String>

  /// Whether it was the time that was over, and not the steps.
  private(set) var isLate = false
  private let isInTime: () -> Bool

  init(_ limits: QueryLimits, hidden: Set<String> = [], _ isInTime: @escaping () -> Bool) {
    self.isInTime = isInTime
    self.hidden = hidden
    most = limits.steps
    tables = Set(ledgerTables.map(\.name) + ledgerViews.map(\.name)).union(["json_each", "json_tree"])
  }

  var watch: Watch { Watch(allows: { self.allows($0) }, goesOn: { self.goesOn() }) }

  /// Functions whose answer isn't the same every time: the moment, and chance.
  static let chance: Set<String> = ["random", "randomblob", "current_date", "current_time", "current_timestamp"]
  /// Functions that reach out of the query, or tell of the machine.
  private static let outer: Set<String> = [
    "load_extension", "fts3_tokenizer", "sqlite_log", "sqlite_compileoption_get", "sqlite_compileoption_used",
    "changes", "total_changes", "last_insert_rowid", "sqlite_offset", "sqlite_version", "sqlite_source_id",
  ]

  /// Tables of SQLite's own, which are there without anybody making them.
  static let machinery: Set<String> = [
    "sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema", "sqlite_sequence", "sqlite_stat1",
    "dbstat", "sqlite_stmt", "sqlite_dbpage", "bytecode", "tables_used", "fts3tokenize",
  ]

  /// - Parameter name: in small letters.
  static func isMachinery(_ name: String) -> Bool { machinery.contains(name) || name.begins(with: "pragma_") }

  private func allows(_ deed: Watch.Deed) -> Bool {
    switch deed {
    case .select, .recurse: return true
    case .read(let table, let column, let view):
      let name = table.lowercased()
      let full = "\(name).\(column.lowercased())"
      read.insert(full)
      // A view reads what it needs; what it gives is the edition's.
      if view == nil, hidden.contains(name) || hidden.contains(full) {
        return refuse(.edition(table: name, column: hidden.contains(name) ? "" : column))
      }
      if tables.contains(name) { return true }
      // Where only rows are counted, what a query names for itself (WITH, a subquery) is told as well.
      let isOwn = column.isEmpty && !Self.isMachinery(name)
      return isOwn || refuse(.table(table))
    case .call(let function):
      let name = function.lowercased()
      called.insert(name)
      if Self.chance.contains(name) { return refuse(.chance(name)) }
      return Self.outer.contains(name) ? refuse(.function(name)) : true
    case .other(let code, let what): return refuse(.deed(Self.word(code) ?? what))
    }
  }

  private func refuse(_ refusal: Refusal) -> Bool {
    self.refusal = self.refusal ?? refusal
    return false
  }

  private func goesOn() -> Bool {
    steps += Watch.stride
    isLate = isLate || !isInTime()
    return steps <= most && !isLate
  }

  private static func word(_ code: Int32) -> String? {
    switch code {
    case Watch.Deed.attach: "ATTACH"
    case Watch.Deed.pragma: "PRAGMA"
    default: nil
    }
  }
}
