import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Disk

/// What a process publishes again and again: what didn't change is neither made nor touched, and whatever somebody did to the
/// published folder since is found as in any build.
@Suite("A site published again by the same process")
struct LastPublicationTests {
  /// A site of pages and their data, of which one bundle changes, and which of them were made.
  private struct Site {
    private final class Made: Sendable {
      let paths = Mutex<[String]>([])
    }
    private let made = Made()
    let folder: TemporaryFolder
    let last = LastPublication()

    init() throws { folder = try TemporaryFolder() }

    var output: String { "\(folder.path)/public" }

    /// - Returns: what had to be made, and the mistakes.
    func publish(_ text: String, unchanged: Set<Int>) throws -> ([String], [Diagnostic]) {
      made.paths.withLock { $0 = [] }
      let bundles = [["a/one.html", "a/one.csv"], ["a/two.html", "a/two.csv"], ["index.html"]]
      var plan = OutputPlan(bundles: bundles) { [made] bundle in
        { place in
          let path = bundles[bundle][place]
          made.paths.withLock { $0.append(path) }
          return OutputFile(path: path, bytes: Array("\(path) \(bundle == 2 ? text : "")".utf8))
        }
      }
      plan.unchanged = unchanged
      let (_, mistakes) = try Disk.publish(
        plan, project: folder.path, output: output, patience: 0.2, upon: last)
      last.makeReady()
      return (made.paths.withLock { $0.sorted() }, mistakes)
    }

    func edit(_ path: String, _ text: String) throws {
      let file = try #require(FileHandle(forUpdatingAtPath: "\(output)/\(path)"))
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    }
  }

  private static let pages = ["a/one.csv", "a/one.html", "a/two.csv", "a/two.html"]
  private static let all = pages + ["index.html"]

  @Test("the first time everything is made, then what changed; the site is whole each time")
  func again() throws {
    let site = try Site()
    #expect(try site.publish("1", unchanged: [0, 1]).0 == Self.all)
    #expect(site.last.stands(in: site.output))
    for text in ["2", "3"] {
      #expect(try site.publish(text, unchanged: [0, 1]).0 == ["index.html"])
      #expect(try site.folder.text("public/index.html") == "index.html \(text)")
      #expect(try site.folder.text("public/a/two.csv") == "a/two.csv ")
    }
    let entries = try #require(try Manifest(of: site.output)).entries
    #expect(entries.map(\.path) == Self.all)
    #expect(try entries.allSatisfy { try site.folder.contents(of: "public")[$0.path]?.count == $0.size })
  }

  @Test("what somebody wrote into a page since, of the same length too, is told and nothing is lost")
  func edited() throws {
    let site = try Site()
    _ = try site.publish("1", unchanged: [])
    try site.edit("a/one.csv", "theirs")
    let (made, mistakes) = try site.publish("2", unchanged: [0, 1])
    #expect(made == Self.all)
    #expect(mistakes.map(\.code) == [.pathConflict] && mistakes.first?.path == "a/one.csv")
    #expect(try site.folder.text("public/a/one.csv").hasPrefix("theirs"))
    #expect(try site.folder.text("public/index.html") == "index.html 1")
  }

  @Test("nor is it missed when its time was put back")
  func editedAndPutBack() throws {
    let site = try Site()
    _ = try site.publish("1", unchanged: [])
    _ = try site.publish("2", unchanged: [0, 1])
    let path = "\(site.output)/a/one.csv"
    var status = stat()
    try #require(lstat(path, &status) == 0)
    try site.edit("a/one.csv", "theirs")
    let times = [status.st_atim, status.st_mtim]
    try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
    #expect(try site.publish("3", unchanged: [0, 1]).1.map(\.path) == ["a/one.csv"])
    #expect(try site.folder.text("public/a/one.csv").hasPrefix("theirs"))
  }

  @Test("what somebody deleted, or put a link in the place of, is made again")
  func gone() throws {
    let site = try Site()
    _ = try site.publish("1", unchanged: [])
    try FileManager.default.removeItem(atPath: "\(site.output)/a/two.html")
    #expect(try site.publish("2", unchanged: [0, 1]).0 == Self.all)
    #expect(try site.folder.text("public/a/two.html") == "a/two.html ")
    try FileManager.default.removeItem(atPath: "\(site.output)/a/two.html")
    try FileManager.default.createSymbolicLink(atPath: "\(site.output)/a/two.html", withDestinationPath: "one.html")
    let (made, mistakes) = try site.publish("3", unchanged: [0, 1])
    #expect(made == Self.all)
    #expect(mistakes.map(\.code) == [.pathConflict])
  }

  @Test("files that somebody put beside ours stay")
  func besides() throws {
    let site = try Site()
    _ = try site.publish("1", unchanged: [])
    try site.folder.write("public/a/notes/minutes.txt", "keep")
    // Once as from nothing, then beside it; and what is written into it stays too.
    #expect(try site.publish("2", unchanged: [0, 1]).0 == Self.all)
    #expect(try site.publish("3", unchanged: [0, 1]).0 == ["index.html"])
    try site.edit("a/notes/minutes.txt", "kept")
    #expect(try site.publish("4", unchanged: [0, 1]).0 == ["index.html"])
    #expect(try site.publish("5", unchanged: [0, 1]).0 == ["index.html"])
    #expect(try site.folder.text("public/a/notes/minutes.txt") == "kept")
  }

  @Test("after somebody else published there, or the folder is another, nothing is taken over unread")
  func another() throws {
    let site = try Site()
    _ = try site.publish("1", unchanged: [])
    let other = OutputPlan(paths: ["a/one.html", "index.html"]) { place in
      OutputFile(path: place == 0 ? "a/one.html" : "index.html", bytes: [0x78])
    }
    _ = try Disk.publish(other, project: site.folder.path, output: site.output)
    #expect(!site.last.stands(in: site.output))
    #expect(try site.publish("2", unchanged: [0, 1]).0 == Self.all)
    #expect(try site.folder.text("public/a/one.html") == "a/one.html ")
    try FileManager.default.removeItem(atPath: site.output)
    #expect(try site.publish("3", unchanged: [0, 1]).0 == Self.all)
  }
}
