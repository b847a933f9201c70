import Foundation
import Testing

@testable import Disk
@testable import Workspace

/// A published folder belongs to somebody and lets somebody in: publishing again changes neither.
@Suite("Rights of what is written again")
struct RightsTests {
  /// Of a user and a group that nobody has; root may give files to them.
  private static let (owner, group): (uid_t, gid_t) = geteuid() == 0 ? (54_321, 54_322) : (geteuid(), getegid())

  private func publish(_ files: [String: String], in folder: TemporaryFolder) throws {
    let files = files.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let (publication, mistakes) = try Disk.publish(
      OutputPlan(paths: files.map(\.path)) { files[$0] }, project: folder.path + "/project",
      output: folder.path + "/public", patience: 0.2)
    #expect(publication != nil, "\(mistakes)")
  }

  private func give(_ path: String, _ mode: mode_t, in folder: TemporaryFolder) {
    #expect(chown("\(folder.path)/\(path)", Self.owner, Self.group) == 0)
    #expect(chmod("\(folder.path)/\(path)", mode) == 0)
  }

  private func rights(_ path: String, in folder: TemporaryFolder) throws -> Rights {
    try #require(Rights(of: "\(folder.path)/\(path)"), "\(path) isn't there")
  }

  @Test("the folder, those in it and those of others keep owner, group, mode and the bit that hands the group down")
  func folders() throws {
    let folder = try TemporaryFolder()
    try publish(["index.html": "1", "2025/a.html": "1"], in: folder)
    try folder.write("public/theirs/deep/minutes.txt", "keep")
    let modes: [(String, mode_t)] = [
      ("public", 0o2750), ("public/2025", 0o2775), ("public/theirs", 0o700), ("public/theirs/deep", 0o1711),
      ("public/theirs/deep/minutes.txt", 0o640), ("public/index.html", 0o604), ("public/2025/a.html", 0o640),
    ]
    for (path, mode) in modes.reversed() { give(path, mode, in: folder) }
    for text in ["2", "3"] {
      try publish(["index.html": text, "2025/a.html": "1", "2025/b.html": text], in: folder)
      for (path, mode) in modes {
        let rights = try rights(path, in: folder)
        #expect(rights.mode == mode && rights.owner == Self.owner && rights.group == Self.group, "\(path): \(rights)")
      }
      // A new page gets the folder's group.
      #expect(try self.rights("public/2025/b.html", in: folder).group == Self.group)
    }
    #expect(try folder.text("public/theirs/deep/minutes.txt") == "keep")
  }

  @Test("while it grows, the new site lets nobody in whom the old one keeps out")
  func staging() throws {
    let folder = try TemporaryFolder()
    try publish(["index.html": "1"], in: folder)
    give("public", 0o2700, in: folder)
    let path = folder.path
    let seen = OutputPlan(paths: ["index.html"]) { _ in
      let name = (try? FileManager.default.contentsOfDirectory(atPath: path))?.first {
        $0.hasPrefix(".public.staging-")
      }
      let rights = name.flatMap { Rights(of: "\(path)/\($0)") }
      let text = rights.map { "\($0.owner) \($0.group) \(String($0.mode, radix: 8))" } ?? "none"
      return OutputFile(path: "index.html", bytes: Array(text.utf8))
    }
    _ = try Disk.publish(seen, project: path + "/project", output: path + "/public")
    #expect(try folder.text("public/index.html") == "\(Self.owner) \(Self.group) 2700")
  }

  @Test("a file that is replaced keeps them too, and a new one is as the user's mask has it")
  func files() throws {
    let folder = try TemporaryFolder()
    try replaceFile(folder.path + "/a.pdf", with: [1])
    try folder.write("new", "x")
    #expect(try rights("a.pdf", in: folder).mode == rights("new", in: folder).mode)
    give("a.pdf", 0o604, in: folder)
    try replaceFile(folder.path + "/a.pdf", with: [2])
    let after = try rights("a.pdf", in: folder)
    #expect(after.mode == 0o604 && after.owner == Self.owner && after.group == Self.group)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.pdf", "new"])
  }

