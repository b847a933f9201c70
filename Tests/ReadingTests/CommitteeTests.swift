@testable import Reading
import Scoring
import Testing
import Diagnostics

/// Secretaries (S9) and cadres (S10): what the office records about people who lead.
@Suite("Secretaries and cadres")
struct CommitteeTests {
  private static let header = "支部,党员,职务,职级,岗位,自,至\n"
  private static let third = "b03,gao-yuan,书记,中层,研发部经理,2025-07-01,\n"

  private func offices(_ rows: String) throws -> [String] {
    var project = try Project.base()
    project.files["content/offices.csv"] = Self.header + rows
    return project.read().diagnostics.map(\.code.rawValue)
  }

  @Test("a branch has one secretary at a time; successors may follow on the next day")
  func succession() throws {
    let former = "b07,gao-yuan,书记,中层,,2022-01-01,2023-12-31\n"
    let present = "b07,zhou-jingyi,书记,中层,,2024-01-01,\n"
    #expect(try offices(former + present + Self.third) == [])
    #expect(
      try offices(former.replacing("2023-12-31", with: "2024-01-01") + present + Self.third) == ["secretary-overlap"])
    let deputy = "b07,gao-yuan,副书记,主管,,2024-01-01,\n"
    #expect(try offices(present + deputy + Self.third) == [], "a deputy is no second secretary")
  }

  @Test("a long office is remembered past a short one inside it")
  func nested() throws {
    let rows = """
      b07,zhou-jingyi,书记,中层,,2020-01-01,
      b07,gao-yuan,书记,中层,,2021-01-01,2021-02-01
      b07,lin-zhiyuan,书记,中层,,2024-01-01,2024-02-01

      """
    #expect(try offices(rows + Self.third) == ["secretary-overlap", "secretary-overlap"])
  }

  @Test("each branch with people but no secretary on the day of the report is named; one without people is not")
  func vacancy() throws {
    #expect(try offices(Self.third) == ["secretary-missing"])
    #expect(try offices("b07,zhou-jingyi,书记,中层,,2024-01-01,2025-12-10\n" + Self.third) == ["secretary-missing"])
    #expect(try offices("b07,zhou-jingyi,书记,中层,,2024-01-01,2025-12-11\n" + Self.third) == [])
    var project = try Project.base()
    project.files["content/branches.csv"]? += "b09,筹建支部,筹建,\n"
    #expect(project.read().diagnostics.map(\.code.rawValue) == [])
  }

  @Test("while an office can't be read nobody is said to be missing")
  func unreadable() throws {
    #expect(try offices("b07,zhou-jingyi,书记,中层,,2024-13-01,\n" + Self.third) == ["malformed-date"])
  }

  private func cadre(_ lines: String) throws -> (codes: [String], matters: [Decision.Matter]) {
    var project = try Project.base()
    project.files["content/years/2025/decisions.yaml"] =
      "cadres:\n  - member: zhou-jingyi\n    signed_by: 公司党委\n    on: 2025-12-10\n" + lines
    let (content, diagnostics, _, _) = project.read()
    return (diagnostics.map(\.code.rawValue), content?.ledger.years[0].decisions.map(\.matter) ?? [])
  }

  @Test("one person may attest several criteria, and each stands for itself (S10)")
  func attested() throws {
    let (codes, matters) = try cadre(
      """
          tier: 2
          attested:
            - {criteria: [组织协调, willing], by: 支部, on: 2025-12-03}
            - {criteria: [品行], by: 组织委员, on: 2025-12-05}

      """)
    #expect(codes == [])
    guard case .cadre(_, tier: 2?, let attested) = try #require(matters.first) else {
      Issue.record("no cadre of tier 2")
      return
    }
    #expect(attested.map(\.criterion) == [.willing, .character, .organising])
    #expect(attested.map(\.by) == ["支部", "组织委员", "支部"])
    #expect(attested.map { "\($0.on)" } == ["2025-12-03", "2025-12-05", "2025-12-03"])
  }

  @Test("a tier needs all three, an open case does not")
  func open() throws {
    let two = "    attested:\n      - {criteria: [意愿, 品行], by: 支部, on: 2025-12-03}\n"
    #expect(try cadre(two).codes == [])
    #expect(try cadre("    tier: 1\n" + two).codes == ["criteria-not-attested"])
    #expect(try cadre("    tier: 1\n").codes == ["criteria-not-attested"])
  }

  @Test("what is misspelt or stands twice is told once, and the tier isn't accused as well")
  func misspelt() throws {
    let row = "    tier: 1\n    attested:\n      - {criteria: [意愿, 品行, 组织], by: 支部, on: 2025-12-03}\n"
    #expect(try cadre(row).codes == ["unknown-choice"])
    let twice = row.replacing("组织]", with: "组织协调, 意愿]")
    #expect(try cadre(twice).codes == ["duplicate-key"])
  }

  @Test("a tier isn't decided before what it rests on")
  func early() throws {
    let late = "    tier: 1\n    attested:\n      - {criteria: [意愿, 品行, 组织协调], by: 支部, on: 2025-12-11}\n"
    #expect(try cadre(late).codes == ["dates-out-of-order"])
  }
}
