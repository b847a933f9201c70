import Scoring
import Testing

@Suite("Caps and corrections: what counts and what stays 封顶未计")
struct CapTests {
  @Test("15 records of 2 under a year cap of 12 count 12; six count whole, nine are cut and named")
  func fifteenTimesTwo() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let item = b.item("lecture", .perRecord(2), .optional, year: 12)
    for day in 1...15 { b.record(Day(year: 2025, month: 3, day: day) ?? "2025-03-01", li, item) }
    let scored = b.scored()
    // 15 × 2 = 30, capped at 12; the first 6 awards use the cap up, the other 9 × 2 = 18 are cut.
    #expect(scored.total(li) == 12)
    #expect(scored.book.members.rows[0].uncounted.gains == 18)
    #expect(scored.points(li) == Array(repeating: 2, count: 6) + Array(repeating: 0, count: 9))
    #expect(
      scored.book.awards(of: li).map(\.cap) == Array(repeating: .none, count: 6)
        + Array(repeating: .item(.year), count: 9))
  }

  @Test("A cap in the middle of a record leaves the part that fits")
  func partlyCut() throws {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let item = b.item("hours", .perUnit(1.25, unit: "时", each: nil), month: 4)
    b.record("2025-03-01", li, item, quantity: 2)
    b.record("2025-03-02", li, item, quantity: 2)
    b.record("2025-04-01", li, item, quantity: 2)
    let scored = b.scored()
    // March 2.50 + 2.50 = 5.00, of which 4.00 counts; April starts anew with 2.50.
    #expect(scored.points(li) == [2.5, 1.5, 2.5])
    let second = try #require(scored.book.awards(of: li).dropFirst().first)
    #expect(second.capped == 1 && second.cap == .item(.month))
  }

  @Test("Record, month and year caps nest: each bounds what the level below let through")
  func nested() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let item = b.item("wishes", .perUnit(1, unit: "个", each: nil), .optional, record: 3, month: 5, year: 8)
    b.record("2025-01-05", li, item, quantity: 10)
    b.record("2025-01-06", li, item, quantity: 3)
    b.record("2025-02-05", li, item, quantity: 9)
    b.record("2025-02-06", li, item, quantity: 9)
    let scored = b.scored()
    // Jan: min(3, 10) + min(3, 3) = 6 → 5. Feb: 3 + 3 = 6 → 5. Year: 5 + 5 = 10 → 8. So 3, 2, 3, 0.
    #expect(scored.points(li) == [3, 2, 3, 0])
    // The fourth: 9 → 3 by the record cap, then 2 by the month's, then 0 by the year's; named is the first that cut.
    #expect(
      scored.book.awards(of: li).map(\.cap)
        == [.item(.record), .item(.month), .item(.record), .item(.record)])
    // 10 + 3 + 9 + 9 = 31, of which 8 count.
    #expect(scored.book.members.rows[0].uncounted.gains == 23)
  }

  @Test("Deductions are negative and capped by magnitude")
  func deductions() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let item = b.item("absence", .perRecord(-2), year: 5)
    for day: Day in ["2025-01-01", "2025-02-01", "2025-03-01"] { b.record(day, li, item) }
    let scored = b.scored()
    // −2 −2 −2 = −6, no less than −5.
    #expect(scored.points(li) == [-2, -2, -1])
    #expect(scored.book.members.rows[0].uncounted.deductions == -1)
  }

  @Test("An entry fully reversed leaves nothing, even when others were cut because of it")
  func reversal() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let item = b.item("talk", .perRecord(2), .optional, month: 3)
    let wrong = b.record("2025-03-01", li, item)
    b.record("2025-03-09", li, item)
    b.record("2025-05-20", li, item, quantity: -1, corrects: wrong)
    let scored = b.scored()
    // As of March: 2 + 2 = 4, 3 counts. The reversal in May works on *March's* cap: 4 − 2 = 2 counts, a change of −1.
    #expect(scored.points(li) == [2, 1, -1])
    #expect(scored.total(li, asOf: "2025-03-31") == 3)
    #expect(scored.total(li) == 2)
  }

  @Test("A correction shares its record's cap: 5 entered as 9 comes to what 5 would have been")
  func correctionWithinRecordCap() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let item = b.item("hours", .perUnit(1, unit: "时", each: nil), record: 6)
    let wrong = b.record("2025-03-01", li, item, quantity: 9)
    let first = b.record("2025-03-02", li, item, quantity: -2, corrects: wrong)
    b.record("2025-03-03", li, item, quantity: -2, corrects: first)
    // 9 → 6 counts; 9 − 2 = 7 → 6, no change; a correction of the correction: 7 − 2 = 5, a change of −1.
    #expect(b.scored().points(li) == [6, 0, -1])
  }

  @Test("Quantity counts for units only: elsewhere a record counts once; levels have their own points")
  func forms() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let flat = b.item("meeting", .perRecord(1.5))
    let unit = b.item("article", .perUnit(0.33, unit: "篇", each: nil))
    let level = b.item("award", .levels([.init(name: "公司", points: 2), .init(name: "省", points: 6)]))
    b.record("2025-01-01", li, flat, quantity: 7)
    b.record("2025-01-02", li, unit, quantity: 0.5)
    b.record("2025-01-03", li, unit, quantity: 1.5)
    let won = b.record("2025-01-04", li, level, level: 1)
    b.record("2025-01-05", li, level, quantity: -1, level: 1, corrects: won)
    // 0.33 × 0.5 = 0.165; 0.33 × 1.5 = 0.495: nothing is rounded before it is shown.
    #expect(b.scored().points(li) == [1.5, 0.165, 0.495, 6, -6])
  }

  @Test("A member's caps are their own: a neighbour's records neither use them up nor lift them")
  func capsPerMember() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let (li, wu) = (b.member("li", branch), b.member("wu", branch))
    let item = b.item("talk", .perRecord(2), month: 3, year: 3)
    for member in [li, wu, li, wu] { b.record("2025-03-01", member, item) }
    let scored = b.scored()
    #expect(scored.total(li) == 3 && scored.total(wu) == 3)
  }
}
