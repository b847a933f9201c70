import CSQLite

/// A database in memory: libsqlite3 is touched in this room only. It reads no clock and opens no file.
package final class SQLiteDatabase {
  let handle: OpaquePointer
  private let files: TimelessFiles
  private var watch: Watch?
  /// What the numbers of its shuffle come from, where it has one, and what turns their order round.
  private var shuffle: UnsafeMutablePointer<UInt64>?

  /// Pages of 4 KiB, of as many as memory holds.
  private static let largest: Int64 = 1 << 40

  /// What time it is elsewhere is nobody's business here: a result would hang on the machine's zone.
  private static let withoutZone: Void = sqlite_refuse_local_time()

  package init() throws {
    _ = Self.withoutZone
    // What an earlier one was limited to doesn't hold for what this is filled with.
    sqlite3_hard_heap_limit64(0)
    files = try TimelessFiles()
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      "ledger", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, files.registeredName)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw SQLiteFailure(.noMemory, "can't open a database in memory")
    }
    handle = opened
    sqlite_strict_quotes(handle)
    var size = Self.largest
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_SIZE_LIMIT, &size)
  }

  deinit {
    watch?.remove(from: handle)
    sqlite3_close_v2(handle)
    shuffle?.deallocate()
  }

  /// Runs a script, statement by statement, for what it does.
  package func run(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteFailure(handle, code: code) }
  }

  /// One statement, compiled; what follows it in the text is given back.
  /// - Throws: `SQLiteFailure`, `.empty` where nothing is said.
  package func prepare(_ sql: String) throws -> (statement: SQLiteStatement, rest: Substring) {
    var made: OpaquePointer?
    let bytes = Array(sql.utf8)
    let (code, used) = bytes.withUnsafeBytes { buffer -> (Int32, Int) in
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return (SQLITE_OK, 0) }
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(handle, base, Int32(buffer.count), &made, &tail)
      return (code, tail.map { UnsafePointer(base).distance(to: $0) } ?? 0)
    }
    guard code == SQLITE_OK else { throw SQLiteFailure(handle, code: code) }
    guard let made else { throw SQLiteFailure(.empty) }
    let rest = Substring(String(decoding: bytes[used...], as: UTF8.self))
    return (SQLiteStatement(made, of: self), rest)
  }

  /// The file's bytes, as SQLite would have them on the disk. The pages lie in memory as they would in a file: nothing is
  /// copied.
  package func withFile<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    var size: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(handle, "main", &size, UInt32(SQLITE_SERIALIZE_NOCOPY)) else {
      throw SQLiteFailure(.noMemory, "can't serialise")
    }
    return try withExtendedLifetime(self) { try body(UnsafeRawBufferPointer(start: bytes, count: Int(size))) }
  }

  /// How large the file would be, in bytes.
  package var size: Int { (try? withFile(\.count)) ?? 0 }

  /// Keeps what a function reads its numbers from as long as the database is open.
  func keep(shuffle state: UnsafeMutablePointer<UInt64>) { shuffle = state }

  /// Has the shuffle begin anew, with the numbers of a rank running the other way: what came first comes last.
  package func reseed(_ seed: UInt64, turning rank: Int? = nil) {
    shuffle?[0] = seed
    shuffle?[1] = rank == 0 ? .max : 0
    shuffle?[2] = rank == 1 ? .max : 0
    shuffle?[3] = 0
    shuffle?[4] = 0
  }

  /// How many numbers of a rank were asked for since the shuffle began anew.
  package func shuffles(ofRank rank: Int) -> UInt64 { shuffle?[rank == 0 ? 3 : 4] ?? 0 }

  /// Whether somebody asked for the moment since this was last looked at.
  func wasAskedForTime() -> Bool { files.takeMark() }

  /// Has everything that is compiled from now on, and every hundredth step, asked of `watch`.
  package func watch(_ watch: Watch) {
    self.watch = watch
    watch.install(in: handle)
  }

  /// Nobody is asked any more.
  func unwatch() {
    watch?.remove(from: handle)
    watch = nil
  }

  package func limit(_ limits: SQLiteLimits) {
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, limits.length)
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, limits.sqlLength)
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, limits.patternLength)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0)
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + limits.memory)
  }
}

/// What a foreign statement may take.
package struct SQLiteLimits: Sendable {
  /// Of a text or a blob, in bytes.
  package var length: Int32
  /// Of the SQL, in bytes.
  package var sqlLength: Int32
  /// Of what `LIKE` and `GLOB` compare with, in bytes.
  package var patternLength: Int32
  /// What it may take of memory beside the database, in bytes.
  package var memory: Int64

  package init(length: Int32, sqlLength: Int32, patternLength: Int32, memory: Int64) {
    self.length = length
    self.sqlLength = sqlLength
    self.patternLength = patternLength
    self.memory = memory
  }
}
