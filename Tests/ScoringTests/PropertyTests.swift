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

/// The shapes of rulebook that the properties hold for.
enum Shape: CaseIterable, Sendable {
  /// Items on their own, with caps of month and year.
  case plain
  /// Items of every form, in groups and alone, with caps of every span, bounds of the total and credits.
  case everyForm
  /// The same where every cap's span lies within the next one's: no week beside a month, groups by the year.
  case nested
}

private func ledger(_ shape: Shape, seed: UInt64) -> LedgerBuilder {
  shape == .plain ? ledger(seed: seed) : ledgerOfEveryForm(seed: seed, isNested: shape == .nested)
}

/// Random rules: which form has which caps and which group differs from seed to seed.
private func ledgerOfEveryForm(seed: UInt64, isNested: Bool) -> LedgerBuilder {
  var random = Seeded(state: seed &* 7919)
  var b = LedgerBuilder()
  let branches = [b.branch("b01"), b.branch("b02")]
  let members = (0..<5).map { b.member("m\($0)", branches[$0 % 2], from: $0 == 4 ? "2025-04-01" : "2020-01-01") }
  let works = [b.work("w401", "skills"), b.work("w501", "duty")]
  let cap = { (random: inout Seeded, range: ClosedRange<Int>) -> Points? in
    Bool.random(using: &random) ? Points(Int.random(in: range, using: &random)) : nil
  }
  let groups = (0..<2).map { index in
    b.group(
      "g\(index)",
      isNested
        ? Caps(year: cap(&random, 10...30))
        : Caps(
          day: cap(&random, 2...4), week: cap(&random, 3...6), month: cap(&random, 4...9),
          quarter: cap(&random, 6...14), year: cap(&random, 10...30)),
      isOnce: index == 1 && !isNested && Bool.random(using: &random)
    )
  }
  let steps = [
    Item.Step(from: 2, points: 1), Item.Step(from: 5, points: 2.5), Item.Step(from: 8, points: 4),
  ]
  let forms: [(Item.Form, (inout Terms) -> Void)] = [
    (.perRecord(1.5), { $0.again = [150, 50] }), (.perUnit(0.35, unit: "时", each: nil), { _ in }),
    (
      .perUnit(0.5, unit: "人", each: 3),
      { $0.roles = [.init(name: "甲", hundredths: 100), .init(name: "乙", hundredths: 80)] }
    ),
    (.levels([.init(name: "a", points: 2), .init(name: "b", points: 5)]), { $0.isOnce = true }),
    (.steps(steps, unit: "分"), { _ in }), (.reach(steps, unit: "时"), { _ in }), (.range(1, 9), { _ in }),
    (.levels([.init(name: "a", points: -1), .init(name: "b", points: -8, takesAll: true)]), { $0.start = 8 }),
    (.perRecord(-1), { _ in }), (.credit, { $0.start = 6 }),
  ]
  let items = forms.enumerated().map { index, form in
    let group = Int.random(in: 0...3, using: &random)
    let isReach = if case .reach = form.0 { true } else { false }
    // What one record earns by others may lie in another month than they do.
    let isOfYear = isNested && (isReach || index == 3)
    return b.item(
      "i\(index)", form.0, index % 2 == 0 ? .base : .optional, record: isReach ? nil : cap(&random, 2...4),
      month: isOfYear ? nil : cap(&random, 3...8), year: cap(&random, 6...20),
      day: isOfYear ? nil : cap(&random, 1...4),
      week: isNested ? nil : cap(&random, 2...6),
      quarter: isOfYear ? nil : cap(&random, 5...12), works: [works[index % 2]]
    ) { terms in
      form.1(&terms)
      if group < 2 { terms.group = groups[group] }
    }
  }
  b.year.memberFramework.total.cap = cap(&random, 40...90)
  if Bool.random(using: &random) { b.year.memberFramework.total.floor = 0 }
  for _ in 0..<140 {
    let item = items[Int.random(in: 0..<items.count - 1, using: &random)]
    let isOfAffair = b.year.items[item].terms.isOnce || b.year.items[item].terms.group == groups[1]
    b.record(
      b.year.period.first.adding(days: 100 + 5 * Int.random(in: 0..<40, using: &random)),
      members[Int.random(in: 0..<5, using: &random)], item,
      quantity: b.year.items[item].isPaidByQuantity ? Quantity(Int.random(in: 1...9, using: &random)) : 1,
      level: b.year.items[item].form.values.count == 2 ? Int32.random(in: 0...1, using: &random) : 0,
      role: b.year.items[item].terms.roles.isEmpty ? nil : Int.random(in: 0...1, using: &random),
      affair: isOfAffair ? "事\(Int.random(in: 0..<4, using: &random))" : nil,
      note: "n\(Int.random(in: 0..<5, using: &random))")
  }
  for index in stride(from: 0, to: 140, by: 6) {
    let cited = b.year.records[index]
    let isWhole = Bool.random(using: &random)
    b.record(
      min(cited.day.adding(days: Int.random(in: 0..<40, using: &random)), b.asOf), cited.member, cited.item,
      quantity: isWhole || cited.quantity == 1 ? -cited.quantity : -1, level: cited.level, corrects: Int32(index))
  }
  for _ in 0..<20 {
    b.minutes(
      b.year.period.first.adding(days: Int.random(in: 0..<300, using: &random)),
      members[Int.random(in: 0..<5, using: &random)], Int32.random(in: 5...90, using: &random))
  }
  return b
}