  @Test("a link to the published folder stays a link")
  func link() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/disk/site", withIntermediateDirectories: true)
    #expect(symlink("disk/site", folder.path + "/public") == 0)
    for text in ["1", "2"] { try publish(["index.html": text], in: folder) }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/public") == "disk/site")
    #expect(try folder.text("disk/site/index.html") == "2")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/disk") == ["site"])
  }
}

/// As an ordinary user: root may write anywhere, and gives files to whom it likes.
@Suite("What an ordinary user may not do", .enabled(if: geteuid() == 0))
struct OrdinaryUserTests {
  private func build(_ folder: TemporaryFolder) throws -> Program.Outcome {
    try run(["build", "--project", folder.path + "/p", "--output", folder.path + "/place/public"], in: folder)
  }

  /// Runs the program as a user without rights of its own.
  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    // What stands above the tests may be closed to others.
    let copy = folder.path + "/program"
    try Program.copy(to: copy)
    return try Program.run(
      "/usr/bin/setpriv",
      ["--reuid=54321", "--regid=54321", "--clear-groups", copy] + arguments,
      locale: "en_US.UTF-8")
  }

  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in SmallProject.files { try folder.write("p/content/" + path, text) }
    #expect(chmod(folder.path, 0o755) == 0)
    try folder.write("place/public/theirs.txt", "keep")
    return folder
  }

  @Test("where the folder above can't be written to, nothing is touched and the remedy is said")
  func parent() throws {
    let folder = try project()
    #expect(chown(folder.path + "/place/public", 54_321, 54_321) == 0)
    let outcome = try build(folder)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains("\(folder.path)/place can't be written to"), "\(outcome.errors)")
    #expect(try folder.contents(of: "place").keys.sorted() == ["public/theirs.txt"])
  }

  @Test("somebody else's folder stays theirs: refused where its group may not write, shared where it may")
  func owner() throws {
    let folder = try project()
    #expect(chown(folder.path + "/place", 54_321, 54_321) == 0)
    #expect(chown(folder.path + "/place/public", 11_111, 54_321) == 0)
    #expect(chmod(folder.path + "/place/public", 0o755) == 0)
    let refused = try build(folder)
    #expect(refused.status == 2 && refused.errors.contains("belongs to another user (11111)"), "\(refused.errors)")
    #expect(try folder.contents(of: "place").keys.sorted() == ["public/theirs.txt"])
    #expect(chmod(folder.path + "/place/public", 0o2775) == 0)
    #expect(chown(folder.path + "/place/public/theirs.txt", 54_321, 54_321) == 0)
    let shared = try build(folder)
    #expect(shared.status == 0, "\(shared.errors)")
    let rights = try #require(Rights(of: folder.path + "/place/public"))
    #expect(rights.group == 54_321 && rights.mode == 0o2775)
  }

  @Test("the clerk's page is written anew whosever it was, where its folder may be written to")
  func report() throws {
    let folder = try project()
    let page = folder.path + "/p/检查结果.html"
    try folder.write("p/检查结果.html", "old")
    #expect(chown(page, 11_111, 54_321) == 0 && chmod(page, 0o644) == 0)
    #expect(chown(folder.path + "/p", 11_111, 54_321) == 0 && chmod(folder.path + "/p", 0o2770) == 0)
    let outcome = try run(["check", "--project", folder.path + "/p", "--report", page], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("p/检查结果.html").contains("检查"))
    let rights = try #require(Rights(of: page))
    #expect(rights.group == 54_321 && rights.mode == 0o644)
    // Where even the folder isn't the user's, it is named as who asked knows it.
    #expect(chmod(folder.path + "/p", 0o2755) == 0)
    let refused = try run(["check", "--project", folder.path + "/p", "--report", page], in: folder)
    #expect(refused.status == 2, "\(refused.errors)")
  }
}
