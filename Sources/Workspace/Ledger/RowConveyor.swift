import Foundation
import LedgerTables
import Querying
import Synchronization

/// Rows are made on a thread of their own while the last ones are put in: a belt with a few places.
final class RowConveyor: Sendable {
  private struct Belt: Sendable {
    var pieces: [(table: Int, batch: RowBatch)] = []
    /// Whoever puts rows in failed: no more are wanted.
    var isStopped = false
    var isDone = false
  }

  private struct Stopped: Error {}

  /// How many batches may lie on it.
  private static let places = 16

  private let belt = Mutex(Belt())
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  private init() {}

  /// Rows of the ledger, table by table.
  static func feed(_ source: LedgerSource) -> LedgerFeed {
    { tables, take in
      let conveyor = RowConveyor()
      for _ in 0..<places { conveyor.free.signal() }
      DispatchQueue.global().async { conveyor.fill(tables, from: source) }
      try conveyor.empty(tables, take)
    }
  }

  private func fill(_ tables: [LedgerTable], from source: LedgerSource) {
    do {
      for (index, table) in tables.enumerated() {
        try table.forEachBatch(of: source) { batch in
          self.free.wait()
          let isStopped = self.belt.withLock { belt in
            belt.pieces.append((index, batch))
            return belt.isStopped
          }
          self.filled.signal()
          if isStopped { throw Stopped() }
        }
      }
    } catch {
      // Nobody wants any more: there is no other failure.
    }
    belt.withLock { $0.isDone = true }
    filled.signal()
  }

  private func empty(_ tables: [LedgerTable], _ take: (LedgerTable, RowBatch) throws -> Void) throws {
    var failure: (any Error)?
    while true {
      filled.wait()
      guard let piece = belt.withLock({ $0.pieces.isEmpty ? nil : $0.pieces.removeFirst() }) else { break }
      if failure == nil {
        do { try take(tables[piece.table], piece.batch) } catch {
          failure = error
          belt.withLock { $0.isStopped = true }
        }
      }
      free.signal()
    }
    if let failure { throw failure }
  }
}
