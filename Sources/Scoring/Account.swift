import Diagnostics

/// One holder's year as it is reckoned, record by record in canonical order: the running sums that caps, steps and
/// affairs depend on.
struct Account {
  /// What a record changes.
  struct Posted {
    var points: Int64
    var capped: Int64
    var cap: Award.Cap
    var basis = Award.Basis.none
  }

  private let rules: FlatRules
  private var ladder: CapLadder
  /// The holder's records in canonical order. They lie scattered over the year's; fetching them first, in a loop that does
  /// nothing else, lets the processor wait for many at once.
  private(set) var own: [Record] = []
  /// Of each, the one whose bucket it belongs to: itself, or the one it corrects.
  private(set) var roots: [Int] = []
  /// Of each root the quantity that stands so far, in hundredths.
  private var standing: [Int64] = []
  /// Of each item: the quantities so far, and how many records.
  private var reached: [Int64]
  private var times: [Int32]
  /// Of each affair the most that a record of it is worth, and the record.
  private var affairs: [Affair: (worth: Int64, record: Int)] = [:]
  /// Of the items of components.
  private var tallies: Tallies
  private var total: Int64 = 0
  /// What was posted, in order: a record by its number, an extra by the complement of its index.
  private var log: [Int] = []

  /// Of the record posted last.
  private(set) var moved: [Tallies.Move] = []

  private struct Affair: Hashable {
    let scope: Int32
    let affair: Int32
  }

  init(_ rules: FlatRules, _ calendar: SpanCalendar) {
    self.rules = rules
    ladder = CapLadder(rules, calendar)
    reached = Array(repeating: 0, count: rules.items.count)
    times = Array(repeating: 0, count: rules.items.count)
    tallies = Tallies(items: rules.items.count)
  }

  /// Begins a holder's year.
  mutating func open(_ records: [Record], _ order: RecordOrder, _ range: Range<Int>) {
    own.removeAll(keepingCapacity: true)
    roots.removeAll(keepingCapacity: true)
    standing.removeAll(keepingCapacity: true)
    for position in range { own.append(records[Int(order.indexes[position])]) }
    for position in range { roots.append(Int(order.rootPositions[position]) - range.lowerBound) }
    standing.append(contentsOf: repeatElement(0, count: range.count))
    ladder.clear()
    for item in reached.indices { (reached[item], times[item]) = (0, 0) }
    tallies.clear()
    affairs.removeAll(keepingCapacity: true)
    log.removeAll(keepingCapacity: true)
    total = 0
  }

  /// Posts a record: what it is worth for one that corrects nothing, else what it changes.
  mutating func post(_ record: Int, _ extras: [Extra]) -> Posted {
    let root = roots[record]
    let item = Int(own[record].item.index)
    let component = Int(rules.items[item].component)
    standing[root] += own[record].quantity.hundredths
    moved.removeAll(keepingCapacity: true)
    if component >= 0 { log.append(record) }
    if root == record { return enter(record) }
    return component < 0
      ? amend(root, by: own[record].quantity.hundredths, item) : recount(root, component, extras)
  }

  /// A correction where records depend on others: what all of them come to now. What it moves in other items, or on the other
  /// side of its own, is `moved`.
  private mutating func recount(_ root: Int, _ component: Int, _ extras: [Extra]) -> Posted {
    let before = tallies
    let bound = replay(component, extras, watching: root)
    let item = Int(own[root].item.index)
    let isDeduction = rules.isDeduction(own[root], rules.items[item])
    let change = tallies.change(of: item, isDeduction, since: before)
    var posted = Posted(points: change.points, capped: change.capped, cap: .none)
    if posted.capped != 0 { posted.cap = bound == .none ? .recounted : bound }
    if rules.items[item].form == .reach { posted.basis = .reached(reached[item]) }
    moved = tallies.moves(beside: item, isDeduction, since: before)
    return posted
  }

