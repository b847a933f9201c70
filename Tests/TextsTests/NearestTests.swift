import Texts
import Testing

@Suite("A suggestion is one, or none")
struct NearestTests {
  @Test("the only nearest is suggested, none of several equally near, and a name that stands twice is one name")
  func only() {
    #expect(nearest(to: "meetngs", in: ["lecture", "meetings"]) == "meetings")
    #expect(nearest(to: "b09", in: ["b01", "b02"]) == nil)
    #expect(nearest(to: "theme", in: ["themes", "them", "x"]) == nil)
    #expect(nearest(to: "them-day", in: ["theme-day", "theme-day"]) == "theme-day")
    #expect(allNearest(to: "b09", in: ["b01", "lecture", "b02"]) == ["b01", "b02"])
    #expect(nearest(to: "quite else", in: ["b01"]) == nil)
  }
}
