import Diagnostics
import Scoring
import Sealing
import Testing

@testable import Archiving

@Suite("A bag proves its own contents")
struct BagTests {
  private let bag = Bag(
    payload: [BagFile(path: "data/b.txt", text: "乙"), BagFile(path: "data/a/甲 %.txt", text: "abc")],
    tags: [BagFile(path: "说明文件.TXT", text: "说明")], info: [("External-Description", "两行\n标题")])

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(bag.files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  /// Files by path, to be tampered with.
  private var loose: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: bag.files.map { ($0.path, $0.bytes) }) }

  private func kinds(_ files: [String: [UInt8]], more: [BagEntry] = []) -> [BagFinding.Kind] {
    findings(files, more: more).map(\.kind)
  }

  private func findings(_ files: [String: [UInt8]], more: [BagEntry] = []) -> [BagFinding] {
    let entries = files.keys.sorted().map { BagEntry(path: $0, kind: .file) } + more
    return verify(entries, whole: { files[$0] ?? [] }).findings
  }

  @Test("manifests are as sha256sum writes and reads them, a per cent sign in a name as RFC 8493 wants it")
  func manifests() throws {
    // SHA-256 of “abc” is the standard's own example.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(try text("manifest-sha256.txt").hasPrefix("\(abc)  data/a/甲 %25.txt\n"))
    #expect(try text("manifest-sha512.txt").split(separator: "\n").count == 2)
    #expect(try text("bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
  }

  @Test("the oxum counts the payload alone, and a title of two lines makes no second statement")
  func info() throws {
    // 乙 is 3 bytes of UTF-8, abc another 3.
    #expect(try text("bag-info.txt") == "External-Description: 两行 标题\nPayload-Oxum: 6.2\n")
  }

  @Test("the tag manifest covers the manifests and what introduces the bag, not itself")
  func tagManifest() throws {
    let paths = try text("tagmanifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
    #expect(paths == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt", "说明文件.TXT"])
    #expect(bag.fingerprint == HashFunction.sha256.digest(of: Array(try text("tagmanifest-sha256.txt").utf8)))
  }

  @Test("files in another order give the same bag")
  func order() {
    let other = Bag(
      payload: [BagFile(path: "data/a/甲 %.txt", text: "abc"), BagFile(path: "data/b.txt", text: "乙")],
      tags: [BagFile(path: "说明文件.TXT", text: "说明")], info: [("External-Description", "两行\n标题")])
    #expect(other.files == bag.files)
  }

  @Test("an untouched bag is sound, and says what it is")
  func sound() {
    let result = verify(bag.files.map { BagEntry(path: $0.path, kind: .file) }, whole: { loose[$0] ?? [] })
    #expect(result.findings.isEmpty)
    #expect(result.fingerprint == bag.fingerprint)
    #expect(result.value("External-Description") == "两行 标题")
    #expect((result.payloadCount, result.payloadSize) == (2, 6))
  }

  @Test("one bit changed in any file of the bag is found")
  func everyFile() {
    for file in bag.files {
      for position in Set([0, file.bytes.count / 2, file.bytes.count - 1]) {
        var files = loose
        files[file.path]?[position] ^= 1
        #expect(!kinds(files).isEmpty, "\(file.path) at \(position)")
      }
    }
  }

  @Test("any file of the bag deleted is found and named")
  func everyDeletion() {
    for file in bag.files {
      var files = loose
      files[file.path] = nil
      #expect(findings(files).contains { $0.kind == .missing && $0.path == file.path }, "\(file.path)")
    }
  }

  @Test("changed, added, deleted and renamed are told all at once, each by its name")
  func together() {
    var files = loose
    files["data/b.txt"] = Array("丙".utf8)
    files["data/new.txt"] = [1]
    files["note.txt"] = [2]
    files["data/a/moved.txt"] = files.removeValue(forKey: "data/a/甲 %.txt")
    let found = findings(files)
    let byPath = Dictionary(grouping: found, by: \.path).mapValues { Set($0.map(\.kind)) }
    #expect(byPath["data/b.txt"] == [.changed])
    #expect(byPath["data/new.txt"] == [.added])
    #expect(byPath["note.txt"] == [.added])
    #expect(byPath["data/a/moved.txt"] == [.renamed])
    #expect(found.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    #expect(found.contains { $0.message.en.contains("renamed; it was data/a/甲 %.txt") })
  }

  @Test("a name that only looks the same is another name")
  func normalisation() {
    let composed = Bag(payload: [BagFile(path: "data/\u{E9}", text: "x")], tags: [], info: [])
    // Keys of a dictionary of strings would be equal here, so the entries are given as they stand.
    let entries = composed.files.map { file in
      BagEntry(path: file.path.hasPrefix("data/") ? "data/e\u{301}" : file.path, kind: .file)
    }
    let result = verify(entries, whole: { path in composed.files.first { $0.path == path }?.bytes ?? [] })
    #expect(result.findings.map(\.kind).contains(.renamed))
  }

  @Test("links, devices and empty folders are refused although no digest is wrong")
  func links() {
    let more = [
      BagEntry(path: "data/link", kind: .link), BagEntry(path: "pipe", kind: .other),
      BagEntry(path: "data/empty", kind: .emptyFolder),
    ]
    #expect(kinds(loose, more: more) == [.added, .link, .notAFile])
    // A link in place of a listed file is told once, not as a missing file too.
    var files = loose
    files["data/b.txt"] = nil
    let replaced = findings(files, more: [BagEntry(path: "data/b.txt", kind: .link)])
    #expect(replaced.filter { $0.path == "data/b.txt" }.map(\.kind) == [.link])
    let entries = bag.files.map { BagEntry(path: $0.path, kind: $0.path == "data/b.txt" ? .hardLink : .file) }
    #expect(verify(entries, whole: { loose[$0] ?? [] }).findings.map(\.kind) == [.link])
  }

  @Test(
    "a manifest's line that leaves the bag, stands twice or is no line is refused",
    arguments: [
      ("../../etc/passwd", BagFinding.Kind.unsafePath), ("/etc/passwd", .unsafePath), ("data/../x", .unsafePath),
      ("data\\x", .unsafePath), ("bagit.txt", .unsafePath), ("data/b.txt", .malformed), ("data/%41", .malformed),
    ])
  func manifestLines(path: String, kind: BagFinding.Kind) {
    var files = loose
    files["manifest-sha256.txt"]? += Array((String(repeating: "0", count: 64) + "  \(path)\n").utf8)
    #expect(kinds(files).contains(kind))
  }

  @Test("a digest cut short, in capitals or a missing last line end is told with its line")
  func malformedManifest() throws {
    var files = loose
    let text = String(decoding: try #require(loose["manifest-sha512.txt"]), as: UTF8.self)
    files["manifest-sha512.txt"] = Array(text.dropFirst().utf8)
    #expect(findings(files).contains { $0.kind == .malformed && $0.message.en.contains("line 1") })
    files["manifest-sha512.txt"] = Array(text.dropLast().utf8)
    #expect(kinds(files).contains(.malformed))
  }

  @Test("lines of a tag manifest in another order are told, though every digest holds")
  func tagManifestForm() throws {
    var files = loose
    let text = String(decoding: try #require(loose["tagmanifest-sha512.txt"]), as: UTF8.self)
    files["tagmanifest-sha512.txt"] = Array(
      text.split(separator: "\n").reversed().map { $0 + "\n" }.joined().utf8)
    #expect(findings(files).map(\.path) == ["tagmanifest-sha512.txt"])
  }

  @Test("a wrong or second oxum is refused")
  func oxum() {
    for line in ["Payload-Oxum: 7.2\n", "Payload-Oxum: 6.2\nPayload-Oxum: 6.2\n", ""] {
      var files = loose
      files["bag-info.txt"] = Array(line.utf8)
      #expect(kinds(files).contains(.wrongSum), "\(line)")
    }
  }

  @Test("a forgery with all digests made anew is sound by itself and found against the paper's fingerprint")
  func forgery() {
    let forged = Bag(
      payload: [BagFile(path: "data/b.txt", text: "丙"), BagFile(path: "data/a/甲 %.txt", text: "abc")],
      tags: [BagFile(path: "说明文件.TXT", text: "说明")], info: [("External-Description", "两行\n标题")])
    let entries = forged.files.map { BagEntry(path: $0.path, kind: .file) }
    let bytes = Dictionary(uniqueKeysWithValues: forged.files.map { ($0.path, $0.bytes) })
    #expect(verify(entries, whole: { bytes[$0] ?? [] }).findings.isEmpty)
    let paper = bag.fingerprint.uppercased()
    let against = verify(entries, against: paper, whole: { bytes[$0] ?? [] })
    #expect(against.findings.map(\.kind) == [.otherFingerprint])
    // As a person types it from the form.
    let typed = "\(paper.prefix(4)) \(paper.dropFirst(4).prefix(30))-\(paper.dropFirst(34))"
    #expect(
      verify(bag.files.map { BagEntry(path: $0.path, kind: .file) }, against: typed, whole: { loose[$0] ?? [] })
        .findings
        .isEmpty)
  }
}