  /// Posts what doesn't come of a record.
  mutating func post(_ extra: Extra, at index: Int, _ extras: [Extra]) -> Award {
    let posted = enter(extra)
    if component(of: extra) >= 0 { log.append(~index) }
    return Award(
      day: extra.day, holder: extra.holder, heading: rules.heading(extra.item), kind: extra.kind,
      pathway: extra.pathway,
      points: Points(millionths: posted.points), capped: Points(millionths: posted.capped), cap: posted.cap,
      isDeduction: extra.raw < 0, reason: extra.reason, basis: .none, rule: extra.rule, record: extra.record)
  }

  /// A cap that names another of the holder's records names it by its number among them so far.
  func global(_ cap: Award.Cap, _ order: RecordOrder, _ range: Range<Int>) -> Award.Cap {
    if case .once(let local) = cap { .once(order.indexes[range.lowerBound + Int(local)]) } else { cap }
  }

  /// The total's bounds, over everything.
  private mutating func settle(_ posted: inout Posted) {
    let before = rules.total.clamp(total)
    total += posted.points
    let left = rules.total.clamp(total) - before
    guard left != posted.points else { return }
    if posted.capped == 0 {
      // What rises is cut at the cap, or takes up what the floor had kept from falling; what falls, the other way round.
      let isRising = posted.points > left
      let isAtCap = isRising ? total > rules.total.high : total - posted.points > rules.total.high
      posted.cap = isAtCap ? .total : .totalFloor
    }
    posted.capped += posted.points - left
    posted.points = left
  }
}

extension Account {
  /// A record that corrects nothing, with so much of its quantity as stands.
  private mutating func enter(_ record: Int) -> Posted {
    let (entry, item) = (own[record], rules.items[Int(own[record].item.index)])
    let index = Int(entry.item.index)
    var basis = Award.Basis.none
    var worth: Int64
    if item.form == .reach {
      worth = cross(index, by: standing[record])
      basis = .reached(reached[index])
    } else {
      worth = rules.worth(entry, item, standing: standing[record])
    }
    if !item.again.isEmpty {
      times[index] += 1
      if let factor = rules.factor(item, ofTime: times[index]) {
        worth = scaled(worth, by: factor, over: 100)
        basis = .again(times[index])
      }
    }
    let bounded = item.perRecord.clamp(worth)
    var cap: Award.Cap = bounded == worth ? .none : .item(.record)
    var change = bounded
    if item.onceScope != -1, let affair = entry.affair {
      (change, cap) = once(bounded, of: record, Affair(scope: item.onceScope, affair: affair), cap)
    }
    return bounds(
      worth, change, index, rules.isDeduction(entry, item), on: entry.day, cap, basis,
      takesAll: rules.takesAll(entry, item))
  }

  /// What the steps give or take when the year's quantities of an item grow by so much.
  private mutating func cross(_ index: Int, by quantity: Int64) -> Int64 {
    let before = rules.step(rules.items[index], at: reached[index])
    reached[index] += quantity
    return rules.step(rules.items[index], at: reached[index]) - before
  }

  /// What a record adds to the most that its affair is worth.
  private mutating func once(
    _ worth: Int64, of record: Int, _ affair: Affair, _ cap: Award.Cap
  ) -> (Int64, Award.Cap) {
    guard let known = affairs[affair] else {
      affairs[affair] = (worth, record)
      return (worth, cap)
    }
    let isMore = worth.magnitude > known.worth.magnitude
    if isMore { affairs[affair] = (worth, record) }
    return (isMore ? worth - known.worth : 0, .once(Int32(known.record)))
  }

  /// A correction of a record that depends on no other: the change of what it is worth.
  private mutating func amend(_ root: Int, by quantity: Int64, _ index: Int) -> Posted {
    let (entry, item) = (own[root], rules.items[index])
    if item.form == .reach {
      let change = cross(index, by: quantity)
      return bounds(
        change, change, index, rules.isDeduction(entry, item), on: entry.day, .none, .reached(reached[index]))
    }
    let after = rules.worth(entry, item, standing: standing[root])
    let before = rules.worth(entry, item, standing: standing[root] - quantity)
    let change = item.perRecord.clamp(after) - item.perRecord.clamp(before)
    return bounds(
      after - before, change, index, rules.isDeduction(entry, item), on: entry.day,
      change == after - before ? .none : .item(.record), .none)
  }

