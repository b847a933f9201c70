@testable import Reading
import Diagnostics
import Scoring
import Testing
import Texts

/// What can't be true of the same ledger is told, and what only looks odd is not.
@Suite("Days and figures that can't be true")
struct ImpossibleDaysTests {
  /// The codes of a check of the smallest project with `new` in place of `old`.
  private func codes(_ path: String, _ old: String, _ new: String) throws -> [String] {
    var project = try Project.base()
    let text = try #require(project.files[path])
    try #require(text.contains(old))
    project.files[path] = text.replacing(old, with: new)
    return codes(project)
  }

  private func codes(_ project: Project) -> [String] {
    let (content, diagnostics, _, _) = project.read()
    return (diagnostics + (content.map { score($0.ledger).1 } ?? [])).map(\.code.rawValue)
  }

  private static let claims = "content/years/2025/claims.csv"
  private static let paperless = "content/years/2025/projects/paperless.yaml"
  private static let station = "content/years/2025/projects/station-data.yaml"
  private static let decisions = "content/years/2025/decisions.yaml"
  private static let welfare = "content/years/2025/welfare/b07.csv"
  private static let memberships = "content/memberships/b07.csv"

  @Test(
    "a claim is made within the year and before the activity is held (S19); it was held on 2025-07-11",
    arguments: [
      ("2025-07-11", []), ("2025-07-12", ["dates-out-of-order"]), ("2024-12-01", []),
      ("2024-11-30", ["date-outside-year"]), ("2025-12-01", ["date-outside-year"]),
      ("2025-12-12", ["date-outside-year"]),
    ] as [(String, [String])])
  func claim(day: String, expected: [String]) throws {
    #expect(try codes(Self.claims, "a25-02,b03,2025-01-10", "a25-02,b03,\(day)") == expected)
  }

  @Test(
    "a correction takes away its record at most, together with the others, and not before its day; 2 lectures on 2025-03-20",
    arguments: [
      ("2025-03-21,zhou-jingyi,lecture,-2,,,,多记,,r-1,", []),
      ("2025-03-21,zhou-jingyi,lecture,-2.01,,,,多记,,r-1,", ["correction-too-large"]),
      (
        "2025-03-21,zhou-jingyi,lecture,-1,,,,多记,r-2,r-1,\n2025-03-22,zhou-jingyi,lecture,-1.01,,,,多记,,r-1,",
        ["correction-too-large"]
      ),
      // The correction of a correction gives back what that took.
      ("2025-03-21,zhou-jingyi,lecture,-2,,,,多记,r-2,r-1,\n2025-03-22,zhou-jingyi,lecture,2,,,,没有多记,,r-2,", []),
      ("2025-03-20,zhou-jingyi,lecture,-1,,,,多记,,r-1,", []),
      ("2025-03-19,zhou-jingyi,lecture,-1,,,,多记,,r-1,", ["dates-out-of-order"]),
      ("2025-03-21,zhou-jingyi,lecture,0,,,,多记,,r-1,", ["zero-quantity"]),
    ] as [(String, [String])])
  func correction(line: String, expected: [String]) throws {
    let old = "2025-03-21,zhou-jingyi,lecture,-1,,,,多记一次,,r-1,2025-04-02"
    #expect(try codes("content/years/2025/records/b07.csv", old, line) == expected)
  }

  @Test("a story isn't told before its activity was held, on 2025-09-06, nor an event before it happened")
  func told() throws {
    let story = "content/campaigns/rivers/three-rivers.md"
    #expect(try codes(story, "date: 2025-09-13", "date: 2025-09-06") == [])
    #expect(try codes(story, "date: 2025-09-13", "date: 2025-09-05") == ["dates-out-of-order"])
    // The report stands for 2025-12-11.
    for (on, expected) in [
      ("2025", []), ("2025-12", []), ("2025-12-11", []), ("2025-12-12", ["date-after-report-day"]),
      ("2026-01", ["date-after-report-day"]), ("2026", ["date-after-report-day"]),
    ] {
      for (old, key) in [
        ("{on: 2002-01,", "{on: "), ("founded: 2002-01,", "founded: "), ("listed: 2011-04,", "listed: "),
        ("branch_founded: 2006,", "branch_founded: "), ("committee_founded: 2012}", "committee_founded: "),
      ] {
        let end = old.hasSuffix("}") ? "}" : ","
        #expect(try codes("content/organisation.yaml", old, key + on + end) == expected, "\(key)\(on)")
      }
    }
  }

