@testable import Reading
import Testing
import Diagnostics

/// One mistake, one diagnostic: nothing that only follows from another mistake, and no harmless text accused.
@Suite("Nothing that only follows")
struct OneMistakeTests {
  private func codes(_ change: (inout Project) -> Void) throws -> [String] {
    var project = try Project.base()
    change(&project)
    return project.read().diagnostics.map(\.code.rawValue)
  }

  @Test("an item with two ways of earning isn't also said to take no records")
  func twoWays() throws {
    for other in ["per: 2, unit: 次", "levels: {市: 1}", "form: project"] {
      let found = try codes {
        $0.files["content/years/2025/rulebook.yaml"]?
          .replace("kind: 规定, points: 1, cap: {record", with: "kind: 规定, points: 1, \(other), cap: {record")
      }
      #expect(found == ["rule-combination"], "\(other)")
    }
  }

  @Test("without any year the story's activity isn't unknown as well")
  func noYear() throws {
    let found = try codes { project in
      for path in project.files.keys where path.hasPrefix("content/years/") { project.files[path] = nil }
    }
    #expect(found == ["missing-file"])
  }

  @Test(
    "an anchor is refused wherever a value may begin, used or not",
    arguments: ["title: &t 标题", "title: &t", "about: [&t 标题]", "&t title: 标题", "title:\n  &t 标题"])
  func anchor(line: String) throws {
    let found = try codes { $0.files["content/site.yaml"] = "as_of: 2025-12-11\n\(line)\n" }
    #expect(found.first == "yaml-syntax", "\(found)")
    #expect(found.count == 1)
  }

  @Test(
    "& inside a text is a letter like another",
    arguments: ["研发 &测试", "R & D", "\"甲: &乙\"", "'- &甲'", "甲&乙", "甲, &乙", "|\n  &甲\n  - &乙", "甲 # &乙", "甲\n  &乙"])
  func ampersand(text: String) throws {
    #expect(try codes { $0.files["content/site.yaml"] = "as_of: 2025-12-11\ntitle: \(text)\n" } == [])
  }
}
