import Diagnostics
import Foundation
import Testing
import Texts

@testable import Disk
@testable import Loading
@testable import Workspace

@Suite("Loading the project's files")
struct LoaderTests {
  /// A project with one file at `path`, loaded.
  private func load(_ path: String, _ bytes: [UInt8]) throws -> (SourceTree, [Diagnostic]) {
    let folder = try TemporaryFolder()
    try folder.write("templates/a.mustache", "")
    try folder.write("content/site.yaml", "language: zh\n")
    try folder.write(path, bytes: bytes)
    return try loadSource(project: folder.path)
  }

  private func text(_ path: String, in tree: SourceTree) -> String? {
    tree.index(of: path).map { String(decoding: tree.files[Int($0)].bytes, as: UTF8.self) }
  }

  @Test("a table saved by Excel in China is read as it was meant")
  func gb18030() throws {
    // 姓名,张三 in GB18030, from its code charts.
    let bytes: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD, 0x0A]
    let (tree, diagnostics) = try load("content/members/a.csv", bytes)
    #expect(text("content/members/a.csv", in: tree) == "姓名\n张三\n")
    #expect(diagnostics.isEmpty)
  }

  @Test("a rare name outside the two-byte range survives (GB18030, four bytes)")
  func fourBytes() throws {
    // U+3400 㐀 is 0x8139EE39.
    let (tree, _) = try load("content/a.csv", [0xD0, 0xD5, 0x81, 0x39, 0xEE, 0x39])
    #expect(text("content/a.csv", in: tree) == "姓㐀")
  }

  @Test("a byte that is text in neither encoding is named with line and column")
  func invalidGB18030() throws {
    let bytes: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0xD5, 0xC5, 0xFF, 0x0A]
    let (_, diagnostics) = try load("content/a.csv", bytes)
    let found = try #require(diagnostics.first)
    #expect(found.code == .invalidGB18030)
    #expect(found.place?.line == 2)
    #expect(found.place?.column == 2)
    #expect(found.message.en.contains("0xFF"))
    #expect(diagnostics.count == 1)
  }

  @Test("one damaged byte in a UTF-8 table is reported, not read as GB18030 into other words")
  func damagedUTF8Table() throws {
    let bytes = Array("姓名,支部\n张三,软件".utf8) + [0xFF] + Array("研发\n".utf8)
    let (tree, diagnostics) = try load("content/a.csv", bytes)
    #expect(diagnostics.map(\.code) == [.invalidUTF8])
    #expect(diagnostics.first?.place?.line == 2)
    #expect(diagnostics.first?.place?.column == 6)
    #expect(text("content/a.csv", in: tree) == "姓名,支部\n张三,软件\u{FFFD}研发\n")
  }

  @Test("Markdown is UTF-8 only; the wrong byte is named")
  func invalidUTF8() throws {
    let (_, diagnostics) = try load("content/a.md", Array("一\n二三".utf8) + [0xC0, 0x41])
    let found = try #require(diagnostics.first)
    #expect(found.code == .invalidUTF8)
    #expect(found.place?.line == 2)
    #expect(found.place?.column == 3)
    #expect(found.message.zh.contains("0xC0"))
  }

  @Test("a NUL byte is an error at its place, beside any other of the file")
  func nulByte() throws {
    let (_, diagnostics) = try load("content/a.yaml", Array("a: 1\nbb\0".utf8) + [0xFE])
    #expect(Set(diagnostics.map(\.code)) == [.nulByte, .invalidUTF8])
    let nul = try #require(diagnostics.first { $0.code == .nulByte })
    #expect(nul.place?.line == 2)
    #expect(nul.place?.column == 3)
  }

  @Test("a byte order mark is no part of the first word")
  func byteOrderMark() throws {
    let (tree, diagnostics) = try load("content/a.csv", [0xEF, 0xBB, 0xBF] + Array("id\n".utf8))
    #expect(text("content/a.csv", in: tree) == "id\n")
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "UTF-16 is refused by its name", arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
  func utf16(bytes: [UInt8]) throws {
    let (tree, diagnostics) = try load("content/a.csv", bytes)
    #expect(diagnostics.map(\.code) == [.invalidUTF8])
    #expect(diagnostics.first?.message.en.contains("UTF-16") == true)
    #expect(text("content/a.csv", in: tree) == "a")
  }

  @Test("a link is refused, whether to a file or a folder, and nothing behind it is read")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("templates/a.mustache", "")
    try folder.write("content/a.md", "x")
    try folder.write("secret/b.md", "secret")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/content/b.md", withDestinationPath: "../secret/b.md")
    try manager.createSymbolicLink(atPath: folder.path + "/content/all", withDestinationPath: "../secret")
    let (tree, diagnostics) = try loadSource(project: folder.path)
    #expect(tree.files.filter { $0.origin != .builtIn }.map(\.path) == ["content/a.md", "templates/a.mustache"])
    #expect(diagnostics.map(\.code) == [.unsafePath, .unsafePath])
    #expect(diagnostics.compactMap(\.path) == ["content/all", "content/b.md"])
  }

  @Test("a queue in place of a file is refused and doesn't stop the build for ever")
  func queue() throws {
    let folder = try TemporaryFolder()
    try folder.write("templates/a.mustache", "")
    try folder.write("content/a.md", "x")
    mkfifo(folder.path + "/content/q.md", 0o600)
    #expect(try loadSource(project: folder.path).1.map(\.code) == [.unsafePath])
  }

  @Test("two names that differ only in case are one file on other systems")
  func caseClash() throws {
    let (_, diagnostics) = try load("content/Site.yaml", Array("a: 1".utf8))
    #expect(diagnostics.map(\.code) == [.pathConflict])
  }

  @Test("a spreadsheet is not passed over in silence; hidden files and lock files are")
  func unknownKinds() throws {
    let folder = try TemporaryFolder()
    try folder.write("templates/a.mustache", "")
    for name in ["a.xlsx", ".DS_Store", "~$a.xlsx"] { try folder.write("content/\(name)", "x") }
    let (tree, diagnostics) = try loadSource(project: folder.path)
    #expect(diagnostics.map(\.code) == [.workbookRefused])
    #expect(diagnostics.first?.path == "content/a.xlsx")
    #expect(tree.files.count { $0.origin != .builtIn } == 1)
  }

  @Test("a text of more than 4 MiB is refused unless it is a table")
  func sizes() throws {
    let bytes = [UInt8](repeating: 0x61, count: (4 << 20) + 1)
    #expect(try load("content/a.md", bytes).1.map(\.code) == [.fileTooLarge])
    #expect(try load("content/a.csv", bytes).1.isEmpty)
  }

  @Test("a missing content folder is told; a missing project is the environment's failure")
  func missing() throws {
    let folder = try TemporaryFolder()
    try folder.write("templates/a.mustache", "")
    #expect(try loadSource(project: folder.path).1.map(\.code) == [.missingFile])
    #expect(throws: EnvironmentFailure.self) { try loadSource(project: folder.path + "/nowhere") }
  }

  @Test("a file beside a page is measured, not read")
  func assets() throws {
    let (tree, diagnostics) = try load("content/a.pdf", [1, 2, 3])
    #expect(tree.assets == [Asset(path: "content/a.pdf", size: 3)])
    #expect(diagnostics.isEmpty)
  }
}
