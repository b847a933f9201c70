import Diagnostics
import Parsing
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("Several people in a cell")
struct PeopleTests {
  private let records = "content/years/2025/records/b07.csv"

  /// On 1 March b07 has 周静怡 and 高远, b03 has 林知远; on 1 August b07 has 周静怡, b03 has 高远 and 林知远.
  private func people(_ cell: String, on day: String = "2025-03-01", file: String? = nil) throws -> [String] {
    var project = try Project.base()
    project.files[records] = nil
    project.files[file ?? records] = "日期,党员,项目,事由\n\(day),\"\(cell)\",theme-day,甲\n"
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.message.zh) == [])
    let ledger = try #require(content).ledger
    #expect(Set(ledger.years[0].records.map(\.place.line)).count <= 1)
    return ledger.years[0].records.map { ledger.roster.members[$0.member].name }
  }

  private func codes(_ cell: String, on day: String = "2025-03-01", file: String? = nil) throws -> [String] {
    var project = try Project.base()
    project.files[records] = nil
    project.files[file ?? records] = "日期,党员,项目,事由\n\(day),\"\(cell)\",theme-day,甲\n"
    let (content, diagnostics, _, _) = project.read()
    #expect(content == nil)
    return diagnostics.map(\.code.rawValue)
  }

  @Test(
    "names are parted by 、，；| and their like, ids among them; each has a record of his own at the row's place",
    arguments: ["周静怡、高远；林 知远", "zhou-jingyi|高远|林知远", "周静怡,高远，lin-zhiyuan", "周静怡、高远、林知远（3人）", "周静怡;高远;林知远;共3人"])
  func several(cell: String) throws { #expect(try people(cell) == ["周静怡", "高远", "林知远"]) }

  @Test("everybody of the table's branch, or of the one named, whose stay covers the day")
  func everybody() throws {
    #expect(try people("全体党员") == ["高远", "周静怡"])
    #expect(try people("全体党员", on: "2025-08-01") == ["周静怡"])
    #expect(try people("全体：软件研发", on: "2025-08-01") == ["高远", "林知远"])
    #expect(try people("全体党员:b03") == ["林知远"])
    #expect(try people("软件研发支部全体党员") == ["林知远"])
    #expect(try people("全体:b07、林知远", file: "content/years/2025/records/公司.csv") == ["高远", "周静怡", "林知远"])
  }

  @Test("who is excepted is looked up, and a number is checked")
  func excepted() throws {
    #expect(try people("全体党员（高远请假）") == ["周静怡"])
    #expect(try people("全体党员(除高远外，1人)") == ["周静怡"])
    #expect(try people("全体党员（2人）") == ["高远", "周静怡"])
    #expect(try codes("全体党员（10人）") == ["people-count"])
    #expect(try codes("周静怡、高远（3人）") == ["people-count"])
    #expect(try codes("全体党员（高园请假）") == ["unknown-member"])
    #expect(try codes("全体党员（林知远请假）") == ["whole-branch"])
    #expect(try codes("全体党员", file: "content/years/2025/records/公司.csv") == ["whole-branch"])
    #expect(try codes("全体:b09") == ["unknown-branch"])
    #expect(try codes("周静怡、周 静怡") == ["duplicate-id"])
    #expect(try codes("周静怡、高园") == ["unknown-member"])
  }

  /// Two of one name, of b07 and b03, who are written by their branch or as the elder and the younger.
  private func namesakes(_ cell: String, file: String = "content/years/2025/records/公司.csv") throws -> (
    names: [String], codes: [String]
  ) {
    var project = try Project.base()
    project.files[records] = nil
    project.files["content/members/namesakes.csv"] =
      "编号,姓名,拼音,又名\nli-na,李娜,li na,李娜（大）|大李娜\nli-na-2,李娜,li na,李娜(小)\n"
    project.files["content/memberships/namesakes.csv"] =
      "党员,支部,自,身份\nli-na,b07,2020-01-01,正式\nli-na-2,b03,2020-01-01,正式\n"
    project.files["content/years/2025/assertions.yaml"] = nil
    project.files[file] = "日期,党员,项目,事由\n2025-03-01,\"\(cell)\",theme-day,甲\n"
    let (content, diagnostics, _, _) = project.read()
    let found = content.map { content in
      content.ledger.years[0].records.map { content.ledger.roster.members[$0.member].key }
    }
    return (found ?? [], diagnostics.map(\.code.rawValue))
  }

  @Test("a branch in brackets behind a name says which of two is meant; so does （大） where it is written down")
  func branchBehindName() throws {
    for (cell, keys) in [
      ("李娜（环境监测支部）", ["li-na"]), ("李娜(软件研发)", ["li-na-2"]), ("李娜〔b03〕、李娜（b07）", ["li-na-2", "li-na"]),
      ("周静怡（b07）", ["zhou-jingyi"]), ("李娜（大）", ["li-na"]), ("李娜（小）、大李娜", ["li-na-2", "li-na"]),
      ("李娜（b03）、周静怡（2人）", ["li-na-2", "zhou-jingyi"]),
    ] {
      let found = try namesakes(cell)
      #expect(found.names == keys && found.codes == [], "\(cell): \(found)")
    }
    #expect(try namesakes("李娜").codes == ["ambiguous-name"])
    #expect(try namesakes("李娜（b09）").codes == ["unknown-member"])
    #expect(try namesakes("周静怡（软件研发支部）").codes == ["other-branch"])
    // Whole names come first, and the bracket is heeded although the file is the other branch's.
    #expect(try namesakes("李娜（b03）", file: records).names == ["li-na-2"])
  }

  @Test("everybody, four hundred of them, in every one of six hundred rows is told once, at the row that is too much")
  func bounded() throws {
    var project = try Project.base()
    let people = (0..<400).map { "p\($0)" }
    project.files[records] = nil
    project.files["content/members/many.csv"] =
      "编号,姓名,拼音\n" + people.map { "\($0),甲,jia\n" }.joined()
    project.files["content/memberships/many.csv"] =
      "党员,支部,自,身份\n" + people.map { "\($0),b03,2024-12-01,正式\n" }.joined()
    project.files["content/years/2025/assertions.yaml"] = nil
    // 林知远 of b03 is there too: 401 a row, so that row 499 has the 200 099th.
    let rows = String(repeating: "2025-03-01,全体党员,theme-day,甲\n", count: 600)
    project.files["content/years/2025/records/b03.csv"] = "日期,党员,项目,事由\n" + rows
    let draft = readDraft(project.tree().tree, pool: OneByOne(), stretch: 2 << 20)
    let found = draft.findings.all().filter { $0.code == .wholeBranch }
    #expect(found.map { $0.place?.line } == [500])
    // Read in stretches of a hundred rows or so the table has no more entries.
    let stretches = readDraft(project.tree().tree, pool: OneByOne(), stretch: 4_000)
    #expect(stretches.findings.all().count { $0.code == .wholeBranch } == 1)
    #expect(draft.years[2025]?.records.records.count == 498 * 401)
  }

  @Test("a mistake points at the name within the cell")
  func place() throws {
    var project = try Project.base()
    project.files[records] = "日期,党员,项目,事由\n2025-03-01,周静怡、1️⃣高园,theme-day,甲\n"
    let (_, diagnostics, _, marked) = project.read()
    #expect(diagnostics.map(\.place) == [marked])
  }

  @Test("however many objections cite rows of a table, its year is looked through once")
  func oneLook() throws {
    var project = try Project.base()
    project.files[records] =
      "日期,党员,项目,事由\n" + (1...28).map { "2025-02-\($0 < 10 ? "0" : "")\($0),周静怡、高远,theme-day,甲\n" }.joined()
    let draft = readDraft(project.tree().tree, pool: OneByOne(), stretch: 2 << 20)
    let year = try #require(draft.years[2025])
    let file = try #require(draft.tree.index(of: records))
    var standing = StandingEntries(year)
    // 高远 is the second of each row; nobody's rows are found for 林知远, and none below the table.
    let members = draft.members.names
    let subjects = try ["gao-yuan", "zhou-jingyi", "lin-zhiyuan"].map { key in
      try #require(members.bearers(of: key).first)
    }
    for line in 2...29 {
      for (subject, isThere) in zip(subjects, [true, true, false]) {
        let place = standing.place(of: .member(subject), in: Place(file: file, line: Int32(line)))
        #expect((place?.line == Int32(line)) == isThere)
      }
    }
    #expect(standing.place(of: .member(subjects[0]), in: Place(file: file, line: 30)) == nil)
    #expect(standing.work == 56 + year.welfare.count + year.surveys.count + year.ratings.count)
  }

  @Test("corrections and objections of a row of several people are about one of them: the one named")
  func told() throws {
    var project = try Project.base()
    project.files[records] =
      "日期,党员,项目,数量,事由,记录号,更正\n2025-03-01,周静怡、高远,lecture,2,甲,r-1,\n2025-03-02,高远,lecture,-1,乙,,r-1\n2025-03-03,全体党员,lecture,-1,丙,,r-1\n"
    project.files["content/years/2025/objections.yaml"] = """
      - {id: o1, kind: 错记, member: 高远, record: "records/b07.csv:2", raised_by: 本人, raised_on: 2025-12-09, text: 多了}
      - {id: o2, kind: 错记, member: 周静怡, record: r-1, raised_by: 本人, raised_on: 2025-12-09, text: 多了}

      """
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.message.en) == [])
    let ledger = try #require(content).ledger
    let year = ledger.years[0]
    #expect(
      year.records.map { record in
        let corrected = record.corrects.map { ledger.roster.members[year.records[Int($0)].member].key }
        return "\(record.place.line) \(ledger.roster.members[record.member].key) \(corrected ?? "-")"
      } == [
        "2 zhou-jingyi -", "2 gao-yuan -", "3 gao-yuan gao-yuan", "4 gao-yuan gao-yuan", "4 zhou-jingyi zhou-jingyi",
      ])
    #expect(year.objections.map { $0.record?.line } == [2, 2])
    // Who isn't among them has nothing there to object to.
    project.files["content/years/2025/objections.yaml"]?.replace("member: 高远", with: "member: 林知远")
    #expect(project.read().diagnostics.map(\.code) == [.objectionRecord])
  }

  @Test("the same people in two rows are entered twice, each of them; in one row nobody is")
  func twins() throws {
    var project = try Project.base()
    project.files[records] =
      "日期,党员,项目,事由\n2025-03-01,周静怡、高远,theme-day,甲\n2025-03-01,全体党员,theme-day,甲\n2025-03-09,全体党员,theme-day,乙\n"
    // One row, one mistake, however many people it names.
    #expect(project.read().diagnostics.map(\.code) == [.duplicateRecord])
  }

  @Test("welfare has cells of people too, and files of a branch")
  func welfare() throws {
    var project = try Project.base()
    project.files["content/years/2025/welfare/b07.csv"] =
      "日期,党员,分钟,事由\n2025-03-01,全体党员（2人）,60,甲\n2025-03-02,高远、林知远,30,乙\n"
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.message.en) == [])
    let ledger = try #require(content).ledger
    #expect(
      ledger.years[0].welfare.map { "\($0.place.line) \(ledger.roster.members[$0.member].key) \($0.minutes)" } == [
        "2 gao-yuan 60", "2 zhou-jingyi 60", "3 gao-yuan 30", "3 lin-zhiyuan 30",
      ])
  }
}
