import Diagnostics
import Scoring
import Testing
import Texts

@testable import Reading

/// `as_of: 逐日`: the content stands for the day it is read for, and what is dated later is no part of it yet.
@Suite("Content that stands for every day")
struct DailyTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year: year, month: month, day: day))
  }

  private func project(_ files: [String: String] = [:], as rule: String = "逐日") throws -> Project {
    var project = try Project.base()
    let site = "content/site.yaml"
    project.files[site] = project.files[site]?.replacing("as_of: 2025-12-11", with: "as_of: \(rule)")
    project.lay(files)
    return project
  }

  private func rows(_ path: String, adding rows: String...) throws -> [String: String] {
    [path: try #require(Project.base().files[path]) + rows.map { $0 + "\n" }.joined()]
  }

  @Test("without a day it isn't read, whichever word says so", arguments: ["逐日", "daily", "Daily"])
  func unnamed(word: String) throws {
    let (content, diagnostics, _, _) = try project(as: word).read()
    #expect(content == nil)
    #expect(diagnostics.map(\.code) == [.dayNotNamed])
  }

  @Test("a day that the content names is its own, whatever the shell says")
  func fixed() throws {
    let (content, diagnostics, _, _) = try Project.base().read(on: day(2026, 1, 1))
    #expect(diagnostics == [])
    #expect(try content?.ledger.asOf == day(2025, 12, 11))
  }

  @Test("on the day that a fixed content names it says the same, without a warning")
  func same() throws {
    let (content, diagnostics, _, _) = try project().read(on: day(2025, 12, 11))
    #expect(diagnostics == [])
    #expect(try content?.ledger.asOf == day(2025, 12, 11))
    #expect(content?.ledger.years.first?.decisions.count == 1)
  }

  // To come on 12 September: the story of the 13th; of the project two stages, both evaluations; the rating, the winner's
  // decision, the assertion of 30 November.
  @Test("what is to come is counted once, by kind of file, and a day's turn lets in what is of that day")
  func turn() throws {
    let project = try project()
    let (before, first, _, _) = project.read(on: try day(2025, 9, 12))
    #expect(first.map(\.code) == [.heldBack])
    let words = try #require(first.first?.message)
    #expect(words.zh.contains("有 8 处晚于统计日 2025-09-12"))
    for part in ["项目 4 处", "考评 1 处", "决定 1 处", "核对数 1 处", "纪实 1 处"] { #expect(words.zh.contains(part), "\(words.zh)") }
    #expect(words.en.contains("4 projects (from content/years/2025/projects/station-data.yaml:11 on)"), "\(words.en)")
    #expect(before?.stories.count == 0)
    let (after, second, _, _) = project.read(on: try day(2025, 9, 13))
    #expect(second.first?.message.zh.contains("有 7 处晚于统计日 2025-09-13") == true)
    #expect(after?.stories.count == 1)
    let year = try #require(after?.ledger.years.first)
    #expect(year.projects.map(\.stages.count) == [1, 3])
    #expect(year.decisions.isEmpty && year.ratings.isEmpty)
  }

  @Test("a record waits for its day and for the day it was entered, and is told once")
  func records() throws {
    let path = "content/years/2025/records/b07.csv"
    let files = try rows(
      path, adding: "2025-10-01,zhou-jingyi,theme-day,,,,,十月,,,",
      "2025-09-20,zhou-jingyi,theme-day,,,,,补录,,,2025-10-02",
      "2025-10-05,zhou-jingyi,theme-day,,,,,两样都晚,,,2025-10-06")
    func read(_ month: Int, _ on: Int) throws -> (Int?, String) {
      let (content, found, _, _) = try project(files).read(on: day(2025, month, on))
      return (content?.ledger.years.first?.records.count, found.map(\.message.zh).joined())
    }
    // Four stand in the base.
    let (early, words) = try read(9, 30)
    #expect(early == 4)
    #expect(words.contains("积分 3 处（content/years/2025/records/b07.csv:6 起）"), "\(words)")
    #expect(try read(10, 1).0 == 5)
    #expect(try read(10, 2).0 == 6)
    #expect(try read(10, 5).0 == 6)
    #expect(try read(10, 6).0 == 7)
  }

  @Test("what waits is read all the same: a mistake in it shows before its day")
  func mistaken() throws {
    let files = try rows("content/years/2025/records/b07.csv", adding: "2025-11-01,nobody,theme-day,,,,,十一月,,,")
    let (_, found, _, _) = try project(files).read(on: day(2025, 9, 30))
    #expect(found.contains { $0.code == .unknownMember })
  }

  @Test("a correction of a record that waits is a mistake, as a correction before its record always is")
  func corrected() throws {
    let files = try rows(
      "content/years/2025/records/b07.csv", adding: "2025-11-01,zhou-jingyi,lecture,2,,,,讲课,r-9,,",
      "2025-09-01,zhou-jingyi,lecture,-1,,,,多记,,r-9,")
    let (content, found, _, _) = try project(files).read(on: day(2025, 9, 30))
    #expect(content == nil)
    #expect(found.filter { $0.severity == .error }.map(\.code) == [.datesOutOfOrder])
  }

  @Test("a final year is on notice until the day it was signed")
  func final() throws {
    let path = "content/years/2025/year.yaml"
    let text = """
      period: {from: 2024-12-01, to: 2025-11-30}
      state: 定稿
      notice: {from: 2025-12-08, to: 2025-12-19}
      final: {signed_by: 公司党委, on: 2025-12-22}

      """
    func state(_ on: Int) throws -> YearState? {
      try project([path: text]).read(on: day(2025, 12, on)).content?.ledger.years.first?.state
    }
    #expect(try state(21) == .notice(from: day(2025, 12, 8), to: day(2025, 12, 19)))
    #expect(try state(22) == .final(signedBy: "公司党委", on: day(2025, 12, 22)))
  }

  @Test("a story to come takes its pictures with it, and no page links to it before its day")
  func story() throws {
    let story = try #require(Project.base().files["content/campaigns/rivers/three-rivers.md"])
    var project = try project([
      "content/campaigns/rivers/three-rivers.md": story + "\n![河](river.png)\n",
      "content/about.md": "---\ntitle: 关于\n---\n\n看[三条河](campaigns/rivers/three-rivers.md)。\n",
    ])
    project.assets = [Asset(path: "content/campaigns/rivers/river.png", size: 1)]
    let early = try project.read(on: day(2025, 9, 12)).diagnostics.filter { $0.code != .heldBack }
    #expect(early.map(\.code) == [.deadLink])
    project.files["content/about.md"] = try Project.base().files["content/about.md"]
    let (waiting, found, _, _) = try project.read(on: day(2025, 9, 12))
    #expect(found.map(\.code) == [.heldBack])
    #expect(waiting?.unusedAssets == ["content/campaigns/rivers/river.png"])
    #expect(try project.read(on: day(2025, 9, 13)).content?.unusedAssets == [])
  }

  @Test("the timeline waits too, as exact as it is written; when the company was founded doesn't")
  func timeline() throws {
    let path = "content/organisation.yaml"
    let text = try #require(Project.base().files[path]) + "  - {on: 2026-03, title: 新厂}\n"
    func events(_ year: Int, _ month: Int) throws -> [String]? {
      try project([path: text]).read(on: day(year, month, 1)).content?.organisation.timeline.map(\.title)
    }
    #expect(try events(2026, 2) == ["公司创建"])
    #expect(try events(2026, 3) == ["公司创建", "新厂"])
    let late = text.replacing("listed: 2011-04", with: "listed: 2027-01")
    #expect(try project([path: late]).read(on: day(2026, 3, 1)).diagnostics.map(\.code) == [.dateAfterReportDay])
  }
}
