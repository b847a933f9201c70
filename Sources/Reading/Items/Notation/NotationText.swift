import Texts

/// A part of a cell between two separators: its scalars as written, and the same with signs of a Chinese keyboard made plain,
/// place by place.
struct NotationText {
  private let written: [Unicode.Scalar]
  private let plain: [Unicode.Scalar]
  /// Within the cell.
  private(set) var range: Range<Int>

  init(_ cell: String) {
    written = Array(cell.unicodeScalars)
    plain = written.map(\.asNotation)
    range = 0..<written.count
    trim()
  }

  private init(_ other: NotationText, _ range: Range<Int>) {
    (written, plain, self.range) = (other.written, other.plain, range)
    trim()
  }

  var at: Int { range.lowerBound }
  var isEmpty: Bool { range.isEmpty }
  var count: Int { range.count }
  /// As written.
  var text: String { String(String.UnicodeScalarView(written[range])) }
  var scalars: ArraySlice<Unicode.Scalar> { plain[range] }
  var first: Unicode.Scalar? { scalars.first }

  private mutating func trim() {
    while let first = scalars.first, first.isUnseen { range = range.dropFirst() }
    while let last = scalars.last, last.isUnseen { range = range.dropLast() }
  }

  /// The parts between separators that don't stand in quotation marks, nor between the thousands of a number.
  var parts: [NotationText] {
    var (parts, start, isQuoted): ([NotationText], Int, Bool) = ([], range.lowerBound, false)
    for i in range {
      if plain[i] == "\"" { isQuoted.toggle() }
      guard !isQuoted, Self.separators.contains(plain[i]), !isThousands(i) else { continue }
      parts.append(NotationText(self, start..<i))
      start = i + 1
    }
    parts.append(NotationText(self, start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  private static let separators: [Unicode.Scalar] = [",", ";", "、", "。", "|", "\n", "\r"]

  private func isThousands(_ i: Int) -> Bool {
    guard written[i] == ",", i > range.lowerBound, plain[i - 1].isNotationDigit else { return false }
    let behind = plain[(i + 1)..<range.upperBound].prefix { $0.isNotationDigit }
    return behind.count == 3
  }

  // MARK: Taking apart

  /// What follows a word, if the text begins with it.
  func after(_ word: String) -> NotationText? {
    let word = Array(word.unicodeScalars)
    return scalars.starts(with: word) ? NotationText(self, (at + word.count)..<range.upperBound) : nil
  }

  /// What follows the first of some words that the text begins with.
  func after(_ words: [String]) -> NotationText? { words.lazy.compactMap(after).first }

  /// The rest from a place of the cell on.
  func dropping(to at: Int) -> NotationText { NotationText(self, at..<range.upperBound) }

  /// What precedes a word at the end.
  func before(_ word: String) -> NotationText? {
    let word = Array(word.unicodeScalars)
    return scalars.reversed().starts(with: word.reversed())
      ? NotationText(self, at..<(range.upperBound - word.count)) : nil
  }

  func before(_ words: [String]) -> NotationText? { words.lazy.compactMap(before).first }

  func holds(_ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    return range.contains { plain[$0..<range.upperBound].starts(with: word) }
  }

  /// The number at the beginning, its sign with it, and the rest; `nil` where none stands there.
  var number: (number: NotationText, rest: NotationText)? {
    var end = at
    if first == "-" || first == "+" { end += 1 }
    let digits = end
    while end < range.upperBound, plain[end].isNotationDigit || plain[end] == "." || isThousands(end) { end += 1 }
    guard end > digits else { return nil }
    return (NotationText(self, at..<end), NotationText(self, end..<range.upperBound))
  }

  /// The number at the end, without a sign, and what precedes it.
  var lastNumber: (before: NotationText, number: NotationText)? {
    var start = range.upperBound
    while start > at, plain[start - 1].isNotationDigit || plain[start - 1] == "." || isThousands(start - 1) {
      start -= 1
    }
    guard start < range.upperBound else { return nil }
    return (NotationText(self, at..<start), NotationText(self, start..<range.upperBound))
  }

  /// What precedes a sign outside quotation marks, and what follows.
  func parted(at sign: Unicode.Scalar) -> (NotationText, NotationText)? {
    var isQuoted = false
    for i in range {
      if plain[i] == "\"" { isQuoted.toggle() }
      if !isQuoted, plain[i] == sign {
        return (NotationText(self, at..<i), NotationText(self, (i + 1)..<range.upperBound))
      }
    }
    return nil
  }

  /// A quoted text at the beginning, with the marks that are doubled in it single, and the rest.
  var quoted: (text: String, rest: NotationText)? {
    guard first == "\"" else { return nil }
    var (text, i) = (String.UnicodeScalarView(), at + 1)
    while i < range.upperBound {
      guard plain[i] == "\"" else {
        text.append(written[i])
        i += 1
        continue
      }
      guard i + 1 < range.upperBound, plain[i + 1] == "\"" else {
        return (String(text), NotationText(self, (i + 1)..<range.upperBound))
      }
      text.append(written[i])
      i += 2
    }
    return nil
  }

  /// A number's digits as plain text: `１,０００` is `1000`.
  var digits: String { String(String.UnicodeScalarView(scalars.filter { $0 != "," && $0 != "+" && !$0.isUnseen })) }
}

extension Unicode.Scalar {
  fileprivate var isNotationDigit: Bool { ("0"..."9").contains(self) }

  /// Plain for what a Chinese keyboard has beside it.
  fileprivate var asNotation: Unicode.Scalar {
    switch self {
    case "－", "−", "—", "–": "-"
    case "～", "〜", "~": "~"
    case "“", "”", "\"", "＂": "\""
    case "，": ","
    case "；": ";"
    case "｜": "|"
    case _ where (0xFF01...0xFF5E).contains(value): Unicode.Scalar(value - 0xFEE0) ?? self
    default: self
    }
  }
}
