import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Disk

/// The folder that is ready for the next publication: whatever was published before, and whatever somebody does to it or to
/// the published one, what stands in the published folder is what a build from nothing puts there.
@Suite("The spare folder of a site published again and again")
struct SpareFolderTests {
  @Test("whatever changes and whoever interferes, the site is the one that was asked for", arguments: 1...12)
  func anything(_ seed: UInt64) throws {
    var site = try PublishedAgain()
    var dice = Dice(state: seed)
    var theirs: [String: String] = [:]
    var told: [String] = []
    var quick = 0
    #expect(try site.publish().mistakes == [])
    for step in 0..<60 {
      for bundle in 0..<PublishedAgain.bundles where Int.random(in: 0..<4, using: &dice) == 0 {
        // Sometimes what it said once before.
        site.texts[bundle] = "\(step - Int.random(in: 0..<3, using: &dice))"
      }
      if Int.random(in: 0..<5, using: &dice) == 0 { try site.copy("x.txt", "\(step)") }
      let disturbed = try disturb(&site, &theirs, &dice, step, &told)
      let changed = (0..<PublishedAgain.bundles).filter { site.texts[$0] != site.published[$0] }
      let (made, mistakes) = try site.publish()
      #expect(mistakes == [], "after \(told.suffix(4))")
      if !disturbed {
        #expect(made == Set(changed), "after \(told.suffix(4))")
        quick += 1
      }
      #expect(try site.standing == site.expected.merging(theirs) { $1 }, "after \(told.suffix(4))")
      let manifest = try #require(try Manifest(of: site.output))
      #expect(manifest.entries.map(\.path) == site.expected.keys.sorted(), "after \(told.suffix(4))")
      #expect(try site.spares.count == 1)
    }
    #expect((10..<60).contains(quick), "both ways are taken: \(quick)")
    site.last.end()
    #expect(try site.spares == [])
    #expect(try site.standing == site.expected.merging(theirs) { $1 })
  }

  /// What somebody else does to the published folder or the one beside it.
  /// - Returns: whether that has to be looked into.
  private func disturb(
    _ site: inout PublishedAgain, _ theirs: inout [String: String], _ dice: inout Dice, _ step: Int,
    _ told: inout [String]
  ) throws -> Bool {
    let files = FileManager.default
    let page = PublishedAgain.paths(Int.random(in: 0..<PublishedAgain.bundles, using: &dice))[step % 2]
    let spare = "\(site.folder.path)/\(try #require(try site.spares.first))"
    switch Int.random(in: 0..<14, using: &dice) {
    case 0:
      try site.folder.write("public/part-1/theirs-\(step).txt", "their \(step)")
      theirs["part-1/theirs-\(step).txt"] = "their \(step)"
      told.append("a file of theirs")
    case 1:
      try files.removeItem(atPath: "\(site.output)/\(page)")
      told.append("\(page) is gone")
    case 2:
      try files.removeItem(atPath: "\(spare)/\(page)")
      told.append("\(page) is gone from the spare folder")
    case 3:
      try site.folder.write("\(URL(fileURLWithPath: spare).lastPathComponent)/odd/file.txt", "odd")
      told.append("a file in the spare folder")
    case 4:
      try files.removeItem(atPath: spare)
      told.append("no spare folder")
    case 5:
      // The same bytes under the same name: nothing of anybody's is lost.
      try Data(contentsOf: URL(fileURLWithPath: "\(site.output)/\(page)")).write(
        to: URL(fileURLWithPath: "\(site.output)/\(page)"), options: .atomic)
      told.append("\(page) is another file")
    case 6:
      try files.setAttributes([.posixPermissions: 0o750 + step % 2], ofItemAtPath: "\(site.output)/part-2")
      let mode = try files.attributesOfItem(atPath: "\(site.output)/part-2")[.posixPermissions] as? Int
      #expect(mode == 0o750 + step % 2)
      told.append("other rights")
    case 7:
      try files.moveItem(atPath: "\(site.output)/part-0", toPath: "\(site.output)/elsewhere")
      try files.moveItem(atPath: "\(site.output)/elsewhere", toPath: "\(site.output)/part-0")
      told.append("there and back")
    // The folder is the one it was, and so is all that is in it; its own folder's time isn't.
    default: return false
    }
    return true
  }

