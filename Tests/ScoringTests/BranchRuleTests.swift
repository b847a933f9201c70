import Diagnostics
import Scoring
import Testing
import Texts

@Suite("S19: activities are claimed by branches")
struct S19Claims {
  @Test("Claimed alone, shared, not yet held, unclaimed")
  func states() {
    var b = LedgerBuilder(asOf: "2025-06-30")
    let (one, two) = (b.branch("b01"), b.branch("b02"))
    _ = b.activity("a1", held: "2025-03-01", complexity: 2, coverage: 2, claims: [(one, 1)])
    _ = b.activity("a2", held: "2025-04-01", complexity: 1, coverage: 1, claims: [(two, 2), (one, 1)])
    _ = b.activity("a3", held: "2025-09-01", complexity: 3, coverage: 3, claims: [(one, 1)])
    _ = b.activity("a4", held: nil)
    _ = b.activity("a5", held: "2025-05-01")
    let scored = b.scored()
    #expect(scored.book.activities.map(\.isHeld) == [true, true, false, false, true])
    // a5 took place though nobody had claimed it, and is listed as unclaimed for all that.
    #expect(scored.book.activities.map(\.isClaimed) == [true, true, true, false, false])
    // a1: 4.00. a2: 1.00 as 1 : 2 is 0.333333 and 0.666667. a3 is yet to come, a5 is nobody's.
    #expect(scored.book.awards(of: one).map(\.points) == [4, 0.333333])
    #expect(scored.book.awards(of: two).map(\.points) == [0.666667])
    #expect(scored.book.awards(of: two).map(\.day) == ["2025-04-01"])
    #expect(scored.book.awards(of: two).map(\.record) == [b.year.activities[1].claims[0].place])
  }

  @Test("Odd millionths go to the earlier branches, whoever's claim was written first")
  func oddMillionths() {
    var b = LedgerBuilder()
    let branches = [b.branch("b01"), b.branch("b02"), b.branch("b03")]
    _ = b.activity("a1", held: "2025-03-01", override: 0.05, claims: branches.reversed().map { ($0, 1) })
    let scored = b.scored()
    // 50 000 millionths in three: two are left over.
    let totals = branches.map { scored.book.total(of: $0, asOf: "2025-12-31") }
    #expect(totals == [0.016667, 0.016667, 0.016666])
  }

  @Test("Participants are the distinct members whose records or welfare entries name the activity")
  func participants() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let (an, bo, cai) = (b.member("an", branch), b.member("bo", branch), b.member("cai", branch))
    let item = b.item("i", .perRecord(1))
    let activity = b.activity("a1", held: "2025-03-01")
    let wrong = b.record("2025-03-01", an, item, activity: activity)
    b.record("2025-03-01", bo, item, activity: activity)
    b.record("2025-03-02", bo, item, activity: activity)
    b.minutes("2025-03-01", cai, 30, activity: activity)
    #expect(b.scored().book.activities[0].participants == [an, bo, cai])
    b.record("2025-03-03", an, item, quantity: -1, corrects: wrong)
    #expect(b.scored().book.activities[0].participants == [bo, cai])
  }
}

@Suite("S20: complexity and coverage give an activity its value")
struct S20Value {
  @Test("Rows are complexity, columns coverage; an override replaces the value")
  func matrix() {
    var b = LedgerBuilder()
    b.year.matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    _ = b.activity("a1", held: nil, complexity: 3, coverage: 1)
    _ = b.activity("a2", held: nil, complexity: 1, coverage: 3)
    _ = b.activity("a3", held: nil, complexity: 1, coverage: 3, override: 4.5)
    #expect(b.scored().book.activities.map(\.value) == [7, 3, 4.5])
  }
}

@Suite("S21: a branch's points are activities plus the year-end rating")
struct S21TwoParts {
  @Test("Two parts that add up, the average beside, ranked by total")
  func parts() {
    var b = LedgerBuilder()
    let (one, two, three) = (b.branch("b01"), b.branch("b02"), b.branch("b03"))
    for index in 0..<3 { _ = b.member("m\(index)", one) }
    _ = b.member("n", two)
    _ = b.activity("a1", held: "2025-03-01", complexity: 3, coverage: 2, claims: [(one, 1)])
    let files = b.branchItem("files", .base, maximum: 5)
    let press = b.branchItem("press", .optional, maximum: 5)
    b.rate(one, files, 4)
    b.rate(two, files, 5)
    b.rate(two, press, 5)
    b.rate(three, files, 4)
    let rows = b.scored().branches()
    // b01: 6 + 4 = 10; b02: 0 + 10; b03: 0 + 4.
    #expect(rows.map(\.branch) == [one, two, three])
    #expect(rows.map(\.rank) == [1, 1, 3])
    #expect(rows.map(\.activityPart) == [6, 0, 0])
    #expect(rows.map(\.rewardPart) == [4, 10, 4])
    // 10 : 3 = 3.33; 10 : 1; nobody in b03.
    #expect(rows.map { $0.average?.rounded } == [3.33, 10, nil])
    #expect(b.scored().book.awards(of: two).map(\.kind) == [.base, .optional])
    // Before the rating of 20 December, b01 led alone.
    #expect(b.scored().branches(asOf: "2025-12-19").map(\.rank) == [1, 2, 2])
  }

  @Test("Members' own points are shown but no part of the branch's total")
  func apart() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    b.record("2025-03-01", li, b.item("i", .perRecord(5)))
    let row = b.scored().branches()[0]
    #expect(row.total == 0 && row.memberPoints == 5)
  }
}

