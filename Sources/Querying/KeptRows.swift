import LedgerTables

/// The rows of a ledger's tables, kept from the first database for those that hold them in another order, as long as they
/// are few: to make them takes as long as to put them in.
struct KeptRows: Sendable {
  /// Bytes; beyond them the rows are made again, and there is one database of them in memory at a time.
  private static let most = 64 << 20

  private var batches: [(table: LedgerTable, batch: RowBatch)] = []
  private var size = 0

  mutating func keep(_ batch: RowBatch, of table: LedgerTable) {
    size += batch.size
    if size > Self.most { batches = [] } else { batches.append((table, batch)) }
  }

  /// Hands them out as they were kept; `nil` where they are too many.
  var feed: LedgerFeed? {
    guard size <= Self.most else { return nil }
    return { [batches] _, take in for (table, batch) in batches { try take(table, batch) } }
  }
}
