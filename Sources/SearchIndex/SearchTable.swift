import Composing

/// The postings of all stretches as if one had read every document: lists stay where they are, and are put together for
/// the shard that asks.
struct SearchTable {
  /// By pair, in the order met.
  var codes: [UInt32] { pairs.codes }
  private var pairs = PairNumbers()
  let stretches: [SearchPostings]
  /// For each pair and stretch the pair's number there, or -1.
  private var numbers: [Int32] = []

  /// - Parameter stretches: finished, one following the other.
  init(_ stretches: [SearchPostings]) {
    self.stretches = stretches
    for (stretch, postings) in stretches.enumerated() {
      for (own, code) in postings.codes.enumerated() {
        let number = pairs.number(of: code)
        if number * stretches.count == numbers.count { numbers += repeatElement(-1, count: stretches.count) }
        numbers[number * stretches.count + stretch] = Int32(own)
      }
    }
  }

  /// Documents that hold a pair, ascending: a part from each stretch that has any.
  func documents(ofPair number: Int, _ field: SearchPostings.Field) -> [ArraySlice<Int32>] {
    stretches.indices.compactMap { stretch in
      let own = numbers[number * stretches.count + stretch]
      guard own >= 0 else { return nil }
      let list = stretches[stretch].documents(ofPair: Int(own), field)
      return list.isEmpty ? nil : list
    }
  }
}
