import Diagnostics
import Foundation
import Sealing
import Testing

@testable import Disk
@testable import Workspace

@Suite("Publishing, all or nothing")
struct PublishingTests {
  private func plan(_ files: [String: String], copies: [OutputCopy] = []) -> OutputPlan {
    let files = files.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
    return OutputPlan(paths: files.map(\.path), copies: copies) { files[$0] }
  }

  private func publish(_ plan: OutputPlan, in folder: TemporaryFolder) throws -> (Publication?, [Diagnostic]) {
    try Disk.publish(plan, project: folder.path, output: folder.path + "/public", patience: 0.2)
  }

  /// Names left beside the published folder.
  private func besides(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("a page that no longer exists goes, the others are as the last build made them")
  func replaces() throws {
    let folder = try TemporaryFolder()
    _ = try publish(plan(["index.html": "1", "2025/a.html": "old", "2025/gone/b.html": "x"]), in: folder)
    let (publication, mistakes) = try publish(plan(["index.html": "1", "2025/a.html": "new!"]), in: folder)
    #expect(mistakes.isEmpty)
    #expect(publication?.files == 2)
    #expect(publication?.size == 5)
    let contents = try folder.contents(of: "public")
    #expect(contents.keys.sorted() == [".dualpoints/manifest", "2025/a.html", "index.html"])
    #expect(contents["2025/a.html"] == Data("new!".utf8))
    #expect(!folder.exists("public/2025/gone"))
    #expect(try besides(folder) == ["public"])
  }

  @Test("files that somebody else put there stay, with their folders")
  func foreignFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("public/.gitignore", "*\n")
    try folder.write("public/2025/notes/minutes.txt", "keep")
    for text in ["one", "two"] { _ = try publish(plan(["index.html": text]), in: folder) }
    #expect(try folder.text("public/.gitignore") == "*\n")
    #expect(try folder.text("public/2025/notes/minutes.txt") == "keep")
    #expect(try folder.text("public/index.html") == "two")
  }

  @Test(
    "a foreign file in the way is an error and nothing changes",
    arguments: ["index.html", "2025", "2025/a.html/b.txt", ".dualpoints/manifest"])
  func foreignConflict(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("public/" + path, "theirs")
    let (publication, mistakes) = try publish(plan(["index.html": "ours", "2025/a.html": "ours"]), in: folder)
    #expect(publication == nil)
    #expect(mistakes.contains { $0.code == .pathConflict })
    #expect(try folder.contents(of: "public") == [path: Data("theirs".utf8)])
    #expect(try besides(folder) == ["public"])
  }

  @Test("two inputs on one path are an error, in whatever case", arguments: ["a/b.html", "A/b.html"])
  func twoInputs(second: String) throws {
    let folder = try TemporaryFolder()
    let files = ["a/b.html", second].map { OutputFile(path: $0, bytes: [1]) }
    let (publication, mistakes) = try publish(OutputPlan(paths: files.map(\.path)) { files[$0] }, in: folder)
    #expect(publication == nil)
    #expect(mistakes.map(\.code) == [.pathConflict])
    #expect(try besides(folder).isEmpty)
  }

