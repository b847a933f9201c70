import Diagnostics
import Texts

/// Places of a text where the words of its archetype still stand: they would be published.
/// - Returns: one for each line; without those that stand for what a picture shows, which are told as that.
func unwrittenPlaces(in text: [UInt8], file: Int32) -> [Diagnostic] {
  guard text.firstStretch(of: "在这里写".utf8) != nil || text.firstStretch(of: "从这里开始写".utf8) != nil else { return [] }
  var found: [Diagnostic] = []
  for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    let words = String(decoding: line, as: UTF8.self)
    let rest = words.replacingBytes(Placeholder.alternative, with: "")
    let isOpening = Placeholder.openings.contains { words.trimmed.begins(with: $0) }
    // What is commented out in the front matter is told by nobody.
    guard isOpening || rest.holds(Placeholder.opening), !rest.begins(with: "#") else { continue }
    let start = line.firstStretch(of: (isOpening ? "从" : Placeholder.opening).utf8)?.lowerBound ?? line.startIndex
    let column = line[..<start].count { $0 & 0xC0 != 0x80 } + 1
    found.append(.unwrittenPlace(at: Place(file: file, line: Int32(number + 1), column: Int32(column))))
  }
  return found
}

extension Diagnostic {
  fileprivate static func unwrittenPlace(at place: Place) -> Diagnostic {
    Diagnostic(
      .unwrittenPlace, .warning, at: place,
      message: Bilingual(
        zh: "这里还是新建时写的提示，会照样印出", en: "the words that a new text begins with still stand here and are published"),
      remedy: Bilingual(
        zh: "换成自己的话；还没有写好，就在文首写 draft: true", en: "Put your own in their place; until then write draft: true above"))
  }
}
