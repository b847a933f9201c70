import Diagnostics
@testable import Scoring
import Testing
import Texts

@Suite("Standings: ranks, ties, scopes, days")
struct StandingsTests {
  /// Members m0, m1, … of one branch with these points on 1 March.
  func board(_ points: [Points], asOf: Day = "2025-12-31") -> (LedgerBuilder, Ref<Branch>) {
    var b = LedgerBuilder(asOf: asOf)
    let branch = b.branch()
    let item = b.item("i", .perUnit(1, unit: "时", each: nil))
    for (index, value) in points.enumerated() {
      let member = b.member("m\(index)", branch)
      if value != .zero { b.record("2025-03-01", member, item, quantity: Quantity(of: value)) }
    }
    return (b, branch)
  }

  @Test("Ranks are 1, 2, 2, 4 on exact hundredths: second place isn't first, and no rank is a row's index")
  func competition() {
    let rows = board([84, 86.5, 84, 83.99]).0.scored().book.members.rows
    #expect(rows.map(\.rank) == [1, 2, 2, 4])
    #expect(rows.map(\.isTied) == [false, true, true, false])
    #expect(rows.map { Int($0.member.index) } == [1, 0, 2, 3])
  }

  @Test("Totals that differ by a hundredth differ in rank, though they round to the same figure")
  func noRoundingBeforeRanking() {
    let rows = board([84.04, 84.01]).0.scored().book.members.rows
    #expect(rows.map(\.rank) == [1, 2])
  }

