import Diagnostics
import Scoring
import Testing
import Texts

@testable import Reading

@Suite("Ids for a roster that has none")
struct EnrolmentTests {
  /// The base project with another roster, and with keys and stays as they stand.
  private func project(_ roster: String, keys: [String] = [], stays: [String] = []) throws -> Project {
    var project = try Project.base()
    project.files["content/site.yaml"] = "as_of: 2025-12-11\ntitle: 样例\n"
    project.files["content/branches.csv"] = "编号,名称,简称\nb07,环境监测支部,环境监测\nb13,水质监测支部,水质监测\n"
    for path in project.files.keys where path.hasPrefix("content/members/") || path.hasPrefix("content/memberships/") {
      project.files[path] = nil
    }
    project.files["content/members/花名册.csv"] = roster
    if !keys.isEmpty {
      project.files["content/keys.csv"] = (["姓名,支部,入党日期,编号,拼音,笔画"] + keys).joined(separator: "\n") + "\n"
    }
    project.files["content/memberships/all.csv"] =
      (["党员,支部,自,至,身份,免计"] + stays).joined(separator: "\n") + "\n"
    return project
  }

  private func enrolment(_ project: Project) throws -> Enrolment {
    let (found, diagnostics) = Reading.enrolment(project.tree().tree)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
    return try #require(found)
  }

  private func line(_ person: Enrolment.Person) -> String {
    [person.name, person.branch ?? "", person.joined.map { "\($0)" } ?? "", person.key, person.pinyin, person.strokes]
      .joined(separator: ",")
  }

  private func line(_ stay: Enrolment.Stay) -> String {
    [
      stay.key, stay.branch, "\(stay.from)", stay.to.map { "\($0)" } ?? "", stay.isProbationary ? "预备" : "正式",
      stay.exemption ?? "",
    ].joined(separator: ",")
  }

  private static let head = "姓名,支部,入党日期,转正日期,备注"

