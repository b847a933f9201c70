/// What records and extras are worth as they are entered, and what is left of that.
extension Account {
  /// What is to be posted to the bounds: a record's worth or an extra's.
  private struct Entry {
    let item: Int
    let day: Day
    let isDeduction: Bool
    /// Before everything that bounds it.
    let worth: Int64
    /// What its own cap and its affair leave of that.
    var change: Int64
    var cap = Award.Cap.none
    var basis = Award.Basis.none
    /// It is the whole year's, and no month's.
    var isOfYear = false
    var takesAll = false
  }

  /// A record that corrects nothing, with so much of its quantity as stands.
  mutating func enter(_ record: Int) -> Posted {
    let (own, item) = (own[record], rules.items[Int(own[record].item.index)])
    let index = Int(own.item.index)
    var basis = Award.Basis.none
    var worth: Int64
    if item.form == .reach {
      worth = cross(index, by: standing[record])
      basis = .reached(reached[index])
    } else {
      worth = rules.worth(own, item, standing: standing[record])
    }
    if !item.again.isEmpty {
      times[index] += 1
      if let factor = rules.factor(item, ofTime: times[index]) {
        worth = scaled(worth, by: factor, over: 100)
        basis = .again(times[index])
      }
    }
    let bounded = item.perRecord.clamp(worth)
    var entry = Entry(
      item: index, day: own.day, isDeduction: rules.isDeduction(own, item), worth: worth, change: bounded,
      cap: bounded == worth ? .none : .item(.record), basis: basis, takesAll: rules.takesAll(own, item))
    if item.onceScope != -1, let affair = own.affair {
      (entry.change, entry.cap) = once(bounded, of: record, Affair(scope: item.onceScope, affair: affair), entry.cap)
    }
    return bound(entry)
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
  mutating func amend(_ root: Int, by quantity: Int64, _ index: Int) -> Posted {
    let (own, item) = (own[root], rules.items[index])
    let isDeduction = rules.isDeduction(own, item)
    if item.form == .reach {
      let change = cross(index, by: quantity)
      return bound(
        Entry(
          item: index, day: own.day, isDeduction: isDeduction, worth: change, change: change,
          basis: .reached(reached[index])))
    }
    let after = rules.worth(own, item, standing: standing[root])
    let before = rules.worth(own, item, standing: standing[root] - quantity)
    let change = item.perRecord.clamp(after) - item.perRecord.clamp(before)
    return bound(
      Entry(
        item: index, day: own.day, isDeduction: isDeduction, worth: after - before, change: change,
        cap: change == after - before ? .none : .item(.record)))
  }

  mutating func enter(_ extra: Extra) -> Posted {
    guard let index = extra.item else {
      var posted = Posted(points: extra.raw, capped: 0, cap: .none)
      settle(&posted)
      if component(of: extra) >= 0 { tallies.add(nil, extra.raw < 0, worth: extra.raw, left: posted.points) }
      return posted
    }
    let item = rules.items[index]
    // A start is no record: what bounds one of them doesn't cut it.
    let bounded = extra.isOfYear ? extra.raw : item.perRecord.clamp(extra.raw)
    return bound(
      Entry(
        item: index, day: extra.day, isDeduction: extra.raw < 0, worth: extra.raw, change: bounded,
        cap: bounded == extra.raw ? .none : .item(.record), isOfYear: extra.isOfYear))
  }

  /// The item's caps, those of its group, and the total's.
  private mutating func bound(_ entry: Entry) -> Posted {
    let item = rules.items[entry.item]
    var posted = Posted(points: entry.change, capped: 0, cap: entry.cap, basis: entry.basis)
    let own = ladder.post(entry.change, on: entry.day, within: item.bounds, fromYear: entry.isOfYear)
    posted.points = own.left
    if posted.cap == .none, let cut = own.cut { posted.cap = own.isFloor ? .floor : .item(cut) }
    if item.group >= 0 {
      let shared = ladder.post(
        posted.points, on: entry.day, within: rules.groups[Int(item.group)], fromYear: entry.isOfYear)
      posted.points = shared.left
      if posted.cap == .none, let cut = shared.cut { posted.cap = .group(item.group, cut) }
    }
    posted.capped = entry.worth - posted.points
    settle(&posted)
    // What takes all is worth what it finds.
    if entry.takesAll { (posted.capped, posted.cap) = (0, .none) }
    if item.component >= 0 {
      tallies.add(
        entry.item, entry.isDeduction, worth: entry.takesAll ? posted.points : entry.worth, left: posted.points)
    }
    return posted
  }

  /// What has no item shares only the total.
  func component(of extra: Extra) -> Int32 {
    extra.item.map { rules.items[$0].component } ?? (rules.total.isOpen ? -1 : 0)
  }

  /// Reckons a component's records anew, each with what stands of it by now.
  ///
  /// A total is so what the records of the day say, and an entry with its reversal comes to nothing even where caps of
  /// spans that don't nest had moved points from one month into another.
  /// - Returns: what now cuts the record that was corrected.
  mutating func replay(_ component: Int, _ extras: [Extra], watching root: Int) -> Award.Cap {
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
