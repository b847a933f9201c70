import Diagnostics
import Picturing
import Tables
import Testing
import Texts

@testable import Loading
@testable import Reports
@testable import Workspace

@Suite("Names as people write them")
struct NameSpellingTests {
  @Test(
    "explain finds a name of Han with or without a space in it",
    arguments: ["王伟", "王　伟", "王 伟", "王\u{A0}伟", "王\u{200B}伟"])
  func spaces(name: String) throws {
    let tree = try SmallProject.scored()
    let asKey = try explain("wang-wei", year: nil, in: tree).render(as: .table, in: .chinese)
    #expect(try explain(name, year: nil, in: tree).render(as: .table, in: .chinese) == asKey)
  }

  @Test(
    "a number of a person in the words of a picture is told with its line, not coordinates that look like one",
    arguments: [
      ("<text>110101199003074518</text>", true), ("<text>1380013<tspan>8000</tspan></text>", true),
      ("<title>138&#45;0013-8000</title>", true), ("<path d=\"M13.8 13800138000\"/>", false),
      ("<text>GB/T 15834</text>", false),
    ])
  func picture(inner: String, isTold: Bool) {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 138 1200\">\n\(inner)</svg>"
    let found = personalNumbers(ofDrawing: readDrawing(Array(svg.utf8)), "content/campaigns/a/n.svg")
    #expect(found.map(\.code) == (isTold ? [.personalIdentifier] : []))
    #expect(found.allSatisfy { $0.message.en.contains("line 2") })
  }
}
