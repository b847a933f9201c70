/// Searches in bytes. The standard library's `firstRange(of:)` and `ranges(of:)` are written for any collection: on the
/// bytes of a text they cost a hundred times as much, so `HouseTests` forbids them.
extension Collection<UInt8> {
  /// Where a part stands for the first time; an empty one stands at the start.
  package func firstStretch(of part: some Collection<UInt8>) -> Range<Index>? {
    let found = withBytes { whole in part.withBytes { offset(of: $0, in: whole) } }
    guard let found else { return nil }
    let start = index(startIndex, offsetBy: found)
    return start..<index(start, offsetBy: part.count)
  }

  /// Where a part that isn't empty stands, again and again, each behind the one before.
  package func stretches(of part: some Collection<UInt8>) -> [Range<Index>] {
    var (found, rest): ([Range<Index>], SubSequence) = ([], self[...])
    while !part.isEmpty, let next = rest.firstStretch(of: part) {
      found.append(next)
      rest = self[next.upperBound...]
    }
    return found
  }

  /// The bytes where they lie, or a copy of them if they don't lie together.
  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) } ?? Array(self).withUnsafeBytes(body)
  }
}

private func offset(of part: UnsafeRawBufferPointer, in whole: UnsafeRawBufferPointer) -> Int? {
  guard let first = part.first else { return 0 }
  let end = whole.count - part.count
  var at = 0
  while at <= end {
    // Eight bytes at a time as long as none of them is the part's first: the lowest bit set behind the subtraction marks
    // the first byte that is, or there is none.
    let ones: UInt64 = 0x0101_0101_0101_0101
    while at + 8 <= whole.count {
      let apart = whole.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ (ones &* UInt64(first))
      let equal = (apart &- ones) & ~apart & (ones << 7)
      if equal != 0 {
        at += UInt64(littleEndian: equal).trailingZeroBitCount / 8
        break
      }
      at += 8
    }
    guard at <= end else { return nil }
    if whole[at] == first, part.indices.allSatisfy({ whole[at + $0] == part[$0] }) { return at }
    at += 1
  }
  return nil
}
