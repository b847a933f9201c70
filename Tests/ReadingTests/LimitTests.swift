@testable import Reading
import Diagnostics
import Testing
import Texts

/// Hostile or broken files end in a diagnostic, quickly.
@Suite("Bounds")
struct LimitTests {
  private let records = "content/years/2025/records/b07.csv"

  private func codes(_ path: String, _ text: String) throws -> [String] {
    var project = try Project.base()
    project.files[path] = text
    return project.read().diagnostics.map(\.code.rawValue)
  }

  @Test("a line of 10 MB is refused by name")
  func longLine() throws {
    let line = "2025-03-08,zhou-jingyi,theme-day," + String(repeating: "x", count: 10_000_000)
    #expect(try codes(records, "日期,党员,项目,事由\n\(line)\n2025-03-09,zhou-jingyi,theme-day,好\n") == ["line-too-long"])
  }

  @Test("a quote open to the end of a large file is one mistake, at its opening")
  func openQuote() throws {
    var project = try Project.base()
    project.files[records] =
      "日期,党员,项目,事由\n2025-03-08,zhou-jingyi,theme-day,\"" + String(repeating: "a,b\n", count: 500_000)
    let (_, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.code) == [.unclosedQuote])
    #expect(diagnostics.first?.place?.line == 2)
    #expect(diagnostics.first?.place?.column == 34)
  }

  @Test(
    "nesting and aliases that would multiply are refused before they are parsed",
    arguments: ["brackets", "braces", "dashes", "aliases", "indents"])
  func bombs(_ kind: String) throws {
    let text =
      switch kind {
      case "brackets": String(repeating: "[", count: 100_000)
      case "braces": "a: " + String(repeating: "{b: ", count: 2_000)
      case "dashes": String(repeating: "- ", count: 50_000) + "x"
      case "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
      default: (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      }
    #expect(try codes("content/site.yaml", text) == ["yaml-syntax"])
  }

  @Test("a YAML file of more than 1 MiB is refused")
  func largeYAML() throws {
    #expect(try codes("content/site.yaml", "title: " + String(repeating: "长", count: 400_000)) == ["file-too-large"])
  }
}
