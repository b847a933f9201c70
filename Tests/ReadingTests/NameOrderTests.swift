@testable import Reading
import Scoring
import Testing
import Diagnostics

@Suite("The order of names")
struct NameOrderTests {
  /// 周 has 8 strokes, 高 10, 林 8; 静 14, 怡 8, 远 7, 知 8.
  private func project(order: String, strokes: [String]) throws -> Project {
    var project = try Project.base()
    project.files["content/site.yaml"]? += order
    project.files["content/members/b07.csv"] = """
      编号,姓名,拼音,入党日期,笔画
      zhou-jingyi,周静怡,zhou jingyi,2010-07-01,\(strokes[0])
      gao-yuan,高远,gao yuan,,\(strokes[1])
      lin-zhiyuan,林知远,lin zhiyuan,,\(strokes[2])

      """
    return project
  }

  private func names(_ project: Project) throws -> [String] {
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.isEmpty)
    return try #require(content).ledger.roster.members.sorted { $0.sortKey < $1.sortKey }.map(\.name)
  }

  @Test("by strokes: the surname's first, then the surname, 林 before 周 of 8 before 高 of 10; by pinyin: gao, lin, zhou")
  func order() throws {
    let strokes = ["8 14 8", "10 7", "8 8 7"]
    #expect(try names(project(order: "name_order: 笔画\n", strokes: strokes)) == ["林知远", "周静怡", "高远"])
    #expect(try names(project(order: "name_order: 拼音\n", strokes: strokes)) == ["高远", "林知远", "周静怡"])
    #expect(try names(project(order: "", strokes: ["", "", ""])) == ["高远", "林知远", "周静怡"])
  }

  @Test("by strokes one surname stands together, also where another has as many: 马骁 isn't parted from 马永琳 by 上官")
  func surnames() throws {
    var project = try project(order: "name_order: 笔画\n", strokes: ["3 8 8 12", "3 9", "3 5 12"])
    for (name, other) in [
      ("周静怡,zhou jingyi", "上官绍琳,shangguan shaolin"), ("高远,gao yuan", "马骁,ma xiao"),
      ("林知远,lin zhiyuan", "马永琳,ma yonglin"),
    ] {
      project.files["content/members/b07.csv"]?.replace(name, with: other)
    }
    #expect(try names(project) == ["马永琳", "马骁", "上官绍琳"])
  }

  @Test("strokes that are written are one number a character")
  func mistakes() throws {
    func codes(_ order: String, _ strokes: String) throws -> [String] {
      try project(order: order, strokes: [strokes, "10 7", "8 8 7"]).read().1.map(\.code.rawValue)
    }
    #expect(try codes("name_order: 笔画\n", "") == [])
    #expect(try codes("name_order: 笔画\n", "8 14") == ["malformed-number"])
    #expect(try codes("name_order: 笔画\n", "8 十四 8") == ["malformed-number"])
    #expect(try codes("", "8 14") == ["malformed-number"])
    #expect(try codes("name_order: 部首\n", "8 14 8") == ["unknown-choice"])
  }

  @Test("pinyin and strokes that aren't written are those of the name; what is written stands")
  func computed() throws {
    var project = try project(order: "name_order: 笔画\n", strokes: ["", "", ""])
    // 令 has 5 strokes, 单 8; 乐 has 5 too, but 9 is written.
    project.files["content/members/b07.csv"] = """
      编号,姓名,笔画,拼音
      zhou-jingyi,单晓峰,,
      gao-yuan,令狐远,,
      lin-zhiyuan,乐　平,9 5,le ping

      """
    #expect(try names(project) == ["令狐远", "单晓峰", "乐平"])
    let members = try #require(project.read().content).ledger.roster.members
    #expect(Set(members.map(\.pinyin)) == ["shan xiaofeng", "linghu yuan", "le ping"])
    project.files["content/members/b07.csv"] = """
      key,name
      zhou-jingyi,单晓峰
      gao-yuan,单晓锋
      lin-zhiyuan,Anna 林

      """
    // Nobody knows how Anna is read, and how many strokes she has.
    #expect(project.read().diagnostics.map(\.code.rawValue) == ["missing-value", "missing-value"])
    project.files["content/members/b07.csv"]?.replace("Anna 林", with: "林安娜")
    #expect(try names(project) == ["林安娜", "单晓峰", "单晓锋"])
  }
}
