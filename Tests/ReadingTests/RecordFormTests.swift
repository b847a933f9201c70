import Diagnostics
@testable import Reading
import Scoring
import Testing

@Suite("Records of the forms that offices write")
struct RecordFormTests {
  /// Items of every form that asks for more than a day and a person.
  static let items = """
        - {key: exam, name: 测试, kind: 规定, steps: {60: 0.5, 80: 1}, unit: 分}
        - {key: rate, name: 出勤率, kind: 规定, steps: {0: -1, 90: 1}, unit: "%"}
        - {key: hours, name: 志愿服务, kind: 自选, reach: {10: 2, 20: 5}, unit: 学时}
        - {key: tens, name: 满十人, kind: 自选, per: 3, unit: 人, each: 10}
        - {key: helping, name: 好人好事, kind: 自选, range: [1, 5]}
        - {key: fault, name: 违规, kind: 规定, range: [-4, -1]}
        - {key: duty, name: 履职, kind: 规定, start: 10, levels: {缺席: -1, 造假: all}}
        - {key: prize, name: 表彰, kind: 自选, levels: {市级: 3, 省级: 5}, once: true}
        - {key: team, name: 集体项目, kind: 自选, points: 5, roles: {负责人: 1, 成员: 0.8}}
        - {key: survey, name: 民主测评, kind: 规定, form: survey, weight: 20}
        - {key: dues-1, name: 党费, kind: 规定, points: 1, to: 2025-06-30}
        - {key: dues-2, name: 党费, kind: 规定, points: 2, from: 2025-07-01}
        - {key: lead, name: 支委履职, kind: 规定, points: 1, for: {office: [书记, 委员]}}
        - {key: probation, name: 思想汇报, kind: 规定, points: 1, for: {standing: [预备]}}
        - {key: at-b03, name: 研发攻关, kind: 自选, points: 1, for: {branch: [b03]}}

    """

  private let head = "日期,党员,项目,数量,级别,角色,事项,事由,记录号,更正\n"

  static func project(_ branchItems: String = "") throws -> Project {
    var project = try Project.base()
    let path = "content/years/2025/rulebook.yaml"
    let rulebook = try #require(project.files[path])
    project.files[path] = rulebook.replacing(
      "branches:\n  items:\n", with: items + "branches:\n  items:\n" + branchItems)
    return project
  }

  private func read(_ rows: String) throws -> (Content?, [Diagnostic]) {
    var project = try Self.project()
    project.lay(["content/years/2025/records/b07.csv": head + rows])
    let (content, diagnostics, _, _) = project.read()
    return (content, diagnostics)
  }

  private func codes(_ rows: String) throws -> [String] { try read(rows).1.map(\.code.rawValue) }

  /// One row: item, quantity, level, role, affair, note.
  private func one(_ cells: String, _ member: String = "zhou-jingyi", on day: String = "2025-03-08") throws -> [String]
  {
    try codes("\(day),\(member),\(cells),,\n")
  }