/// A ledger of two branches and eight members with capped items of every form, corrections and welfare.
private func ledger(seed: UInt64) -> LedgerBuilder {
  var random = Seeded(state: seed)
  var b = LedgerBuilder()
  let branches = [b.branch("b01"), b.branch("b02")]
  let members = (0..<8).map { b.member("m\($0)", branches[$0 % 2]) }
  let works = [b.work("w401", "skills"), b.work("w501", "duty")]
  let items = [
    b.item("meeting", .perRecord(1), month: 2, year: 7, works: [works[0]]),
    b.item("hours", .perUnit(0.35, unit: "时", each: nil), record: 2, month: 3, year: 9, works: [works[1]]),
    b.item(
      "award", .levels([.init(name: "a", points: 2), .init(name: "b", points: 5)]), .optional, year: 11,
      works: [works[1]]),
    b.item("absence", .perRecord(-1), month: 2, year: 5, works: [works[0]]),
  ]
  _ = b.item("welfare", .welfareBase(4), works: [works[1]])
  _ = b.item("beyond", .welfareBeyond, .optional, month: 1, year: 2)
  // Few days, so that many records share member, day and item and only what they say can order them.
  let day = { (random: inout Seeded) in b.year.period.first.adding(days: 13 * Int.random(in: 0..<28, using: &random)) }
  for _ in 0..<160 {
    let item = items[Int.random(in: 0..<items.count, using: &random)]
    let quantity = Quantity(hundredths: Int64.random(in: 1...900, using: &random))
    b.record(
      day(&random), members[Int.random(in: 0..<8, using: &random)], item, quantity: quantity,
      level: item == items[2] ? Int32.random(in: 0...1, using: &random) : 0,
      note: "n\(Int.random(in: 0..<5, using: &random))")
  }
  for index in stride(from: 0, to: 160, by: 7) {
    let cited = b.year.records[index]
    b.record(
      min(cited.day.adding(days: Int.random(in: 0..<20, using: &random)), b.asOf), cited.member, cited.item,
      quantity: -cited.quantity, level: cited.level, corrects: Int32(index))
  }
  for _ in 0..<40 {
    b.minutes(day(&random), members[Int.random(in: 0..<8, using: &random)], Int32.random(in: 5...90, using: &random))
  }
  return b
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
    let b = ledger(shape, seed: seed)
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
    let b = ledger(shape, seed: seed)
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
    let b = ledger(seed: seed)
    let scored = b.scored()
    for member in b.members.indices {
      var sums = [Points](repeating: .zero, count: b.year.items.count)
      for award in scored.book.awards(of: Ref<Member>(member)) {
        sums[Int(award.item)] += award.points
        if let cap = b.year.items[Int(award.item)].caps.year {
          #expect(sums[Int(award.item)] <= cap && sums[Int(award.item)] >= -cap)
        }
      }
    }
  }

  @Test("An entry and its reversal leave the year as if neither had been written", arguments: 1...40, Shape.allCases)
  func reversalIsZero(seed: UInt64, shape: Shape) {
    let plain = ledger(shape, seed: seed)
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
    let b = ledger(shape, seed: seed)
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
    let b = ledger(shape, seed: seed)
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