  @Test("the committee can't follow a project before its first stage, 2025-01-22 (S16)")
  func followUp() throws {
    #expect(try codes(Self.station, "{on: 2025-04-10", "{on: 2025-01-21") == ["dates-out-of-order"])
    #expect(try codes(Self.station, "{on: 2025-04-10", "{on: 2025-01-22") == [])
  }

  @Test("a stage isn't dated before the year began (S13)")
  func stage() throws {
    #expect(try codes(Self.station, "on: 2025-01-22", "on: 2024-11-30") == ["date-outside-year"])
  }

  @Test("a task's claimant is a member at some time of the project (S15): it runs from 2025-02-14")
  func claimant() throws {
    let row = "lin-zhiyuan,b03,2024-05-01,,预备,"
    // Three others still say that there are three members, two of them elsewhere: only the claim is wrong.
    func joins(_ from: String, left: String = "") throws -> [String] {
      var project = try Project.base()
      project.files[Self.memberships]?.replace(row, with: "lin-zhiyuan,b03,\(from),\(left),预备,")
      project.files["content/years/2025/assertions.yaml"] = "- branches: 2\n"
      project.files[Self.welfare]?.replace("2025-09-06,lin-zhiyuan,120,,a25-01,,河道监测\n", with: "")
      return codes(project).filter { $0 != "welfare-below-gate" }
    }
    #expect(try joins("2024-05-01", left: "2025-02-13") == ["member-without-branch"])
    #expect(try joins("2024-05-01", left: "2025-02-14") == [])
    #expect(try joins("2025-12-01") == [], "who joins later may claim while the project is under way")
  }

  @Test("a project past its goal without tasks warns, one at its goal does not (S15)")
  func tasks() throws {
    let tasks = "tasks:\n  - {title: 做表单, shares: {lin-zhiyuan: 100}}\n"
    #expect(try codes(Self.paperless, tasks, "") == [])
    let later = "  - {stage: 工作分解, on: 2025-03-03, evidence: 分工表}\n"
    #expect(try codes(Self.paperless, tasks, later) == ["project-without-tasks"])
    #expect(try codes(Self.paperless, tasks, later + tasks) == [])
  }

  @Test("a day has 24 hours of welfare, on one line or several (S23)")
  func minutes() throws {
    let line = "2025-09-06,gao-yuan,360,,a25-01,,河道监测\n"
    #expect(try codes(Self.welfare, line, line.replacing("360", with: "0")) == ["absurd-number"])
    #expect(try codes(Self.welfare, line, line.replacing("360", with: "1440")) == [])
    #expect(try codes(Self.welfare, line, line.replacing("360", with: "1441")) == ["absurd-number"])
    // 360 + 1080 are 24 hours, one minute more is too much.
    #expect(try codes(Self.welfare, line, line + "2025-09-06,gao-yuan,1080,,,,夜里\n") == [])
    #expect(try codes(Self.welfare, line, line + "2025-09-06,gao-yuan,1081,,,,夜里\n") == ["absurd-number"])
    #expect(try codes(Self.welfare, line, line + "2025-09-07,gao-yuan,1440,,,,次日\n") == [])
  }

