import Diagnostics
import Scoring
import Testing

@testable import Reading

/// What stands behind a name of the office's own is never passed over, and no number is too large to be told.
@Suite("Gaps and extremes in a rulebook")
struct RulebookGapTests {
  @Test(
    "a level, a role or a step without its figure is a mistake where it stands",
    arguments: [
      "levels: {市级: 1, 省级: }", "steps: {50: 1, 60: }, unit: 分", "reach: {50: , 60: 2}, unit: 时",
      "points: 5, roles: {主持: , 成员: 0.8}",
    ])
  func gaps(way: String) throws {
    let project = try RulebookProject(member: ["{key: new, name: 新项, kind: 自选, \(way)}"])
    #expect(project.codes() == ["missing-key"])
  }

  @Test(
    "what takes all can't be cut, shared or counted once",
    arguments: [
      ("cap: {month: 3}", true), ("cap: {record: 3}", true), ("cap: {year: 12}", false),
      ("roles: {主: 1, 次: 0.5}", true),
      ("once: true", true), ("again: [2]", true),
    ])
  func forfeits(more: String, isRefused: Bool) throws {
    let item = "{key: duty, name: 履职, kind: 规定, start: 10, levels: {缺席: -1, 造假: all}, \(more)}"
    #expect(try RulebookProject(member: [item]).codes() == (isRefused ? ["rule-combination"] : []))
  }

  @Test("points beyond all bounds are told, whatever the unit")
  func extremes() throws {
    var project = try Project.base()
    project.files["content/years/2025/rulebook.yaml"]?.replace(
      "branches:\n", with: "    - {key: vast, name: 巨数, kind: 自选, per: 1000000, unit: 次, each: 0.01}\nbranches:\n")
    project.files["content/years/2025/records/vast.csv"] =
      "日期,党员,项目,数量,事由\n2025-01-05,zhou-jingyi,vast,100000,一\n"
    #expect(project.read().diagnostics.map(\.code.rawValue) == ["absurd-number"])
  }
}
