import Diagnostics
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

  @Test("a mistake points at the name within the cell")
  func place() throws {
    var project = try Project.base()
    project.files[records] = "日期,党员,项目,事由\n2025-03-01,周静怡、1️⃣高园,theme-day,甲\n"
    let (_, diagnostics, _, marked) = project.read()
    #expect(diagnostics.map(\.place) == [marked])
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
