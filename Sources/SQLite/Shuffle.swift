import CSQLite

extension SQLiteDatabase {
  /// Makes a function whose numbers follow no order, another at each call, and the same in every run: `ORDER BY` it, and
  /// rows come as nobody asked. Its argument is 0 or 1, a rank of orders that are turned round together. Orders of
  /// subqueries are kept from now on.
  /// - Throws: `SQLiteFailure`.
  package func addShuffle(named name: String) throws {
    // The number it goes on from, and for each rank what turns its numbers round and how many were asked for.
    let state = UnsafeMutablePointer<UInt64>.allocate(capacity: 5)
    state.initialize(repeating: 0, count: 5)
    keep(shuffle: state)
    let code = sqlite3_create_function_v2(
      handle, name, 1, SQLITE_UTF8, state,
      { context, _, values in
        guard let state = sqlite3_user_data(context)?.assumingMemoryBound(to: UInt64.self), let values else { return }
        let rank = sqlite3_value_int(values[0]) == 0 ? 1 : 2
        var numbers = SplitMix(state: state.pointee)
        sqlite3_result_int64(context, Int64((numbers.next() ^ state[rank]) >> 1))
        state.pointee = numbers.state
        state[rank + 2] += 1
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteFailure(handle, code: code) }
    sqlite_keep_orders(handle)
  }
}

extension SQLiteDatabase {
  /// Whether SQLite may make an index for a single statement, from which rows come sorted. Whoever watched doesn't any more.
  /// - Throws: `SQLiteFailure`.
  package func makeIndexes(_ may: Bool) throws {
    unwatch()
    try run("PRAGMA automatic_index = \(may ? "ON" : "OFF")")
  }
}

/// Numbers without an order, the same from the same beginning (SplitMix64).
package struct SplitMix: RandomNumberGenerator {
  fileprivate var state: UInt64

  fileprivate init(state: UInt64) { self.state = state }

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var number = state
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}
