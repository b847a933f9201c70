import Testing

@testable import Scoring

@Suite("Who leads, which line, what rate")
struct LeadTests {
  @Test("nobody with nothing, one, several, everybody; the least may have nothing")
  func lead() {
    let lead = { (figures: [Int]) in Lead(figures.indices, above: 0) { figures[$0] } }
    #expect(lead([]).holders == [] && lead([0, 0]).holders == [] && lead([-1]).holders == [])
    #expect(lead([1, 3, 2]).holders == [1])
    #expect(lead([3, 1, 3]).holders == [0, 2] && !lead([3, 1, 3]).isEverybody)
    #expect(lead([3, 3]).holders == [0, 1] && lead([3, 3]).isEverybody)
    #expect(!lead([3]).isEverybody, "one alone is just the one")
    // A zero beside them means that the others aren't everybody.
    #expect(lead([2, 0, 2]).holders == [0, 2] && !lead([2, 0, 2]).isEverybody)
    let figures = [2, 0, 0]
    #expect(Lead.least(figures.indices) { figures[$0] }.holders == [1, 2])
  }

  @Test("no rank before the first point, also where points were lost; from the first on everybody has one")
  func ranks() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let item = b.item("i", .perUnit(1, unit: "时", each: nil))
    let loss = b.item("l", .perRecord(-1))
    let (an, bo) = (b.member("an", branch), b.member("bo", branch))
    #expect(b.scored().book.members.rows.map(\.rank) == [nil, nil])
    #expect(b.scored().book.branches.map(\.rank) == [nil])
    b.record("2025-02-01", bo, loss)
    #expect(b.scored().book.members.rows.map(\.rank) == [nil, nil])
    b.record("2025-03-01", an, item)
    #expect(b.scored().book.members.rows.map(\.rank) == [1, 2])
    // February's board has no ranks, so nobody moved up or down in March.
    let months = b.year.period.spans(ofMonths: 1)
    #expect(b.scored().standings(period: months[2]).rows.map(\.previousRank) == [nil, nil])
  }

  @Test("the line is where the places end by points; a tie is one among those who may enter")
  func line() {
    var b = LedgerBuilder()
    b.year.qualification.perBranch = 2
    let branch = b.branch()
    let item = b.item("i", .perUnit(1, unit: "时", each: nil))
    let people = [
      b.member("an", branch), b.member("bo", branch, .probationary), b.member("cai", branch), b.member("dai", branch),
    ]
    // an and bo are level, but bo may not enter; cai is the second who may; dai is let in.
    for (member, hours) in zip(people, [9, 9, 5, 1]) {
      b.record("2025-03-01", member, item, quantity: Quantity(hours))
    }
    let line = QualifyingLine(rank: 3, total: 5, highest: 9)
    #expect(b.scored().book.lines == [line])
    #expect(b.scored().book.qualified[0].map(\.isTied) == [false, false, false])
    b.decide(.qualification(people[3], isQualified: true))
    #expect(b.scored().book.lines == [line], "let in")
    b.decide(.qualification(people[2], isQualified: false))
    b.decide(.qualification(people[0], isQualified: false))
    #expect(b.scored().book.lines == [line], "kept out")
  }

  @Test(
    "a rate is never rounded across its verdict",
    arguments: [
      // 188/209 = 89.952; 9/10; 1999/2000 = 99.95; 1/3000 = 0.033; 0; all; 26/29 = 89.655.
      (188, 209, 9, 899), (9, 10, 9, 900), (1999, 2000, 9, 999), (1, 3000, 9, 1), (0, 5, 9, 0), (5, 5, 10, 1000),
      (26, 29, 9, 897), (4999, 5000, 10, 999),
    ])
  func rate(participants: Int, eligible: Int, gate: Int, perMille: Int) {
    let rate = WelfareReport.Rate(
      participants: participants, eligible: eligible, gateTenths: gate, isFinal: true)
    #expect(rate.perMille == perMille)
    #expect(rate.verdict == (10 * participants >= gate * eligible ? .reached : .missed))
  }

  @Test("while the year runs a rate isn't missed: so many are lacking")
  func open() {
    let rate = WelfareReport.Rate(participants: 17, eligible: 19, gateTenths: 9, isFinal: false)
    // 90 % of 19 is 17.1: eighteen people.
    #expect(rate.verdict == .open && rate.lacking == 1)
  }

  @Test("a quarter shorter than three months is compared with a quarter, not with as many months")
  func shortQuarter() {
    // Eight months, January to August: the third quarter is July and August.
    var b = LedgerBuilder(asOf: "2025-08-31", first: "2025-01-01", last: "2025-08-31")
    let branch = b.branch()
    let item = b.item("i", .perUnit(1, unit: "时", each: nil))
    let (an, bo) = (b.member("an", branch), b.member("bo", branch))
    // April alone makes bo first of the second quarter; in May and June an is before bo.
    b.record("2025-04-10", bo, item, quantity: 9)
    b.record("2025-05-10", an, item, quantity: 2)
    b.record("2025-07-10", an, item, quantity: 1)
    let scored = b.scored()
    let third = quarters(of: b.year.period)[2]
    #expect(scored.standings(period: third).rows.map(\.member) == [an, bo])
    #expect(scored.standings(period: third).rows.map(\.previousRank) == [2, 1])
    // A year of seven months ends in a quarter of one, which isn't a month.
    b.asOf = "2025-07-31"
    b.year.period = Period(first: "2025-01-01", last: "2025-07-31")
    let july = quarters(of: b.year.period)[2]
    let rows = { (months: Int) in
      b.scored().scorebook.memberStandings(
        b.ledger, year: Ref(0), scope: StandingsScope(period: july, months: months), asOf: "2025-07-31"
      ).rows.map(\.previousRank)
    }
    #expect(rows(3) == [2, 1])
    #expect(rows(1) == [nil, nil], "nobody had a point in June")
    // Cut short by the report's day, a quarter is still one.
    let cut = Period(first: "2025-04-01", last: "2025-05-20")
    #expect(b.ledger.period(before: cut, ofMonths: nil, year: Ref(0))?.period == quarters(of: b.year.period)[0])
  }
}
