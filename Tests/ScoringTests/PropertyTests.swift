import Diagnostics
import Scoring
import Testing
import Texts

/// A small linear generator: the same seed gives the same ledger everywhere.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension LedgerBuilder {
  /// The same records on other lines of other files: order, places and cited indexes all change.
  func shuffled(seed: UInt64) -> LedgerBuilder {
    var random = Seeded(state: seed)
    var other = self
    let order = year.records.indices.shuffled(using: &random)
    var position = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = Int32(new) }
    other.year.records = order.enumerated().map { new, old in
      let r = year.records[old]
      return Record(
        day: r.day, member: r.member, item: r.item, quantity: r.quantity, level: r.level, role: r.role,
        affair: r.affair, activity: r.activity, work: r.work, note: r.note,
        corrects: r.corrects.map { position[Int($0)] }, entered: r.entered,
        place: Place(file: 9, line: Int32(new)))
    }
    other.year.welfare.shuffle(using: &random)
    return other
  }
}

private struct Line: Equatable {
  let member: Ref<Member>
  let rank: Int?
  let base: Points
  let optional: Points
  let uncounted: Uncounted
}

extension Scored {
  fileprivate func lines(asOf: Day? = nil) -> [Line] {
    standings(asOf: asOf).rows.map {
      Line(member: $0.member, rank: $0.rank, base: $0.base, optional: $0.optional, uncounted: $0.uncounted)
    }
  }
}

@Suite("Properties of the ledger")
struct PropertyTests {
  @Test(
    "The order of records and files makes no difference to any total, rank or cut, on any day", arguments: 1...30,
    Shape.allCases)
  func orderDoesNotMatter(seed: UInt64, shape: Shape) {
    let b = randomLedger(shape, seed: seed)
    let (one, other) = (b.scored(), b.shuffled(seed: seed + 99).scored())
    for day: Day in ["2025-02-28", "2025-06-30", "2025-10-11", "2025-12-31"] {
      #expect(one.lines(asOf: day) == other.lines(asOf: day))
    }
    for member in b.members.indices {
      // Award by award, too.
      #expect(one.points(Ref(member)) == other.points(Ref(member)))
    }
  }

  @Test(
    "Base, optional, months, quarters and pathways are parts that make the total",
    arguments: 1...30, Shape.allCases)
  func partsSumToTotals(seed: UInt64, shape: Shape) {
    let b = randomLedger(shape, seed: seed)
    let scored = b.scored()
    let quarters = quarters(of: b.year.period).map { scored.standings(period: $0) }
    let pathways = b.pathways.indices.map { scored.standings(pathway: Ref($0)) }
    for row in scored.book.members.rows {
      let awards = scored.book.awards(of: row.member)
      #expect(awards.reduce(.zero) { $0 + $1.points } == row.total)
      #expect(monthly(awards, over: b.year.period).reduce(.zero) { $0 + $1.total } == row.total)
      for parts in [quarters, pathways] {
        let sum = parts.reduce(Points.zero) { sum, part in
          sum + (part.rows.first { $0.member == row.member }?.total ?? .zero)
        }
        #expect(sum == row.total)
      }
    }
  }

  @Test("Caps hold on every day: no item ever exceeds its year cap, no deduction its magnitude", arguments: 1...20)
  func capsHold(seed: UInt64) {
    let b = randomLedger(.plain, seed: seed)
    let scored = b.scored()
    for member in b.members.indices {
      var sums = [Points](repeating: .zero, count: b.year.items.count)
      for award in scored.book.awards(of: Ref<Member>(member)) {
        guard let item = award.heading.index else { continue }
        sums[item] += award.points
        if let cap = b.year.items[item].caps.year {
          #expect(sums[item] <= cap && sums[item] >= -cap)
        }
      }
    }
  }

  @Test("An entry and its reversal leave the year as if neither had been written", arguments: 1...40, Shape.allCases)
  func reversalIsZero(seed: UInt64, shape: Shape) {
    let plain = randomLedger(shape, seed: seed)
    var b = plain
    var random = Seeded(state: seed + 7)
    for _ in 0..<10 {
      let model = b.year.records[Int.random(in: 0..<140, using: &random)]
      let wrong = b.record(
        model.day, model.member, model.item, quantity: model.quantity, level: model.level, role: model.role,
        affair: model.affair.map { b.notes[Int($0)] })
      b.record("2025-12-31", model.member, model.item, quantity: -model.quantity, level: model.level, corrects: wrong)
    }
    #expect(b.scored().lines().map(\.rank) == plain.scored().lines().map(\.rank))
    #expect(b.scored().lines() == plain.scored().lines())
  }

  @Test(
    "A further gain never lowers a total or a rank where the spans of caps nest", arguments: 1...30,
    [Shape.plain, .nested])
  func moreIsNeverWorse(seed: UInt64, shape: Shape) {
    let b = randomLedger(shape, seed: seed)
    let before = b.scored()
    var random = Seeded(state: seed + 3)
    for member in b.members.indices {
      var more = b
      let day = b.year.period.first.adding(days: Int.random(in: 0..<365, using: &random))
      let gains = shape == .plain ? [0, 1, 2] : [1, 2, 3, 4, 5, 6]
      let item = Ref<Item>(gains[Int.random(in: 0..<gains.count, using: &random)])
      let terms = more.year.items[item].terms
      more.record(
        day, Ref(member), item, quantity: more.year.items[item].isPaidByQuantity ? 3 : 1,
        role: terms.roles.isEmpty ? nil : 0, affair: terms.isOnce || terms.group == 1 ? "事0" : nil)
      let after = more.scored()
      #expect(after.total(Ref(member)) >= before.total(Ref(member)))
      let rank = { (scored: Scored) in scored.book.members.rows.first { $0.member == Ref(member) }?.rank ?? 0 }
      #expect(rank(after) <= rank(before))
    }
  }

  @Test(
    "A day's totals are the prefix of the awards, and what a ledger cut off after that day would say",
    arguments: 1...20,
    Shape.allCases)
  func prefix(seed: UInt64, shape: Shape) {
    let b = randomLedger(shape, seed: seed)
    let scored = b.scored()
    for day: Day in ["2025-03-31", "2025-07-15", "2025-11-30"] {
      var cut = b
      cut.asOf = day
      // Corrections come after what they cite, so cutting leaves every citation in place.
      let kept = b.year.records.indices.filter { b.year.records[$0].day <= day }
      cut.year.records = kept.map { index in
        let r = b.year.records[index]
        return Record(
          day: r.day, member: r.member, item: r.item, quantity: r.quantity, level: r.level, role: r.role,
          affair: r.affair, activity: r.activity, work: r.work, note: r.note,
          corrects: r.corrects.flatMap { kept.firstIndex(of: Int($0)) }.map(Int32.init),
          entered: r.entered, place: r.place)
      }
      cut.year.welfare.removeAll { $0.day > day }
      #expect(cut.scored().lines() == scored.lines(asOf: day))
    }
  }
}
