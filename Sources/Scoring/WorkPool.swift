/// Does pieces of work that have nothing to do with each other. Stages know no threads, so the shell lends them its own.
package protocol WorkPool: Sendable {
  /// The results of pieces `0..<count`, in that order, whoever did them and when.
  func map<Result: Sendable>(_ count: Int, _ piece: @Sendable (Int) -> Result) -> [Result]
}

extension WorkPool {
  /// The same results in the order of the pieces, which are begun in another: what takes longest first.
  /// - Parameter order: every piece's number, once.
  package func map<Result: Sendable>(begun order: [Int], _ piece: @Sendable (Int) -> Result) -> [Result] {
    let results = map(order.count) { piece(order[$0]) }
    var places = order
    for (place, index) in order.enumerated() { places[index] = place }
    return places.map { results[$0] }
  }
}

/// One piece after the other.
package struct OneByOne: WorkPool {
  package init() {}
  package func map<Result: Sendable>(_ count: Int, _ piece: @Sendable (Int) -> Result) -> [Result] {
    (0..<count).map(piece)
  }
}
