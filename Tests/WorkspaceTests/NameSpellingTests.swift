import Diagnostics
import Testing

@testable import Workspace

@Suite("Names as people write them")
struct NameSpellingTests {
  @Test(
    "explain finds a name of Han with or without a space in it",
    arguments: ["王伟", "王　伟", "王 伟", "王\u{A0}伟", "王\u{200B}伟"])
  func spaces(name: String) throws {
    let tree = try SmallProject.reckoning()
    let asKey = try explain("wang-wei", year: nil, in: tree, language: .chinese)
    #expect(try explain(name, year: nil, in: tree, language: .chinese) == asKey)
  }

  @Test("a number of a person in the text of a picture is told with its line")
  func picture() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<text>110101199003074518</text></svg>"
    let found = drawingNumbers("content/campaigns/a/n.svg", Array(svg.utf8))
    #expect(found.map(\.code) == [.personalIdentifier])
    #expect(found.first?.message.en.hasPrefix("line 2 ") == true)
    #expect(drawingNumbers("a.svg", Array("<svg viewBox=\"0 0 138 1200\"><path d=\"M13.8 1380\"/></svg>".utf8)) == [])
  }
}
