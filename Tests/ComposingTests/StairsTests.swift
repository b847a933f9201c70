import Scoring
import Testing

@testable import Composing

@Suite("A year as it grew")
struct StairsTests {
  /// Two points that are owed in January, and one that was chosen in March.
  private func stairs(until day: Day, highest: Points?) -> Stairs {
    var year = SmallYear()
    let owed = year.item("会", .perRecord(Points(2)), .base)
    let chosen = year.item("课", .perRecord(Points(1)), .optional)
    year.record((1, 10), owed)
    year.record((3, 10), chosen)
    let context = year.context
    return Stairs(
      context[Ref(0)].book.awards(of: year.li), over: context[Ref(0)].ledger.period, until: day, highest: highest,
      median: Points(2)
    ) { $0.kind == .base }
  }

  @Test("each month stands as high as the sum up to it, of a box that ends at the year's highest")
  func sums() {
    let until = stairs(until: SmallYear.day(3, 31), highest: Points(4))
    // Half the box of 56 is 28 above the ground at 60; three quarters are 42.
    #expect(until.lower == "M4.1 60V32M12.5 60V32M20.8 60V32")
    #expect(until.upper == "M20.8 32V18")
    #expect(until.median == ["M0 32H100"])
  }

  @Test("who has more than anybody the boards name fills the box")
  func alone() {
    let whole = stairs(until: SmallYear.day(12, 31), highest: nil)
    #expect(whole.lower.utf8.count(where: { $0 == UInt8(ascii: "M") }) == 12)
    #expect(whole.upper.hasPrefix("M20.8 22.7V4") && whole.upper.utf8.count(where: { $0 == UInt8(ascii: "M") }) == 10)
  }

  @Test("before the year there is nothing to draw")
  func before() {
    let none = stairs(until: Day(year: 2024, month: 12, day: 1) ?? SmallYear.day(1, 1), highest: Points(4))
    #expect(none.lower.isEmpty && none.upper.isEmpty)
  }
}
