import Foundation
import Testing

@testable import Loading
@testable import Reports
@testable import Workspace

@Suite("A project that is kept published", .serialized)
struct WatchEndToEndTests {
  private var base: String { get throws { try #require(MistakeExample.base()[RunningWatch.records]) } }

  /// A theme day of another month: one point more for her.
  private let april = "2025-04-08,zhou-jingyi,theme-day,,,,,四月主题党日,,,\n"

  @Test("a save is published and told in one line: day, records, who moved, seconds; and on the clerk's page")
  func save() throws {
    let watch = try RunningWatch()
    let first = try watch.line(1)
    #expect(first.wholeMatch(of: /2025-12-11: published, records \d+, \d+\.\d\d s/) != nil, "\(first)")
    #expect(watch.folder.exists("site/index.html"))
    try watch.folder.write("a/" + RunningWatch.records, base + april)
    let second = try watch.line(2)
    let found = try #require(
      second.wholeMatch(of: /2025-12-11: published, records (\d+) → (\d+), 1 people moved, \d+\.\d\d s/), "\(second)")
    #expect(Int(found.output.2) == Int(found.output.1).map { $0 + 1 })
    try watch.wait("the page") { try watch.page().contains("1人的积分变了") }
    let page = try watch.page()
    #expect(page.contains("没有要改的，已经发布"))
    #expect(page.contains("四月主题党日"))
    #expect(page.contains("检查于"))
    #expect(page.firstMatch(of: /2025-12-11的一版（\d{4}-\d\d-\d\d \d\d:\d\d发布）/) != nil)
    // It isn't woken by its own page and site.
    usleep(1_500_000)
    #expect(watch.journal.count == 2, "\(watch.journal)")
  }

  @Test("with a mistake the old site stands, the page says what to mend, and mended it goes on")
  func mistake() throws {
    let watch = try RunningWatch()
    _ = try watch.line(1)
    let site = try watch.folder.contents(of: "site")
    let number = "13812345678"
    try watch.folder.write(
      "a/" + RunningWatch.records, base + "2025-03-32,zhou-jingyi,theme-day,,,,,电话\(number),,,\n")
    #expect(try watch.line(2).contains(" mistakes, "))
    try watch.wait("the page") { try watch.page().contains("处要改，网站没有更新") }
    let page = try watch.page()
    #expect(page.contains("网上仍是2025-12-11的那一版"))
    #expect(page.contains("会自动再检查"))
    #expect(!page.contains(number) && !watch.journal.joined().contains(number))
    #expect(try watch.folder.contents(of: "site") == site)
    try watch.folder.write("a/" + RunningWatch.records, base)
    #expect(try watch.line(3).contains(": published, records"))
  }

  @Test(
    "Ctrl-C and kill end it cleanly, and what it knew it knows after it begins again", arguments: [SIGINT, SIGTERM])
  func restart(signal: Int32) throws {
    let watch = try RunningWatch()
    _ = try watch.line(1)
    let end = watch.end(by: signal)
    #expect((end.reason, end.status) == (.exit, 0))
    let beside = try FileManager.default.contentsOfDirectory(atPath: watch.folder.path)
    #expect(beside.filter { $0.hasPrefix(".site") } == [])
    // Meanwhile somebody works on.
    try watch.folder.write("a/" + RunningWatch.records, base + april)
    try watch.start()
    #expect(try watch.line(2).contains("1 people moved"))
  }

  @Test("killed in whatever moment, it leaves a whole site, and goes on when it begins again")
  func killed() throws {
    let watch = try RunningWatch()
    _ = try watch.line(1)
    for round in 0..<4 {
      try watch.folder.write("a/" + RunningWatch.records, base + (round % 2 == 0 ? april : ""))
      usleep(UInt32(200_000 + 350_000 * round))
      _ = watch.end(by: SIGKILL)
      #expect(watch.folder.exists("site/index.html"))
      let before = watch.journal.count
      try watch.start()
      #expect(try watch.line(before + 1).contains(": published"))
    }
  }

  @Test("a project that goes away is told once, the site stands, and when it is back it goes on")
  func away() throws {
    let watch = try RunningWatch()
    _ = try watch.line(1)
    let (here, away) = ("\(watch.folder.path)/a", "\(watch.folder.path)/elsewhere")
    #expect(rename(here, away) == 0)
    #expect(try watch.line(2).contains("not published ("))
    // It is tried again meanwhile, and nothing is made where the project was.
    usleep(3_000_000)
    #expect(watch.journal.count == 2, "\(watch.journal)")
    #expect(!watch.folder.exists("a"))
    #expect(watch.folder.exists("site/index.html"))
    #expect(rename(away, here) == 0)
    #expect(try watch.line(3).contains(": published"))
  }

  @Test("a share that leaves an empty folder is away, not a mistake, and nothing is written where it was")
  func emptyMountPoint() throws {
    let watch = try RunningWatch()
    _ = try watch.line(1)
    let (here, away) = ("\(watch.folder.path)/a", "\(watch.folder.path)/elsewhere")
    #expect(rename(here, away) == 0)
    #expect(mkdir(here, 0o777) == 0)
    // Between the two it may have been seen without its folder, which is told too.
    try watch.wait("it is told") { watch.journal.last?.contains("a/content: ") == true }
    #expect(watch.journal.last?.contains("not published (") == true, "\(watch.journal)")
    usleep(1_000_000)
    #expect(try watch.folder.contents(of: "a").isEmpty)
    #expect(watch.folder.exists("site/index.html"))
    #expect(rmdir(here) == 0)
    #expect(rename(away, here) == 0)
    try watch.wait("it goes on") { watch.journal.last?.contains(": published") == true }
  }

  @Test("many fewer records are a question, which a line in warnings.yaml answers")
  func fall() throws {
    let many = (1...60).map { "2025-0\(1 + $0 % 9)-\(10 + $0 % 19),zhou-jingyi,theme-day,,,,,第\($0)次,,,\n" }.joined()
    let watch = try RunningWatch([RunningWatch.records: base + many])
    let first = try watch.line(1)
    #expect(first.contains(": published"), "\(first)")
    let site = try watch.folder.contents(of: "site")
    try watch.folder.write("a/" + RunningWatch.records, base)
    #expect(try watch.line(2).contains("not published, a fall of records waits for an answer"))
    try watch.wait("the page") { try watch.page().contains("1处要您回答，网站没有更新") }
    #expect(try watch.page().contains("years/2025/records"))
    #expect(try watch.folder.contents(of: "site") == site)
    // Whoever builds by hand is warned, and looks on; `check` says the same.
    let check = try Program.run(
      ["check", "--project", "\(watch.folder.path)/a", "--output", "\(watch.folder.path)/site"], locale: "en_US.UTF-8")
    #expect(check.status == 0)
    #expect(check.errors.contains("warning[records-fell]"))
    // The answer is for these figures alone.
    let figures = try #require(check.errors.firstMatch(of: /of: (\d+→\d+),/)?.1)
    try watch.folder.write(
      "a/content/warnings.yaml",
      "- {code: records-fell, at: years/2025/records, of: \(figures), reason: 重复录入，已删, until: 2025-12-11}\n")
    #expect(try watch.line(3).contains(": published"))
    // Answered, and no more asked: the line may go.
    try watch.folder.write("a/" + RunningWatch.records, base + april)
    #expect(try watch.line(4).contains(": published"))
    try watch.wait("the page") { try watch.page().contains("确认过的 records-fell 已经不再出现") }
  }

  @Test("wrong places end it at once", arguments: ["a/content/site", "a", ".", "a/.dualpoints", "a/.dualpoints/site"])
  func places(output: String) throws {
    let folder = try TemporaryFolder()
    for (path, text) in try MistakeExample.base() { try folder.write("a/" + path, text) }
    let outcome = try Program.run(["watch", "--project", "\(folder.path)/a", "--output", "\(folder.path)/\(output)"])
    #expect(outcome.status == 2)
    let report = try Program.run([
      "watch", "--project", "\(folder.path)/a", "--output", "\(folder.path)/site", "--report",
      "\(folder.path)/a/content/r.html",
    ])
    #expect(report.status == 2)
  }

  @Test("builds leave no memory behind")
  func memory() throws {
    let watch = try RunningWatch()
    _ = try watch.line(1)
    func rebuild(_ rounds: ClosedRange<Int>) throws {
      for round in rounds {
        try watch.folder.write("a/" + RunningWatch.records, base + (round % 2 == 0 ? april : ""))
        _ = try watch.line(round + 1)
      }
    }
    try rebuild(1...4)
    let before = try watch.memory()
    try rebuild(5...24)
    // A build of this project allocates several MiB: twenty that are kept would be a hundred.
    #expect(try watch.memory() - before < 24, "\(before) MiB before")
  }
}
