import Diagnostics
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("References by name")
struct NameReferenceTests {
  private let records = "content/years/2025/records/b07.csv"

  /// Two people are called 高远: gao-yuan, who went from b07 to b03 in July, and gao-yuan-2 of b07.
  private func twoOfAName(also: String = "") throws -> Project {
    var project = try Project.base()
    project.files["content/members/b07.csv"] = """
      编号,姓名,拼音,又名
      zhou-jingyi,周静怡,zhou jingyi,
      gao-yuan,高远,gao yuan,高远（大）
      gao-yuan-2,高　远,gao yuan,\(also)
      lin-zhiyuan,林知远,lin zhiyuan,

      """
    project.files["content/memberships/b07.csv", default: ""] += "gao-yuan-2,b07,2020-01-01,,正式,\n"
    return project
  }

  private func keys(_ project: Project) throws -> [String] {
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.message.en) == [])
    let ledger = try #require(content).ledger
    return ledger.years[0].records.map { ledger.roster.members[$0.member].key }
  }

  @Test("an ambiguous name is never guessed: all are listed with id and branch, once for all its uses")
  func ambiguous() throws {
    var project = try twoOfAName()
    project.files["content/years/2025/records/all.csv"] =
      "日期,党员,项目,事由\n2025-08-01,高远,lecture,甲\n2025-08-02,高 远,lecture,乙\n2025-08-02,高远,lecture,丙\n"
    let found = project.read().diagnostics
    #expect(found.map(\.code) == [.ambiguousName, .ambiguousName])
    let told = "gao-yuan（高远，软件研发支部）、gao-yuan-2（高远，环境监测支部）"
    #expect(found.first?.message.zh == "叫“高远”的党员不止一个：\(told)（另有 1 处也这样写）")
  }

  @Test("in a branch's own table the one of that branch on the record's day is meant; an other name is one's alone")
  func branchTable() throws {
    var project = try twoOfAName(also: "高远（小）|小高")
    // Until June both are of b07, from July on gao-yuan-2 alone.
    project.files[records] =
      "日期,党员,项目,事由\n2025-08-01,高远,lecture,甲\n2025-08-02,高远(大),lecture,乙\n2025-08-02,小 高,lecture,丙\n"
    #expect(try keys(project) == ["gao-yuan-2", "gao-yuan", "gao-yuan-2"])
    project.files[records] = "日期,党员,项目,事由\n2025-05-01,高远,lecture,甲\n"
    #expect(project.read().diagnostics.map(\.code) == [.ambiguousName])
    // By the branch's name as well as by its id.
    project.files[records] = nil
    project.files["content/years/2025/records/环境监测.csv"] = "日期,党员,项目,事由\n2025-08-01,高远,lecture,甲\n"
    #expect(try keys(project) == ["gao-yuan-2"])
  }

  @Test("an id wins over a name, a name as it was defined over one that is only spelt like it")
  func precedence() throws {
    var project = try Project.base()
    project.files["content/branches.csv"] = "编号,名称,简称,又名\nb03,软件研发支部,软件研发,Ａ组、第三支部\nb07,环境监测支部,环境监测,\n"
    project.files["content/years/2025/claims.csv"] = "活动,支部,认领日期\na25-01,a 组,2025-01-10\na25-02,第三支部,2025-01-10\n"
    let content = try #require(project.read().content)
    let claims = content.ledger.years[0].activities.flatMap(\.claims)
    #expect(claims.map { content.ledger.roster.branches[$0.branch].id } == ["b03", "b03"])
  }

  @Test("an item of which there are two of a name is the one in force on the day; levels are names too")
  func items() throws {
    var project = try Project.base()
    project.files["content/years/2025/rulebook.yaml"]?.replace(
      "    - {key: lecture, name: 主讲, kind: 自选, per: 2, unit: 次, cap: {year: 8}}\n",
      with: "    - {key: lecture, name: 主讲, kind: 自选, per: 2, unit: 次, to: 2025-06-30, also: [讲课]}\n"
        + "    - {key: lecture-2, name: 主讲, kind: 自选, per: 3, unit: 次, from: 2025-07-01, 又名: 授课}\n")
    project.files[records] =
      "日期,党员,项目,级别,事由\n2025-03-01,周静怡,主讲,,甲\n2025-08-01,周静怡,主 讲,,乙\n2025-08-02,周静怡,授课,,丙\n2025-08-03,周静怡,获奖,公　司,丁\n"
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.message.en) == [])
    let year = try #require(content).ledger.years[0]
    #expect(year.records.map { year.rulebook.items[$0.item].key } == ["lecture", "lecture-2", "lecture-2", "award"])
  }

  @Test("张静宜 leads to 张静怡, and a former member's name says when he left")
  func suggestions() throws {
    var project = try Project.base()
    project.files["content/memberships/b07.csv"]?.replace(
      "lin-zhiyuan,b03,2024-05-01,,预备,", with: "lin-zhiyuan,b03,2024-05-01,2025-10-31,预备,")
    project.files[records] = "日期,党员,项目,事由\n2025-03-01,周静宜,theme-day,甲\n2025-03-01,林知元,theme-day,乙\n"
    let found = project.read().diagnostics
    #expect(found.map(\.code) == [.unknownMember, .unknownMember])
    #expect(
      found.map { String($0.remedy.zh.prefix { $0 != "？" }) } == [
        "是不是“zhou-jingyi（周静怡，环境监测支部）”", "是不是“lin-zhiyuan（林知远，软件研发支部，2025-10-31 离开）”",
      ])
    project.files[records] = "日期,党员,项目,事由\n2025-11-01,林知远,theme-day,甲\n"
    let content = try #require(project.read().content)
    let stray = score(content.ledger).1.first { $0.code == .memberWithoutBranch }
    #expect(stray?.message.zh == "2025-11-01 这一天林知远（lin-zhiyuan）不在任何支部，2025-10-31 已离开")
  }

  @Test(
    "another name that is somebody's already is reported at the later of the two",
    arguments: [
      ("content/branches.csv", "编号,名称,简称,又名\nb03,软件研发支部,软件研发,环监\nb07,环境监测支部,环境监测,1️⃣环 监\n"),
      (
        "content/members/b07.csv",
        "编号,姓名,拼音,又名\nzhou-jingyi,周静怡,zhou jingyi,1️⃣高远\ngao-yuan,高远,gao yuan,\nlin-zhiyuan,林知远,lin zhiyuan,\n"
      ),
    ])
  func taken(path: String, text: String) throws {
    var project = try Project.base()
    project.files[path] = text
    let (_, diagnostics, _, marked) = project.read()
    #expect(diagnostics.map(\.code) == [.duplicateName])
    #expect(diagnostics.first?.place == marked)
  }

  @Test("one under two spellings stands in a list once, and shares of a project name a person once")
  func twice() throws {
    var project = try Project.base()
    project.files["content/campaigns/rivers/three-rivers.md"]?.replace(
      "people: [gao-yuan]", with: "people: [gao-yuan, 高 远]")
    project.files["content/years/2025/projects/paperless.yaml"]?.replace(
      "{lin-zhiyuan: 100}", with: "{lin-zhiyuan: 50, 林知远: 50}")
    #expect(Set(project.read().diagnostics.map(\.severity)) == [.warning, .error])
    #expect(Set(project.read().diagnostics.map(\.code)) == [.duplicateID])
  }
}
