import SQLite

/// What one query may take, so that none holds up who asked, nor the machine.
package struct QueryLimits: Sendable {
  /// Steps of SQLite's virtual machine.
  package var steps = 300_000_000
  package var rows = 200_000
  /// Of all that the rows say, in bytes.
  package var bytes = 64 << 20
  /// What may be taken of memory beside the tables, in bytes.
  package var memory = 512 << 20
  /// Of one text or blob, in bytes.
  package var length = 100_000
  /// How long it may take, in seconds, by the clock of whoever asks.
  package var seconds = 30

  /// Of the SQL, in bytes.
  static let sql = 100_000

  package init() {}

  var ofStatements: SQLiteLimits {
    SQLiteLimits(length: Int32(length), sqlLength: Int32(Self.sql), patternLength: 1_000, memory: Int64(memory))
  }
}

/// Which of them a query came to.
enum QueryBound { case steps, seconds, rows, bytes, memory, length, sql }
