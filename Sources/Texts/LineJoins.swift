/// What stands on one side of a line break, as far as the rule of Chinese texts asks: its nearest character, and the
/// nearest that isn't a mark both scripts share.
package struct BreakSide {
  package private(set) var nearest: Unicode.Scalar?
  package private(set) var letter: Unicode.Scalar?

  /// Marks looked past at most: a text of nothing but quotation marks is none.
  private static let mostMarks = 8

  package init() {}

  /// The end of a text.
  package init(endOf text: [UInt8]) {
    var at = text.count
    for _ in 0..<Self.mostMarks {
      guard let scalar = text.base(before: at) else { return }
      while let passed = text.scalar(before: at) {
        at -= UTF8.width(passed)
        if !belongsToBase(passed) { break }
      }
      if !take(scalar) { return }
    }
  }

  /// Adds what follows further on; `false` once nothing more is needed.
  package mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if belongsToBase(scalar) { return true }
    nearest = nearest ?? scalar
    guard !isShared(scalar) else { return true }
    letter = scalar
    return false
  }
}

/// Whether a line break between the two is no space: Chinese on both sides, decided for each pair.
package func joinsWithoutSpace(_ before: BreakSide, _ after: BreakSide) -> Bool {
  guard let last = before.nearest, let first = after.nearest else { return false }
  if isHangul(last) || isHangul(first) { return false }
  if isShared(last), isShared(first) {
    // ” and “ are of the script that stands in them; only where both hold another one is a space due.
    let letters = [before.letter, after.letter].compactMap { $0 }
    return letters.isEmpty || letters.contains { isCJK($0) && !isHangul($0) }
  }
  return (isCJK(last) && (isCJK(first) || isShared(first))) || (isShared(last) && isCJK(first))
}

/// Whether a line break between two texts is no space, as in prose.
package func joinsWithoutSpace(
  _ before: some BidirectionalCollection<Unicode.Scalar>, _ after: some Collection<Unicode.Scalar>
) -> Bool {
  var sides = (BreakSide(), BreakSide())
  for scalar in before.reversed() where !sides.0.take(scalar) { break }
  for scalar in after where !sides.1.take(scalar) { break }
  return joinsWithoutSpace(sides.0, sides.1)
}