  private mutating func enter(_ extra: Extra) -> Posted {
    guard let index = extra.item else {
      var posted = Posted(points: extra.raw, capped: 0, cap: .none)
      settle(&posted)
      if component(of: extra) >= 0 { tallies.add(nil, extra.raw < 0, worth: extra.raw, left: posted.points) }
      return posted
    }
    let item = rules.items[index]
    // A start is no record: what bounds one of them doesn't cut it.
    let bounded = extra.isOfYear ? extra.raw : item.perRecord.clamp(extra.raw)
    return bounds(
      extra.raw, bounded, index, extra.raw < 0, on: extra.day, bounded == extra.raw ? .none : .item(.record),
      .none, isOfYear: extra.isOfYear)
  }

  /// The item's caps and those of its group.
  private mutating func bounds(
    _ worth: Int64, _ change: Int64, _ index: Int, _ isDeduction: Bool, on day: Day, _ cap: Award.Cap,
    _ basis: Award.Basis, isOfYear: Bool = false, takesAll: Bool = false
  ) -> Posted {
    let item = rules.items[index]
    var posted = Posted(points: change, capped: 0, cap: cap, basis: basis)
    let own = ladder.post(change, on: day, within: item.bounds, fromYear: isOfYear)
    posted.points = own.left
    if posted.cap == .none, let cut = own.cut { posted.cap = own.isFloor ? .floor : .item(cut) }
    if item.group >= 0 {
      let shared = ladder.post(posted.points, on: day, within: rules.groups[Int(item.group)], fromYear: isOfYear)
      posted.points = shared.left
      if posted.cap == .none, let cut = shared.cut { posted.cap = .group(item.group, cut) }
    }
    posted.capped = worth - posted.points
    settle(&posted)
    // What takes all is worth what it finds.
    if takesAll { (posted.capped, posted.cap) = (0, .none) }
    if item.component >= 0 {
      tallies.add(index, isDeduction, worth: takesAll ? posted.points : worth, left: posted.points)
    }
    return posted
  }

  /// What has no item shares only the total.
  private func component(of extra: Extra) -> Int32 {
    extra.item.map { rules.items[$0].component } ?? (rules.total.isOpen ? -1 : 0)
  }

  /// Reckons a component's records anew, each with what stands of it by now.
  ///
  /// A total is so what the records of the day say, and an entry with its reversal comes to nothing even where caps of
  /// spans that don't nest had moved points from one month into another.
  /// - Returns: what now cuts the record that was corrected.
  private mutating func replay(_ component: Int, _ extras: [Extra], watching root: Int) -> Award.Cap {
    var scopes: Set<Int32> = []
    for index in rules.items.indices where rules.items[index].component == Int32(component) {
      let item = rules.items[index]
      tallies.clear(index)
      ladder.clear(item.bounds)
      if item.group >= 0 { ladder.clear(rules.groups[Int(item.group)]) }
      (reached[index], times[index]) = (0, 0)
      scopes.insert(item.onceScope)
    }
    affairs = affairs.filter { !scopes.contains($0.key.scope) }
    if !rules.total.isOpen {
      // Then everything is of this component.
      total = 0
      tallies.clear(nil)
    }
    var bound = Award.Cap.none
    for entry in log {
      if entry < 0 {
        let extra = extras[~entry]
        if self.component(of: extra) == Int32(component) { _ = enter(extra) }
      } else if roots[entry] == entry, rules.items[Int(own[entry].item.index)].component == Int32(component) {
        guard standing[entry] > 0 || own[entry].quantity == .zero else { continue }
        let posted = enter(entry)
        if entry == root { bound = posted.cap }
      }
    }
    return bound
  }
}
