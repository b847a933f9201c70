import Diagnostics
import Scoring
import Testing
import Texts

@Suite("S4: each year is scored by its own standard")
struct S4YearlyStandard {
  @Test("The same deed earns by the year's rulebook")
  func twoRulebooks() {
    var b = LedgerBuilder(asOf: "2025-12-31", first: "2024-01-01", last: "2024-12-31")
    let branch = b.branch()
    let li = b.member("li", branch)
    b.record("2024-05-01", li, b.item("meeting", .perRecord(1)))
    b.nextYear()
    b.record("2025-05-01", li, b.item("meeting", .perRecord(1.5)))
    let years = b.scored().scorebook.years
    #expect(years.map { $0.total(of: li, asOf: "2025-12-31") } == [1, 1.5])
  }
}

@Suite("S5: base and optional items are two columns that add up")
struct S5OnePlusX {
  @Test("1 + X")
  func columns() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    b.record("2025-05-01", li, b.item("meeting", .perRecord(1), .base))
    b.record("2025-05-01", li, b.item("talk", .perRecord(2.25), .optional))
    let row = b.scored().book.members.rows[0]
    #expect(row.base == 1 && row.optional == 2.25 && row.total == 3.25)
  }
}

@Suite("S6: no point without a record")
struct S6DailyRecord {
  @Test("A member without records has no award; every award names its record and its rule")
  func traceable() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let (li, wu) = (b.member("li", branch), b.member("wu", branch))
    b.year.welfareRule.baseMinutes = 0
    _ = b.item("welfare", .welfareBase(10))
    b.record("2025-05-01", li, b.item("meeting", .perRecord(1)))
    let scored = b.scored()
    #expect(scored.book.awards(of: wu).isEmpty)
    #expect(scored.book.awards(of: li).map(\.record) == [b.year.records[0].place])
    #expect(scored.book.awards(of: li).map(\.rule) == [b.year.items[1].place])
  }
}

/// Branch b01 with members m0, m1, … who have these points.
private func board(_ points: [Points]) -> (LedgerBuilder, [Ref<Member>]) {
  var b = LedgerBuilder()
  let branch = b.branch()
  let item = b.item("i", .perUnit(1, unit: "时", each: nil))
  let members = points.indices.map { index in
    let member = b.member("m\(index < 10 ? "0" : "")\(index)", branch)
    if points[index] != .zero { b.record("2025-03-01", member, item, quantity: Quantity(of: points[index])) }
    return member
  }
  return (b, members)
}

@Suite("S7: honors are accumulated, not voted")
struct S7Accumulated {
  @Test("A winner outside the first five is an error that says where the member stands")
  func winner() throws {
    var (b, members) = board([60, 50, 40, 30, 20, 10])
    b.decide(.winner(members[4]))
    #expect(b.scored().codes().isEmpty)
    b.decide(.winner(members[5]))
    let scored = b.scored()
    let error = try #require(scored.diagnostics.first { $0.severity == .error })
    #expect(scored.codes() == [.notEligible])
    #expect(error.place == b.year.decisions[1].place)
    #expect(error.message.en.contains("number 6") && error.message.en.contains("10.00"))
  }

  @Test("Each obstacle is named: veto, probation, exemption, no branch")
  func reasons() {
    var (b, members) = board([60, 50])
    let branch = Ref<Branch>(0)
    let probationer = b.member("probationer", branch, .probationary)
    b.record("2025-03-01", probationer, Ref(0))
    let exempt = b.member("exempt", branch, exempt: "离退休")
    let gone = b.member("gone", branch, to: "2025-06-30")
    b.decide(.veto(members[0], reason: "违反纪律"))
    for member in [members[0], probationer, exempt, gone] { b.decide(.winner(member)) }
    let words = b.scored().diagnostics.filter { $0.code == .notEligible }.map(\.message.zh)
    #expect(words.count == 4)
    for (sentence, reason) in zip(words, ["一票否决", "预备期", "免计", "不在任何支部"]) {
      #expect(sentence.contains(reason))
    }
  }

