import Scoring
import Testing
import Texts

/// A tree of units by their numbers, and of branches by the number of their unit; -1 stands for the company.
private func tree(_ units: [Int], _ branches: [Int]) -> OrganisationTree {
  OrganisationTree(units: units.map { $0 < 0 ? nil : Ref($0) }, branches: branches.map { $0 < 0 ? nil : Ref($0) })
}

private func units(_ numbers: Int...) -> [Ref<PartyUnit>] { numbers.map { Ref($0) } }
private func branches(_ numbers: Int...) -> [Ref<Branch>] { numbers.map { Ref($0) } }

@Suite("Units between company and branches")
struct LevelTests {
  /// 0 over 1 and 2; 3 holds nothing; branches 0 and 3 in 1, 1 in 0, 2 in 2, 4 under the company.
  private let levels = tree([-1, 0, 0, -1], [1, 0, 2, 1, -1])

  @Test("who stands under whom: the way down, all below, and those directly there")
  func shape() {
    #expect(levels.units == units(0, 1, 2))
    #expect(levels.path(to: Ref<Branch>(3)) == units(0, 1))
    #expect(levels.path(to: Ref<Branch>(4)) == [])
    #expect(levels.branches(in: Ref(0)) == branches(0, 1, 2, 3))
    #expect(levels.branches(in: Ref(1)) == branches(0, 3))
    #expect(levels.branches(in: Ref(3)) == [])
    #expect(levels.branches(in: nil) == branches(0, 1, 2, 3, 4))
    #expect(levels.branches(directlyIn: Ref(0)) == branches(1))
    #expect(levels.branches(directlyIn: nil) == branches(4))
    #expect(levels.units(directlyIn: Ref(0)) == units(1, 2))
    #expect(levels.depth(of: Ref(2)) == 1)
    #expect(!tree([-1], [-1, -1]).isUsed && levels.isUsed)
  }

  @Test("unit after unit, with those that begin before a branch")
  func walk() {
    let all = levels.walk(nil)
    #expect(all.map(\.branch) == branches(1, 0, 3, 2, 4))
    #expect(all.map(\.opening) == [units(0), units(1), [], units(2), []])
    #expect(levels.walk(Ref(2)).map(\.branch) == branches(2))
    // A unit that holds nothing but units begins with the first branch below.
    #expect(tree([-1, 0], [1]).walk(nil).map(\.opening) == [units(0, 1)])
  }

  @Test("a circle is found once and opened, so that every way ends")
  func circles() {
    let parents: [Ref<PartyUnit>?] = [1, 2, 1, nil, 3, 5].map { $0.map { Ref($0) } }
    #expect(OrganisationTree.circles(in: parents) == [units(1, 2), units(5)])
    let opened = OrganisationTree(units: parents, branches: [Ref(0), Ref(4)])
    #expect(opened.path(to: Ref<Branch>(0)) == units(1, 0))
    #expect(opened.branches(in: Ref(3)) == branches(1))
  }

  @Test("of what was placed until a year the latest holds, for all of it")
  func years() {
    let place = Place(file: 0, line: 1)
    let branch = Placement.Child.branch(Ref(0))
    let levels = Levels(
      units: ["a", "b"].map { PartyUnit(id: $0, name: $0, short: $0, kind: .area, place: place) },
      placements: [
        Placement(branch, under: nil, since: 2027, place: place),
        Placement(branch, under: Ref(0), since: nil, place: place),
        Placement(branch, under: Ref(1), since: 2025, place: place),
      ])
    let parents = [nil, 2024, 2025, 2026, 2027].map { levels.tree(in: $0, branches: 1).parent(of: Ref<Branch>(0)) }
    #expect(parents == [Ref(0), Ref(0), Ref(1), Ref(1), nil])
    #expect(levels.turns == [2025, 2027])
  }

  /// 7 points for two heads and 4 for one are 11/3 a head, not (3.5 + 4) / 2; 1 of 2 and 1 of 1 are 2 of 3.
  @Test("a unit's average and rate divide its sums")
  func rates() throws {
    var b = LedgerBuilder()
    let own = [b.branch("b01"), b.branch("b02"), b.branch("b03")]
    let people = [b.member("m1", own[0]), b.member("m2", own[0]), b.member("m3", own[1]), b.member("m4", own[2])]
    _ = b.member("m5", own[1], exempt: "离退休")
    let rating = b.branchItem("meetings", .base, maximum: 10)
    b.rate(own[0], rating, 3)
    b.rate(own[1], rating, 1)
    let work = b.work("w101", "p")
    // Shared by two branches of the unit: 4 and 3 of its points, one activity.
    let shared = b.activity("a1", held: "2025-03-01", override: 7, works: [work], claims: [(own[0], 4), (own[1], 3)])
    _ = b.activity("a2", held: nil, claims: [(own[0], 1)])
    b.minutes("2025-03-01", people[0], 150, activity: shared)
    b.minutes("2025-03-02", people[2], 130)
    b.project(own[1], works: [work])
    let scored = b.scored()
    let figures = scored.scorebook.branchFigures(scored.ledger, year: scored.lastYear)
    let unit = tree([-1], [0, 0, -1]).branches(in: Ref(0)).map { figures[Int($0.index)] }.joined
    #expect(unit.total == 11 && unit.activityPart == 7 && unit.rewardPart == 4)
    #expect(unit.heads == 3 && unit.average?.rounded.description == "3.67")
    #expect(unit.participants == 2 && unit.eligible == 3 && unit.welfareMinutes == 280)
    #expect(unit.active == 1)
    #expect(unit.claimed.count == 2 && unit.held.count == 1 && unit.works == [work] && unit.projects == 1)
    #expect(unit.rate(like: scored.book.welfare.company).perMille == 667)
    #expect(JointFigures.none.average == nil)
  }