  @Test("new people get id, pinyin and strokes; a namesake gets the next number; who begins when is worked out")
  func newPeople() throws {
    let found = try enrolment(
      project(
        """
        \(Self.head)
        王　伟,b07,2011-07-20,2012-07-20,（大）
        单晓峰,b07,2004-07-15,2005-07-15,
        王伟,b13,2011-06-20,2012-06-20,（小）
        赵敏,b13,2024-12-28,,预备党员
        尉迟雪,b13,2024-06-01,2025-06-01,
        冯一鸣,b13,2008-12-15,2009-12-15,2月由环境监测支部转入
        徐有才,b07,2017-06-20,2018-06-20,2025.2.10起长病假
        田桂香,b07,1975-12-15,1976-12-15,离退休
        胡䶮,b07,2025-03-08,,

        """))
    #expect(
      found.people.map(line) == [
        "王伟,b07,2011-07-20,wang-wei,wang wei,4 6", "单晓峰,b07,2004-07-15,shan-xiaofeng,shan xiaofeng,8 10 10",
        "王伟,b13,2011-06-20,wang-wei-2,wang wei,4 6", "赵敏,b13,2024-12-28,zhao-min,zhao min,9 11",
        "尉迟雪,b13,2024-06-01,yuchi-xue,yuchi xue,11 7 11", "冯一鸣,b13,2008-12-15,feng-yiming,feng yiming,5 1 8",
        "徐有才,b07,2017-06-20,xu-youcai,xu youcai,10 6 3", "田桂香,b07,1975-12-15,tian-guixiang,tian guixiang,5 10 9",
        "胡䶮,b07,2025-03-08,hu-yan,hu yan,9 9",
      ])
    #expect(
      found.stays.map(line) == [
        "wang-wei,b07,2025-01-01,,正式,", "shan-xiaofeng,b07,2025-01-01,,正式,", "wang-wei-2,b13,2025-01-01,,正式,",
        "zhao-min,b13,2025-01-01,,预备,",
        "yuchi-xue,b13,2025-01-01,2025-05-31,预备,", "yuchi-xue,b13,2025-06-01,,正式,",
        "feng-yiming,b07,2025-01-01,2025-01-31,正式,", "feng-yiming,b13,2025-02-01,,正式,",
        "xu-youcai,b07,2025-01-01,2025-02-09,正式,", "xu-youcai,b07,2025-02-10,,正式,长期患病",
        "tian-guixiang,b07,2025-01-01,,正式,离退休",
        "hu-yan,b07,2025-03-08,,预备,",
      ])
    #expect(found.ends.isEmpty)
    #expect(found.doubts.isEmpty)
  }

  @Test("what is known stays; who was confirmed, moved, fell ill or left has a day, whose day is missing is a doubt")
  func changes() throws {
    let project = try project(
      """
      姓名,支部,入党日期,转正日期,转出日期,备注
      王伟,b13,2011-07-20,2012-07-20,,3月5日由环境监测支部转入
      赵敏,b07,2024-06-28,2025-06-28,,
      单晓峰,b13,2004-07-15,2005-07-15,,
      李明,b07,,,2025-05-01,
      沈国栋,b07,,,2024-12-05,

      """,
      keys: [
        "王伟,b07,2011-07-20,wang-wei,wang wei,4 6", "赵敏,b07,2024-06-28,zhao-min,zhao min,9 11",
        "单晓峰,b07,2004-07-15,shan-xf,shan xiaofeng,", "李明,b07,2013-11-20,li-ming,,", "高磊,b07,2001-06-28,gao-lei,,",
      ],
      stays: [
        "wang-wei,b07,2025-01-01,,正式,", "zhao-min,b07,2025-01-01,,预备,", "shan-xf,b07,2025-01-01,,正式,",
        "li-ming,b07,2025-01-01,,正式,", "gao-lei,b07,2025-01-01,,正式,",
      ])
    let found = try enrolment(project)
    #expect(found.people.isEmpty)
    #expect(found.stays.map(line) == ["wang-wei,b13,2025-03-05,,正式,", "zhao-min,b07,2025-06-28,,正式,"])
    #expect(
      found.ends.map { "\($0.key) \($0.place.line) \($0.last)" } == [
        "wang-wei 2 2025-03-04", "zhao-min 3 2025-06-27", "li-ming 5 2025-04-30",
      ])
    #expect(found.doubts.map(\.key) == ["shan-xf", "gao-lei"])
  }

  @Test("whom the roster doesn't name any more is a member still, and whom it names without an id is a mistake")
  func reading() throws {
    var project = try Project.base()
    project.files["content/keys.csv"] = """
      姓名,支部,入党日期,编号,拼音,笔画
      王伟,b07,2011-07-20,wang-wei,,
      王伟,b07,2011-07-09,wang-wei-2,,
      单晓峰,b07,,shan-xf,shan xf,

      """
    project.files["content/members/名单.csv"] = "姓名,支部,入党日期\n王伟,b07,2011-07-20\n"
    let members = try #require(project.read().content).ledger.roster.members
    #expect(members.filter { $0.name == "王伟" }.map(\.key) == ["wang-wei", "wang-wei-2"])
    #expect(members.first { $0.key == "shan-xf" }?.pinyin == "shan xf")
    for (row, what) in [
      ("王伟,b07,2019-01-01", "还没有编号"), ("王伟,b07,2011-07-01", "可以是 wang-wei 或 wang-wei-2"),
      ("王伟,b07,", "可以是 wang-wei 或 wang-wei-2"), ("王薇,b07,2011-07-20", "还没有编号"),
    ] {
      project.files["content/members/名单.csv"] = "姓名,支部,入党日期\n\(row)\n"
      let found = project.read().diagnostics
      #expect(found.map(\.code.rawValue) == ["missing-value"])
      #expect(found.first?.message.zh.contains(what) == true, "\(row)")
    }
  }

  @Test("an id never changes, whoever is added to the roster, and in whatever order its rows stand", arguments: 1...40)
  func stability(seed: UInt64) throws {
    var dice = seed &* 0x9E37_79B9_7F4A_7C15
    func roll(_ count: Int) -> Int {
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(dice >> 33) % count
    }
    // Few names of few letters: most people have a namesake, or one who only sounds so.
    let names = ["王伟", "王薇", "李明", "李鸣", "单丹", "王　伟"]
    var (keys, rows, ids): ([String], [String], [String: String]) = ([], [], [:])
    for _ in 0..<4 {
      for _ in 0...roll(4) {
        let row = "\(names[roll(names.count)]),\(["b07", "b13"][roll(2)]),20\(10 + roll(9))-0\(1 + roll(9))-1\(roll(9))"
        // Who joined in the same month and has the same name can't be told apart by a roster.
        if !rows.contains(where: { sameMonth($0, row) }) { rows.insert(row, at: roll(rows.count + 1)) }
      }
      let found = try enrolment(project("姓名,支部,入党日期\n\(rows.joined(separator: "\n"))\n", keys: keys))
      keys += found.people.map(line)
      for (row, key) in zip(rows, try readIDs(rows, keys)) {
        #expect(ids[row] == nil || ids[row] == key, "\(row)")
        ids[row] = key
      }
      #expect(Set(ids.values).count == rows.count)
    }
  }

  private func sameMonth(_ a: String, _ b: String) -> Bool {
    func mark(_ row: String) -> [String] {
      let cells = row.split(separator: ",").map(String.init)
      return [cells[0].asCompared, String(cells[2].prefix(7))]
    }
    return mark(a) == mark(b)
  }

  /// The id of each row, as reading finds it.
  private func readIDs(_ rows: [String], _ keys: [String]) throws -> [String] {
    let tree = try project("姓名,支部,入党日期\n\(rows.joined(separator: "\n"))\n", keys: keys).tree().tree
    let draft = readDraft(tree, pool: OneByOne(), stretch: 1 << 20)
    let found = Dictionary(uniqueKeysWithValues: draft.memberDrafts.map { ($0.member.place, $0.member.key) })
    return draft.rosterRows.map { found[$0.place] ?? "" }
  }
}
