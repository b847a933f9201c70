import Diagnostics
@testable import Reading
import Scoring
import Testing

@Suite("Records of branches, surveys, ratings and vetoes")
struct BranchRecordTests {
  private static let branchItems = """
        - {key: files, name: 台账, kind: 规定, max: 10, start: 10, levels: {缺项: -1, 未交: -4}}
        - {key: news, name: 信息报送, kind: 自选, per: 1, unit: 篇, cap: {year: 5}}
        - {key: visit, name: 走访, kind: 自选, max: 5, min: -2}

    """

  private let head = "日期,党员,支部,项目,数量,级别,事由,记录号,更正\n"
  private let records = "content/years/2025/records/b07.csv"

  private func read(_ files: [String: String]) throws -> (content: Content?, codes: [String], found: [Diagnostic]) {
    var project = try RecordFormTests.project(Self.branchItems)
    let path = "content/years/2025/rulebook.yaml"
    project.files[path] = project.files[path]?.replacing(
      "activity_matrix:", with: "  vetoes: [发生责任事故]\nactivity_matrix:")
    project.lay(files)
    let (content, diagnostics, _, _) = project.read()
    return (content, diagnostics.map(\.code.rawValue), diagnostics)
  }

  private func codes(_ rows: String) throws -> [String] { try read([records: head + rows]).codes }

  @Test("a row with a branch is the branch's, of an item of the branches' standard")
  func branchRows() throws {
    let (content, codes, _) = try read([
      records: head + "2025-03-08,,b07,files,,未交,三月台账,f1,\n2025-03-09,zhou-jingyi,,theme-day,,,三月,,\n"
        + "2025-03-10,,b03,news,2,,两篇,,\n2025-03-20,,b07,files,-1,,补交了,,f1\n"
    ])
    #expect(codes == [])
    let year = try #require(content?.ledger.years.first)
    #expect(year.records.count == 1)
    #expect(year.branchRecords.map(\.branch.index) == [1, 0, 1])
    #expect(year.branchRecords.map { year.rulebook.branchItems[$0.item].key } == ["files", "news", "files"])
    #expect(year.branchRecords.map(\.level) == [1, 0, 1])
    #expect(year.branchRecords.map(\.corrects) == [nil, nil, 0])
  }

  @Test("a file of branches' records needs no column of members")
  func withoutMembers() throws {
    let (content, codes, _) = try read([records: "日期,支部,项目,数量,事由\n2025-03-10,b03,news,2,两篇\n"])
    #expect(codes == [])
    #expect(content?.ledger.years[0].branchRecords.count == 1)
    #expect(try read([records: "日期,支部,项目,数量,事由\n2025-03-10,,news,2,两篇\n"]).codes == ["missing-value"])
    #expect(try read([records: "日期,项目,数量,事由\n2025-03-10,news,2,两篇\n"]).codes == ["missing-column"])
  }

