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

  let rules: FlatRules
  var ladder: CapLadder
  /// The holder's records in canonical order. They lie scattered over the year's; fetching them first, in a loop that does
  /// nothing else, lets the processor wait for many at once.
  private(set) var own: [Record] = []
  /// Of each, the one whose bucket it belongs to: itself, or the one it corrects.
  private(set) var roots: [Int] = []
  /// Of each root the quantity that stands so far, in hundredths.
  var standing: [Int64] = []
  /// Of each item: the quantities so far, and how many records.
  var reached: [Int64]
  var times: [Int32]
  /// Of each affair the most that a record of it is worth, and the record.
  var affairs: [Affair: (worth: Int64, record: Int)] = [:]
  /// Of each item of a component, gains and deductions apart: what its records are worth, and what is left of it.
  var tallies: [Tally]
  var total: Int64 = 0
  /// What was posted, in order: a record by its number, an extra by the complement of its index.
  var log: [Int] = []

  /// What the records of one item come to on one side of the ledger.
  struct Tally {
    var worth: Int64 = 0
    var left: Int64 = 0
  }

  /// What a correction moves in another item than its own, since both share caps.
  struct Moved {
    let item: Int32
    let isDeduction: Bool
    let points: Int64
    let capped: Int64
  }
  /// Of the record posted last.
  private(set) var moved: [Moved] = []

  struct Affair: Hashable {
    let scope: Int32
    let affair: Int32
  }

  init(_ rules: FlatRules, _ calendar: SpanCalendar) {
    self.rules = rules
    ladder = CapLadder(rules, calendar)
    reached = Array(repeating: 0, count: rules.items.count)
    times = Array(repeating: 0, count: rules.items.count)
    // The last two are of what has no item.
    tallies = rules.components == 0 ? [] : Array(repeating: Tally(), count: 2 * rules.items.count + 2)
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
    for slot in tallies.indices { tallies[slot] = Tally() }
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
    let slot = Self.slot(item, rules.isDeduction(own[root], rules.items[item]))
    var posted = Posted(points: tallies[slot].left - before[slot].left, capped: 0, cap: .none)
    posted.capped = tallies[slot].worth - before[slot].worth - posted.points
    if posted.capped != 0 { posted.cap = bound == .none ? .recounted : bound }
    if rules.items[item].form == .reach { posted.basis = .reached(reached[item]) }
    for other in tallies.indices where other != slot {
      let points = tallies[other].left - before[other].left
      let capped = tallies[other].worth - before[other].worth - points
      if points != 0 || capped != 0 {
        moved.append(Moved(item: Int32(other / 2), isDeduction: other % 2 == 1, points: points, capped: capped))
      }
    }
    return posted
  }

  /// Posts what doesn't come of a record.
  mutating func post(_ extra: Extra, at index: Int, _ extras: [Extra]) -> Award {
    let posted = enter(extra)
    if component(of: extra) >= 0 { log.append(~index) }
    return Award(
      day: extra.day, holder: extra.holder, item: extra.item, kind: extra.kind, pathway: extra.pathway,
      points: Points(millionths: posted.points), capped: Points(millionths: posted.capped), cap: posted.cap,
      isDeduction: extra.raw < 0, reason: extra.reason, basis: .none, rule: extra.rule, record: extra.record)
  }

  /// A cap that names another of the holder's records names it by its number among them so far.
  func global(_ cap: Award.Cap, _ order: RecordOrder, _ range: Range<Int>) -> Award.Cap {
    if case .once(let local) = cap { .once(order.indexes[range.lowerBound + Int(local)]) } else { cap }
  }

  /// The total's bounds, over everything.
  mutating func settle(_ posted: inout Posted) {
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
