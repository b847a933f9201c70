@testable import Parsing
import Diagnostics
import Testing
import Texts

/// libyaml counts lines in its own way; what a user reads must be the line an editor shows.
@Suite("Mistakes in YAML are shown where an editor shows them")
struct YAMLPlacesTests {
  private func mistakes(_ text: String) -> [String] {
    YAMLParser(file: 0, firstLine: 1).compose(Array(text.utf8)[...]).1.map {
      "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
    }
  }

  @Test("a bracket left open on a last line without a line end is shown there, not on a line that the file hasn't")
  func unfinishedEnd() {
    #expect(mistakes("a: 1\nb: [1, 2") == ["yaml-syntax 2:9"])
    #expect(mistakes("a: 1\nb: [1, 2\n") == ["yaml-syntax 3:1"], "an editor shows a third line, which is empty")
  }

  @Test(
    "a line separator pasted from a web page or Word moves no mistake below it to another line",
    arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\r"])
  func separators(separator: String) {
    #expect(mistakes("a: \"x\(separator)y\"\nb: 1\nb: 2\n") == ["duplicate-key 3:1"])
    #expect(mistakes("a: \"x\(separator)y\"\nb: @\n") == ["yaml-syntax 2:4"])
  }

  @Test("a value behind such a separator keeps its line, and the columns before it count")
  func columns() throws {
    let text = "a: [\"x\u{2028}y\", z]\n"
    let node = try #require(YAMLParser(file: 0, firstLine: 1).compose(Array(text.utf8)[...]).0)
    guard case .mapping(let entries) = node.value, case .sequence(let items) = entries[0].value.value else {
      Issue.record("no list was read")
      return
    }
    // a : space [ " x LS y " , space z: the twelfth.
    #expect(items.map(\.place) == [Place(file: 0, line: 1, column: 5), Place(file: 0, line: 1, column: 12)])
  }
}
