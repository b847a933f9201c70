import Texts

/// A stretch of a text about people, by scalars: what parts names doesn't within brackets.
struct PeopleScanner {
  private let scalars: ArraySlice<Unicode.Scalar>
  /// Bytes of the text before each scalar, and before its end.
  private let offsets: [Int]

  init(_ text: String) {
    let all = Array(text.unicodeScalars)
    offsets = all.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
    scalars = Self.trimmed(all[...])
  }

  private init(_ scalars: ArraySlice<Unicode.Scalar>, of whole: PeopleScanner) {
    self.scalars = Self.trimmed(scalars)
    offsets = whole.offsets
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }
  var piece: PeopleText.Piece { PeopleText.Piece(text: text, offset: offsets[scalars.startIndex]) }

  /// The stretches between commas and their like.
  var pieces: [PeopleScanner] {
    var (found, depth, start): ([PeopleScanner], Int, Int) = ([], 0, scalars.startIndex)
    for index in scalars.indices {
      if Self.opening.contains(scalars[index]) { depth += 1 }
      if Self.closing.contains(scalars[index]) { depth = max(0, depth - 1) }
      guard depth == 0, Self.partings.contains(scalars[index]) else { continue }
      found.append(PeopleScanner(scalars[start..<index], of: self))
      start = index + 1
    }
    found.append(PeopleScanner(scalars[start...], of: self))
    return found.filter { !$0.scalars.isEmpty }
  }

  /// What stands before the first bracket.
  var beforeBracket: PeopleScanner { PeopleScanner(scalars.prefix { !Self.opening.contains($0) }, of: self) }

  /// What stands before a bracket at the end, and in it.
  var bracketed: (head: PeopleScanner, inner: PeopleScanner)? {
    guard let last = scalars.last, Self.closing.contains(last),
      let open = scalars.lastIndex(where: Self.opening.contains)
    else { return nil }
    return (
      PeopleScanner(scalars[..<open], of: self), PeopleScanner(scalars[(open + 1)..<(scalars.endIndex - 1)], of: self)
    )
  }

  func dropping(prefix: String) -> PeopleScanner? {
    let prefix = Array(prefix.unicodeScalars)
    return scalars.starts(with: prefix) ? PeopleScanner(scalars.dropFirst(prefix.count), of: self) : nil
  }

  func dropping(suffix: String) -> PeopleScanner? {
    let suffix = Array(suffix.unicodeScalars)
    return scalars.suffix(suffix.count).elementsEqual(suffix)
      ? PeopleScanner(scalars.dropLast(suffix.count), of: self) : nil
  }

  /// Without the first of the words that it begins or ends with, unless that is all there is.
  func without(prefixes: [String], suffixes: [String]) -> PeopleScanner? {
    let shorter = prefixes.lazy.compactMap(dropping(prefix:)).first ?? suffixes.lazy.compactMap(dropping(suffix:)).first
    return shorter.flatMap { $0.scalars.isEmpty ? nil : $0 }
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = scalars.drop(while: \.isUnseen)
    while rest.last?.isUnseen == true { rest.removeLast() }
    return rest
  }

  private static let opening: [Unicode.Scalar] = ["(", "（", "〔", "["]
  private static let closing: [Unicode.Scalar] = [")", "）", "〕", "]"]
  private static let partings: [Unicode.Scalar] = ["|", "｜", "、", "；", ";", "，", ","]
}
