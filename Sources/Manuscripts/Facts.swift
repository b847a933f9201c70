import Texts

/// A day as a text says it.
package struct WrittenDay: Equatable, Sendable {
  /// `nil` where the text leaves it to be understood: `3月5日`.
  package let year: Int?
  package let month: Int
  package let day: Int
  /// As it stands in the text.
  package let text: String
}

extension Manuscript {
  /// Its words, a line a block; what is only in a table too.
  package var words: String { blocks.map(wordsOf).joined(separator: "\n") }

  /// The first sentence of its first paragraph that is long enough to be one, shortened where it never ends.
  package var firstSentence: String {
    let paragraphs = blocks.compactMap { if case .paragraph(let inlines) = $0 { inlines.plain.trimmed } else { nil } }
    guard let text = paragraphs.first(where: { $0.unicodeScalars.count >= 12 }) ?? paragraphs.first else { return "" }
    let scalars = text.unicodeScalars
    let end = scalars.firstIndex { "。！？".unicodeScalars.contains($0) }
    let sentence = end.map { scalars[...$0] } ?? scalars[...]
    return sentence.count <= 100
      ? String(String.UnicodeScalarView(sentence)) : String(String.UnicodeScalarView(sentence.prefix(99))) + "…"
  }

  /// The first day that the text names with its year, or else the first without.
  package var firstDay: WrittenDay? {
    let days = writtenDays(in: (title ?? "") + "\n" + words)
    return days.first { $0.year != nil } ?? days.first
  }
}

private func wordsOf(_ block: Block) -> String {
  switch block {
  case .paragraph(let inlines), .heading(_, let inlines), .figure(_, _, let inlines): inlines.plain
  case .bullets(let items), .numbers(_, let items):
    items.map { $0.map(wordsOf).joined(separator: "\n") }.joined(separator: "\n")
  case .table(let table):
    table.rows.map { $0.map { $0.map(wordsOf).joined(separator: " ") }.joined(separator: " ") }.joined(separator: "\n")
  case .code, .rule: ""
  }
}

/// `2025年3月5日`, `2025年03月05日`, `3月5日`, `2025-03-05`, in order. A month of which no day is said is none.
func writtenDays(in text: String) -> [WrittenDay] {
  let scalars = Array(text.unicodeScalars)
  var days: [WrittenDay] = []
  var at = 0
  while at < scalars.count {
    if let (day, end) = writtenDay(in: scalars, at: at) {
      days.append(day)
      at = end
    } else {
      let isInNumber = isNumeral(scalars[at])
      at += 1
      // A number is read from its beginning or not at all.
      if isInNumber { while at < scalars.count, isNumeral(scalars[at]) { at += 1 } }
    }
  }
  return days
}

private func isNumeral(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func writtenDay(in scalars: [Unicode.Scalar], at start: Int) -> (WrittenDay, end: Int)? {
  var at = start
  func number(_ most: Int) -> Int? {
    var digits = ""
    while at < scalars.count, isNumeral(scalars[at]), digits.utf8.count < most {
      digits.unicodeScalars.append(scalars[at])
      at += 1
    }
    return Int(digits)
  }
  func sign(_ signs: String) -> Bool {
    while at < scalars.count, scalars[at] == " " { at += 1 }
    guard at < scalars.count, signs.unicodeScalars.contains(scalars[at]) else { return false }
    at += 1
    while at < scalars.count, scalars[at] == " " { at += 1 }
    return true
  }
  guard var month = number(4) else { return nil }
  var year: Int?
  if month >= 1900 {
    guard sign("年-./"), let next = number(2) else { return nil }
    (year, month) = (month, next)
  }
  guard sign(year == nil ? "月" : "月-./"), let day = number(2), (1...12).contains(month), (1...31).contains(day) else {
    return nil
  }
  if scalars[..<at].dropFirst(start).contains("月") { guard sign("日号") else { return nil } }
  let text = String(String.UnicodeScalarView(scalars[start..<at])).trimmed
  return (WrittenDay(year: year, month: month, day: day, text: text), at)
}
