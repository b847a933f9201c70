import CSQLite

/// A compiled statement: bound, stepped, read.
package final class SQLiteStatement {
  private let handle: OpaquePointer
  private let database: SQLiteDatabase

  init(_ handle: OpaquePointer, of database: SQLiteDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  package enum Value: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
  }

  package var columns: [String] {
    (0..<sqlite3_column_count(handle)).map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
  }

  /// By column the column of a table that it is read from, through views too; `nil` for what is reckoned.
  package var origins: [(table: String, column: String)?] {
    (0..<sqlite3_column_count(handle)).map { index in
      guard let table = sqlite3_column_table_name(handle, index),
        let column = sqlite3_column_origin_name(handle, index)
      else { return nil }
      return (String(cString: table), String(cString: column))
    }
  }

  /// Names of what is to be bound, by number from 1, with their sign; `nil` for one without a name.
  package var parameters: [String?] {
    (0..<sqlite3_bind_parameter_count(handle)).map {
      sqlite3_bind_parameter_name(handle, $0 + 1).map { String(cString: $0) }
    }
  }

  /// Whether there is a row.
  /// - Throws: `SQLiteFailure`.
  package func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if database.wasAskedForTime() { throw SQLiteFailure(.clock) }
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteFailure(database.handle, code: code).whileRunning
    }
  }

  /// Whether it would tell how SQLite goes about something: an `EXPLAIN`.
  package var isExplanation: Bool { sqlite3_stmt_isexplain(handle) != 0 }

  package subscript(column: Int) -> Value {
    let column = Int32(column)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT:
      guard let text = sqlite3_column_text(handle, column) else { return .text("") }
      let length = Int(sqlite3_column_bytes(handle, column))
      return .text(String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self))
    case SQLITE_BLOB:
      let length = Int(sqlite3_column_bytes(handle, column))
      return .blob(
        sqlite3_column_blob(handle, column).map { [UInt8](UnsafeRawBufferPointer(start: $0, count: length)) } ?? [])
    default: return .null
    }
  }

  /// - Parameter number: from 1.
  package func bind(_ value: Value, to number: Int) throws {
    let number = Int32(number)
    // The text is copied, since it goes with this call.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, number)
      case .integer(let integer): sqlite3_bind_int64(handle, number, integer)
      case .real(let real): sqlite3_bind_double(handle, number, real)
      case .text(let text): sqlite3_bind_text(handle, number, text, Int32(text.utf8.count), copied)
      case .blob(let bytes): sqlite3_bind_blob(handle, number, bytes, Int32(bytes.count), copied)
      }
    guard code == SQLITE_OK else { throw SQLiteFailure(database.handle, code: code) }
  }
}

extension SQLiteStatement {
  /// What a row is made of where a million of them are written: a number, or where its text lies among the row's bytes.
  package enum Cell {
    case null
    case integer(Int64)
    case text(start: Int, length: Int)
  }

  /// Writes rows by an `INSERT` with a question mark for each cell. Nothing is copied: the bytes stay until they are in.
  /// - Parameters:
  ///   - cells: row after row.
  ///   - width: cells a row.
  package func insert(_ cells: [Cell], rowsOf width: Int, _ bytes: [UInt8]) throws {
    let code = bytes.withUnsafeBufferPointer { buffer -> Int32 in
      let base = buffer.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
      var number: Int32 = 0
      for cell in cells {
        number += 1
        switch cell {
        case .null: sqlite3_bind_null(handle, number)
        case .integer(let integer): sqlite3_bind_int64(handle, number, integer)
        case .text(let start, let length):
          if let base {
            sqlite3_bind_text(handle, number, base + start, Int32(length), nil)
          } else {
            sqlite3_bind_text(handle, number, "", 0, nil)
          }
        }
        guard number == width else { continue }
        number = 0
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else { return code }
      }
      return SQLITE_DONE
    }
    guard code == SQLITE_DONE else { throw SQLiteFailure(database.handle, code: code) }
  }
}
