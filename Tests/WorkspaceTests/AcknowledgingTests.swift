import Diagnostics
import Foundation
import Scoring
import Testing
import Texts

@testable import Reports
@testable import Workspace

@Suite("Acknowledged warnings")
struct AcknowledgingTests {
  private let records = "content/years/2025/records/b07.csv"

  /// The smallest project with two near doubles, which one warning at line 6 counts.
  private func project(_ entries: String, others: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in try MistakeExample.base() { try folder.write(path, text) }
    let text = try folder.text(records)
    try folder.write(
      records, text + "2025-03-08,zhou-jingyi,theme-day,,,,,又一次,,,\n2025-06-30,gao-yuan,award,,市,,,创新奖,,,\n")
    for (path, text) in others { try folder.write(path, text) }
    try folder.write("content/warnings.yaml", entries)
    return folder
  }

  private func check(_ entries: String, on day: Day? = nil, others: [String: String] = [:]) throws -> (
    open: [String], acknowledged: Int
  ) {
    let folder = try project(entries, others: others)
    let report = try withExtendedLifetime(folder) { try checkSite(project: folder.path, on: day) }
    return (report.diagnostics.map(\.code.rawValue), report.acknowledged.count)
  }

  private func entry(_ what: String, until: String = "2025-12-31", code: String = "near-double") -> String {
    "- {code: \(code), \(what), reason: 核对过, until: \(until)}\n"
  }

  @Test("without an entry it is told")
  func none() throws { #expect(try check("[]\n") == (["near-double"], 0)) }

  @Test(
    "a place is written as the warning shows it, with content/ or without; a file stands for all in it",
    arguments: [
      "content/years/2025/records/b07.csv:6", "years/2025/records/b07.csv:6", "content/years/2025/records/b07.csv:6:1",
      "years/2025/records/b07.csv", "content/years/2025/records/b07.csv",
    ])
  func places(place: String) throws { #expect(try check(entry("at: \"\(place)\"")) == ([], 1)) }

  @Test("one that stands elsewhere, or for another code, is told to be of nothing")
  func elsewhere() throws {
    #expect(
      try check(entry("at: \"years/2025/records/b07.csv:5\"")).open.sorted() == [
        "idle-acknowledgement", "near-double",
      ])
    #expect(try check(entry("at: years/2025/records/b07.csv", code: "rare-colour")).open.count == 2)
  }

  @Test("a subject is somebody the warning names, and no part of a longer id")
  func subjects() throws {
    let vacant = ["content/offices.csv": "支部,党员,职务,职级,岗位,自,至\nb07,zhou-jingyi,书记,中层,监测部经理,2024-01-01,\n"]
    let of = { (name: String) in entry("of: \(name)", code: "secretary-missing") }
    let (open, acknowledged) = try check(of("b03"), others: vacant)
    #expect(acknowledged == 1)
    #expect(open == ["near-double"])
    #expect(try check(of("软件研发支部"), others: vacant).acknowledged == 1)
    for name in ["b0", "b033", "b07"] { #expect(try check(of(name), others: vacant).acknowledged == 0) }
  }

  @Test("an entry counts up to its day and no longer, by the day the content stands for")
  func expiry() throws {
    let at = "at: years/2025/records/b07.csv"
    #expect(try check(entry(at, until: "2025-12-11")) == ([], 1))
    let (open, acknowledged) = try check(entry(at, until: "2025-12-10"))
    #expect(acknowledged == 0)
    #expect(open.sorted() == ["expired-acknowledgement", "near-double"])
    let site = try #require(MistakeExample.base()["content/site.yaml"]).replacing("2025-12-11", with: "逐日")
    let daily = ["content/site.yaml": site]
    func count(_ day: Int) throws -> Int {
      try check(entry(at, until: "2025-12-12"), on: Day(year: 2025, month: 12, day: day), others: daily).acknowledged
    }
    #expect(try count(12) == 1)
    #expect(try count(13) == 0)
  }

  @Test("no error can be acknowledged, and while there is one nobody says that a warning occurs no more")
  func errors() throws {
    let bad = ["content/years/2025/ratings.csv": "支部,项目,分数,日期,说明\nb07,meetings,4.5,2026-12-05,\n"]
    let late = entry("at: years/2025/ratings.csv", code: "date-after-report-day")
    let (open, acknowledged) = try check(late + entry("of: b03", code: "secretary-missing"), others: bad)
    #expect(acknowledged == 0)
    #expect(open.filter { $0 == "date-after-report-day" }.count == 1)
    #expect(open.filter { $0 == "idle-acknowledgement" }.count == 1)
  }

  @Test("an entry says what, where or of whom, why and until when; its code is one of ours")
  func mistakes() throws {
    func first(_ text: String) throws -> [String] { try check(text).open.filter { $0 != "near-double" } }
    #expect(try first("- {code: near-double, reason: 核对过, until: 2025-12-31}\n") == ["missing-key"])
    #expect(try first("- {code: near-double, of: a, until: 2025-12-31}\n") == ["missing-key"])
    #expect(try first("- {code: near-double, of: a, reason: 核对过}\n") == ["missing-key"])
    #expect(try first("- {code: near-doubel, of: a, reason: 核对过, until: 2025-12-31}\n") == ["unknown-choice"])
    #expect(try first("- {code: near-double, of: a, reason: 核对过, until: 2025-12-31, who: x}\n") == ["unknown-key"])
  }

  @Test("they are counted, not repeated, and the site is built")
  func said() throws {
    let folder = try project(entry("at: years/2025/records/b07.csv"))
    let check = try Program.run(["check", "--project", folder.path], locale: "zh_CN.UTF-8")
    #expect(check.status == 0)
    #expect(check.errors == "另有 1 条警告已确认\n")
    let build = try Program.run(["build", "--project", folder.path], locale: "en_US.UTF-8")
    #expect(build.status == 0)
    #expect(build.errors == "1 more warning, acknowledged in warnings.yaml\n")
  }
}
