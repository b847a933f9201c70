import Diagnostics
import Tables
import Testing

@testable import Reports
@testable import Workspace

@Suite("Why has she so many points?")
struct ReportTests {
  @Test("every award of a member stands with its rule, its record and the running total; what a cap cut too")
  func member() throws {
    let text = try explain("wang-wei", year: nil, in: SmallProject.scored()).render(as: .table, in: .chinese)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let rule = "content/years/2025/rulebook.yaml"
    let records = "content/years/2025/records/b01.csv"
    #expect(lines.contains(["2025-01-10", "1.00", "1.00", "主题党日，一月党日", "\(rule):5", "\(records):2"]))
    #expect(lines.contains(["2025-02-10", "1.00", "2.00", "主题党日，二月党日", "\(rule):5", "\(records):3"]))
    // Cut by the year's cap of 2: nothing counted, one point shown as capped, the total unmoved.
    let cut = "主题党日，三月党日（主题党日年度上限2.00分，计入0.00分）"
    #expect(lines.contains(["2025-03-10", "0.00", "1.00", "2.00", cut, "\(rule):5", "\(records):4"]))
    // 1.5 lectures of 2 points each.
    #expect(lines.contains(["2025-03-11", "3.00", "5.00", "主讲，讲课（1.50次×2.00）", "\(rule):6", "\(records):5"]))
    #expect(text.hasSuffix("合计 5.00（规定 2.00，自选 3.00；封顶未计 1.00），第 1 名\n"))
  }

  @Test("as of an earlier day only what had been earned by then counts")
  func earlier() throws {
    let text = try explain("王伟", year: 2025, in: SmallProject.scored(asOf: "2025/2/28")).render(
      as: .table, in: .english)
    #expect(text.hasSuffix("total 2.00 (base 2.00, optional 0.00; capped 0.00), rank 1\n"))
    #expect(text.contains("year 2025, as of 2025-02-28"))
    #expect(!text.contains("2025-03"))
  }

  @Test("a branch has two parts that add up")
  func branch() throws {
    let text = try explain("光谱", year: nil, in: SmallProject.scored()).render(as: .table, in: .chinese)
    #expect(text.contains("河道监测"))
    #expect(text.contains("三会一课，齐全"))
    #expect(text.contains("content/years/2025/ratings.csv:2"))
    // An activity cites the matrix that valued it, the tenth line of the rulebook.
    let activity = try #require(text.split(separator: "\n").first { $0.contains("河道监测") })
    #expect(activity.contains("content/years/2025/rulebook.yaml:10 "))
    #expect(text.hasSuffix("合计 8.50 = 活动 4.00 + 年终评定 4.50，第 1 名\n"))
  }

  @Test("a name two people share lists both, each with key and branch")
  func ambiguous() throws {
    let scored = try SmallProject.scored()
    let failure = #expect(throws: UsageFailure.self) { try explain("李娜", year: nil, in: scored) }
    #expect(failure?.message.zh.contains("li-na（李娜，光谱支部）、li-na-2（李娜，软件支部）") == true)
    #expect(try explain("li-na-2", year: nil, in: scored).render(as: .table, in: .chinese).contains("软件支部"))
  }

  @Test("--branch never takes the first of several, and a branch's own name isn't a member's")
  func ambiguousBranch() throws {
    let folder = try SmallProject.folder()
    try folder.write("content/branches.csv", "id,name,short,unit\nb01,光谱支部,软件支部,光谱仪\nb02,软件支部,软件,软件\n")
    let (found, _, _) = try scoreProject(folder.path, asOf: nil)
    guard let scored = found else { return }  // Two branches of one name may be refused when read.
    let failure = #expect(throws: UsageFailure.self) {
      try standings(
        of: .members, year: nil, branch: "软件支部", in: scored)
    }
    #expect(failure?.message.zh.contains("b01（光谱支部）、b02（软件支部）") == true)
  }

  @Test("of several as near as each other none is preferred: all are listed")
  func equallyNear() throws {
    let scored = try SmallProject.scored()
    let failure = #expect(throws: UsageFailure.self) {
      try explain("b09", year: nil, in: scored)
    }
    #expect(failure?.message.zh.hasSuffix("是不是 b01（光谱支部）、b02（软件支部）？") == true, "\(failure?.message.zh ?? "")")
    let name = #expect(throws: UsageFailure.self) { try explain("李那", year: nil, in: scored) }
    #expect(name?.message.zh.contains("li-na（李娜，光谱支部）、li-na-2（李娜，软件支部）") == true)
  }

  @Test(
    "a misspelt key is answered with the nearest",
    arguments: [("wang-wie", "wang-wei (王伟, 光谱支部)"), ("b011", "b01 (光谱支部)")])
  func unknown(name: String, meant: String) throws {
    let scored = try SmallProject.scored()
    let failure = #expect(throws: UsageFailure.self) { try explain(name, year: nil, in: scored) }
    #expect(failure?.message.en.contains("did you mean \(meant)?") == true)
  }

  @Test("a year that isn't there and a day after the content's own are wrong arguments")
  func wrongTimes() throws {
    let scored = try SmallProject.scored()
    #expect(throws: UsageFailure.self) { try explain("li-na", year: 2019, in: scored) }
    #expect(throws: UsageFailure.self) { try SmallProject.scored(asOf: "2025-12-01") }
    #expect(throws: UsageFailure.self) { try SmallProject.scored(asOf: "2025-02-30") }
  }

  @Test("standings as CSV and JSON hold what the table shows")
  func formats() throws {
    let scored = try SmallProject.scored()
    let csv = try standings(
      of: .members, year: nil, branch: "b01", in: scored
    ).render(as: .csv, in: .chinese)
    #expect(
      csv == """
        rank,previous_rank,member,name,branch,base,optional,total,capped,capped_deductions\r
        1,,wang-wei,王伟,光谱,2.00,3.00,5.00,1.00,0.00\r
        2,,li-na,李娜,光谱,1.00,0.00,1.00,0.00,0.00\r

        """)
    let json = try standings(
      of: .branches, year: nil, branch: nil, in: scored
    ).render(as: .json, in: .chinese)
    #expect(json.contains("\"state\": \"draft\""))
    #expect(
      json.contains(
        "{\"rank\": 1, \"previous_rank\": null, \"branch\": \"b01\", \"name\": \"光谱支部\", \"activities\": 4.00, "
          + "\"reward\": 4.50, \"total\": 8.50, \"heads\": 2, \"average\": 4.25}"))
    let account = try explain("li-na", year: nil, in: scored)
    #expect(account.render(as: .json, in: .chinese).hasPrefix("{\n  \"member\": \"li-na\",\n  \"name\": \"李娜\","))
    #expect(
      account.render(as: .csv, in: .chinese).hasPrefix(
        "date,base,optional,capped,capped_deductions,running,reason,rule,record\r\n"))
    #expect(account.render(as: .spreadsheet, in: .chinese).hasPrefix("日期,规定,自选,封顶未计,封顶未扣,累计,事由,规则,记录\r\n"))
    let table = try standings(
      of: .members, year: nil, branch: nil, in: scored
    ).render(as: .table, in: .chinese)
    #expect(table.hasPrefix("2025 年度，截至 2025-11-30，草稿\n\n名次"))
  }
}