  @Test("A veto hides no points")
  func vetoKeepsPoints() {
    var (b, members) = board([60, 50])
    b.decide(.veto(members[0], reason: "违反纪律"))
    #expect(b.scored().book.members.rows.map(\.total) == [60, 50])
  }
}

@Suite("S8: the first five of each branch may enter the PK")
struct S8FirstFive {
  func entrants(_ b: LedgerBuilder) -> [Int] {
    b.scored().book.qualified[0].filter { $0.obstacle == nil }.map { Int($0.member.index) }
  }

  @Test("Five of seven, by points and not by roster order")
  func five() {
    #expect(entrants(board([10, 20, 30, 40, 50, 60, 70]).0) == [6, 5, 4, 3, 2])
  }

  @Test("All tied at the fifth place qualify and are marked")
  func tieAtTheCut() {
    let (b, _) = board([70, 60, 50, 40, 30, 30, 30, 29.99])
    #expect(entrants(b) == [0, 1, 2, 3, 4, 5, 6])
    #expect(b.scored().book.qualified[0].map(\.rank) == [1, 2, 3, 4, 5, 5, 5])
    #expect(b.scored().book.qualified[0].map(\.isTied) == [false, false, false, false, true, true, true])
  }

  @Test("A tie above the cut takes two places")
  func tieAbove() {
    #expect(entrants(board([70, 60, 60, 50, 40, 30]).0) == [0, 1, 2, 3, 4])
  }

  @Test("Probationary, vetoed and late members take nobody's place, and are listed with their obstacle")
  func obstacles() {
    var (b, members) = board([70, 60, 50, 40, 30, 20, 10])
    b.memberships[0] = []
    b.stay(members[0], Ref(0), from: "2024-01-01", .probationary)
    b.memberships[1] = []
    b.stay(members[1], Ref(0), from: "2025-03-01")
    b.year.qualification.minimumMonths = 11
    b.decide(.veto(members[2], reason: "违反纪律"))
    // March to December are 10 months. The five are drawn from those with 40, 30, 20, 10: four people.
    #expect(entrants(b) == [3, 4, 5, 6])
    let listed = b.scored().book.qualified[0]
    #expect(listed.map(\.obstacle) == [.probationary, .tooFewMonths, .veto, nil, nil, nil, nil])
    b.year.qualification.minimumMonths = 10
    #expect(entrants(b) == [1, 3, 4, 5, 6])
  }

  @Test("An obstacle below the cut is nobody's business")
  func obstacleBelowTheCut() {
    var (b, members) = board([70, 60, 50, 40, 30, 20])
    b.decide(.veto(members[5], reason: "违反纪律"))
    #expect(b.scored().book.qualified[0].count == 5)
  }

  @Test("Zero points never qualify")
  func zero() {
    let (b, _) = board([3, 0, 0])
    #expect(entrants(b) == [0])
    #expect(b.scored().book.qualified[0].map(\.obstacle) == [nil, .zeroPoints, .zeroPoints])
  }
}

@Suite("S11: cadres come from the best tenth")
struct S11CadrePool {
  @Test("29 ranked members give floor(2.9) = 2 seats; a tie at the cut is let in")
  func tenth() {
    let points = (1...29).map { Points($0) }
    #expect(board(points).0.scored().book.cadrePool.map(\.rank) == [1, 2])
    var tied = points
    tied[26] = 28
    // 29, 28, 28, 26 …: the second seat is shared.
    #expect(board(tied).0.scored().book.cadrePool.map(\.rank) == [1, 2, 2])
  }

  @Test("Nine members give no seat, and nobody divides by zero")
  func fewerThanTen() {
    #expect(board((1...9).map { Points($0) }).0.scored().book.cadrePool.isEmpty)
  }

  @Test("A vetoed member gives the seat to the next; others are an error")
  func tiers() {
    var (b, members) = board((1...20).map { Points($0) })
    b.decide(.veto(members[19], reason: "违反纪律"))
    b.decide(.cadre(members[18], tier: 2, []))
    var pool = b.scored().book.cadrePool
    #expect(pool.map(\.member) == [members[18], members[17]])
    #expect(b.scored().codes().isEmpty)
    b.decide(.cadre(members[16], tier: 3, []))
    pool = b.scored().book.cadrePool
    #expect(pool.count == 2 && b.scored().codes() == [.notEligible])
  }
}

