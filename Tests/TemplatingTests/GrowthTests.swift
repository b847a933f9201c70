import Diagnostics
import Testing
import Texts

@testable import Templating

@Suite("A template's places are found in the time its length takes")
struct GrowthTests {
  /// Steps to find the places of so many tags in one line.
  private func steps(_ count: Int) -> Int {
    let source = TemplateSource(Array(String(repeating: "{{河}} ", count: count).utf8), file: 0)
    var steps = 0
    for index in 0..<count {
      // Each tag and the blank behind it are 8 bytes and 6 scalars.
      let place = source.place(at: index * 8, steps: &steps)
      #expect(place.column == Int32(index * 6 + 1))
    }
    return steps
  }

  @Test("twice as many tags in one line take twice the steps")
  func line() {
    let works = [2_000, 4_000, 8_000].map(steps)
    #expect(works[1] <= works[0] * 22 / 10 && works[2] <= works[1] * 22 / 10, "\(works)")
  }

  @Test("and so do as many lines, but for the search among them")
  func lines() {
    let works = [2_000, 4_000, 8_000].map { count in
      let source = TemplateSource(Array(String(repeating: "a\n", count: count).utf8), file: 0)
      var steps = 0
      for index in 0..<count {
        #expect(source.place(at: index * 2, steps: &steps).line == Int32(index + 1))
      }
      return steps
    }
    #expect(works[1] <= works[0] * 23 / 10 && works[2] <= works[1] * 23 / 10, "\(works)")
  }

  @Test("a block given twice among thousands is found")
  func blocks() {
    let blocks = (0..<3_000).map { "{{$b\($0)}}x{{/b\($0)}}" }.joined()
    let template = "{{<layout}}\(blocks){{$b7}}y{{/b7}}{{/layout}}"
    let parsed = TemplateParser.parse(TemplateSource(Array(template.utf8), file: 0))
    #expect(parsed.diagnostics.map(\.message.en) == ["the block 'b7' is given twice"])
  }
}
