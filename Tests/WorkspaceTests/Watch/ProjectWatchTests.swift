import Foundation
import Scoring
import Testing
import Watching

@testable import Disk
@testable import Loading
@testable import Workspace

@Suite("What is taken for a change")
struct ProjectWatchTests {
  /// One that has built.
  private func watch(
    _ folder: TemporaryFolder, patience: Patience = .preview, standing: StandingDay? = nil,
    clock: @escaping () -> Date = { Date() }
  ) throws -> ProjectWatch {
    let watch = try ProjectWatch(project: folder.path, patience: patience, clock: clock)
    _ = try next(watch)
    watch.built(for: standing, mayHeal: false)
    return watch
  }

  /// Waits without end.
  private func next(_ watch: ProjectWatch) throws -> Watching.Moment {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    return try #require(try watch.nextBuild(orStop: ends[0]))
  }

  /// The next change, and the moment before `work` made it; waits without end if `work` makes none.
  private func change(_ watch: ProjectWatch, by work: () throws -> Void) throws -> (noticed: Duration, whole: Duration)
  {
    let begin = ContinuousClock.now
    try work()
    let noticed = try next(watch)
    watch.built(for: nil, mayHeal: false)
    return (begin.duration(to: noticed), begin.duration(to: .now))
  }

  /// Nothing is left to be told: the next change is one that is made a while from now.
  private func expectQuiet(_ watch: ProjectWatch, _ folder: TemporaryFolder) throws {
    let (noticed, _) = try change(watch) {
      usleep(100_000)
      try folder.write("content/quiet.md", "x")
    }
    #expect(noticed >= .milliseconds(100))
  }