  @Test(
    "one holder, one standard",
    arguments: [
      ("2025-03-08,zhou-jingyi,b07,theme-day,,,三月,,\n", []),
      ("2025-03-08,zhou-jingyi,b03,theme-day,,,三月,,\n", ["other-branch"]),
      ("2025-03-08,,,theme-day,,,三月,,\n", ["missing-value"]),
      ("2025-03-08,,b07,theme-day,,,三月,,\n", ["unknown-item"]),
      ("2025-03-08,zhou-jingyi,,news,1,,三月,,\n", ["unknown-item"]),
      ("2025-03-08,,b07,meetings,,,三月,,\n", ["item-not-recordable"]),
      ("2025-03-08,,b99,news,1,,三月,,\n", ["unknown-branch"]),
    ])
  func holders(_ row: String, _ expected: [String]) throws { #expect(try codes(row) == expected) }

  @Test("a rated item's remedy speaks of ratings, and an earned one's of records")
  func remedies() throws {
    let recorded = try read([records: head + "2025-03-08,,b07,meetings,,,三月,,\n"])
    #expect(recorded.found.first?.remedy.zh.contains("ratings.*") == true)
    let rated = try read(["content/years/2025/ratings.csv": "支部,项目,分数,日期\nb07,files,4,2025-12-05\n"])
    #expect(rated.codes == ["item-not-recordable"])
    #expect(rated.found.first?.remedy.zh.contains("records/") == true)
  }

  @Test("the same checks as for members: ids once over both, corrections of the same branch, twins, days, the late")
  func checks() throws {
    let member = "2025-03-08,zhou-jingyi,,lecture,1,,讲课,r1,\n"
    let branch = { (id: String, corrects: String) in "2025-03-09,,b07,news,1,,一篇,\(id),\(corrects)\n" }
    #expect(try codes(member + branch("r1", "")) == ["duplicate-id"])
    #expect(try codes(member + branch("n1", "r1")) == ["unknown-record"])
    #expect(try codes(branch("n1", "") + "2025-03-09,zhou-jingyi,,lecture,-1,,多记,,n1\n") == ["unknown-record"])
    #expect(try codes(branch("n1", "") + "2025-03-10,,b03,news,-1,,多记,,n1\n") == ["unknown-record"])
    #expect(try codes(branch("n1", "") + "2025-03-10,,b07,news,-2,,多记,,n1\n") == ["correction-too-large"])
    #expect(try codes(branch("", "") + branch("", "")) == ["duplicate-record"])
    #expect(try codes("2024-03-08,,b07,news,1,,一篇,,\n") == ["date-outside-year"])
    let files = { (note: String) in "2025-03-09,,b07,files,,缺项,\(note),,\n" }
    let (_, found, told) = try read([records: head + files("一") + files("二")])
    #expect(found == ["near-double"])
    #expect(told.first?.message.zh.contains("同一支部") == true)
  }

  @Test("an objection cites a branch's record or a survey's row as it cites a member's record")
  func objections() throws {
    let rows = [
      records: head + "2025-03-08,zhou-jingyi,,theme-day,,,三月,m1,\n2025-03-08,,b07,news,1,,一篇,n1,\n",
      "content/years/2025/surveys/2025.csv": "日期,党员,项目,得分,票数\n2025-11-20,zhou-jingyi,survey,92.5,38\n",
    ]
    let objection = { (holder: String, record: String) in
      """
      - {id: o-1, kind: 错记, \(holder), record: "\(record)", raised_by: 本人, raised_on: 2025-12-09, text: 有误。}

      """
    }
    for (holder, record, expected) in [
      ("branch: b07", "n1", []), ("branch: b07", "records/b07.csv:3", []), ("branch: b03", "n1", ["objection-record"]),
      ("branch: b07", "m1", ["objection-record"]), ("member: zhou-jingyi", "n1", ["objection-record"]),
      ("member: zhou-jingyi", "surveys/2025.csv:2", []),
      ("member: gao-yuan", "surveys/2025.csv:2", ["objection-record"]),
      ("member: zhou-jingyi, branch: b07", "m1", ["two-holders"]),
    ] as [(String, String, [String])] {
      let files = rows.merging(["content/years/2025/objections.yaml": objection(holder, record)]) { $1 }
      #expect(try read(files).codes == expected, "\(holder) \(record)")
    }
  }

  @Test(
    "a survey is a mean and a number of ballots, once a member and item",
    arguments: [
      ("2025-11-20,zhou-jingyi,survey,92.55,38,\n", []), ("2025-12-05,zhou-jingyi,survey,0,1,年后\n", []),
      ("2024-11-20,zhou-jingyi,survey,92,38,\n", ["date-outside-year"]),
      ("2025-11-20,zhou-jingyi,theme-day,92,38,\n", ["item-not-recordable"]),
      ("2025-11-20,zhou-jingyi,survey,100.5,38,\n", ["absurd-number"]),
      ("2025-11-20,zhou-jingyi,survey,-1,38,\n", ["absurd-number"]),
      ("2025-11-20,zhou-jingyi,survey,92.555,38,\n", ["malformed-number"]),
      ("2025-11-20,zhou-jingyi,survey,,38,\n", ["missing-value"]),
      ("2025-11-20,zhou-jingyi,survey,92,,\n", ["missing-value"]),
      ("2025-11-20,zhou-jingyi,survey,92,0,\n", ["absurd-number"]),
      ("2025-11-20,zhou-jingyi,survey,92,38,\n2025-11-21,zhou-jingyi,survey,93,38,\n", ["duplicate-record"]),
    ])
  func surveys(_ rows: String, _ expected: [String]) throws {
    let path = "content/years/2025/surveys/2025.csv"
    #expect(try read([path: "日期,党员,项目,得分,票数,说明\n" + rows]).codes == expected)
  }

  @Test("no column names who said what, and a second file doesn't hide a second result")
  func ballots() throws {
    let row = "2025-11-20,zhou-jingyi,survey,92,38"
    #expect(
      try read(["content/years/2025/surveys/a.csv": "日期,党员,项目,得分,票数,投票人\n\(row),高远\n"]).codes == ["unknown-column"])
    let table = "日期,党员,项目,得分,票数\n\(row)\n"
    let (_, codes, _) = try read(["content/years/2025/surveys/a.csv": table, "content/years/2025/surveys/b.csv": table])
    #expect(codes == ["duplicate-record"])
    let content = try read(["content/years/2025/surveys/a.csv": table]).content
    #expect(content?.ledger.years[0].surveys.map(\.score) == [Quantity(92)])
    #expect(content?.ledger.years[0].surveys.map(\.ballots) == [38])
  }

