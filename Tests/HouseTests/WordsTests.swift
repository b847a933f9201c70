import Foundation
import Testing

/// Interface words stand in templates, where whoever edits them looks, or in one table.
@Suite("Words of the interface")
struct WordsTests {
  /// Lines of a Swift text with a Han character, but for comments, specimens, which are samples of data, and sentences
  /// that stand in both languages.
  private func strays(in text: String) -> [Int] {
    var strays: [Int] = []
    var open = 0
    var isSpecimen = false
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      let words = line.split(separator: /"(\\.|[^"\\])*"/).joined(separator: "\"\"")
      let bare = words.prefix(upTo: words.firstRange(of: "//")?.lowerBound ?? words.endIndex)
      if bare.contains(/static (let|var) (specimen|sample)/) { (isSpecimen, open) = (true, 0) }
      let code = line.replacing(/zh: "(\\.|[^"\\])*"/, with: "").replacing(/(^| )\/\/.*/, with: "")
      if !isSpecimen, code.contains(/[\u{4E00}-\u{9FFF}]/) { strays.append(index + 1) }
      guard isSpecimen else { continue }
      open += bare.count { "([{".contains($0) } - bare.count { ")]}".contains($0) }
      if open <= 0, !bare.trimmingCharacters(in: .whitespaces).hasSuffix("=") { isSpecimen = false }
    }
    return strays
  }

  @Test(
    "rooms that compose hold no Chinese: their words stand in Wording or in a template",
    arguments: ["Composing", "Grouping", "Pages", "Paper", "SearchIndex", "Tables"])
  func composing(room: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(room)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    #expect(!paths.isEmpty)
    for path in paths {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      #expect(strays(in: text) == [], "\(room)/\(path): move these words to a template, or to Wording")
    }
  }

  @Test("a stray word is found, and a specimen, a comment and a bilingual sentence aren't one")
  func found() {
    let text = """
      // "注释"
      static let specimen = Line(
        name: "样例", points: "1)")
      let a = "词"
      Bilingual(zh: "双语", en: "both")
      let b = "plain \\("内")"  // 注释
      """
    #expect(strays(in: text) == [4, 6])
  }
}
