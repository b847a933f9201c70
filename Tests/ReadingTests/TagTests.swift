import Diagnostics
import Testing
import Texts

@testable import Reading

/// Words that texts are gathered by.
@Suite("Tags")
struct TagTests {
  private func read(_ tags: [String], nav: String? = nil) throws -> (content: Content?, diagnostics: [Diagnostic]) {
    var project = try Project.base()
    for (number, list) in tags.enumerated() {
      project.lay(["content/pages/p\(number).md": "---\ntitle: 页\(number)\ntags: \(list)\n---\n\n正文。\n"])
    }
    if let nav { project.files["content/site.yaml", default: ""] += "nav: \(nav)\n" }
    let (content, diagnostics, _, _) = project.read()
    return (content, diagnostics)
  }

  @Test("as written, each once a text")
  func good() throws {
    let (content, diagnostics) = try read(["[安全, A+ 级, 三·八]", "[安全]", "[]"], nav: "[首页, 标签]")
    #expect(diagnostics.map(\.code) == [])
    let pages = try #require(content).ownPages.pages
    #expect(pages.map { $0.tags.map(\.name) } == [["安全", "A+ 级", "三·八"], ["安全"], []])
  }

  @Test(
    "what is no tag is told at its place",
    arguments: [
      "[a/b]", "['..']", "[十七个字的标签是太长了一些所以不能用]", "[安全, 安全]", "[Excel, excel]",
    ])
  func mistakes(list: String) throws {
    let (content, diagnostics) = try read([list])
    #expect(content == nil)
    #expect(diagnostics.map(\.code) == [.unusableTag])
    #expect(diagnostics.first?.place?.line == 3)
  }

  @Test("a tag of one text is spelled as in the others; the later text is at fault")
  func spelling() throws {
    let (_, diagnostics) = try read(["[Excel]", "[excel]"])
    #expect(diagnostics.map(\.code) == [.unusableTag])
    #expect(diagnostics.first?.message.zh == "标签“excel”在 content/pages/p0.md:3 写作“Excel”")
  }

  @Test(
    "an empty one is a missing value, one word in place of a list is no list, and a navigation can't name what isn't there"
  )
  func others() throws {
    #expect(try read(["[安全, '']"]).diagnostics.map(\.code) == [.missingValue])
    #expect(try read(["安全"]).diagnostics.map(\.code) == [.wrongType])
    #expect(try read(["[]"], nav: "[首页, 标签]").diagnostics.map(\.code) == [.unknownChoice])
  }
}
