@testable import Parsing
@testable import Reading
import Diagnostics
import Scoring
import Testing
import Texts

@Suite("Where numbers of persons are looked for")
struct PersonalPlacesTests {
  private func told(_ change: (inout Project) -> Void) throws -> [String] {
    var project = try Project.base()
    change(&project)
    return project.read().diagnostics.filter { $0.code == .personalIdentifier }
      .map { $0.place.map { "\($0.line):\($0.column)" } ?? $0.path ?? "" }
  }

  @Test("in prose, each at its own line")
  func prose() throws {
    let forms = [
      "+8613800138000", "008613800138000", "138 00138000", "138.0013.8000", "138—0013—8000", "138\u{A0}0013\u{A0}8000",
      "11010119900307123Ｘ",
    ]
    let found = try told { project in
      project.files["content/about.md"] =
        "---\ntitle: 关于\n---\n\n" + forms.map { "联系方式：\($0)。\n\n" }.joined()
    }
    // The place is the first digit: behind the plus of a country's code.
    #expect(found == ["5:7", "7:6", "9:6", "11:6", "13:6", "15:6", "17:6"])
  }

  @Test("in YAML, in front matter, in a chart's table and in the project's templates")
  func kinds() throws {
    #expect(
      try told {
        $0.files["content/site.yaml"] = "as_of: 2025-12-11\ntitle: 电话13800138000\n"
      } == ["2:10"])
    #expect(
      try told { $0.files["content/about.md"] = "---\ntitle: \"\\x313800138000\"\n---\n\n文。\n" } == ["2:9"])
    #expect(try told { $0.files["content/campaigns/rivers/a.csv"] = "甲,乙\n电话13800138000,1\n" } == ["2:3"])
    #expect(try told { $0.files["templates/parts/foot.mustache"] = "<p>138-0013-8000</p>\n" } == ["1:4"])
  }

  @Test("in the names of files and folders, a folder's told once")
  func names() throws {
    let found = try told { project in
      project.assets = [
        Asset(path: "content/campaigns/13800138000/a.png", size: 1),
        Asset(path: "content/campaigns/13800138000/b.png", size: 1),
        Asset(path: "content/campaigns/rivers/138 0013 8000.png", size: 1),
      ]
    }
    #expect(found == ["content/campaigns/13800138000", "content/campaigns/rivers/138 0013 8000.png"])
  }

  @Test("a number in a table whose lines end in a CR alone is shown on its own line")
  func identifierAfterReturns() {
    let tree = SourceTree(files: [SourceFile(path: "content/a.csv", text: "日期,说明\r2025-03-08,电话13800000000\r")])
    let findings = MistakeCollector(tree: tree)
    checkPersonalIdentifiers(tree, pool: OneByOne(), findings: findings)
    #expect(findings.all().map(\.place) == [Place(file: 0, line: 2, column: 14)])
  }
}
