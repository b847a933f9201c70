/// Does pieces of work that have nothing to do with each other. Stages know no threads, so the shell lends them its own.
package protocol WorkPool: Sendable {
  /// The results of pieces `0..<count`, in that order, whoever did them and when.
  func map<Result: Sendable>(_ count: Int, _ piece: @Sendable (Int) -> Result) -> [Result]
}

/// One piece after the other.
package struct OneByOne: WorkPool {
  package init() {}
  package func map<Result: Sendable>(_ count: Int, _ piece: @Sendable (Int) -> Result) -> [Result] {
    (0..<count).map(piece)
  }
}
