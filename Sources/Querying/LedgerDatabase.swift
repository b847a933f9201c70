import LedgerTables
import SQLite

/// What SQLite's file says of whose it is: `DPLE` in four bytes, from the 68th of the file.
package let ledgerFileMark: UInt32 = 0x4450_4C45

/// Whether a file that begins so was written as a ledger.
/// - Parameter head: its first hundred bytes, or fewer.
package func isLedgerFile(_ head: [UInt8]) -> Bool {
  guard head.count >= 72, head.starts(with: Array("SQLite format 3\0".utf8)) else { return false }
  return head[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } == ledgerFileMark
}

/// Hands out every row of some tables, one table after the other.
package typealias LedgerFeed = ([LedgerTable], (LedgerTable, RowBatch) throws -> Void) throws -> Void

/// The ledger as a database in memory: every table with its rows, then the indexes and the views.
/// - Parameters:
///   - order: how the rows lie; their numbers are the same either way.
///   - read: the tables that have their rows, where not all of them are asked for; the others are empty.
///   - feed: who makes the rows, perhaps while the last ones are put in; by default this thread.
/// - Throws: `SQLiteFailure` where memory doesn't suffice.
package func ledgerDatabase(
  _ source: LedgerSource, rows order: LedgerRowOrder = .canonical, in read: TablesRead = .all,
  feed: LedgerFeed? = nil
) throws -> SQLiteDatabase {
  let tables = ledgerTables.filter { read.contains($0.name) }
  return try ledgerDatabase(order) { try fill($0, tables, from: feed ?? inTurn(source), order) }
}

/// - Parameter fill: puts the rows in, before there are indexes.
func ledgerDatabase(
  _ order: LedgerRowOrder, _ fill: (SQLiteDatabase) throws -> Void
) throws -> SQLiteDatabase {
  let database = try SQLiteDatabase()
  if order != .canonical { try database.addShuffle(named: ledgerShuffle) }
  // Nothing of it outlives a failure, so nothing is kept to take it back by.
  try database.run(
    """
    PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY; PRAGMA user_version = \(ledgerSchemaVersion);
    PRAGMA application_id = \(ledgerFileMark); BEGIN
    """)
  for table in ledgerTables { try database.run(table.sql(order)) }
  try fill(database)
  for index in ledgerIndexes(order) { try database.run(index) }
  for view in ledgerViews { try database.run(view.sql(order)) }
  try database.run("COMMIT")
  return database
}

/// Shuffled, a table's rows are all held until the last one has come.
private func fill(
  _ database: SQLiteDatabase, _ tables: [LedgerTable], from feed: LedgerFeed, _ order: LedgerRowOrder
) throws {
  var current: (table: LedgerTable, insertion: SQLiteStatement)?
  var held: [RowBatch] = []
  // The same in every run, so that what is told of it is too.
  var chance = SplitMix(seed: 14)
  func insertHeld() throws {
    let shuffled = held.shuffled(using: &chance).map { ($0, $0.shuffledStarts(&chance)) }
    for (batch, starts) in order == .turned ? shuffled.reversed() : shuffled {
      let cells = batch.rows(from: order == .turned ? starts.reversed() : starts)
      try current?.insertion.insert(cells, rowsOf: batch.width, batch.bytes)
    }
    held = []
  }
  try feed(tables) { table, batch in
    if current?.table.name != table.name {
      try insertHeld()
      current = (table, try database.prepare(table.insertion).statement)
    }
    guard order == .canonical else { return held.append(batch) }
    try current?.insertion.insert(batch.cells.map(SQLiteStatement.Cell.init), rowsOf: batch.width, batch.bytes)
  }
  try insertHeld()
}

func inTurn(_ source: LedgerSource) -> LedgerFeed {
  { tables, take in
    try withoutActuallyEscaping(take) { take in
      for table in tables { try table.forEachBatch(of: source) { try take(table, $0) } }
    }
  }
}

extension RowBatch {
  /// Where its rows begin, in no order. Of a million rows the batches are shuffled, and the rows of each.
  fileprivate func shuffledStarts(_ chance: inout SplitMix) -> [Int] {
    stride(from: 0, to: cells.count, by: width).shuffled(using: &chance)
  }

  fileprivate func rows(from starts: [Int]) -> [SQLiteStatement.Cell] {
    starts.flatMap { cells[$0..<$0 + width].map(SQLiteStatement.Cell.init) }
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