  @Test("attachments are copied; changing the original afterwards leaves the published one alone")
  func copies() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.pdf", "first")
    let copy = OutputCopy(source: "content/a.pdf", path: "media/a.pdf")
    _ = try publish(plan([:], copies: [copy]), in: folder)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/content/a.pdf"))
    try handle.write(contentsOf: Data("later".utf8))
    try handle.close()
    #expect(try folder.text("public/media/a.pdf") == "first")
  }

  @Test("a build that fails half-way leaves the old site and nothing beside it")
  func failure() throws {
    let folder = try TemporaryFolder()
    _ = try publish(plan(["index.html": "old"]), in: folder)
    let before = try folder.contents(of: "public")
    let missing = OutputCopy(source: "content/nowhere.png", path: "media/a.png")
    #expect(throws: EnvironmentFailure.self) {
      try publish(plan(["index.html": "new"], copies: [missing]), in: folder)
    }
    #expect(try folder.contents(of: "public") == before)
    #expect(try besides(folder) == ["public"])
  }

  @Test("what a killed build left is removed by the next one")
  func staleStaging() throws {
    let folder = try TemporaryFolder()
    try folder.write(".public.staging-1/2025/a.html", "half")
    _ = try publish(plan(["index.html": "new"]), in: folder)
    #expect(try besides(folder) == ["public"])
  }

  @Test("a build killed between two renames, where there is no exchange, has its old site put back")
  func setAside() throws {
    let folder = try TemporaryFolder()
    try folder.write(".public.staging-1-old/mine.txt", "theirs")
    _ = try publish(plan(["index.html": "new"]), in: folder)
    #expect(try folder.text("public/mine.txt") == "theirs")
  }

  @Test("while one build publishes, a second waits, then says so")
  func lock() throws {
    let folder = try TemporaryFolder()
    try holdingBuildLock(folder.path + "/.public.lock", patience: 1) {
      let failure = #expect(throws: EnvironmentFailure.self) { try publish(plan(["a.html": "x"]), in: folder) }
      #expect(failure?.message.zh.contains("另一个构建") == true)
    }
    #expect(try publish(plan(["a.html": "x"]), in: folder).0?.files == 1)
  }

  @Test("the folder that holds the project is no place to publish", arguments: ["", "/..", "/content/x"])
  func unsuitableOutput(suffix: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "x")
    #expect(throws: EnvironmentFailure.self) {
      try Disk.publish(plan(["a.html": "x"]), project: folder.path, output: folder.path + suffix)
    }
    #expect(try folder.text("content/a.md") == "x")
  }

  @Test("an unchanged file is taken over as it is, a changed one of the same size isn't")
  func reuse() throws {
    let folder = try TemporaryFolder()
    _ = try publish(plan(["same.html": "aaa", "changed.html": "bbb"]), in: folder)
    func number(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: "\(folder.path)/public/\(name)")[.systemFileNumber] as? Int
    }
    let before = try number("same.html")
    _ = try publish(plan(["same.html": "aaa", "changed.html": "ccc"]), in: folder)
    #expect(try number("same.html") == before)
    #expect(try folder.text("public/changed.html") == "ccc")
  }

  @Test("the manifest says what stands there, and a text that is none makes everything foreign")
  func manifest() throws {
    let (a, b) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
    let manifest = Manifest(entries: [
      .init(path: "b c.html", size: 3, digest: Fingerprint(hexadecimal: b.utf8)),
      .init(path: "\u{301}.html", size: 0, digest: Fingerprint(hexadecimal: a.utf8)),
      .init(path: "d.html", size: 1, digest: nil),
    ])
    let text = "dualpoints 2\n3 \(b) b c.html\n1 - d.html\n0 \(a) \u{301}.html\n"
    #expect(manifest.bytes == Array(text.utf8))
    #expect(Manifest(bytes: Array(text.utf8)) == manifest)
    let none = [
      "dualpoints 9\n0 a.html\n", "dualpoints 1\nx a.html\n", "dualpoints 1\n1 ../a\n", "dualpoints 1\n1 /etc/passwd\n",
      "dualpoints 2\n1 \(a)\n", "dualpoints 2\n1 \(a) a.html",
      "dualpoints 2\n1 \(a.dropLast())x a.html\n", "dualpoints 2\n1 \(a.dropLast()) a.html\n",
    ]
    for text in none { #expect(Manifest(bytes: Array(text.utf8)) == nil, "\(text)") }
  }

  @Test("a manifest of more than one piece is read as it was written, by line ends wherever the pieces end")
  func longManifest() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "长", count: 60)
    let digest = Fingerprint(of: [1])
    let manifest = Manifest(
      entries: (0..<9000).map { .init(path: "\($0)/\(long).html", size: $0, digest: digest) })
    #expect(manifest.bytes.count > 2 << 20)
    try folder.write("public/.dualpoints/manifest", String(decoding: manifest.bytes, as: UTF8.self))
    #expect(try Manifest(of: folder.path + "/public") == manifest)
    try folder.write("public/.dualpoints/manifest", String(decoding: manifest.bytes.dropLast(), as: UTF8.self))
    #expect(try Manifest(of: folder.path + "/public") == nil)
  }

  @Test("what somebody changed after it was published is theirs: kept where the site needs it no more, else told")
  func changedSince() throws {
    let folder = try TemporaryFolder()
    _ = try publish(plan(["index.html": "1", "old.html": "old", "gone.html": "gone"]), in: folder)
    try folder.write("public/old.html", "OLD")
    let (publication, _) = try publish(plan(["index.html": "1"]), in: folder)
    #expect(publication != nil)
    #expect(try folder.text("public/old.html") == "OLD")
    #expect(!folder.exists("public/gone.html"))
    try folder.write("public/index.html", "2")
    let (none, mistakes) = try publish(plan(["index.html": "1!"]), in: folder)
    #expect(none == nil)
    #expect(mistakes.map(\.path) == ["index.html"])
    #expect(mistakes.first?.message.en.contains("was changed after it was published") == true)
    #expect(try folder.text("public/index.html") == "2")
  }

  @Test("a manifest of a version that kept no digests takes nothing away: its pages are written over, others stay")
  func earlierManifest() throws {
    let folder = try TemporaryFolder()
    try folder.write("public/index.html", "old")
    try folder.write("public/mine.txt", "mine")
    try folder.write("public/.dualpoints/manifest", "dualpoints 1\n3 index.html\n4 mine.txt\n")
    #expect(try publish(plan(["index.html": "new"]), in: folder).1.isEmpty)
    #expect(try folder.text("public/mine.txt") == "mine")
    #expect(try folder.text("public/index.html") == "new")
  }
}
