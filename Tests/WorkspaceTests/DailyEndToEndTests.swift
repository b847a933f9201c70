import Foundation
import Scoring
import Testing

@testable import Reports
@testable import Workspace

/// `as_of: 逐日` from the command line on: who has to name the day, who takes it from the clock, and which clock that is.
@Suite("Content for every day, by the program")
struct DailyEndToEndTests {
  private func project(_ site: String = "as_of: 逐日\n") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in try MistakeExample.base() {
      try folder.write(
        "a/" + path, path == "content/site.yaml" ? text.replacing("as_of: 2025-12-11\n", with: site) : text)
    }
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder, zone: String = "UTC") throws -> Program.Outcome {
    try Program.run(
      Program.path, arguments + ["--project", "\(folder.path)/a"], locale: "en_US.UTF-8", environment: ["TZ": zone])
  }

  @Test(
    "what is written needs a day, and without one nothing is",
    arguments: [
      ["build"], ["seal", "2025"], ["print", "standings", "--html"], ["archive", "year", "2025"],
    ])
  func unnamed(command: [String]) throws {
    let folder = try project()
    let outcome = try run(command, in: folder)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("error[day-not-named]"))
    #expect(outcome.errors.contains("--as-of today"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/a").sorted() == ["content"])
  }

  @Test("on the day that another content names, the site is the same to the byte")
  func sameSite() throws {
    let (daily, fixed) = (try project(), try project("as_of: 2025-12-11\n"))
    let first = try run(["build", "--as-of", "2025-12-11"], in: daily)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors == "")
    #expect(try run(["build"], in: fixed).status == 0)
    #expect(try daily.contents(of: "a/public") == fixed.contents(of: "a/public"))
  }

  @Test("content that names its day is built for no other")
  func fixed() throws {
    let folder = try project("as_of: 2025-12-11\n")
    #expect(try run(["build", "--as-of", "2025-12-11"], in: folder).status == 0)
    for day in ["2025-12-10", "today"] {
      let outcome = try run(["build", "--as-of", day], in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("2025-12-11"))
    }
    #expect(try run(["build", "--as-of", "gestern"], in: folder).status == 64)
  }

  @Test("what only shows takes today and says so; the pages name the same day")
  func today() throws {
    let folder = try project("as_of: daily\ntime_zone: Asia/Shanghai\n")
    let check = try run(["check"], in: folder)
    #expect(check.status == 0)
    let said = try #require(check.errors.firstMatch(of: /as of today, (\d{4}-\d{2}-\d{2}) \(Asia\/Shanghai\)/))
    let standings = try run(["standings", "--format", "json"], in: folder)
    #expect(standings.errors.contains("as of today"))
    let build = try run(["build", "--as-of", "today"], in: folder)
    #expect(build.errors.contains("as of today"))
    // Midnight may have passed in between, by a day and no more.
    let day = try reportDay(String(said.output.1))
    let days = [day, day.adding(days: 1)].map { "\($0)" }
    let page = try folder.text("a/public/index.html")
    #expect(days.contains { page.contains($0) })
    #expect(days.contains { standings.output.contains($0) })
    // A day that is named is said by nobody.
    #expect(try run(["standings", "--as-of", "2025-06-30"], in: folder).errors == "")
  }

  // The first is always a day or two ahead of the second.
  @Test(
    "the machine's zone tells the day where the content names none, and else the content's",
    arguments: ["", "time_zone: Pacific/Pago_Pago\n"])
  func zones(zone: String) throws {
    let folder = try project("as_of: 逐日\n" + zone)
    let days = try ["Pacific/Kiritimati", "Pacific/Pago_Pago"].map { machine in
      let outcome = try run(["check"], in: folder, zone: machine)
      let said = try #require(
        outcome.errors.firstMatch(of: /as of today, (\d{4}-\d{2}-\d{2}) \((.*)\)/), "\(outcome.errors)")
      #expect(said.output.2.contains(zone.isEmpty ? machine : "Pacific/Pago_Pago"))
      return try reportDay(String(said.output.1))
    }
    if zone.isEmpty {
      #expect(days[0] > days[1])
    } else {
      #expect(days[0] == days[1] || days[0].adding(days: 1) == days[1])
    }
  }

  @Test("the day turns at midnight of the project's own clock")
  func turn() throws {
    let folder = try project("as_of: 逐日\ntime_zone: Asia/Shanghai\n")
    // 2026-11-29 16:00:00 UTC is midnight in Shanghai.
    let midnight = Date(timeIntervalSince1970: 1795968000)
    func day(_ seconds: Double) throws -> String? {
      try standingDay(for: .shows, project: folder.path + "/a", now: midnight + seconds).day?.description
    }
    #expect(try day(-1) == "2026-11-29")
    #expect(try day(0) == "2026-11-30")
  }

  @Test("what is to come is one warning with its counts, and not on the site")
  func heldBack() throws {
    let folder = try project()
    let outcome = try run(["build", "--as-of", "2025-09-12"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.components(separatedBy: "warning[").count == 2)
    #expect(outcome.errors.contains("8 later than the day of the report, 2025-09-12"))
    #expect(!folder.exists("a/public/stories/three-rivers.html"))
    #expect(
      !(try folder.contents(of: "a/public").values.contains { String(decoding: $0, as: UTF8.self).contains("二十六人") }))
  }

  @Test("an archive says its day: by the words in the bag alone the same site is made again")
  func archive() throws {
    let folder = try project()
    let made = try run(
      ["archive", "year", "2025", "--as-of", "2025-12-11", "--no-pdf", "--output", "\(folder.path)/bags"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let bag = "bags/year-2025/year-2025"
    let readme = try folder.text("\(bag)/说明文件.TXT")
    let command = try #require(
      readme.firstMatch(of: /dualpoints (build --project data\/project --output \S+ --as-of \S+)/))
    let words = String(command.output.1).replacing("data/project", with: "\(folder.path)/\(bag)/data/project")
      .replacing("网站文件夹", with: "\(folder.path)/again").split(separator: " ").map(String.init)
    #expect(try Program.run(words).status == 0)
    #expect(try run(["build", "--as-of", "2025-12-11"], in: folder).status == 0)
    #expect(try folder.contents(of: "again") == folder.contents(of: "a/public"))
    // `changes` makes a site of the bag, for the day of the bag.
    let none = try run(["changes", "\(folder.path)/\(bag)", "--format", "csv"], in: try project("as_of: 2025-12-11\n"))
    #expect(none.status == 0, "\(none.errors)")
    #expect(!none.output.contains("html"), "\(none.output)")
  }
}
