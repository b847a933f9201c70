extension RandomAccessCollection {
  /// The first element of which something is true that is true of all behind it and of none before; the end where it is true
  /// of none. Found by halving.
  @inlinable package func partitioningIndex(where isBehind: (Element) throws -> Bool) rethrows -> Index {
    var (start, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(start, offsetBy: half)
      if try isBehind(self[middle]) {
        count = half
      } else {
        start = index(after: middle)
        count -= half + 1
      }
    }
    return start
  }
}