@Suite("S2, S3: figures the office vouches for")
struct S2S3Assertions {
  @Test("A wrong figure fails with what was expected and what is there")
  func fails() throws {
    var (b, members) = board([86.5, 3])
    b.record("2025-06-01", members[0], Ref(0), quantity: 1)
    b.assert(.branches(1))
    b.assert(.works(0))
    b.assert(.members(2, on: "2025-06-30"))
    b.assert(.memberTotal(members[0], on: "2025-05-31", 86.5))
    b.assert(.memberTotal(members[0], on: "2025-06-01", 87.5))
    #expect(b.scored().codes().isEmpty)
    b.assert(.memberTotal(members[0], on: "2025-06-01", 86.5))
    b.assert(.branches(16))
    b.assert(.works(53))
    b.assert(.members(3, on: "2025-06-30"))
    b.assert(.branchTotal(Ref(0), on: "2025-06-30", 1))
    let failures = b.scored().diagnostics.filter { $0.severity == .error }
    #expect(failures.map(\.code) == Array(repeating: .failedAssertion, count: 5))
    #expect(failures.map(\.place) == b.year.assertions.suffix(5).map(\.place))
    let first = try #require(failures.first)
    #expect(first.message.zh.contains("应为 86.50") && first.message.zh.contains("实际是 87.50"))
  }
}

@Suite("S3: points go to pathways, evidence to works")
struct S3Evidence {
  @Test("A record serves its own work, else its item's works; the first one's pathway gets the points")
  func works() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let (li, wu) = (b.member("li", branch), b.member("wu", branch))
    let lecture = b.work("w401", "skills")
    let donation = b.work("w501", "duty")
    let item = b.item("talk", .perRecord(2), works: [lecture])
    b.record("2025-03-01", li, item)
    b.record("2025-04-01", li, item, work: donation)
    b.record("2025-03-02", wu, item)
    let scored = b.scored()
    #expect(scored.book.evidence.map(\.records) == [2, 1])
    #expect(scored.book.evidence.map(\.latest) == ["2025-03-02", "2025-04-01"])
    #expect(scored.book.evidence[0].latestRecords == [2, 0])
    let skills = scored.standings(pathway: b.works[lecture].pathway).rows
    #expect(skills.map(\.total) == [2, 2])
    #expect(scored.standings(pathway: b.works[donation].pathway).rows.map(\.total) == [2, 0])
  }

  @Test("What was corrected away is no evidence, and a correction is none of its own")
  func corrected() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let work = b.work("w401", "skills")
    let item = b.item("hours", .perUnit(1, unit: "时", each: nil), works: [work])
    let wrong = b.record("2025-03-01", li, item, quantity: 3)
    b.record("2025-03-05", li, item, quantity: -1, corrects: wrong)
    #expect(b.scored().book.evidence[0].records == 1)
    b.record("2025-03-06", li, item, quantity: -2, corrects: wrong)
    #expect(b.scored().book.evidence[0].records == 0)
  }

  @Test("Welfare, activities that took place and projects are evidence too")
  func others() {
    var b = LedgerBuilder(asOf: "2025-06-30")
    let branch = b.branch()
    let li = b.member("li", branch)
    let blood = b.work("w502", "duty")
    let home = b.work("w505", "duty")
    let series = b.series("blood", minimum: 3, works: [blood])
    b.minutes("2025-02-01", li, 60, series: series)
    b.minutes("2025-02-02", li, 60, series: series, work: home)
    _ = b.activity("a1", held: "2025-05-01", works: [home])
    _ = b.activity("a2", held: "2025-09-01", works: [home])
    b.project(branch, works: [blood])
    let evidence = b.scored().book.evidence
    #expect(evidence.map(\.welfare) == [1, 1])
    #expect(evidence.map(\.activities) == [[], [Ref(0)]])
    #expect(evidence.map(\.projects) == [[Ref(0)], []])
    // The project's evaluation stage is dated 10 May.
    #expect(evidence.map(\.latest) == ["2025-05-10", "2025-05-01"])
  }
}
