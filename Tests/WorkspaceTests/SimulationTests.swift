import Diagnostics
import Tables
import Testing
import Texts

@testable import Workspace

@Suite("What another rulebook would change")
struct SimulationTests {
  private let rules = SmallProject.files["years/2025/rulebook.yaml"] ?? ""

  private func simulated(_ rulebook: String, format: TextFormat = .csv, all: Bool = false) throws -> (
    String?, [String]
  ) {
    let folder = try SmallProject.folder()
    try folder.write("draft.yaml", rulebook)
    let (report, tree, diagnostics) = try simulate(
      rulebook: "\(folder.path)/draft.yaml", year: nil, project: folder.path, showsAll: all)
    return (
      report?.render(as: format, in: .chinese),
      diagnostics.map { "\($0.code.rawValue) \($0.place.map { tree.citation(of: $0) } ?? "")" }
    )
  }

  @Test("members who move stand with old and new place, the difference and the items behind it")
  func movers() throws {
    // Lectures earn nothing, theme days three points up to nine a year: 王伟 6 → 9, 李娜 1 → 3.
    let (text, mistakes) = try simulated(
      rules.replacing("points: 1, cap: {year: 2}", with: "points: 3, cap: {year: 9}").replacing(
        "per: 2,", with: "per: 0.01,"))
    #expect(mistakes == [])
    let lines = text?.split(separator: "\r\n").map(String.init) ?? []
    // Today 5.00 = 2.00 + 3.00; then 9 + 1.5 × 0.01. With two decimals 7.00 - 2.99 wouldn't be 4.02.
    #expect(lines.contains("member,1,1,wang-wei,王伟,光谱,5.00,9.015,4.015,主题党日 +7.00，主讲 -2.985"))
    #expect(lines.contains("member,2,2,li-na,李娜,光谱,1.00,3.00,2.00,主题党日 +2.00"))
    #expect(!lines.contains { $0.contains("li-na-2") })
  }

  @Test("branches that move stand below, with the items of theirs and what activities are worth")
  func branches() throws {
    // Of a rating's 4.5 nothing moves; the activity of 2 × 2 is worth 7 and no longer 4, all of it the first branch's.
    let lines = try simulated(rules.replacing("[2, 4, 6]", with: "[2, 7, 9]")).0?.split(separator: "\r\n").map(
      String.init)
    #expect(lines?.dropFirst() == ["branch,1,1,b01,光谱支部,光谱,8.50,11.50,3.00,活动赋值 +3.00"])
  }

  @Test("the same rulebook moves nobody; all can be listed")
  func same() throws {
    #expect(try simulated(rules).0?.split(separator: "\r\n").count == 1)
    #expect(try simulated(rules, all: true).0?.split(separator: "\r\n").count == 6)
  }

  @Test("a mistake in the other rulebook is told at its own file")
  func mistaken() throws {
    let (text, mistakes) = try simulated(rules.replacing("kind: 自选", with: "kind: 任选"))
    #expect(text == nil)
    #expect(mistakes.count == 1 && mistakes[0].hasPrefix("unknown-choice") && mistakes[0].hasSuffix("draft.yaml:6"))
  }

  @Test("what is sealed doesn't stand in the way of a trial")
  func sealed() throws {
    let folder = try SmallProject.folder()
    _ = try sealPeriod("2025-03", project: folder.path)
    try folder.write("draft.yaml", rules.replacing("per: 2,", with: "per: 4,"))
    let (report, _, diagnostics) = try simulate(
      rulebook: "\(folder.path)/draft.yaml", year: 2025, project: folder.path, showsAll: false)
    #expect(diagnostics.isEmpty)
    #expect(report?.render(as: .table, in: .english).contains("1 members and 0 branches would move") == true)
  }
}
