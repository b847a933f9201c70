import Foundation
import Scoring
import Synchronization

/// As many threads as the machine has cores, each taking a few neighbouring pieces at a time.
struct Threads: WorkPool {
  func map<Result: Sendable>(_ count: Int, _ piece: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(piece) }
    let threads = min(ProcessInfo.processInfo.activeProcessorCount, 8)
    // Few pieces are large ones, and shared one by one.
    let chunk = max(1, min(16, count / (threads * 32)))
    let chunks = (count + chunk - 1) / chunk
    let next = Mutex(0)
    let done = Mutex<[[Result]]>(Array(repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < chunks else { return }
        let results = (index * chunk..<min((index + 1) * chunk, count)).map(piece)
        done.withLock { $0[index] = results }
      }
    }
    return done.withLock { $0.flatMap { $0 } }
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