  @Test("nobody is in a branch before joining the Party, nor on probation after being a full member")
  func membership() throws {
    // Zhou Jingyi joined on 2010-07-01.
    #expect(
      try codes(Self.memberships, "zhou-jingyi,b07,2020-01-01", "zhou-jingyi,b07,2010-06-30")
        == ["dates-out-of-order"])
    #expect(try codes(Self.memberships, "zhou-jingyi,b07,2020-01-01", "zhou-jingyi,b07,2010-07-01") == [])
    #expect(
      try codes(Self.memberships, "gao-yuan,b03,2025-07-01,,正式", "gao-yuan,b03,2025-07-01,,预备")
        == ["dates-out-of-order"])
  }

  @Test("a decision isn't dated before the year, nor an excellent branch before its rating of 2025-12-05 (S7, S21)")
  func decision() throws {
    #expect(try codes(Self.decisions, "on: 2025-12-10", "on: 2024-11-30") == ["date-outside-year"])
    let branch = "excellent_branches:\n  - {branch: b07, signed_by: 公司党委, on: DAY}\n"
    var project = try Project.base()
    project.files[Self.decisions] = branch.replacing("DAY", with: "2025-12-04")
    #expect(codes(project) == ["dates-out-of-order"])
    project.files[Self.decisions] = branch.replacing("DAY", with: "2025-12-05")
    #expect(codes(project) == [])
  }

  @Test("a record isn't entered before the day it records, 2025-03-21")
  func entered() throws {
    let path = "content/years/2025/records/b07.csv"
    #expect(try codes(path, "r-1,2025-04-02", "r-1,2025-03-20") == ["dates-out-of-order"])
    #expect(try codes(path, "r-1,2025-04-02", "r-1,2025-03-21") == [])
  }

  @Test("nobody vouches for a figure of a day to come, and nothing began in a year to come")
  func future() throws {
    let assertions = "content/years/2025/assertions.yaml"
    #expect(try codes(assertions, "on: 2025-11-30", "on: 2025-12-12") == ["date-after-report-day"])
    #expect(try codes("content/brand.yaml", "since: 2014", "since: 2026") == ["absurd-number"])
    #expect(try codes("content/works/w101.md", "since: 2014", "since: 2026") == ["absurd-number"])
    #expect(try codes("content/works/w101.md", "since: 2014", "since: 2025") == [])
  }

  @Test("a public notice isn't dated before its year, and no figure is compared with an average of 0")
  func noticeAndMetric() throws {
    let path = "content/years/2025/year.yaml"
    #expect(try codes(path, "{from: 2025-12-08", "{from: 2024-11-30") == ["date-outside-year"])
    #expect(try codes("content/groups/north.yaml", "everybody: 100", "everybody: 0") == ["absurd-number"])
  }

  @Test("nothing is final before the year ends on 2025-11-30")
  func final() throws {
    func final(_ day: String) throws -> [String] {
      var project = try Project.base()
      project.files["content/years/2025/year.yaml"]?
        .replace("state: 公示", with: "state: 定稿\nfinal: {signed_by: 公司党委, on: \(day)}")
      return project.read().diagnostics.map(\.code.rawValue)
    }
    #expect(try final("2025-11-29") == ["dates-out-of-order"])
    #expect(try final("2025-11-30") == [])
  }

  /// The year 2024 beside the smallest project's 2025, which begins on 2024-12-01.
  private func withYear2024(_ period: String) throws -> [String] {
    var project = try Project.base()
    project.lay([
      "content/years/2024/year.yaml": "period: \(period)\nstate: 草稿\n",
      "content/years/2024/rulebook.yaml": "title: 标准\nmembers: {items: []}\nbranches: {items: []}\n",
    ])
    return project.read().diagnostics.map(\.code.rawValue)
  }

  @Test("years meet: they neither overlap nor leave days between them, and touch their folder's year")
  func years() throws {
    #expect(try withYear2024("{from: 2023-12-01, to: 2024-11-30}") == [])
    #expect(try withYear2024("{from: 2023-12-01, to: 2024-12-01}") == ["year-overlap"])
    #expect(try withYear2024("{from: 2023-12-01, to: 2024-11-29}") == ["year-gap"])
    #expect(try withYear2024("{from: 2026-01-01, to: 2026-12-31}") == ["date-outside-year", "year-overlap"])
  }
}
