import LedgerTables
import SQLite

/// Hands out every row of every table, one table after the other.
package typealias LedgerFeed = ((LedgerTable, RowBatch) throws -> Void) throws -> Void

/// The ledger as a database in memory: every table with its rows, then the indexes and the views.
/// - Parameters:
///   - order: how the rows lie; their numbers are the same either way.
///   - feed: who makes the rows, perhaps while the last ones are put in; by default this thread.
/// - Throws: `SQLiteFailure` where memory doesn't suffice.
package func ledgerDatabase(
  _ source: LedgerSource, rows order: LedgerRowOrder = .canonical, feed: LedgerFeed? = nil
) throws -> SQLiteDatabase {
  let database = try SQLiteDatabase()
  // Nothing of it outlives a failure, so nothing is kept to take it back by.
  try database.run(
    """
    PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY; PRAGMA user_version = \(ledgerSchemaVersion); BEGIN
    """)
  for table in ledgerTables { try database.run(table.sql(order)) }
  try fill(database, from: feed ?? inTurn(source), order)
  for index in ledgerIndexes(order) { try database.run(index) }
  for view in ledgerViews { try database.run(view.sql) }
  try database.run("COMMIT")
  return database
}

/// Last first, a table's rows are all held until the last one has come.
private func fill(_ database: SQLiteDatabase, from feed: LedgerFeed, _ order: LedgerRowOrder) throws {
  var current: (table: LedgerTable, insertion: SQLiteStatement)?
  var held: [RowBatch] = []
  func insertHeld() throws {
    for batch in held.reversed() {
      try current?.insertion.insert(batch.lastFirst, rowsOf: batch.width, batch.bytes)
    }
    held = []
  }
  try feed { table, batch in
    if current?.table.name != table.name {
      try insertHeld()
      current = (table, try database.prepare(table.insertion).statement)
    }
    guard order == .canonical else { return held.append(batch) }
    try current?.insertion.insert(batch.cells.map(SQLiteStatement.Cell.init), rowsOf: batch.width, batch.bytes)
  }
  try insertHeld()
}

private func inTurn(_ source: LedgerSource) -> LedgerFeed {
  { take in
    try withoutActuallyEscaping(take) { take in
      for table in ledgerTables { try table.forEachBatch(of: source) { try take(table, $0) } }
    }
  }
}

extension RowBatch {
  /// Its rows the other way round.
  fileprivate var lastFirst: [SQLiteStatement.Cell] {
    stride(from: cells.count - width, through: 0, by: -width).flatMap { start in
      cells[start..<start + width].map(SQLiteStatement.Cell.init)
    }
  }
}

extension SQLiteStatement.Cell {
  fileprivate init(_ cell: RowBatch.Cell) {
    self =
      switch cell {
      case .null: .null
      case .integer(let value): .integer(value)
      case .text(let start, let length): .text(start: start, length: length)
      }
  }
}