  @Test(
    "a quantity stands where points come of it, within what it may be",
    arguments: [
      ("exam,85,,,,期中", []), ("exam,,,,,期中", ["missing-value"]), ("exam,0,,,,期中", ["zero-quantity"]),
      ("rate,0,,,,一季度", []), ("rate,87.5%,,,,一季度", []), ("rate,87.5 ％,,,,一季度", []), ("rate,87.5,,,,一季度", []),
      ("exam,85%,,,,期中", ["malformed-number"]), ("hours,4,,,,河边", []), ("hours,,,,,河边", ["missing-value"]),
      ("tens,25,,,,讲课", []), ("tens,,,,,讲课", []), ("helping,5,,,,送老人", []), ("helping,6,,,,送老人", ["outside-range"]),
      ("helping,0.5,,,,送老人", ["outside-range"]), ("helping,,,,,送老人", ["missing-value"]),
      ("helping,3,,,,", ["missing-value"]), ("helping,0,,,,送老人", ["zero-quantity"]),
      ("helping,-2,,,,送老人", ["negative-number"]), ("fault,4,,,,迟报", []), ("fault,5,,,,迟报", ["outside-range"]),
      ("fault,-2,,,,迟报", ["negative-number"]), ("duty,,造假,,,虚报", []), ("duty,2,造假,,,虚报", ["quantity-not-used"]),
      ("survey,80,,,,", ["item-not-recordable"]),
    ])
  func quantities(_ cells: String, _ codes: [String]) throws { #expect(try one(cells) == codes) }

  @Test("a deduction at discretion is written without its sign, and the remedy says so")
  func deduction() throws {
    let found = try read("2025-03-08,zhou-jingyi,fault,-2,,,,迟报,,\n").1
    #expect(found.first?.remedy.zh == "写扣多少分，不写负号")
  }

  @Test(
    "affair and role are named where the rule goes by them, and nowhere else",
    arguments: [
      ("prize,,市级,,站房,获奖", []), ("prize,,市级,,,获奖", ["missing-value"]), ("award,,市,,站房,获奖", ["affair-not-used"]),
      ("team,,,成员,,改造", []), ("team,,,,,改造", ["missing-value"]), ("team,,,组长,,改造", ["unknown-role"]),
      ("theme-day,,,成员,,三月", ["unknown-role"]),
    ])
  func words(_ cells: String, _ codes: [String]) throws { #expect(try one(cells) == codes) }

  @Test(
    "two rows that can't be read for the same reason aren't told to be one record as well",
    arguments: [
      ("exam,,,,,期中", "missing-value"), ("exam,八十,,,,期中", "malformed-number"), ("helping,3,,,,", "missing-value"),
      ("prize,,市级,,,获奖", "missing-value"), ("prize,,,,站房,获奖", "missing-value"),
      ("prize,,区级,,站房,获奖", "unknown-level"), ("team,,,,,改造", "missing-value"), ("team,,,组长,,改造", "unknown-role"),
      ("survey,80,,,,", "item-not-recordable"),
    ])
  func unreadable(_ cells: String, _ code: String) throws {
    let row = "2025-03-08,zhou-jingyi,\(cells),,\n"
    #expect(try codes(row + row) == [code, code])
  }

  @Test("what corrects a row that can't be read has no mistake of its own")
  func unreadableCorrected() throws {
    #expect(
      try codes("2025-03-08,zhou-jingyi,team,,,组长,,改造,t1,\n2025-03-09,zhou-jingyi,team,-1,,,,多记,,t1\n")
        == ["unknown-role"])
  }

  @Test("points beyond a million are told with the full units of the rule")
  func absurdUnits() throws {
    let found = try read("2025-03-08,zhou-jingyi,tens,900000,,,,讲课,,\n").1
    #expect(found.isEmpty, "270000")
    var project = try Self.project()
    project.files["content/years/2025/rulebook.yaml"]?.replace(
      "per: 3, unit: 人, each: 10", with: "per: 300, unit: 人, each: 10")
    project.lay(["content/years/2025/records/b07.csv": head + "2025-03-08,zhou-jingyi,tens,900000,,,,讲课,,\n"])
    #expect(project.read().diagnostics.map(\.message.zh) == ["900000人，每满10人300.00分，超出一百万分"])
  }

  @Test("affairs are told apart as text, roles by their place in the rulebook")
  func values() throws {
    let (content, found) = try read(
      "2025-03-08,zhou-jingyi,prize,,市级,, 站房 ,一,,\n2025-03-09,gao-yuan,prize,,省级,,站房,二,,\n"
        + "2025-03-09,zhou-jingyi,team,,,成员,,改造,,\n")
    #expect(found.isEmpty)
    let ledger = try #require(content?.ledger)
    let records = ledger.years[0].records
    #expect(records[0].affair == records[1].affair)
    #expect(records[0].affair.map { ledger.notes[Int($0)] } == "站房")
    #expect(records.map(\.role) == [nil, nil, 1])
    #expect(records[2].affair == nil)
  }

  @Test(
    "a rule takes the days and the people it is for",
    arguments: [
      ("dues-1,,,,,按时", "zhou-jingyi", "2025-06-30", []),
      ("dues-1,,,,,按时", "zhou-jingyi", "2025-07-01", ["rule-not-in-force"]),
      ("dues-2,,,,,按时", "zhou-jingyi", "2025-06-30", ["rule-not-in-force"]),
      ("lead,,,,,开会", "zhou-jingyi", "2025-03-08", []),
      ("lead,,,,,开会", "lin-zhiyuan", "2025-03-08", ["not-for-member"]),
      ("lead,,,,,开会", "gao-yuan", "2025-06-30", ["not-for-member"]), ("lead,,,,,开会", "gao-yuan", "2025-07-01", []),
      ("probation,,,,,汇报", "lin-zhiyuan", "2025-03-08", []),
      ("probation,,,,,汇报", "gao-yuan", "2025-03-08", ["not-for-member"]),
      ("at-b03,,,,,攻关", "gao-yuan", "2025-06-30", ["not-for-member"]), ("at-b03,,,,,攻关", "gao-yuan", "2025-07-01", []),
    ])
  func reach(_ cells: String, _ member: String, _ day: String, _ codes: [String]) throws {
    #expect(try one(cells, member, on: day) == codes)
  }

  @Test("the rule's line is named, and the item of the same name that takes the day")
  func otherRule() throws {
    let found = try read("2025-08-05,zhou-jingyi,dues-1,,,,,八月,,\n").1
    #expect(found.first?.message.zh.contains("content/years/2025/rulebook.yaml:") == true)
    #expect(found.first?.remedy.zh.contains("“dues-2”") == true)
  }

  @Test("a correction may come when its rule is over, and leaves level, role and affair to its record")
  func corrections() throws {
    let dues = "2025-06-30,zhou-jingyi,dues-1,,,,,六月,d1,\n2025-07-05,zhou-jingyi,dues-1,-1,,,,多记,,d1\n"
    #expect(try codes(dues) == [])
    let (content, found) = try read(
      "2025-03-08,zhou-jingyi,team,,,成员,,改造,t1,\n2025-03-09,zhou-jingyi,team,-1,,,,多记,,t1\n"
        + "2025-03-08,zhou-jingyi,prize,,省级,,站房,获奖,p1,\n2025-03-09,zhou-jingyi,prize,-1,,,,多记,,p1\n")
    #expect(found.isEmpty)
    let records = try #require(content?.ledger.years[0].records)
    #expect(records[1].role == 1)
    #expect(records[3].affair == records[2].affair)
    #expect(records[3].level == 1)
    let other = "correction-at-other-level"
    #expect(
      try codes("2025-03-08,zhou-jingyi,team,,,成员,,改造,t1,\n2025-03-09,zhou-jingyi,team,-1,,负责人,,多记,,t1\n") == [other])
    #expect(
      try codes("2025-03-08,zhou-jingyi,prize,,省级,,站房,获奖,p1,\n2025-03-09,zhou-jingyi,prize,-1,,,河道,多记,,p1\n")
        == [other])
  }

  @Test(
    "what is paid by quantity is corrected in parts; at discretion something of the range stands, or nothing",
    arguments: [
      ("exam,85", "-20", []), ("hours,12", "-4", []), ("tens,25", "-6", []),
      ("tens,25", "-26", ["correction-too-large"]),
      ("helping,5", "-3", []), ("helping,5", "-5", []), ("helping,2", "1", []),
      ("helping,5", "-4.5", ["outside-range"]),
      ("helping,5", "1", ["outside-range"]), ("fault,4", "-2", []), ("fault,4", "-3.5", ["outside-range"]),
    ])
  func parts(_ record: String, _ correction: String, _ expected: [String]) throws {
    let item = record.prefix { $0 != "," }
    let rows =
      "2025-03-08,zhou-jingyi,\(record),,,,一,r1,\n2025-03-09,zhou-jingyi,\(item),\(correction),,,,更正,,r1\n"
    #expect(try codes(rows) == expected)
  }

  @Test("what took all is taken back as a whole")
  func all() throws {
    let record = "2025-03-08,zhou-jingyi,duty,,造假,,,虚报,r1,\n"
    #expect(try codes(record + "2025-03-09,zhou-jingyi,duty,-1,,,,查无此事,,r1\n") == [])
    #expect(try codes(record + "2025-03-09,zhou-jingyi,duty,-0.5,,,,从轻,,r1\n") == ["quantity-not-used"])
  }

  @Test("another affair or another role is another thing; the same in everything is still entered twice")
  func twins() throws {
    let row = { (role: String, note: String) in "2025-03-08,zhou-jingyi,team,,,\(role),,\(note),,\n" }
    #expect(try codes(row("成员", "改造") + row("负责人", "改造")) == [])
    #expect(try codes(row("成员", "改造") + row("成员", "改造")) == ["duplicate-record"])
    #expect(try codes(row("成员", "改造") + row("成员", "又改造")) == ["near-double"])
    let prize = { (affair: String) in "2025-03-08,zhou-jingyi,prize,,市级,,\(affair),获奖,,\n" }
    #expect(try codes(prize("站房") + prize("河道")) == [])
    #expect(try codes(prize("站房") + prize("站房")) == ["duplicate-record"])
  }

  @Test("what a record would be worth beyond a million points is refused, its role's factor included")
  func limits() throws {
    #expect(try one("tens,\"333,340\",,,,讲课") == [])
    var project = try Self.project()
    let path = "content/years/2025/rulebook.yaml"
    project.files[path] = project.files[path]?.replacing("points: 5, roles", with: "points: 900000, roles")
      .replacing("负责人: 1,", with: "负责人: 2,")
    project.lay(["content/years/2025/records/b07.csv": head + "2025-03-08,zhou-jingyi,team,,,成员,,改造,,\n"])
    #expect(project.read().diagnostics.map(\.code) == [.absurdNumber])
  }
}
