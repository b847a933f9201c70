import Scoring
import Testing
import Texts

/// Caps of days, weeks, quarters, groups and the total: figures reckoned by hand.
@Suite("Caps that are shared")
struct SharedCapTests {
  private func builder(first: Day = "2025-01-01", last: Day = "2025-12-31") -> (LedgerBuilder, Ref<Member>) {
    var b = LedgerBuilder(asOf: last, first: first, last: last)
    let branch = b.branch()
    let li = b.member("li", branch)
    return (b, li)
  }

  @Test("A day's cap begins anew each day, a week's on Monday")
  func daysAndWeeks() {
    var (b, li) = builder()
    let reading = b.item("reading", .perUnit(1, unit: "篇", each: nil), week: 5) { _ in }
    // 2025-03-02 is a Sunday, 03-03 a Monday.
    for day in ["2025-03-01", "2025-03-02", "2025-03-03"] as [Day] { b.record(day, li, reading, quantity: 4) }
    #expect(b.scored().points(li) == [4, 1, 4])
    var (c, wang) = builder()
    let daily = c.item("daily", .perRecord(1), day: 2)
    for note in ["a", "b", "c"] { c.record("2025-03-01", wang, daily, note: note) }
    c.record("2025-03-02", wang, daily)
    #expect(c.scored().points(wang) == [1, 1, 0, 1])
    #expect(c.scored().book.awards(of: wang).map(\.cap)[2] == .item(.day))
  }

  @Test("A year that begins in December has its own quarters")
  func quarters() {
    var (b, li) = builder(first: "2024-12-01", last: "2025-11-30")
    let item = b.item("item", .perRecord(2), quarter: 3)
    for day in ["2024-12-05", "2025-02-28", "2025-03-01", "2025-05-31", "2025-06-01"] as [Day] {
      b.record(day, li, item)
    }
    // December to February 3 of 4, March to May 3 of 4, June 2.
    #expect(b.scored().points(li) == [2, 1, 2, 1, 2])
  }

  @Test("A group's cap cuts what its items leave, and names the group")
  func groups() {
    var (b, li) = builder()
    let group = b.group("study", Caps(month: 3, year: 5))
    let lecture = b.item("lecture", .perRecord(2), month: 2) { $0.group = group }
    let notes = b.item("notes", .perRecord(1.5)) { $0.group = group }
    b.record("2025-01-05", li, lecture)
    b.record("2025-01-06", li, lecture)
    b.record("2025-01-07", li, notes)
    b.record("2025-02-01", li, notes)
    b.record("2025-03-01", li, notes)
    let awards = b.scored().book.awards(of: li)
    // 2; cut by its own month; 1 of 1.5 by the group's month; 1.5; 0.5 of 1.5 by the group's year.
    #expect(awards.map(\.points) == [2, 0, 1, 1.5, 0.5])
    #expect(awards.map(\.cap) == [.none, .item(.month), .group(0, .month), .none, .group(0, .year)])
    #expect(awards.map(\.capped) == [0, 2, 0.5, 0, 1])
  }

  @Test("The total's cap and floor bound running sums: what is cut is told on its own side")
  func total() {
    var (b, li) = builder()
    let gain = b.item("gain", .perUnit(1, unit: "次", each: nil))
    let loss = b.item("loss", .perUnit(-1, unit: "次", each: nil))
    b.year.memberFramework.total.cap = 10
    b.year.memberFramework.total.floor = 0
    b.record("2025-01-01", li, loss, quantity: 3)
    b.record("2025-01-02", li, gain, quantity: 2)
    b.record("2025-01-03", li, gain, quantity: 13)
    let scored = b.scored()
    // −3, −1 and 12 within 0 and 10: the first gain only makes up for what the floor had kept from falling.
    #expect(scored.points(li) == [0, 0, 10] && scored.total(li) == 10)
    #expect(scored.book.awards(of: li).map(\.cap) == [.totalFloor, .totalFloor, .total])
    let uncounted = scored.book.members.rows[0].uncounted
    #expect(uncounted.gains == 5 && uncounted.deductions == -3)
  }

  @Test("What two caps keep, a gain and a deduction, is shown apart and doesn't cancel")
  func uncountedApart() {
    var (b, li) = builder()
    let gain = b.item("gain", .perRecord(2), year: 2)
    let loss = b.item("loss", .perRecord(-2), year: 2)
    for day in ["2025-01-01", "2025-01-02"] as [Day] {
      b.record(day, li, gain)
      b.record(day, li, loss)
    }
    let uncounted = b.scored().book.members.rows[0].uncounted
    #expect(uncounted.gains == 2 && uncounted.deductions == -2 && !uncounted.isNothing)
  }

  @Test("An entry and its reversal are nothing where a year's cap had moved points out of a group's month")
  func reversalAcrossSpans() {
    let make = { (isReversed: Bool) -> Points in
      var (b, li) = builder()
      let group = b.group("g", Caps(month: 5))
      let a = b.item("a", .perRecord(12), year: 12) { $0.group = group }
      let other = b.item("b", .perRecord(5)) { $0.group = group }
      if isReversed {
        let wrong = b.record("2025-01-02", li, a)
        b.record("2025-03-01", li, a, quantity: -1, corrects: wrong)
      }
      b.record("2025-02-01", li, a)
      b.record("2025-01-03", li, other)
      return b.scored().total(li)
    }
    // February 12 → 5 and January 5.
    #expect(make(false) == 10 && make(true) == 10)
  }

  @Test("A week across two months counts in the month of its days")
  func weekAcrossMonths() {
    var (b, li) = builder()
    let item = b.item("item", .perRecord(2), month: 3, week: 3)
    // Monday 2025-03-31 and Tuesday 2025-04-01 are of one week.
    b.record("2025-03-31", li, item)
    b.record("2025-04-01", li, item)
    b.record("2025-04-08", li, item)
    // 2; 1 by the week; 2 within April's 3.
    #expect(b.scored().points(li) == [2, 1, 2])
  }
}
