import LedgerTables
import SQLite

/// The ledger as a database in memory: every table with its rows, then the indexes and the views.
/// - Parameter order: how the rows lie; their numbers are the same either way.
/// - Throws: `SQLiteFailure` where memory doesn't suffice.
package func ledgerDatabase(
  _ source: LedgerSource, rows order: LedgerRowOrder = .canonical
) throws -> SQLiteDatabase {
  let database = try SQLiteDatabase()
  // Nothing of it outlives a failure, so nothing is kept to take it back by.
  try database.run(
    """
    PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY; PRAGMA user_version = \(ledgerSchemaVersion); BEGIN
    """)
  for table in ledgerTables { try database.run(table.sql(order)) }
  for table in ledgerTables {
    let insertion = try database.prepare(table.insertion).statement
    if order == .reversed {
      try insertLastFirst(table, of: source, by: insertion)
      continue
    }
    var cells: [SQLiteStatement.Cell] = []
    try table.forEachRow(of: source) { row in
      cells.removeAll(keepingCapacity: true)
      for cell in row.cells {
        switch cell {
        case .null: cells.append(.null)
        case .integer(let value): cells.append(.integer(value))
        case .text(let start, let length): cells.append(.text(start: start, length: length))
        }
      }
      try insertion.insert(cells, row.bytes)
    }
  }
  for index in ledgerIndexes(order) { try database.run(index) }
  for view in ledgerViews { try database.run(view.sql) }
  try database.run("COMMIT")
  return database
}

/// Holds all rows of the table meanwhile.
private func insertLastFirst(_ table: LedgerTable, of source: LedgerSource, by insertion: SQLiteStatement) throws {
  var rows: [(cells: [SQLiteStatement.Cell], bytes: [UInt8])] = []
  try table.forEachRow(of: source) { row in
    let cells = row.cells.map { cell -> SQLiteStatement.Cell in
      switch cell {
      case .null: .null
      case .integer(let value): .integer(value)
      case .text(let start, let length): .text(start: start, length: length)
      }
    }
    rows.append((cells, row.bytes))
  }
  for row in rows.reversed() { try insertion.insert(row.cells, row.bytes) }
}