  @Test("A tie key in use decides ties, and only ties")
  func tieKey() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let base = b.item("base", .perUnit(1, unit: "时", each: nil), .base)
    let extra = b.item("extra", .perUnit(1, unit: "时", each: nil), .optional)
    let (ai, bo, cai) = (b.member("ai", branch), b.member("bo", branch), b.member("cai", branch))
    b.record("2025-01-01", ai, base, quantity: 4)
    b.record("2025-01-01", ai, extra, quantity: 6)
    b.record("2025-01-01", bo, base, quantity: 6)
    b.record("2025-01-01", bo, extra, quantity: 4)
    b.record("2025-01-01", cai, extra, quantity: 11)
    #expect(b.scored().book.members.rows.map(\.rank) == [1, 2, 2])
    b.year.ranking.tieKey = .base
    let rows = b.scored().book.members.rows
    #expect(rows.map(\.rank) == [1, 2, 3])
    #expect(rows.map(\.member) == [cai, bo, ai])
  }

  @Test("Ties stand by pinyin, not by roster order")
  func pinyin() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let zhou = b.member("zhou", branch)
    let an = b.member("an", branch)
    #expect(b.scored().book.members.rows.map(\.member) == [an, zhou])
  }

  @Test("Points follow the person: a midsummer transfer ranks in the new branch with the whole year's points")
  func transfer() {
    var b = LedgerBuilder()
    let (old, new) = (b.branch("b01"), b.branch("b02"))
    let item = b.item("i", .perRecord(3))
    let li = b.member("li", old, to: "2025-06-30")
    b.stay(li, new, from: "2025-07-01")
    b.record("2025-06-30", li, item)
    b.record("2025-07-01", li, item)
    let scored = b.scored()
    #expect(scored.standings(branch: new).rows.map(\.total) == [6])
    #expect(scored.standings(branch: old).rows.isEmpty)
    // On 30 June she still ranks in the old branch.
    #expect(scored.standings(branch: old, asOf: "2025-06-30").rows.map(\.total) == [3])
    // Each branch keeps in its months chart what was earned while she was there.
    #expect(scored.branches().sorted { $0.branch < $1.branch }.map(\.memberPoints) == [3, 3])
    #expect(scored.scorebook.memberMonths(scored.ledger, year: Ref(0), branch: old, asOf: "2025-12-31")[5].base == 3)
    #expect(scored.scorebook.memberMonths(scored.ledger, year: Ref(0), branch: old, asOf: "2025-12-31")[6].base == 0)
  }

  @Test("Who left before the last day doesn't rank; exempt members stand apart and count in no head count")
  func leftAndExempt() {
    var b = LedgerBuilder()
    let branch = b.branch()
    _ = b.member("left", branch, to: "2025-11-30")
    let retired = b.member("retired", branch, exempt: "离退休")
    let stays = b.member("stays", branch)
    let scored = b.scored()
    #expect(scored.book.members.rows.map(\.member) == [stays])
    #expect(scored.book.members.exempt == [retired])
    #expect(scored.branches()[0].heads == 1)
  }

  @Test("A month shows the month's points; its movement is against the month before, January's against December")
  func movement() {
    var b = LedgerBuilder(first: "2023-12-01", last: "2024-11-30")
    let branch = b.branch()
    let (li, wu) = (b.member("li", branch), b.member("wu", branch))
    var item = b.item("i", .perUnit(1, unit: "时", each: nil))
    b.record("2024-11-30", li, item, quantity: 5)
    b.nextYear()
    item = b.item("i", .perUnit(1, unit: "时", each: nil))
    b.record("2024-12-01", wu, item, quantity: 3)
    b.record("2025-01-15", li, item, quantity: 1)
    let scored = b.scored()
    let months = b.year.period.spans(ofMonths: 1)
    // December: wu first (3 : 0); in November li was first (5 : 0). January: li first, wu second.
    let december = scored.standings(period: months[0]).rows
    #expect(december.map(\.member) == [wu, li])
    #expect(december.map(\.previousRank) == [2, 1])
    #expect(scored.standings(period: months[1]).rows.map(\.previousRank) == [2, 1])
    // Year 2025: wu 3, li 1; year 2024: li 5, wu 0.
    #expect(scored.book.members.rows.map(\.previousRank) == [2, 1])
    #expect(scored.scorebook.years[0].members.rows.map(\.previousRank) == [nil, nil])
  }

  @Test("The year spoken of is the last with anything recorded by the day; what everybody starts with is no record")
  func currentYear() {
    var b = LedgerBuilder(asOf: "2024-12-11", first: "2023-12-01", last: "2024-11-30")
    let li = b.member("li", b.branch())
    b.record("2024-03-01", li, b.item("i", .perRecord(1)))
    b.nextYear()
    let item = b.item("i", .perRecord(1)) { $0.start = 10 }
    #expect(b.scored().total(li) == 10)
    #expect(b.scored().ledger.currentYear == Ref(0))
    #expect(b.scored().book.members.rows.map(\.rank) == [nil], "nobody is first with what everybody has")
    b.record("2024-12-12", li, item)
    #expect(b.scored().ledger.currentYear == Ref(0), "of tomorrow")
    b.record("2024-12-11", li, item)
    #expect(b.scored().ledger.currentYear == Ref(1))
    #expect(b.scored().book.members.rows.map(\.rank) == [1])
  }

  @Test("Of years with nothing recorded the last that has begun is spoken of")
  func currentYearOfNothing() {
    var b = LedgerBuilder(asOf: "2024-12-11", first: "2023-12-01", last: "2024-11-30")
    b.nextYear()
    #expect(b.scored().ledger.currentYear == Ref(1))
    b.nextYear()
    #expect(b.scored().ledger.currentYear == Ref(1), "the third begins a year later")
  }

  @Test("A newcomer has no previous rank")
  func newcomer() {
    var (b, branch) = board([3, 2])
    _ = b.member("new", branch, from: "2025-04-15")
    let april = b.year.period.spans(ofMonths: 1)[3]
    let rows = b.scored().standings(period: april).rows
    #expect(rows.map(\.previousRank) == [1, 2, nil])
  }

  @Test("Quarters follow the period: December to February is the first of a year that begins in December")
  func quarterly() {
    let year = Period(first: "2024-12-01", last: "2025-11-30")
    #expect(
      quarters(of: year) == [
        Period(first: "2024-12-01", last: "2025-02-28"), Period(first: "2025-03-01", last: "2025-05-31"),
        Period(first: "2025-06-01", last: "2025-08-31"), Period(first: "2025-09-01", last: "2025-11-30"),
      ])
  }

  @Test("Months add up to the year, corrections and ratings after the year's end included")
  func monthsAddUp() {
    var b = LedgerBuilder(asOf: "2025-12-11", first: "2024-12-01", last: "2025-11-30")
    let branch = b.branch()
    let li = b.member("li", branch)
    let item = b.item("i", .perRecord(2), .optional, month: 3)
    let wrong = b.record("2025-11-20", li, item)
    b.record("2025-11-21", li, item)
    b.record("2025-12-02", li, item, quantity: -1, corrects: wrong)
    let rating = b.branchItem("files", .base, maximum: 5)
    b.rate(branch, rating, 4.5, on: "2025-12-05")
    let scored = b.scored()
    let months = monthly(scored.book.awards(of: li), over: b.year.period)
    // 2 + 1 (month cap 3) − 1 = 2, all in November, the last of twelve rows.
    #expect(months.count == 12)
    #expect(months[11] == MonthlyPoints(of: "2025-11-01", optional: 2, entries: 3))
    #expect(scored.book.members.rows[0].total == 2)
    #expect(scored.branches()[0].rewardPart == 4.5)
    #expect(scored.branches(period: b.year.period.spans(ofMonths: 1)[11])[0].total == 4.5)
    // On the last day of the year neither the correction nor the rating was there.
    #expect(scored.standings(asOf: "2025-11-30").rows[0].total == 3)
    #expect(scored.branches(asOf: "2025-11-30")[0].total == 0)
  }

  @Test("Before a period begins there is nothing to rank")
  func notBegun() {
    let (b, _) = board([3])
    let scored = b.scored()
    #expect(scored.standings(asOf: "2024-12-31").rows.isEmpty)
    #expect(scored.branches(period: quarters(of: b.year.period)[3], asOf: "2025-05-01").isEmpty)
  }

  @Test("Averages are compared exactly: 2/3 and 0.67 round alike and still differ")
  func exactAverage() throws {
    let third = try #require(Average(total: 2, count: 3))
    let printed = try #require(Average(total: 0.67, count: 1))
    #expect(third < printed && third != printed)
    #expect(third.rounded == printed.rounded)
  }

  @Test("A branch without people has no average and breaks nothing")
  func emptyBranch() throws {
    var (b, _) = board([3])
    let empty = b.branch("b02")
    let row = try #require(b.scored().branches().first { $0.branch == empty })
    #expect(row.heads == 0 && row.average == nil && row.total == 0)
    #expect(b.scored().book.qualified[1].isEmpty)
  }

  @Test("A company without anybody is scored without a trap")
  func nobody() {
    var b = LedgerBuilder()
    _ = b.item("i", .perRecord(1))
    let scored = b.scored()
    #expect(scored.book.members.rows.isEmpty && scored.book.cadrePool.isEmpty && scored.diagnostics.isEmpty)
    #expect(scored.book.welfare.company.passes == nil)
  }

  @Test("A record on a day its member holds no branch is an error at the record")
  func withoutBranch() throws {
    var b = LedgerBuilder()
    let branch = b.branch()
    let item = b.item("i", .perRecord(1))
    let li = b.member("li", branch, from: "2025-03-01")
    b.record("2025-03-01", li, item)
    b.record("2025-02-28", li, item)
    let scored = b.scored()
    let error = try #require(scored.diagnostics.first { $0.severity == .error })
    #expect(scored.codes() == [.memberWithoutBranch])
    #expect(error.place == b.year.records[1].place)
  }
}

extension MonthlyPoints {
  /// Compared by what a row prints.
  init(of day: Day, base: Points = 0, optional: Points = 0, entries: Int32 = 0) {
    let row = monthly([], over: Period(first: day, last: day))[0]
    self = row
    self.base = base
    self.optional = optional
    self.entries = entries
  }
}
