import Diagnostics
@testable import Parsing
@testable import Reading
import Testing
import Texts

/// Quotes are no value, nor is what nobody sees.
@Suite("Texts of nothing")
struct EmptyTextTests {
  static let nothings = [
    "\"\"", "''", "\" \"", "\"\u{200B}\"", "\u{200B}", "\u{3000}", "\u{A0}", "\"\u{FEFF}\u{2060}\"", "\u{FE0F}",
  ]

  private func told(_ project: Project) -> [String] {
    project.read().diagnostics.map {
      "\($0.code.rawValue) \($0.place.map { "\($0.file):\($0.line):\($0.column)" } ?? "")"
    }
  }

  @Test("wherever a text may stand, one of nothing is what no value is: missing, or not given", arguments: nothings)
  func everywhere(nothing: String) throws {
    let base = try Project.base()
    var tried = 0
    for (path, text) in base.files.sorted(by: { $0.key < $1.key }) where !path.hasSuffix(".csv") {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if path.hasSuffix(".md") { lines = Array(lines.prefix(1 + (lines.dropFirst().firstIndex(of: "---") ?? 0))) }
      for line in lines.indices {
        guard let colon = lines[line].firstRange(of: ": "), let first = lines[line][colon.upperBound...].first,
          !"[{".contains(first), !lines[line].contains("{")
        else { continue }
        let key = String(lines[line][..<colon.lowerBound])
        func laid(_ value: String) -> Project {
          var project = base
          project.files[path] = text.replacing(lines[line], with: key + ":" + value)
          return project
        }
        #expect(told(laid(" " + nothing)) == told(laid("")), "\(path): \(key)")
        tried += 1
      }
    }
    #expect(tried > 40)
  }

  @Test("an obligatory text in braces is missing, and a list's item of nothing is told")
  func inside() throws {
    var project = try Project.base()
    project.files["content/years/2025/decisions.yaml"] =
      "winners:\n  - {member: zhou-jingyi, 1️⃣signed_by: \"\", on: 2025-12-10}\n"
    var (_, found, _, marked) = project.read()
    #expect(found.map(\.code) == [.missingKey])
    #expect(found.map(\.place) == [marked])
    #expect(found.first?.message.zh == "“signed_by”没有值")
    project = try Project.base()
    let path = "content/years/2025/rulebook.yaml"
    project.files[path] = project.files[path]?.replacing("[违反廉洁纪律]", with: "[违反廉洁纪律, 1️⃣\"\u{200B}\"]")
    (_, found, _, marked) = project.read()
    #expect(found.map(\.code) == [.missingValue])
    #expect(found.map(\.place) == [marked])
  }

  @Test("what is unseen at the ends of a text is no part of it")
  func trimmed() throws {
    var project = try Project.base()
    let path = "content/campaigns/rivers/three-rivers.md"
    project.files[path] = project.files[path]?
      .replacing("branch: b07", with: "branch: \u{200B}b07\u{A0}").replacing(
        "title: 三条河", with: "title: \u{FEFF}三条河\u{202C}\u{200B}"
      )
      .replacing("[gao-yuan]", with: "[gao-yuan\u{2060}]").replacing(
        "date: 2025-09-13", with: "date: \u{202A}2025-09-13\u{202C}")
    let (content, found, _, _) = project.read()
    #expect(found == [])
    #expect(content?.stories.first?.title.unicodeScalars.count == 3)
  }

  @Test(
    "what is unseen within a name, an id, a day or a text is told by name, at its own place",
    arguments: [
      ("branch: b07", "branch: b1️⃣\u{200B}07"), ("title: 三条河", "title: 三1️⃣\u{AD}条河"), ("[gao-yuan]", "[gao1️⃣\u{A0}yuan]"),
      ("date: 2025-09-13", "date: 2025-091️⃣\u{2060}-13"), ("value: 18", "value: \"11️⃣\u{202E}8\""),
      ("summary: 二十六人。", "summary: '二十1️⃣\u{200B}六人。'"),
    ])
  func hidden(text: String, changed: String) throws {
    var project = try Project.base()
    let path = "content/campaigns/rivers/three-rivers.md"
    project.files[path] = project.files[path]?.replacing(text, with: changed)
    let (_, found, _, marked) = project.read()
    #expect(found.map(\.code) == [.hiddenCharacter])
    #expect(found.map(\.place) == [marked])
    #expect(found.first?.message.zh.contains("看不见的字符 U+") == true)
  }

  @Test("asking for each of many keys costs no more than the keys are")
  func growth() {
    let findings = MistakeCollector(tree: SourceTree(files: []))
    let work = [1_000, 2_000, 4_000].map { count in
      let text = (0..<count).map { "k\($0): 1\n" }.joined()
      let table = YAMLSource(file: 0, firstLine: 1, findings: findings).table(Array(text.utf8)[...])
      for key in table?.keys ?? [] { _ = table?.whole(key.value) }
      table?.close()
      return table?.comparisons ?? 0
    }
    #expect(work == [1_000, 2_000, 4_000])
  }
}
