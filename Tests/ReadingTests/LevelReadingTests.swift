import Diagnostics
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("Units as branches.csv and parents.csv have them")
struct LevelReadingTests {
  private static let branches = """
    编号,名称,简称,又名,业务,类别,上级组织
    b03,软件研发支部,软件研发,,研发,,研发总支
    b07,环境监测支部,环境监测,,环境,支部,u2
    u1,研发党总支,研发,研发总支,,党总支,技术
    u2,技术党委,技术,,,二级党委,

    """

  private func read(_ files: [String: String] = [:]) throws -> (content: Content?, diagnostics: [Diagnostic]) {
    var project = try Project.base()
    project.lay(["content/branches.csv": Self.branches].merging(files) { $1 })
    let (content, diagnostics, _, _) = project.read()
    return (content, diagnostics)
  }

  private func codes(_ files: [String: String]) throws -> [String] { try read(files).diagnostics.map(\.code.rawValue) }

  @Test("a row with a kind is a unit, whatever the order of rows; parents are named as people name them")
  func rows() throws {
    let (content, diagnostics) = try read()
    #expect(diagnostics.map(\.message.zh) == [])
    let roster = try #require(content).ledger.roster
    #expect(roster.branches.map(\.id) == ["b03", "b07"])
    #expect(
      roster.levels.units.map(\.id) == ["u1", "u2"] && roster.levels.units.map(\.kind) == [.generalBranch, .committee])
    let tree = roster.tree(in: 2025)
    #expect(tree.path(to: Ref<Branch>(0)).map { roster.levels.units[$0].id } == ["u2", "u1"])
    #expect(tree.path(to: Ref<Branch>(1)).map { roster.levels.units[$0].id } == ["u2"])
  }

  @Test("who comes under another unit does so for whole years; an empty cell is directly under the company")
  func parents() throws {
    let parents = "organisation,parent,since\n环境监测,u1,2025\nu1,,2026\n"
    let roster = try #require(try read(["content/parents.csv": parents]).content).ledger.roster
    let path = { (branch: Int, year: Int) in
      roster.tree(in: year).path(to: Ref<Branch>(branch)).map { roster.levels.units[$0].id }
    }
    #expect(path(1, 2024) == ["u2"] && path(1, 2025) == ["u2", "u1"] && path(1, 2026) == ["u1"])
    #expect(path(0, 2027) == ["u1"])
  }

  @Test(
    "all of a unit are all of its branches that year, each in the order of the roster; the excepted are looked up in it"
  )
  func everybody() throws {
    let people = { (cell: String) in
      let (content, diagnostics) = try read([
        "content/years/2025/records/b07.csv": "日期,党员,项目,事由\n2025-03-01,\"\(cell)\",theme-day,甲\n"
      ])
      #expect(diagnostics.map(\.message.zh) == [])
      let ledger = try #require(content).ledger
      return ledger.years[0].records.map { ledger.roster.members[$0.member].name }
    }
    #expect(try people("全体:u2（3人）") == ["林知远", "高远", "周静怡"])
    #expect(try people("研发党总支全体党员") == ["林知远"])
    #expect(try people("全体党员:技术党委（高远请假）") == ["林知远", "周静怡"])
    #expect(
      try codes([
        "content/years/2025/records/b07.csv": "日期,党员,项目,事由\n2025-03-01,全体:u1（高远请假）,theme-day,甲\n"
      ]) == ["whole-branch"])
  }

  @Test("a name is one organisation's: of two units, and of a unit and a branch")
  func clashes() throws {
    let one = Self.branches.replacing("技术党委,技术", with: "软件研发支部,技术")
    #expect(try codes(["content/branches.csv": one]) == ["duplicate-name"])
    #expect(
      try codes(["content/branches.csv": Self.branches.replacing("u1,", with: "b03,")]).contains("duplicate-name"))
    let twice = Self.branches.replacing("u2,技术党委", with: "u2,研发党总支")
    #expect(try codes(["content/branches.csv": twice]) == ["duplicate-name"])
  }

  @Test("who names a unit where a branch is needed is told its branches, once for all places")
  func unitForBranch() throws {
    let (_, diagnostics) = try read([
      "content/years/2025/claims.csv": "活动,支部,认领日期\na25-01,技术党委,2025-01-10\na25-02,技术党委,2025-01-10\n"
    ])
    #expect(diagnostics.map(\.code) == [.wrongLevel])
    let told = try #require(diagnostics.first)
    #expect(told.message.zh == "“技术党委”是上级组织，不是支部（另有 1 处也这样写）")
    #expect(told.remedy.zh == "党员、记录和认领都在支部，写它的一个支部：b03（软件研发支部）、b07（环境监测支部）")
    #expect(told.remedy.en.hasSuffix("b03 (软件研发支部), b07 (环境监测支部)"))
  }

  @Test("what is wrong with parents, each at its place and once")
  func mistakes() throws {
    let lay = { (row: String) in ["content/branches.csv": Self.branches.replacing("u2,技术党委,技术,,,二级党委,", with: row)] }
    #expect(try codes(lay("u2,技术党委,技术,,,二级党委,u2")) == ["unit-circle"])
    #expect(try codes(lay("u2,技术党委,技术,,,二级党委,b07")) == ["wrong-level"])
    #expect(try codes(lay("u2,技术党委,技术,,,二级党委,u9")) == ["unknown-unit"])
    #expect(try codes(lay("u2,技术党委,技术,,,分党委,")).first == "unknown-choice")
    #expect(try codes(lay("u2,技术党委,技术,,,二级党委,\nu3,备用总支,备用,,,总支,")) == ["empty-unit"])
    let parents = { ["content/parents.csv": "组织,上级组织,自年度\n" + $0] }
    #expect(try codes(parents("b07,u1,2025-07-01\n")) == ["parent-within-year"])
    #expect(try codes(parents("b07,u1,2025\nb07,u2,2025\n")) == ["parent-within-year"])
    #expect(try codes(parents("b7,u1,2025\n")) == ["unknown-unit"])
    #expect(try codes(parents("u2,u1,2026\n")) == ["unit-circle"])
    #expect(try codes(parents("b07,b03,2025\n")) == ["wrong-level"])
  }

  @Test("the same table in a workbook; a mistake there has its cell")
  func workbook() throws {
    let (content, diagnostics) = try read([
      "content/branches.csv": "", "content/branches.xlsx[支部]": Self.branches,
    ])
    #expect(diagnostics.map(\.message.zh) == [])
    #expect(try #require(content).ledger.roster.levels.units.map(\.id) == ["u1", "u2"])
  }
}
