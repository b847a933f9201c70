import Diagnostics
import Foundation
import Scoring
import Tables
import Testing

@testable import Disk
@testable import Reports
@testable import Workspace

@Suite("What became different since a site was published")
struct ChangesTests {
  private struct Report: Decodable {
    struct Mover: Decodable {
      let kind: String
      let key: String
      let rank_then: Int?
      let rank: Int?
      let total_then: Double?
      let total: Double?
      let difference: Double
      let because: String
    }
    struct Entry: Decodable {
      let key: String
      let change: String
      let date: String
      let points_then: Double?
      let points: Double?
      let rule: String
      let record: String
    }
    struct File: Decodable {
      let change: String
      let path: String
    }
    let movers: [Mover]
    let entries: [Entry]
    let files: [File]
  }

  private static let records = "content/years/2025/records/b01.csv"

  /// The small project published to `public`, then with other records.
  private func edited(_ edit: (String) -> String) throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    _ = try PublishedProject.build(folder)
    try folder.write(Self.records, edit(try folder.text(Self.records)))
    return folder
  }

  private func compare(
    _ folder: TemporaryFolder, with old: String = "intranet", format: TextFormat = .json
  ) throws -> String {
    let (report, tree, diagnostics) = try changes(since: "\(folder.path)/\(old)", project: folder.path)
    return try #require(
      report?.render(as: format, in: .chinese),
      "\(DiagnosticFormatter(tree: tree, language: .english).report(diagnostics))")
  }

  private func report(_ folder: TemporaryFolder, with old: String = "intranet") throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(compare(folder, with: old).utf8))
  }

  @Test("a site that is as it was is said to be", arguments: SiteProfile.allCases)
  func unchanged(profile: SiteProfile) throws {
    let folder = try SmallProject.folder()
    _ = try PublishedProject.build(folder, profile: profile)
    #expect(try compare(folder, with: profile.rawValue, format: .table) == "没有变化：积分、名次和每个文件都与原来相同\n")
    let report = try report(folder, with: profile.rawValue)
    #expect(report.movers.isEmpty && report.entries.isEmpty && report.files.isEmpty)
  }

  @Test("a record put in above the others moves two members, and only it is named, not those it pushed down a line")
  func added() throws {
    // Three lectures at two points: 李娜 rises from 1 to 7 and passes 王伟, who has 5.
    let folder = try edited { $0.replacing("note\n", with: "note\n2025-05-06,li-na,lecture,3,讲三课\n") }
    let report = try report(folder)
    #expect(report.movers.map(\.key) == ["li-na", "wang-wei"])
    let (rising, falling) = (report.movers[0], report.movers[1])
    #expect([rising.total_then, rising.total] == [1, 7])
    #expect([rising.rank_then, rising.rank] == [2, 1])
    #expect(rising.difference == 6)
    #expect(rising.because.hasPrefix("+6.00 ") && rising.because.contains("\(Self.records):2"))
    #expect([falling.total_then, falling.total] == [5, 5])
    #expect([falling.rank_then, falling.rank] == [1, 2])
    #expect(falling.because.isEmpty)
    #expect(report.entries.count == 1)
    let entry = try #require(report.entries.first)
    #expect(entry.change == "added" && entry.key == "li-na" && entry.date == "2025-05-06")
    #expect(entry.points_then == nil && entry.points == 6)
    #expect(entry.record == "\(Self.records):2")
    #expect(entry.rule == "content/years/2025/rulebook.yaml:6")
    #expect(report.files.contains { $0.path == "2025/members/li-na.html" && $0.change == "changed" })
    #expect(!report.files.contains { $0.path == "about.html" }, "a page without figures didn't change")
  }

  @Test("a record whose quantity changed is one change with what it gave then and gives now")
  func changed() throws {
    let folder = try edited { $0.replacing("lecture,1.5,讲课", with: "lecture,0.5,讲课") }
    let report = try report(folder)
    #expect(report.movers.map(\.key) == ["wang-wei"])
    #expect(report.movers.first?.difference == -2)
    #expect(report.entries.map(\.change) == ["changed"])
    #expect(report.entries.first?.points_then == 3 && report.entries.first?.points == 1)
    #expect(report.entries.first?.record == "\(Self.records):5")
  }

  @Test("a record removed under a cap lets another count: both are named, though the total stays")
  func cap() throws {
    // Theme days give at most 2: without the first the third counts.
    let folder = try edited { $0.replacing("2025-01-10,wang-wei,theme-day,,一月党日\n", with: "") }
    let report = try report(folder)
    #expect(report.movers.isEmpty)
    #expect(report.entries.map { "\($0.date) \($0.change)" } == ["2025-01-10 removed", "2025-03-10 changed"])
    #expect(report.entries.map(\.points_then) == [1, 0])
    #expect(report.entries.map(\.points) == [nil, 1])
  }

  @Test("the terminal's tables name movers, records and files; CSV has a line for each mover")
  func formats() throws {
    let folder = try edited { $0.replacing("note\n", with: "note\n2025-05-06,li-na,lecture,3,讲三课\n") }
    let table = try compare(folder, format: .table)
    #expect(table.contains("积分或名次变化：党员 2 名，支部 0 个"))
    #expect(table.contains("因为这些记录：1 条"))
    #expect(table.contains("改动  2025/members/li-na.html"))
    #expect(table.contains("2025  党员  li-na "))
    #expect(table.contains("草稿") && !table.contains("draft"))
    let lines = try compare(folder, format: .csv).split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines.first == "year,kind,key,name,rank_then,rank,total_then,total,difference,because")
    #expect(lines[1].hasPrefix("2025,member,li-na,李娜,2,1,1.00,7.00,6.00,'+6.00 "), "a text that begins as a formula")
  }

  @Test(
    "an older project, as an archive holds it, says the same as its published site",
    arguments: ["", "data/project", "old/data/project"])
  func olderProject(place: String) throws {
    let folder = try edited { $0.replacing("lecture,1.5,讲课", with: "lecture,0.5,讲课") }
    for (path, text) in SmallProject.files { try folder.write("old/\(place)/content/\(path)", text) }
    #expect(try compare(folder, with: "old") == (try compare(folder)))
    // Who reads the table is told what such a comparison can't see.
    #expect(try compare(folder, with: "old", format: .table).hasSuffix("程序和自带模板更新造成的不同不在其中\n"))
    #expect(try !compare(folder, format: .table).contains("重新生成"))
  }

  @Test("the office's site under a layout of its own, which doesn't say so, is compared once it is said whose it is")
  func toldProfile() throws {
    let folder = try SmallProject.folder()
    let layout = try String(contentsOfFile: Program.packageRoot + "/templates/layout.mustache", encoding: .utf8)
    try folder.write(
      "templates/layout.mustache",
      layout.replacing("<meta name=\"robots\" content=\"noindex, nofollow\">", with: ""))
    _ = try PublishedProject.build(folder, profile: .office)
    #expect(try !report(folder, with: "office").files.isEmpty)
    let (report, _, _) = try changes(since: "\(folder.path)/office", project: folder.path, profile: .office)
    #expect(report?.render(as: .table, in: .chinese) == "没有变化：积分、名次和每个文件都与原来相同\n")
  }

  @Test("what is no site is refused, and what is damaged is named, before anything is compared")
  func refusals() throws {
    let folder = try edited { $0 }
    try folder.write("empty/readme.txt", "x")
    #expect(throws: UsageFailure.self) { try compare(folder, with: "empty") }
    #expect(throws: EnvironmentFailure.self) { try compare(folder, with: "nowhere") }
    let path = "intranet/2025/members/li-na.json"
    let whole = try folder.text(path)
    // Of the same size, so that only reading it shows the damage.
    for damaged in [String(whole.dropLast(40)), "[" + whole.dropFirst()] {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
      try folder.write(path, damaged)
      let failure = #expect(throws: EnvironmentFailure.self) { try compare(folder) }
      #expect(failure?.message.en.contains("2025/members/li-na.json isn't as it was published") == true)
    }
  }

  @Test("of three equal entries of which one is left, two are gone")
  func equalEntries() {
    let entry = SiteFigures.Entry(
      day: "2025-01-10", reason: "主题党日", points: .zero, capped: .zero, rule: "r.yaml:5", record: "b.csv:2")
    #expect(difference(from: [entry, entry, entry], to: [entry]).map(\.kind) == ["removed", "removed"])
    #expect(difference(from: [], to: [entry]).map(\.kind) == ["added"])
    #expect(difference(from: [entry], to: [entry]).isEmpty)
  }
}