  @Test("what somebody wrote into a page is told though only another changes, and nothing is lost")
  func edited() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    site.texts[0] = "2"
    _ = try site.publish()
    let path = PublishedAgain.paths(5)[0]
    let file = try #require(FileHandle(forUpdatingAtPath: "\(site.output)/\(path)"))
    try file.write(contentsOf: Data("theirs".utf8))
    try file.close()
    site.texts[0] = "3"
    #expect(try site.publish().mistakes.map(\.path) == [path])
    #expect(try site.standing[path]?.hasPrefix("theirs") == true)
    #expect(try site.standing[PublishedAgain.paths(0)[0]] == "0 2")
  }

  @Test("who stands in a folder that isn't published any more can't put anything there, as after a build")
  func standing() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    for text in ["2", "3"] {
      let folder = try Descriptor(folder: "\(site.output)/part-0", path: "part-0")
      site.texts[0] = text
      _ = try site.publish()
      #expect(openat(folder.number, "notice.txt", O_WRONLY | O_CREAT, 0o600) == -1 && errno == ENOENT)
    }
    #expect(try site.standing == site.expected)
  }

  @Test("what somebody puts there, replaces or removes while pages are made is seen")
  func meanwhile() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    let output = site.output
    site.meanwhile = { try? Data("t".utf8).write(to: URL(fileURLWithPath: "\(output)/part-1/theirs.txt")) }
    site.texts[0] = "2"
    #expect(try site.publish().mistakes == [])
    #expect(try site.standing["part-1/theirs.txt"] == "t")
    #expect(try site.standing[PublishedAgain.paths(0)[0]] == "0 2")
    let page = "\(output)/\(PublishedAgain.paths(4)[0])"
    site.meanwhile = { try? Data("mine".utf8).write(to: URL(fileURLWithPath: page), options: .atomic) }
    site.texts[0] = "3"
    #expect(try site.publish().mistakes.map(\.path) == [PublishedAgain.paths(4)[0]])
    #expect(try site.standing[PublishedAgain.paths(4)[0]] == "mine")
    try FileManager.default.removeItem(atPath: page)
    site.meanwhile = { try? FileManager.default.removeItem(atPath: "\(output)/part-1/theirs.txt") }
    #expect(try site.publish().mistakes == [])
    #expect(try site.standing == site.expected)
  }

  @Test("a file stays whose folder had its time put back")
  func putBack() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    let part = "\(site.output)/part-0"
    var status = stat()
    try #require(stat(part, &status) == 0)
    try site.folder.write("public/part-0/precious.txt", "p")
    try #require(utimensat(AT_FDCWD, part, [status.st_atim, status.st_mtim], 0) == 0)
    for text in ["2", "3", "4"] {
      site.texts[0] = text
      _ = try site.publish()
      #expect(try site.standing["part-0/precious.txt"] == "p")
    }
    site.last.end()
    #expect(try site.standing["part-0/precious.txt"] == "p")
  }

  @Test("from nothing there is no third folder beside the new site and the old: a disk has room for two")
  func room() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    let folder = site.folder.path
    // By reference, since a mutex can't be captured.
    final class Most: Sendable { let count = Mutex(0) }
    let most = Most()
    site.meanwhile = {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      most.count.withLock { $0 = max($0, names.count { $0.hasPrefix(".public.") && !$0.hasSuffix(".lock") }) }
    }
    // Another layout.
    try site.copy("z.txt", "new")
    site.texts[0] = "2"
    _ = try site.publish()
    #expect(most.count.withLock(\.self) == 1)
  }

  @Test("where the published folder is another by now, what stood beside the one before is removed all the same")
  func moved() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    let files = FileManager.default
    try files.createDirectory(atPath: "\(site.folder.path)/real", withIntermediateDirectories: true)
    try files.copyItem(atPath: site.output, toPath: "\(site.folder.path)/real/site2")
    try files.removeItem(atPath: site.output)
    try files.createSymbolicLink(atPath: site.output, withDestinationPath: "real/site2")
    site.texts[0] = "2"
    #expect(try site.publish().mistakes == [])
    site.last.end()
    #expect(try site.spares == [])
    #expect(try files.contentsOfDirectory(atPath: "\(site.folder.path)/real") == ["site2"])
  }

  @Test("rights that somebody gave to a page or a folder stay")
  func rights() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    let files = FileManager.default
    let (page, part) = ("\(site.output)/\(PublishedAgain.paths(1)[0])", "\(site.output)/part-1")
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: page)
    try files.setAttributes([.posixPermissions: 0o750], ofItemAtPath: part)
    for text in ["2", "3", "4", "5"] {
      site.texts[1] = text
      #expect(try site.publish().mistakes == [])
      #expect(try files.attributesOfItem(atPath: page)[.posixPermissions] as? Int == 0o640)
      #expect(try files.attributesOfItem(atPath: part)[.posixPermissions] as? Int == 0o750)
      #expect(try site.standing[PublishedAgain.paths(1)[0]] == "0 \(text)")
    }
  }

  @Test("what can't be written leaves the published site as it is, and nothing beside it")
  func failing() throws {
    var site = try PublishedAgain()
    _ = try site.publish()
    site.texts[3] = "2"
    _ = try site.publish()
    let before = try site.standing
    // A source that went while the site was laid out.
    try FileManager.default.removeItem(atPath: "\(site.folder.path)/files/y.txt")
    site.texts[3] = "3"
    #expect(throws: EnvironmentFailure.self) { try site.publish() }
    #expect(try site.standing == before)
    try site.copy("y.txt", "again")
    #expect(try site.publish().mistakes == [])
    #expect(try site.standing == site.expected)
    #expect(try site.spares.count == 1)
  }
}
