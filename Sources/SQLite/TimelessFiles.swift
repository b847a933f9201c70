import CSQLite

/// SQLite's own files in memory, under a name of their own and without a clock: what asks for the moment gets none, and is
/// remembered. So a result never depends on when it was made, however the question was put.
final class TimelessFiles {
  private let files: UnsafeMutablePointer<sqlite3_vfs>
  private let name: UnsafeMutablePointer<CChar>
  private let block: UnsafeMutableRawPointer

  /// The mark stands behind SQLite's structure, where its callback finds it.
  private static let mark = MemoryLayout<sqlite3_vfs>.stride

  init() throws {
    guard sqlite3_initialize() == SQLITE_OK, let memory = sqlite3_vfs_find("memdb") else {
      throw SQLiteFailure(.sql, "no files in memory")
    }
    block = .allocate(byteCount: Self.mark + 8, alignment: 16)
    files = block.bindMemory(to: sqlite3_vfs.self, capacity: 1)
    files.initialize(to: memory.pointee)
    block.storeBytes(of: 0, toByteOffset: Self.mark, as: Int32.self)
    let text = Array("ledger-\(UInt(bitPattern: block))".utf8CString)
    name = .allocate(capacity: text.count)
    name.initialize(from: text, count: text.count)
    files.pointee.pNext = nil
    files.pointee.zName = UnsafePointer(name)
    files.pointee.xCurrentTime = { files, _ in TimelessFiles.refuse(files) }
    files.pointee.xCurrentTimeInt64 = { files, _ in TimelessFiles.refuse(files) }
    sqlite3_vfs_register(files, 0)
  }

  deinit {
    sqlite3_vfs_unregister(files)
    block.deallocate()
    name.deallocate()
  }

  var registeredName: String { String(cString: name) }

  /// Whether somebody asked for the moment since this was last looked at.
  func takeMark() -> Bool {
    guard block.load(fromByteOffset: Self.mark, as: Int32.self) != 0 else { return false }
    block.storeBytes(of: 0, toByteOffset: Self.mark, as: Int32.self)
    return true
  }

  private static func refuse(_ files: UnsafeMutablePointer<sqlite3_vfs>?) -> Int32 {
    if let files { UnsafeMutableRawPointer(files).storeBytes(of: 1, toByteOffset: mark, as: Int32.self) }
    return SQLITE_ERROR
  }
}
