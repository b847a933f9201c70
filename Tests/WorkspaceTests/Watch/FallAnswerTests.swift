import Diagnostics
import Scoring
import Testing
import Texts

@testable import Reading
@testable import Reports

@Suite("Answers to a fall of records")
struct FallAnswerTests {
  private func holdings(_ count: Int) throws -> Holdings {
    let text = "dualpoints publication 1\nas-of 2025-12-11\nrecords 2025 \(count)\n"
    return try #require(Holdings(bytes: Array(text.utf8)))
  }

  /// What is open with an entry in `warnings.yaml` when 113 records have become 43.
  private func open(_ entry: String) throws -> [Diagnostic] {
    let text = "- {code: records-fell, \(entry), reason: 重复录入，已删, until: 2025-12-31}\n"
    let tree = SourceTree(files: [SourceFile(path: "content/warnings.yaml", text: text)])
    let fall = try holdings(43).falls(since: holdings(113))
    return acknowledging(fall, in: tree, on: Day(year: 2025, month: 12, day: 11), extent: .publication).open
  }

  @Test(
    "an arrow of two signs, blanks beside it and a slash behind the folder are no other answer",
    arguments: [
      "113→43", "113->43", "113 → 43", "113 -> 43", "113=>43", "113—>43", "113　→　43", "１１３→４３",
    ])
  func spellings(figures: String) throws {
    for folder in ["years/2025/records", "content/years/2025/records/"] {
      #expect(try open("at: \(folder), of: \"\(figures)\"").isEmpty)
    }
  }

  @Test("one with other figures is told what to write, and not to go")
  func otherFigures() throws {
    let found = try open("at: years/2025/records, of: 113→44")
    #expect(found.map(\.code) == [.recordsFell, .idleAcknowledgement])
    #expect(found.last?.message.zh == "这条 records-fell 的回答和现在的数目对不上")
    #expect(found.last?.remedy.zh.holds("of 写成 113→43") ?? false)
    #expect(try open("of: 13→43").last?.remedy.en.holds("of: 113→43") ?? false)
  }

  @Test("one of another folder answers nothing, and goes")
  func elsewhere() throws {
    let found = try open("at: years/2024/records, of: 113→43")
    #expect(found.map(\.code) == [.recordsFell, .idleAcknowledgement])
    #expect(found.last?.remedy.zh == "删去这一条")
  }
}