  @Test("places within a unit are by exact totals, and nobody has one before the company has")
  func places() {
    var b = LedgerBuilder()
    let own = (1...4).map { b.branch("b0\($0)") }
    _ = b.member("m", own[0])
    let rating = b.branchItem("meetings", .base, maximum: 10)
    for (branch, points) in zip(own, [2, 5, 5, 3] as [Points]) { b.rate(branch, rating, points) }
    let levels = tree([-1], [0, 0, 0, -1])
    let places = levels.places(in: Ref(0), of: b.scored().branches())
    #expect(places.map(\.standing.branch) == [own[1], own[2], own[0]])
    #expect(places.map(\.rank) == [1, 1, 3] && places.map(\.isTied) == [true, true, false])
    #expect(places.map(\.standing.rank) == [1, 1, 4])
    let before = levels.places(in: Ref(0), of: b.scored().branches(asOf: "2025-02-01"))
    #expect(before.map(\.rank) == [nil, nil, nil] && before.map(\.isTied) == [false, false, false])
  }
}

@Suite("Laws of units")
struct LevelLawTests {
  /// Any units over five branches, which need not hold anything.
  private func trees(_ seed: UInt64) -> [OrganisationTree] {
    var random = Seeded(state: seed)
    return (0..<20).map { _ in
      let parents = (0..<4).map { Int.random(in: -1..<max(0, $0), using: &random) }
      return tree(parents, (0..<5).map { _ in Int.random(in: -1..<4, using: &random) })
    }
  }

  private func ledger(_ seed: UInt64) -> LedgerBuilder {
    var random = Seeded(state: seed &* 31)
    var b = LedgerBuilder()
    let own = (0..<5).map { b.branch("b0\($0)") }
    let works = [b.work("w1", "p"), b.work("w2", "p")]
    let people = (0..<12).map { b.member("m\($0)", own[$0 % 5], exempt: $0 == 7 ? "离退休" : nil) }
    let item = b.item("theme", .perRecord(1.25))
    let rating = b.branchItem("meetings", .base, maximum: 10)
    for _ in 0..<12 {
      b.record("2025-03-01", people[Int.random(in: 0..<12, using: &random)], item)
      b.minutes("2025-04-01", people[Int.random(in: 0..<12, using: &random)], 150)
      _ = b.activity(
        "a\(b.year.activities.count)", held: Bool.random(using: &random) ? "2025-05-01" : nil, override: 7,
        works: [works[Int.random(in: 0..<2, using: &random)]],
        claims: [(own[Int.random(in: 0..<2, using: &random)], 1), (own[Int.random(in: 2..<5, using: &random)], 2)])
    }
    for branch in own { b.rate(branch, rating, Points(Int.random(in: 0...10, using: &random))) }
    return b
  }

  @Test(
    "a unit's sums are those of its branches and of what stands directly in it; all together are the company's",
    arguments: 1...8 as ClosedRange<UInt64>)
  func sums(seed: UInt64) {
    let scored = ledger(seed).scored()
    let figures = scored.scorebook.branchFigures(scored.ledger, year: scored.lastYear)
    let sum = { (branches: [Ref<Branch>]) in branches.map { figures[Int($0.index)] }.joined }
    let company = sum(scored.ledger.roster.branches.indices.map { Ref($0) })
    #expect(company.participants == scored.book.welfare.company.participants)
    #expect(company.eligible == scored.book.welfare.company.eligible)
    #expect(company.heads == scored.book.members.rows.count)
    #expect(company.total == scored.branches().reduce(.zero) { $0 + $1.total })
    #expect(company.memberPoints == scored.branches().reduce(.zero) { $0 + $1.memberPoints })
    #expect(company.held.count == scored.book.activities.count { $0.isHeld && $0.isClaimed })
    // A unit that holds every branch is the company.
    #expect(sum(tree([-1], [0, 0, 0, 0, 0]).branches(in: Ref(0))) == company)
    for tree in trees(seed) {
      for unit in tree.units {
        let below = tree.units(directlyIn: unit).map { sum(tree.branches(in: $0)) }.joined
        #expect(sum(tree.branches(in: unit)) == below + sum(tree.branches(directlyIn: unit)))
        #expect(sum(tree.branches(in: unit).reversed()) == sum(tree.branches(in: unit)))
      }
      let top = tree.units(directlyIn: nil).map { sum(tree.branches(in: $0)) }.joined
      #expect(top + sum(tree.branches(directlyIn: nil)) == company)
      #expect(Set(tree.walk(nil).map(\.branch)).count == 5 && tree.walk(nil).count == 5)
    }
  }
}