@Suite("S22: a branch's own activities count like the committee's")
struct S22OwnActivities {
  @Test("Origin makes no difference to the value")
  func own() {
    var b = LedgerBuilder()
    let branch = b.branch()
    _ = b.activity("a1", held: "2025-03-01", complexity: 2, origin: .branch, claims: [(branch, 1)])
    #expect(b.scored().branches()[0].activityPart == 2)
  }
}

@Suite("S23: two hours of welfare are the base, hours beyond earn points")
struct S23Welfare {
  func builder() -> (LedgerBuilder, Ref<Member>) {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    _ = b.item("welfare-base", .welfareBase(10), .base)
    _ = b.item("welfare-beyond", .welfareBeyond, .optional, year: 2)
    return (b, li)
  }

  @Test("119 minutes earn nothing; 120 earn the base once; each half hour beyond earns 0.50")
  func steps() {
    var (b, li) = builder()
    b.minutes("2025-03-01", li, 119)
    #expect(b.scored().points(li).isEmpty)
    b.minutes("2025-03-02", li, 1)
    #expect(b.scored().points(li) == [10])
    b.minutes("2025-03-03", li, 29)
    #expect(b.scored().points(li) == [10])
    b.minutes("2025-03-04", li, 32)
    // 181 − 120 = 61 minutes: two steps, both reached by this entry.
    #expect(b.scored().points(li) == [10, 1])
    let award = b.scored().book.awards(of: li).last
    guard case .welfareBeyond(3, minutes: 60)? = award?.reason else {
      Issue.record("the fourth entry reached 60 counted minutes")
      return
    }
    b.minutes("2025-03-05", li, 120)
    // 181 + 120 − 120 = 181 beyond: six steps, four new = 2.00, of which the cap of 2 leaves 1.00.
    #expect(b.scored().points(li) == [10, 1, 1])
    #expect(b.scored().book.members.rows[0].uncounted.gains == 1)
    #expect(b.scored().book.members.rows[0].base == 10)
  }

  @Test("One long entry gives base and steps; one member's minutes are not another's")
  func oneEntry() {
    var (b, li) = builder()
    let wu = b.member("wu", Ref(0))
    b.minutes("2025-03-01", li, 150)
    b.minutes("2025-03-01", wu, 100)
    #expect(b.scored().points(li) == [10, 0.5])
    #expect(b.scored().points(wu).isEmpty)
  }

  @Test("The gate in integers: 9 of 10 passes, 17 of 19 does not, an empty branch neither")
  func gate() throws {
    var b = LedgerBuilder(asOf: "2026-01-05")
    let (ten, nineteen, empty) = (b.branch("b01"), b.branch("b02"), b.branch("b03"))
    for index in 0..<29 {
      let member = b.member("m\(index)", index < 10 ? ten : nineteen)
      if index != 0, index != 10, index != 11 { b.minutes("2025-03-01", member, 1) }
    }
    let retired = b.member("retired", ten, exempt: "离退休")
    b.minutes("2025-03-01", retired, 300)
    for branch in [ten, nineteen] { b.project(branch) }
    let scored = b.scored()
    let rates = scored.book.welfare.branches
    // 10 × 9 = 90 ≥ 9 × 10; 10 × 17 = 170 < 9 × 19 = 171. Company: 26 of 29, 260 < 261.
    #expect(rates.map(\.participants) == [9, 17, 0])
    #expect(rates.map(\.eligible) == [10, 19, 0])
    #expect(rates.map(\.passes) == [true, false, nil])
    #expect(rates[Int(empty.index)].perMille == nil)
    #expect(scored.book.welfare.company.passes == false)
    // 26 : 29 = 89.65… %, printed 89.7.
    #expect(scored.book.welfare.company.perMille == 897)
    #expect(scored.codes(.warning) == [.welfareBelowGate])
    let warning = try #require(scored.diagnostics.first)
    #expect(warning.message.en.contains("17 of 19") && warning.message.zh.contains("b02"))
  }

  @Test("While the year runs, nobody is warned of the gate")
  func stillTime() {
    var b = LedgerBuilder(asOf: "2025-12-31")
    let branch = b.branch()
    _ = b.member("li", branch)
    b.project(branch)
    #expect(b.scored().diagnostics.isEmpty)
    b.asOf = "2026-01-01"
    #expect(b.scored().codes(.warning) == [.welfareBelowGate])
  }
}

@Suite("S24: the five series and their yearly minimum")
struct S24Series {
  @Test("Three separate days, not three people on one; people count once")
  func progress() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let (li, wu) = (b.member("li", branch), b.member("wu", branch))
    let blood = b.series("blood", minimum: 3)
    let home = b.series("elderly", minimum: 1, people: 2)
    b.minutes("2025-03-01", li, 60, series: blood)
    b.minutes("2025-03-01", wu, 60, series: blood)
    b.minutes("2025-06-01", li, 60, series: blood)
    b.minutes("2025-06-01", li, 60, series: home)
    var series = b.scored().book.welfare.series
    #expect(series.map(\.days) == [["2025-03-01", "2025-06-01"], ["2025-06-01"]])
    #expect(series.map(\.people) == [2, 1])
    #expect(series.map(\.isMet) == [false, false])
    // A third day by an activity of the series, and a second person by a record that names an activity.
    _ = b.activity("a1", held: "2025-09-01", series: blood)
    let visit = b.activity("a2", held: "2025-06-01", series: home)
    b.record("2025-06-01", wu, b.item("i", .perRecord(1)), activity: visit)
    series = b.scored().book.welfare.series
    #expect(series.map(\.isMet) == [true, true])
  }
}
