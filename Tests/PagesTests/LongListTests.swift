import Composing
import Testing

@testable import Pages

@Suite("Lists too long for one page")
struct LongListTests {
  @Test("a page takes sixty, and an empty list is a page too")
  func parts() {
    #expect(LongList(0).parts == [0..<0])
    #expect(LongList(60).parts == [0..<60])
    #expect(LongList(121).parts == [0..<60, 60..<120, 120..<121])
  }

  @Test("further pages stand in the folder of the first")
  func paths() {
    #expect(LongList.path("tags/安全.html", part: 0) == "tags/安全.html")
    #expect(LongList.path("tags/安全.html", part: 1) == "tags/安全/2.html")
    #expect(LongList.path("stories/2023/index.html", part: 2) == "stories/2023/3.html")
  }

  @Test("years are parted where they change")
  func years() {
    let years = StoryYear.all([2025, 2025, 2023])
    #expect(years.map(\.year) == [2025, 2023] && years.map(\.stories) == [0..<2, 2..<3])
    #expect(StoryYear.all([]).isEmpty)
  }
}
