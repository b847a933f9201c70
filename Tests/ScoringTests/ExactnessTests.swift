import Diagnostics
import Scoring
import Testing

@Suite("Points are exact; they are rounded once, for display")
struct ExactnessTests {
  @Test("three times 0.125 is 0.375: shown as 0.38, and behind 0.38")
  func hundredths() throws {
    var b = LedgerBuilder()
    let branch = b.branch()
    let talk = b.item("talk", .perUnit(0.5, unit: "学时", each: nil))
    let (li, wu) = (b.member("li", branch), b.member("wu", branch))
    for day in ["2025-03-01", "2025-03-02", "2025-03-03"] as [Day] { b.record(day, li, talk, quantity: 0.25) }
    b.record("2025-03-04", wu, talk, quantity: 0.76)
    let rows = b.scored().book.members.rows
    #expect(rows.map(\.member) == [wu, li])
    #expect(rows.map(\.rank) == [1, 2])
    #expect(rows.map(\.total.description) == ["0.38", "0.38"])
    #expect(rows.map(\.total.exact) == ["0.38", "0.375"])
  }

  @Test(
    "half away from zero, zeros beyond the second decimal left out, and no zero with a sign",
    arguments: [
      (375_000, "0.38", "0.375"), (-375_000, "-0.38", "-0.375"), (4_999, "0.00", "0.004999"),
      (-4_999, "0.00", "-0.004999"), (5_000, "0.01", "0.005"), (86_500_000, "86.50", "86.50"), (1, "0.00", "0.000001"),
      (0, "0.00", "0.00"), (1_999_999_999_995_000, "2000000000.00", "1999999999.995"),
    ])
  func words(_ millionths: Int64, _ rounded: String, _ exact: String) {
    #expect(Points(millionths: millionths).description == rounded)
    #expect(Points(millionths: millionths).exact == exact)
  }

  @Test("parts get as many decimals as they need to add up to what is shown, and no more")
  func decimals() {
    // 0.13 + 0.13 isn't 0.25; 0.125 + 0.125 is.
    #expect(Points.decimals(addingUp: [[0.125, 0.125]]) == 3)
    // 0.00 + 0.38 is 0.38, whatever lies behind it.
    #expect(Points.decimals(addingUp: [[0, 0.375]]) == 2)
    #expect(Points.decimals(addingUp: [[1.25, 3.5], []]) == 2)
    let third = Points(millionths: 3_333_333)
    // 3 × 3.33333 is 9.99999, which isn't 10.00: only all six decimals add up.
    #expect(Points.decimals(addingUp: [[third, third, third + Points(millionths: 1)]]) == 6)
    // 0.125, 0.25, 0.375: each line of the account adds up with three.
    #expect(Points.decimals(running: [0.125, 0.125, 0.125]) == 3)
    #expect(Points.decimals(running: [0.375]) == 2)
  }

  @Test("the decimals found always add up, whatever the parts", arguments: 1...20)
  func alwaysAddUp(seed: UInt64) {
    var random = Seeded(state: seed)
    let parts = (0..<6).map { _ in Points(millionths: Int64.random(in: -9_000_000...9_000_000, using: &random)) }
    let places = Points.decimals(running: parts)
    var (total, shown) = (Points.zero, Points.zero)
    for part in parts {
      total += part
      shown += part.rounded(decimals: places)
      #expect(shown == total.rounded(decimals: places))
    }
  }

  @Test("sums of points × quantity are what rational arithmetic says, record by record", arguments: 1...20)
  func rational(seed: UInt64) {
    var random = Seeded(state: seed)
    var b = LedgerBuilder()
    let branch = b.branch()
    let members = [b.member("a", branch), b.member("b", branch)]
    // Of the smallest and the largest that content may state.
    let rules = [1, 25, 33, 99_999_999].map { Points(hundredths: $0) }
    let items = rules.enumerated().map { b.item("i\($0)", .perUnit($1, unit: "时", each: nil)) }
    // In ten-thousandths, where each product is whole.
    var sums = [Int64](repeating: 0, count: 2)
    for number in 0..<60 {
      let (member, item) = (number % 2, Int.random(in: 0..<4, using: &random))
      let quantity = item == 3 ? 1 : Int64.random(in: 1...100_000, using: &random)
      let day = b.year.period.first.adding(days: Int.random(in: 0..<365, using: &random))
      b.record(day, members[member], items[item], quantity: Quantity(hundredths: quantity))
      sums[member] += rules[item].millionths / 10_000 * quantity
    }
    let scored = b.scored()
    #expect(members.map { scored.total($0).millionths } == sums.map { $0 * 100 })
    let rows = scored.book.members.rows
    #expect(rows.map(\.total.millionths) == sums.map { $0 * 100 }.sorted(by: >))
  }

