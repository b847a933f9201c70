import Testing

@testable import Scoring
import Diagnostics

@Suite("Honors: welfare stars, streaks, overrides")
struct HonorTests {
  @Test("Welfare stars are the first by minutes with all tied at the cut; who has too few minutes is none (S23)")
  func starsByMinutes() {
    var b = LedgerBuilder()
    let branch = b.branch()
    b.year.welfareRule.stars.minimumMinutes = 300
    b.year.welfareRule.stars.first = 2
    let people = ["an", "bo", "cai", "dai", "er"].map { b.member($0, branch) }
    // an 500 in two entries, bo and cai 400, dai 399: ranks 1, 2, 2, and 4 is past the cut of 2.
    b.minutes("2025-03-01", people[0], 200)
    b.minutes("2025-04-01", people[0], 300)
    b.minutes("2025-03-01", people[2], 400)
    b.minutes("2025-03-01", people[1], 400)
    b.minutes("2025-03-01", people[3], 399)
    let stars = b.scored().book.stars
    #expect(stars.map(\.member) == [people[0], people[1], people[2]])
    #expect(stars.map(\.rank) == [1, 2, 2])
    #expect(stars.map(\.isTied) == [false, true, true])
    #expect(stars.map(\.minutes) == [500, 400, 400])
    b.year.welfareRule.stars.minimumMinutes = 401
    #expect(b.scored().book.stars.map(\.member) == [people[0]])
  }

  @Test("Exempt and vetoed members, leavers and minutes after the report's day make no star")
  func noStars() {
    var b = LedgerBuilder(asOf: "2025-10-31")
    let branch = b.branch()
    let exempt = b.member("exempt", branch, exempt: "长期患病")
    let vetoed = b.member("vetoed", branch)
    let gone = b.member("gone", branch, to: "2025-06-30")
    let late = b.member("late", branch)
    let star = b.member("star", branch)
    for member in [exempt, vetoed, gone, star] { b.minutes("2025-03-01", member, 600) }
    b.minutes("2025-03-01", late, 599)
    b.minutes("2025-11-01", late, 300)
    b.decide(.veto(vetoed, reason: "违反廉洁纪律"), on: "2025-10-01")
    #expect(b.scored().book.stars.map(\.member) == [star])
  }

  /// Three members, of whom the first so many qualify: an 30, bo 20, cai 10.
  func three(perBranch: Int) -> (LedgerBuilder, [Ref<Member>]) {
    var b = LedgerBuilder()
    b.year.qualification.perBranch = perBranch
    let branch = b.branch()
    let item = b.item("i", .perUnit(1, unit: "时", each: nil))
    let people = ["an", "bo", "cai"].map { b.member($0, branch) }
    for (index, member) in people.enumerated() {
      b.record("2025-03-01", member, item, quantity: Quantity(30 - 10 * index))
    }
    return (b, people)
  }

  @Test("A decision lets one member in and moves nobody else; the row says which decision it was")
  func letIn() {
    var (b, people) = three(perBranch: 1)
    b.decide(.qualification(people[2], isQualified: true))
    let scored = b.scored()
    #expect(scored.codes().isEmpty)
    #expect(scored.book.qualified[0].map(\.member) == [people[0], people[2]])
    #expect(scored.book.qualified[0].map(\.rank) == [1, 3])
    #expect(scored.book.qualified[0].map(\.override) == [nil, 0])
    #expect(scored.book.qualified[0].allSatisfy { $0.obstacle == nil })
    b.decide(.winner(people[2]))
    #expect(b.scored().codes().isEmpty, "who was let in may win")
  }

  @Test("A decision keeps one member out, and nobody moves up; who was kept out can't win")
  func keptOut() {
    var (b, people) = three(perBranch: 1)
    b.decide(.qualification(people[0], isQualified: false))
    let listed = b.scored().book.qualified[0]
    #expect(listed.map(\.member) == [people[0]])
    #expect(listed.map(\.obstacle) == [.decision])
    b.decide(.winner(people[0]))
    #expect(b.scored().codes() == [.notEligible])
  }

  @Test("A decision that says what the points say is a mistake, either way")
  func idle() {
    var (b, people) = three(perBranch: 2)
    b.decide(.qualification(people[1], isQualified: true))
    b.decide(.qualification(people[2], isQualified: false))
    let scored = b.scored()
    #expect(scored.codes() == [.overrideWithoutEffect, .overrideWithoutEffect])
    #expect(scored.book.qualified[0].allSatisfy { $0.override == nil })
  }

  @Test("Nobody vetoed or exempt can be let in")
  func cannotBeLetIn() {
    var (b, people) = three(perBranch: 1)
    let exempt = b.member("exempt", Ref(0), exempt: "离退休")
    b.decide(.veto(people[1], reason: "违反廉洁纪律"))
    b.decide(.qualification(people[1], isQualified: true))
    b.decide(.qualification(exempt, isQualified: true))
    let scored = b.scored()
    #expect(scored.codes() == [.notEligible, .notEligible])
    #expect(scored.book.qualified[0].filter { $0.obstacle == nil }.map(\.member) == [people[0]])
  }

  @Test("Streaks count years in a row: a year without the honor, or no year in the ledger, begins anew")
  func streaksOverYears() {
    var b = LedgerBuilder(asOf: "2027-12-31", first: "2024-01-01", last: "2024-12-31")
    let branch = b.branch()
    let (an, bo) = (b.member("an", branch), b.member("bo", branch))
    // an is first in 2024, 2025 and 2026; bo only in 2024 (tied) and 2026 (tied). an gives 10 hours in 2025 and 2026.
    for year in 2024...2026 {
      if year > 2024 { b.nextYear() }
      b.year.qualification.perBranch = 1
      let item = b.item("i", .perRecord(1))
      let day = Day(year: year, month: 5, day: 1) ?? "2024-05-01"
      b.record(day, an, item)
      if year != 2025 { b.record(day, bo, item) }
      if year != 2024 { b.minutes(day, an, 600) }
      if year == 2026 { b.decide(.winner(an), on: "2026-12-20") }
    }
    let scored = b.scored()
    let found = streaks(scored.ledger, scored.scorebook)
    #expect(found.map { $0.qualified[0] } == [1, 2, 3])
    #expect(found.map { $0.qualified[1] } == [1, 0, 1])
    #expect(found.map { $0.star[0] } == [0, 1, 2])
    #expect(found.map { $0.winner[0] } == [0, 0, 1])
    b.years.remove(at: 1)
    let gapped = b.scored()
    #expect(streaks(gapped.ledger, gapped.scorebook).map { $0.qualified[0] } == [1, 1])
  }
}