  @Test("a save, a new folder, a file moved in or away, a removed one: each is a change")
  func changes() throws {
    let folder = try watchedProject()
    let watch = try watch(folder)
    let content = folder.path + "/content"
    _ = try change(watch) { try folder.write("content/a.md", "b") }
    _ = try change(watch) { try folder.write("content/new/deep/b.md", "b") }
    _ = try change(watch) { try folder.write("content/new/deep/b.md", "c") }
    _ = try change(watch) { #expect(rename(content + "/new", content + "/moved") == 0) }
    _ = try change(watch) { try folder.write("content/moved/deep/b.md", "d") }
    _ = try change(watch) { #expect(rename(content + "/moved", folder.path + "/away") == 0) }
    _ = try change(watch) { #expect(unlink(content + "/a.md") == 0) }
    _ = try change(watch) { #expect(symlink("/etc/passwd", content + "/link.md") == 0) }
    _ = try change(watch) { #expect(chmod(folder.path + "/templates/a.mustache", 0o600) == 0) }
    _ = try change(watch) { try FileManager.default.removeItem(atPath: folder.path + "/templates") }
    _ = try change(watch) { try folder.write("templates/b.mustache", "b") }
    _ = try change(watch) { try folder.write("templates/b.mustache", "c") }
    try expectQuiet(watch, folder)
  }

  /// Looks often.
  private let restless = Patience(
    quiet: .milliseconds(10), missing: .milliseconds(20), unfinished: .milliseconds(20), longest: .milliseconds(300),
    look: .milliseconds(30), again: .seconds(1) ... .seconds(30))

  @Test("where the system has no watches left, changes are found by looking, and why is kept to be told")
  func looking() throws {
    let folder = try watchedProject()
    let watch = try ProjectWatch(project: folder.path, patience: restless, clock: { Date() }) { _ in
      throw EnvironmentFailure(.tooManyFolders)
    }
    _ = try next(watch)
    watch.built(for: nil, mayHeal: false)
    #expect(watch.lost == EnvironmentFailure(.tooManyFolders))
    _ = try change(watch) { try folder.write("content/new/b.md", "b") }
  }

  @Test("what is left to do is tried at every look, without a build")
  func meanwhile() throws {
    let folder = try watchedProject()
    let watch = try watch(folder, patience: restless)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    var tries = 0
    let moment = try watch.nextBuild(orStop: ends[0]) {
      tries += 1
      if tries == 3 { write(ends[1], "x", 1) }
    }
    #expect(moment == nil && tries == 3)
  }

  @Test("editors' own files, the published site, the clerk's page and what moved away are none")
  func noChanges() throws {
    let folder = try watchedProject()
    try folder.write("content/old/b.md", "b")
    try folder.write("content/site.yaml", "ignore: [\"*.xlsx\"]\n")
    let watch = try watch(folder)
    _ = try change(watch) { #expect(rename(folder.path + "/content/old", folder.path + "/old") == 0) }
    for path in [
      "content/.a.md.swp", "content/~$a.csv", "templates/.git/x", "public/index.html", "old/b.md", "notes.txt",
      "content/a.md~", "content/4913", "content/Thumbs.db", "content/@eaDir/x", "content/#a.md#", "content/a.xlsx",
      "content/5D2A1000", checkReportName, "content/" + checkReportName,
    ] {
      try folder.write(path, "x")
    }
    try expectQuiet(watch, folder)
  }

  @Test("a burst is one change")
  func burst() throws {
    let folder = try watchedProject()
    let watch = try watch(folder)
    _ = try change(watch) {
      for index in 0..<300 { try folder.write("content/\(index).md", "x") }
      for index in 0..<300 { #expect(unlink(folder.path + "/content/\(index).md") == 0) }
    }
    try expectQuiet(watch, folder)
  }

  @Test("whatever happens while a build runs leads to one more, and to no more than one")
  func during() throws {
    let folder = try watchedProject()
    let watch = try watch(folder)
    try folder.write("content/a.md", "b")
    _ = try next(watch)
    for index in 0..<20 { try folder.write("content/\(index).md", "x") }
    watch.built(for: nil, mayHeal: false)
    _ = try change(watch) {}
    try expectQuiet(watch, folder)
  }

  @Test("a new file that is still being written gets time to be finished")
  func slowWriter() throws {
    let folder = try watchedProject()
    let watch = try watch(folder)
    var number: Int32 = -1
    let (_, whole) = try change(watch) { number = open(folder.path + "/content/slow.csv", O_WRONLY | O_CREAT, 0o600) }
    #expect(whole >= .milliseconds(100))
    _ = try change(watch) { close(number) }
  }

  @Test("when more happens than the system keeps, nothing is lost all the same")
  func overflow() throws {
    let folder = try watchedProject()
    let watch = try watch(folder)
    let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let count = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
    try #require(count <= 200_000, "too many to fill")
    for index in 0...count { close(open("\(folder.path)/content/\(index % 2).md", O_WRONLY | O_CREAT, 0o600)) }
    // Its coming is lost; what happens in it later must not be.
    try folder.write("content/lost/a.md", "a")
    _ = try change(watch) {}
    _ = try change(watch) { try folder.write("content/lost/a.md", "b") }
    try expectQuiet(watch, folder)
  }

  @Test("what the system gives no notice of is found by looking, as on a share")
  func unnoticed() throws {
    let folder = try watchedProject()
    // Another name of the same file, outside: whoever writes to it sends no notice to the project's folders.
    #expect(link(folder.path + "/content/a.md", folder.path + "/outside.md") == 0)
    let quick = Patience(
      quiet: .milliseconds(15), missing: .milliseconds(60), unfinished: .milliseconds(60), longest: .seconds(5),
      look: .milliseconds(50),
      again: .seconds(1) ... .seconds(1))
    let watch = try watch(folder, patience: quick)
    let (_, whole) = try change(watch) {
      let number = open(folder.path + "/outside.md", O_WRONLY | O_TRUNC)
      #expect(write(number, "longer", 6) == 6)
      close(number)
    }
    // It was looked at twice before it counted as whole.
    #expect(whole >= .milliseconds(60))
  }

  @Test("a project that goes away and comes back is two changes, and watched as before")
  func gone() throws {
    let folder = try watchedProject()
    let quick = Patience(
      quiet: .milliseconds(15), missing: .milliseconds(30), unfinished: .milliseconds(30), longest: .seconds(5),
      look: .milliseconds(50),
      again: .seconds(1) ... .seconds(1))
    let watch = try watch(folder, patience: quick)
    let away = folder.path + "-away"
    _ = try change(watch) { #expect(rename(folder.path, away) == 0) }
    _ = try change(watch) { #expect(rename(away, folder.path) == 0) }
    _ = try change(watch) { try folder.write("content/a.md", "b") }
  }

  @Test("a project that isn't there yet is found when it comes")
  func notYet() throws {
    let folder = try TemporaryFolder()
    let quick = Patience(
      quiet: .milliseconds(15), missing: .milliseconds(30), unfinished: .milliseconds(30), longest: .seconds(5),
      look: .milliseconds(50),
      again: .seconds(1) ... .seconds(1))
    let watch = try ProjectWatch(project: folder.path + "/later", patience: quick) { Date() }
    _ = try next(watch)
    watch.built(for: nil, mayHeal: false)
    _ = try change(watch) { try folder.write("later/content/a.md", "a") }
  }

  @Test("at midnight of the project's own clock it is time, once; content that names its day has no midnight")
  func midnight() throws {
    let folder = try watchedProject()
    try folder.write("content/site.yaml", "as_of: 逐日\ntime_zone: Asia/Shanghai\n")
    // 2026-11-29 16:00:00 UTC is midnight in Shanghai.
    let midnight = Date(timeIntervalSince1970: 1_795_968_000)
    var now = midnight - 1
    let before = try standingDay(for: .shows, project: folder.path, now: now)
    let watch = try watch(folder, standing: before) { now }
    now = midnight
    _ = try next(watch)
    watch.built(for: try standingDay(for: .shows, project: folder.path, now: now), mayHeal: false)
    now = midnight + 80_000
    try expectQuiet(watch, folder)

    try folder.write("content/site.yaml", "as_of: 2026-11-29\n")
    _ = try next(watch)
    watch.built(for: try standingDay(for: .shows, project: folder.path, now: now), mayHeal: false)
    now = midnight + 1_000_000
    try expectQuiet(watch, folder)
  }

  @Test("told to stop, it does so, whatever else there is to do")
  func stop() throws {
    let folder = try watchedProject()
    let watch = try watch(folder)
    try folder.write("content/a.md", "b")
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    #expect(write(ends[1], "x", 1) == 1)
    #expect(try watch.nextBuild(orStop: ends[0]) == nil)
  }
}
