import CSQLite

/// What SQLite says went wrong: a value, which whoever asked makes into words.
package struct SQLiteFailure: Error, Equatable {
  package enum Kind: Sendable, Equatable {
    /// SQL that can't be compiled.
    case sql
    /// SQL that fails on what it finds while it runs.
    case running
    /// The authorizer said no.
    case refused
    /// Whoever watches the steps stopped it.
    case interrupted
    /// A text or a blob longer than `SQLiteLimits.length`.
    case tooBig
    /// No memory within the limit, or a database that may not grow any more.
    case noMemory
    /// It asked for the moment.
    case clock
    /// It asked for the machine's time zone.
    case zone
    /// Nothing to run: blanks and comments.
    case empty
  }

  package let kind: Kind
  /// SQLite's own words, in English.
  package let message: String
  /// Offset of the token at fault in the bytes of the SQL, where SQLite says it.
  package let offset: Int?

  package init(_ kind: Kind, _ message: String = "", offset: Int? = nil) {
    self.kind = kind
    self.message = message
    self.offset = offset
  }

  init(_ database: OpaquePointer?, code: Int32) {
    let message = String(cString: sqlite3_errmsg(database))
    let kind: Kind =
      switch code & 0xFF {
      case SQLITE_ERROR where message == "local time unavailable": .zone
      case SQLITE_AUTH: .refused
      case SQLITE_INTERRUPT: .interrupted
      case SQLITE_TOOBIG: .tooBig
      case SQLITE_NOMEM, SQLITE_FULL: .noMemory
      default: .sql
      }
    let offset = Int(sqlite3_error_offset(database))
    self.init(kind, message, offset: offset < 0 ? nil : offset)
  }

  /// The same of a statement that was compiled.
  var whileRunning: SQLiteFailure { kind == .sql ? SQLiteFailure(.running, message) : self }
}
