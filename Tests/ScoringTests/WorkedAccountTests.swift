import Scoring
import Testing

@Suite("The worked account of docs/rules.md")
struct WorkedAccountTests {
  @Test("theme days up to their cap, lectures with a correction, welfare beyond the base: 27.00 and 1.00 not counted")
  func account() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let day = b.item("theme-day", .perRecord(1), year: 12)
    let lecture = b.item("lecture", .perUnit(2, unit: "次", each: nil), .optional)
    _ = b.item("welfare-base", .welfareBase(10))
    _ = b.item("welfare-beyond", .welfareBeyond, .optional)
    for month in 1...12 { b.record(Day(year: 2025, month: month, day: 5) ?? "2025-01-05", li, day) }
    b.record("2025-12-20", li, day)
    let lectures = (3...5).map { b.record(Day(year: 2025, month: $0, day: 9) ?? "2025-03-09", li, lecture) }
    b.record("2025-06-01", li, lecture, quantity: -1, corrects: lectures[2])
    b.minutes("2025-03-05", li, 60)
    b.minutes("2025-05-05", li, 90)
    b.minutes("2025-09-05", li, 45)
    let row = b.scored().book.members.rows[0]
    #expect(row.total == 27 && row.uncounted.gains == 1)
    #expect(row.base == 22 && row.optional == 5)
  }
}
