import Texts

/// What stands in a text of the house's additions to CommonMark, found in the source, where an escape can still be told from
/// a mark: a private sign is set into each, and libcmark hands it through as text.
enum ExtensionMark {
  /// Where a sign belongs: behind the bracket of `[^1]`, between the two waves of `~~`. The neighbours of a mark stay what
  /// they were, so no emphasis beside it changes.
  static func offsets(in text: [UInt8]) -> [Int] {
    var found: [Int] = []
    var at = text.nextASCII(from: 0)
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "["):
        if let end = footnoteEnd(in: text, at: at), end >= text.count || text[end] != UInt8(ascii: "(") {
          found.append(at + 1)
        }
      case UInt8(ascii: "~"):
        var end = at
        while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
        if end - at == 2 { found.append(at + 1) }
        at = end - 1
      default: break
      }
      at = text.nextASCII(from: at + 1)
    }
    return found
  }
}

/// A piece of a text between signs.
enum ExtensionPiece: Equatable {
  case text(Range<Int>)
  /// `[^label]`, the range of its label.
  case note(Range<Int>)
  case strike(Range<Int>)

  /// The pieces of a text that lies at `range` in an arena.
  static func pieces(of range: Range<Int>, in bytes: [UInt8], sign: [UInt8]) -> [ExtensionPiece] {
    var pieces: [ExtensionPiece] = []
    var start = range.lowerBound
    var rest = range.lowerBound
    func text(upTo end: Int) { if end > start { pieces.append(.text(start..<end)) } }
    while let place = bytes[rest..<range.upperBound].firstStretch(of: sign) {
      rest = place.upperBound
      guard place.lowerBound > range.lowerBound, rest < range.upperBound else { break }
      let (before, after) = (bytes[place.lowerBound - 1], bytes[rest])
      if before == UInt8(ascii: "["), let close = bytes[rest..<range.upperBound].firstIndex(of: UInt8(ascii: "]")) {
        text(upTo: place.lowerBound - 1)
        pieces.append(.note(rest + 1..<close))
        (start, rest) = (close + 1, close + 1)
      } else if before == UInt8(ascii: "~"), after == before {
        text(upTo: place.lowerBound - 1)
        pieces.append(.strike(place.lowerBound - 1..<rest + 1))
        (start, rest) = (rest + 1, rest + 1)
      }
    }
    text(upTo: range.upperBound)
    return pieces
  }
}
