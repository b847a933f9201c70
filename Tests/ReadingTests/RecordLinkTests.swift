import Diagnostics
import Scoring
import Testing
import Texts

@testable import Reading

/// If this broke, a story's note would lead to somebody else's line of the ledger, or to none.
@Suite("Links to a record of the ledger")
struct RecordLinkTests {
  private static let story = "content/campaigns/rivers/three-rivers.md"
  private static let records = "content/years/2025/records/"

  private func read(
    _ link: String, _ others: [String: String] = [:], on day: Day? = nil
  ) throws -> (content: Content?, diagnostics: [Diagnostic]) {
    var project = try Project.base()
    project.lay([Self.story: "---\ntitle: 三条河\ndate: 2025-09-13\nsummary: 一\n---\n\n水样。[^1]\n\n[^1]: [账上](\(link))\n"])
    project.lay(others)
    let (content, diagnostics, _, _) = project.read(on: day)
    return (content, diagnostics)
  }

  private func rows(_ more: String...) throws -> [String: String] {
    let path = Self.records + "b07.csv"
    return [path: try #require(Project.base().files[path]) + more.map { $0 + "\n" }.joined()]
  }

  private func holders(_ link: RecordLink?) -> [Int32] {
    switch link?.holders {
    case .members(let members): members.map(\.index)
    case .branch(let branch): [-1, branch.index]
    case nil: []
    }
  }

  @Test("a record is found by its table and id, wherever its row stands")
  func found() throws {
    let moved = try #require(Project.base().files[Self.records + "b07.csv"])
      .replacing("2025-03-08,zhou", with: "2025-03-07,gao-yuan,theme-day,,,,,又一次,,,\n2025-03-08,zhou")
    for (others, line) in [([:], 3), ([Self.records + "b07.csv": moved], 4)] {
      let (content, diagnostics) = try read("../../years/2025/records/b07.csv#r-1", others)
      #expect(diagnostics == [])
      let link = content?.recordLinks[Self.records + "b07.csv#r-1"]
      #expect(link?.year == 2025)
      #expect(link?.place.line == Int32(line))
      let names = content?.ledger.roster.members.map(\.name)
      #expect(holders(link).map { names?[Int($0)] } == ["周静怡"])
    }
  }

  @Test("of several people's row everybody is meant, of a branch's row the branch")
  func shared() throws {
    let (content, diagnostics) = try read(
      "../../years/2025/records/b07.csv#r-2", rows("2025-05-04,zhou-jingyi、gao-yuan,theme-day,,,,,一起,r-2,,"))
    #expect(diagnostics == [])
    #expect(holders(content?.recordLinks[Self.records + "b07.csv#r-2"]).count == 2)

    let rulebook = "content/years/2025/rulebook.yaml"
    let rules = try #require(Project.base().files[rulebook])
      .replacing("proof: 会议记录}\n", with: "proof: 会议记录}\n    - {key: news, name: 宣传, kind: 自选, points: 1, proof: 稿件}\n")
    let head = "日期,党员,支部,项目,事由,记录号\n"
    let mixed = try read(
      "../../years/2025/records/b08.csv#b-1",
      [
        rulebook: rules,
        Self.records + "b08.csv": head + "2025-05-04,gao-yuan,,theme-day,一,m-1\n2025-05-05,,b07,news,二,b-1\n",
      ])
    #expect(mixed.diagnostics == [])
    let branch = holders(mixed.content?.recordLinks[Self.records + "b08.csv#b-1"])
    #expect(branch.first == -1)
    #expect(branch.last.map { mixed.content?.ledger.roster.branches[Int($0)].id } == "b07")
  }

  @Test("a sheet of a workbook is named by its file")
  func sheets() throws {
    let path = Self.records + "积分登记.xlsx"
    let (content, diagnostics) = try read(
      "../../years/2025/records/积分登记.xlsx#r-3",
      [path + "[5月]": "日期,党员,项目,事由,记录号\n2025-05-04,周静怡,主题党日,一起,r-3\n"])
    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(holders(content?.recordLinks[path + "#r-3"]).count == 1)
  }

  @Test(
    "what leads to no record is refused, with what to write",
    arguments: [
      ("b07.csv", "账上的一张表", "记录号"),
      ("b07.csv#", "账上的一张表", "记录号"),
      // A row's number isn't an id.
      ("b07.csv#3", "2025年没有记录号“3”", "行号会变"),
      ("b07.csv#r-11", "2025年没有记录号“r-11”", "是不是“r-1”？"),
      ("b08.csv#r-1", "不在", "years/2025/records/b07.csv:3"),
      ("b09.csv#r-1", "没有对应的文件", ""),
    ])
  func refused(link: String, message: String, remedy: String) throws {
    let head = "日期,党员,项目,数量,级别,活动,工作,事由,记录号,更正,补录日期\n"
    let found = try read("../../years/2025/records/\(link)", [Self.records + "b08.csv": head]).diagnostics
    #expect(found.map(\.code) == [.deadLink])
    #expect(found.first?.message.zh.contains(message) == true)
    #expect(found.first?.remedy.zh.contains(remedy) == true || remedy.isEmpty)
    #expect(found.first?.place?.line == 9)
  }

  @Test("a record to come is led to from its day on")
  func waiting() throws {
    let site = try #require(Project.base().files["content/site.yaml"])
    let files = try rows("2025-11-01,zhou-jingyi,theme-day,,,,,将来,r-4,,").merging([
      "content/site.yaml": site.replacing("as_of: 2025-12-11", with: "as_of: 逐日")
    ]) { $1 }
    let link = "../../years/2025/records/b07.csv#r-4"
    let early = try read(link, files, on: Day(year: 2025, month: 10, day: 1)).diagnostics
    #expect(early.contains { $0.code == .deadLink && $0.message.zh.contains("到 2025-11-01 才算") })
    let late = try read(link, files, on: Day(year: 2025, month: 12, day: 1))
    #expect(late.content?.recordLinks.count == 1)
  }

  @Test("where the records couldn't be read nobody is told that one is missing")
  func spoiled() throws {
    let found = try read("../../years/2025/records/b07.csv#r-9", rows("2025-05-04,zhou-jingyi,theme-day,,,,,一,r 9,,"))
    #expect(!found.diagnostics.map(\.code).contains(.deadLink))
  }
}