  @Test("a project's shares are exact, and a shared activity is given out to the last millionth")
  func shares() {
    var b = LedgerBuilder()
    let branches = [b.branch("b01"), b.branch("b02"), b.branch("b03")]
    let people = (0..<3).map { b.member("m\($0)", branches[0]) }
    _ = b.item("task", .project, .optional)
    b.project(
      branches[0], value: 16.01, own: (80, "2025-05-01"), head: (80, "2025-05-02"),
      tasks: [[(people[0], 33), (people[1], 33), (people[2], 34)]])
    _ = b.activity("a", held: "2025-03-01", override: 10, claims: branches.map { ($0, 1) })
    let scored = b.scored()
    // 16.01 × 80 % = 12.808; 33 % of it 4.22664, 34 % 4.35472.
    #expect(people.map { scored.total($0).exact } == ["4.22664", "4.22664", "4.35472"])
    #expect(scored.book.projects[0].points.exact == "12.808")
    let parts = scored.book.branches.sorted { $0.branch < $1.branch }.map(\.activityPart)
    #expect(parts.map(\.exact) == ["3.333334", "3.333333", "3.333333"])
    #expect(parts.reduce(.zero, +) == 10)
  }

  @Test("the most that content may state is carried without a trap")
  func limits() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let item = b.item("i", .perUnit(1_000_000, unit: "时", each: nil), month: 1_000_000)
    let (li, wu) = (b.member("li", branch), b.member("wu", branch))
    for day in 0..<300 { b.record(b.year.period.first.adding(days: day), li, item, quantity: 1) }
    b.record("2025-01-01", wu, item, quantity: 1)
    let scored = b.scored()
    // Ten months have begun by the 300th day.
    #expect(scored.total(li) == 10_000_000)
    #expect(scored.book.branches[0].memberPoints == 11_000_000)
  }

  @Test(
    "an average is compared exactly and rounded once",
    arguments: [
      (Points(10), 3, "3.33"), (Points(0.125), 1, "0.13"), (Points(-0.125), 1, "-0.13"), (Points(20), 3, "6.67"),
    ])
  func averages(_ total: Points, _ heads: Int, _ text: String) throws {
    let average = try #require(Average(total: total, count: heads))
    #expect(average.rounded.description == text)
    let double = try #require(Average(total: total + total, count: 2 * heads))
    #expect(average == double)
  }

  @Test("a total that is vouched for is compared as it is shown")
  func vouched() {
    for (total, isRight) in [(Points(0.38), true), (Points(0.37), false)] {
      var b = LedgerBuilder()
      let branch = b.branch()
      let talk = b.item("talk", .perUnit(0.5, unit: "学时", each: nil))
      let li = b.member("li", branch)
      b.record("2025-03-01", li, talk, quantity: 0.75)
      b.assert(.memberTotal(li, on: "2025-12-31", total))
      #expect(b.scored().codes().contains(.failedAssertion) == !isRight)
    }
  }

  @Test(
    "hours are rounded, never cut",
    arguments: [(100, "1.67"), (1, "0.02"), (30, "0.50"), (5, "0.08"), (119, "1.98"), (0, "0.00"), (60_020, "1000.33")])
  func hours(_ minutes: Int, _ text: String) { #expect(Hours(minutes: minutes).description == text) }

  @Test("a combined score isn't rounded, so it never shows a grade that it missed")
  func scores() {
    let rule = EvaluationRule()
    // 79.5 × 30 % + 89.99 × 70 % = 23.85 + 62.993.
    let combined = rule.combined(own: EvaluationScore(hundredths: 7950), head: EvaluationScore(hundredths: 8999))
    #expect(combined?.exact == "86.843")
    let missed = EvaluationScore(tenThousandths: 899_990)
    #expect(missed.exact == "89.999")
    #expect(rule.grade(of: missed) == 80)
    #expect(EvaluationScore(hundredths: 7950).short == "79.5")
    #expect(EvaluationScore(hundredths: 8400).short == "84")
  }
}
