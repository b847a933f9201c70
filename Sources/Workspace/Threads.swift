import Foundation
import Scoring
import Synchronization

/// As many threads as the machine has cores, each taking a few neighbouring pieces at a time.
struct Threads: Crew {
  func map<Result: Sendable>(_ count: Int, _ piece: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(piece) }
    let threads = min(ProcessInfo.processInfo.activeProcessorCount, 8)
    // Few pieces are large ones, and shared one by one.
    let chunk = max(1, min(16, count / (threads * 8)))
    let next = Mutex(0)
    return [Result](unsafeUninitializedCapacity: count) { results, initialized in
      guard let base = results.baseAddress else { return }
      // Each result is put in its place by the one thread that makes it.
      nonisolated(unsafe) let places = base
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while true {
          let start = next.withLock { next in
            defer { next += chunk }
            return next
          }
          guard start < count else { return }
          for index in start..<min(start + chunk, count) { (places + index).initialize(to: piece(index)) }
        }
      }
      initialized = count
    }
  }
}

extension Threads {
  private final class Promise<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    let isKept = DispatchSemaphore(value: 0)
  }

  /// Two different pieces of work side by side: the first on a thread of its own, the second on this one.
  func both<First: Sendable, Second>(
    _ first: @escaping @Sendable () -> First, _ second: () -> Second
  ) -> (First, Second) {
    let promise = Promise<First>()
    DispatchQueue.global().async {
      let value = first()
      promise.value.withLock { $0 = value }
      promise.isKept.signal()
    }
    let other = second()
    promise.isKept.wait()
    guard let value = promise.value.withLock({ $0 }) else { preconditionFailure("signalled without a value") }
    return (value, other)
  }
}
