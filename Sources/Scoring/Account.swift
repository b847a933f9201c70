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
  /// Of the items of components.
  var tallies: Tallies
  var total: Int64 = 0
  /// What was posted, in order: a record by its number, an extra by the complement of its index.
  var log: [Int] = []

  /// Of the record posted last.
  private(set) var moved: [Tallies.Move] = []

  struct Affair: Hashable {
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
