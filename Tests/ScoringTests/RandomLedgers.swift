import Scoring

/// The shapes of rulebook that the properties hold for.
enum Shape: CaseIterable, Sendable {
  /// Items on their own, with caps of month and year.
  case plain
  /// Items of every form, in groups and alone, with caps of every span, bounds of the total and credits.
  case everyForm
  /// The same where every cap's span lies within the next one's: no week beside a month, groups by the year.
  case nested
}

func randomLedger(_ shape: Shape, seed: UInt64) -> LedgerBuilder {
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
