import Foundation
import Synchronization

/// What several threads make of the numbers below `count`, chunk by chunk, in no order: what a thread finishes first comes
/// first.
/// - Parameters:
///   - room: how many results are expected.
///   - chunk: how many numbers are taken at once from a number on: few enough to share the tail of the work, and so many that
///     taking them costs nothing.
///   - state: what each thread keeps from chunk to chunk.
/// - Throws: the first failure; the others stop at their next chunk.
func gathered<Made: Sendable, State>(
  _ count: Int, room: Int, chunk: @Sendable (Int) -> Int, with state: @Sendable () -> State,
  _ make: @Sendable (Range<Int>, inout State) throws -> [Made]
) throws -> [Made] {
  let next = Mutex(0)
  var made: [Made] = []
  made.reserveCapacity(room)
  let outcome = Mutex<Result<[Made], any Error>>(.success(made))
  made = []
  let threads = min(max(ProcessInfo.processInfo.activeProcessorCount, 2), 8)
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    var kept = state()
    while true {
      let start = next.withLock { start in
        defer { start += start < count ? chunk(start) : 0 }
        return start
      }
      guard start < count else { return }
      do {
        let new = try make(start..<start + chunk(start), &kept)
        outcome.withLock { outcome in
          // Taken out while it grows, lest every chunk copy all before it.
          guard case .success(var all) = outcome else { return }
          outcome = .success([])
          all += new
          outcome = .success(all)
        }
      } catch {
        next.withLock { $0 = count }
        outcome.withLock { if case .success = $0 { $0 = .failure(error) } }
        return
      }
    }
  }
  return try outcome.withLock { try $0.get() }
}

/// Whether something is true of all numbers below `count`; asked on several threads, of none any more once it isn't of one.
func areAll(below count: Int, _ isTrue: @Sendable (Int) -> Bool) -> Bool {
  let size = 1024
  let isFalse = Atomic(false)
  DispatchQueue.concurrentPerform(iterations: (count + size - 1) / size) { chunk in
    let numbers = chunk * size..<min(count, (chunk + 1) * size)
    guard !isFalse.load(ordering: .relaxed), !numbers.allSatisfy(isTrue) else { return }
    isFalse.store(true, ordering: .relaxed)
  }
  return !isFalse.load(ordering: .relaxed)
}