  @Test(
    "a rating is within the least and the most its item may give",
    arguments: [
      ("visit,-2", []), ("visit,-2.5", ["rating-below-minimum"]), ("visit,5", []),
      ("visit,5.5", ["rating-above-maximum"]),
      ("meetings,-1", ["rating-below-minimum"]),
    ])
  func ratings(_ cells: String, _ expected: [String]) throws {
    #expect(try read(["content/years/2025/ratings.csv": "支部,项目,分数,日期\nb07,\(cells),2025-12-05\n"]).codes == expected)
  }

  @Test(
    "a veto is a member's or a branch's, each for reasons of its own",
    arguments: [
      ("branch: b07, reason: 发生责任事故", []), ("branch: b07, reason: 违反廉洁纪律", ["unknown-choice"]),
      ("member: gao-yuan, reason: 违反廉洁纪律", []), ("member: gao-yuan, reason: 发生责任事故", ["unknown-choice"]),
      ("branch: b07, member: gao-yuan, reason: 发生责任事故", ["two-holders"]), ("reason: 违反廉洁纪律", ["missing-key"]),
      ("reason: 发生责任事故", ["missing-key"]),
    ])
  func vetoes(_ veto: String, _ expected: [String]) throws {
    let text = "vetoes:\n  - {\(veto), signed_by: 公司党委, on: 2025-12-10}\n"
    #expect(try read(["content/years/2025/decisions.yaml": text]).codes == expected)
  }

  @Test("a veto where the rulebook names no reason is told where to name one, not to choose from nothing")
  func noReasons() throws {
    var project = try RecordFormTests.project(Self.branchItems)
    project.lay([
      "content/years/2025/decisions.yaml":
        "vetoes:\n  - {branch: b07, reason: 发生责任事故, signed_by: 公司党委, on: 2025-12-10}\n"
    ])
    let found = project.read().diagnostics
    #expect(found.map(\.code) == [.unknownChoice])
    #expect(found.first?.remedy.zh == "事由先写进标准的 branches.vetoes，或删去这条决定")
  }
}
