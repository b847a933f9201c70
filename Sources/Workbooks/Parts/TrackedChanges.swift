/// What was deleted from a text and what was put into it: readers may see it as it was and as it is.
struct TrackedChanges {
  private var deleted: [Range<Int>] = []
  private var inserted: [Range<Int>] = []

  /// - Parameter range: of the text that was read, in bytes; behind those before or around them.
  mutating func add(_ range: Range<Int>, isDeleted: Bool) {
    guard !range.isEmpty else { return }
    if isDeleted { deleted.append(range) } else { inserted.append(range) }
  }

  /// The text without what was deleted, and that without what was inserted, as far as something was.
  func readings(of text: [UInt8]) -> [UInt8] {
    [deleted, inserted].flatMap { ranges -> [UInt8] in
      guard !ranges.isEmpty else { return [] }
      var (reading, at): ([UInt8], Int) = ([0x0A], 0)
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > at {
        reading += text[at..<max(at, range.lowerBound)]
        at = range.upperBound
      }
      return reading + text[at...] + [0x0A]
    }
  }
}
