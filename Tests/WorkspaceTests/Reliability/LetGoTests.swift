import Diagnostics
import Testing
import Texts

@testable import Loading
@testable import Workspace

@Suite("Texts that are let go of once they are read")
struct LetGoTests {
  @Test("a build shows the lines of what it finds when it no longer has them, in tables and in texts")
  func lines() throws {
    let folder = try PublishedProject.folder()
    let warned = try Program.run(["build", "--project", folder.path])
    #expect(warned.status == 0)
    #expect(warned.errors.contains("2 | b01,光谱支部,光谱,光谱仪\n"))
    try folder.write("content/about.md", try folder.text("content/about.md") + "\n见[下文](#nowhere)。\n")
    let refused = try Program.run(["build", "--project", folder.path])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("7 | 见[下文](#nowhere)。\n"))
  }

  @Test("a line is read again from the file it stands in, in the encoding it has; from another one nothing is shown")
  func regained() throws {
    let folder = try TemporaryFolder()
    // GB18030: 党员
    try folder.write("content/members/all.csv", bytes: [0xB5, 0xB3, 0xD4, 0xB1, 0x0D, 0x0A, 0x61])
    try folder.write("content/about.md", "甲乙")
    let (tree, _) = try loadSource(project: folder.path)
    let letGo = tree.lettingGo { !$0.path.begins(with: "templates/") }
    let index = try #require(tree.index(of: "content/members/all.csv"))
    let about = try #require(tree.index(of: "content/about.md"))
    #expect(letGo.files[Int(index)].bytes.isEmpty)
    #expect(letGo.citation(of: Place(file: index, line: 2)) == "content/members/all.csv:2")
    let found = [index, about].map { Diagnostic.noneHere(at: Place(file: $0, line: 1)) }
    let again = regaining(letGo, for: found, project: folder.path)
    #expect(again.files[Int(index)].bytes == Array("党员\r\na".utf8))
    #expect(again.files[Int(about)].bytes == Array("甲乙".utf8))
    // As long as it was, or not.
    try folder.write("content/about.md", "乙甲")
    #expect(regaining(letGo, for: found, project: folder.path).files[Int(about)].bytes.isEmpty)
    try folder.write("content/about.md", "甲乙丙")
    #expect(regaining(letGo, for: found, project: folder.path).files[Int(about)].bytes.isEmpty)
    #expect(regaining(letGo, for: [], project: folder.path).files[Int(index)].bytes.isEmpty)
  }
}

extension Diagnostic {
  fileprivate static func noneHere(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place, message: Bilingual(zh: "没有", en: "none"), remedy: Bilingual(zh: "写上", en: "write it"))
  }
}
