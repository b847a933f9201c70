import Foundation
import Testing

@testable import Disk
@testable import Workspace

@Suite("What the preview takes for a change")
struct FolderWatchTests {
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "a")
    try folder.write("templates/a.mustache", "a")
    return folder
  }

  /// The next change, and the moment before `work` made it; waits without end if `work` makes none.
  private func change(_ watch: FolderWatch, by work: () throws -> Void) throws -> (noticed: Duration, whole: Duration) {
    let begin = ContinuousClock.now
    try work()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let noticed = try #require(try watch.nextChange(orStop: ends[0]))
    return (begin.duration(to: noticed), begin.duration(to: .now))
  }

  /// Nothing is left to be told: the next change is one that is made a while from now.
  private func expectQuiet(_ watch: FolderWatch, _ folder: TemporaryFolder) throws {
    let (noticed, _) = try change(watch) {
      usleep(100_000)
      try folder.write("content/quiet.md", "x")
    }
    #expect(noticed >= .milliseconds(100))
  }

  @Test("a save, a new folder, a file moved in or away, a removed one: each is a change")
  func changes() throws {
    let folder = try project()
    let watch = try FolderWatch(project: folder.path)
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

  @Test("editors' own files, the published site and what moved away are none")
  func noChanges() throws {
    let folder = try project()
    try folder.write("content/old/b.md", "b")
    try folder.write("content/site.yaml", "ignore: [\"*.xlsx\"]\n")
    let watch = try FolderWatch(project: folder.path)
    _ = try change(watch) { #expect(rename(folder.path + "/content/old", folder.path + "/old") == 0) }
    for path in [
      "content/.a.md.swp", "content/~$a.csv", "templates/.git/x", "public/index.html", "old/b.md", "notes.txt",
      "content/a.md~", "content/4913", "content/Thumbs.db", "content/@eaDir/x", "content/#a.md#", "content/a.xlsx",
    ] {
      try folder.write(path, "x")
    }
    try expectQuiet(watch, folder)
  }

  @Test("a burst is one change")
  func burst() throws {
    let folder = try project()
    let watch = try FolderWatch(project: folder.path)
    _ = try change(watch) {
      for index in 0..<300 { try folder.write("content/\(index).md", "x") }
      for index in 0..<300 { #expect(unlink(folder.path + "/content/\(index).md") == 0) }
    }
    try expectQuiet(watch, folder)
  }

  @Test("a new file that is still being written gets time to be finished")
  func slowWriter() throws {
    let folder = try project()
    let watch = try FolderWatch(project: folder.path)
    var number: Int32 = -1
    let (_, whole) = try change(watch) { number = open(folder.path + "/content/slow.csv", O_WRONLY | O_CREAT, 0o600) }
    #expect(whole >= .milliseconds(100))
    _ = try change(watch) { close(number) }
  }

  @Test("when more happens than the system keeps, nothing is lost all the same")
  func overflow() throws {
    let folder = try project()
    let watch = try FolderWatch(project: folder.path)
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

  @Test("a project that goes away is the environment's failure")
  func gone() throws {
    let folder = try project()
    let watch = try FolderWatch(project: folder.path)
    #expect(throws: EnvironmentFailure.self) {
      _ = try change(watch) { try FileManager.default.removeItem(atPath: folder.path) }
    }
  }
}
