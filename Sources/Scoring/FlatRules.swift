import Texts

/// An item without strings or arrays, so that the engine's inner loop counts no references.
struct FlatItem {
  enum Form { case perRecord, perUnit, levels, steps, reach, range, none }

  let form: Form
  /// Per record or unit; 1 or -1 for a range.
  let points: Int64
  /// Hundredths of a full unit; 0 where parts of one count.
  let each: Int64
  /// The item's levels in `FlatRules.levels`, or its steps in `FlatRules.steps`.
  let values: Range<Int>
  let perRecord: Bound
  /// Its bounds in `FlatRules.bounds`.
  let bounds: Range<Int>
  let group: Int32
  /// What has to be reckoned anew together when a record of it is corrected; -1 where the change says all.
  var component: Int32
  /// What an affair is looked up by: the item, or its group; -1 where every record counts.
  let onceScope: Int32
  /// The factors of its roles, and of its second and later records, in `FlatRules.factors`.
  let roles: Range<Int>
  let again: Range<Int>
  /// Whether a level takes all.
  let hasForfeit: Bool
  let isOfBothSigns: Bool
  /// Place in the canonical order of a day.
  let rank: Int32
  let kind: Item.Kind
  let pathway: Ref<Pathway>?
  let place: Place
}

/// What a running sum may be: caps of gains bound it above, caps of deductions below.
struct Bound {
  let low: Int64
  let high: Int64
  static let open = Bound(low: .min, high: .max)
  var isOpen: Bool { low == .min && high == .max }
  func clamp(_ sum: Int64) -> Int64 { min(high, max(low, sum)) }
}

/// The bound of a span: of an item, or of a group.
struct SpanBound {
  let span: CapSpan
  let bound: Bound
}

/// A standard's items as the engine reads them.
struct FlatRules {
  private(set) var items: [FlatItem] = []
  /// The groups' bounds in `bounds`.
  private(set) var groups: [Range<Int>] = []
  private(set) var bounds: [SpanBound] = []
  private(set) var factors: [Int64] = []
  private var levels: [Int64] = []
  /// Of each of `levels`, whether it takes all.
  private var forfeits: [Bool] = []
  private var steps: [(from: Int64, points: Int64)] = []
  let total: Bound
  private(set) var components = 0
  private let standard: Standard
  private let pathwayOfWork: [Ref<Pathway>]

  private init(_ standard: Standard, _ all: [Item], maxima: [Points?] = [], framework: Framework, works: [Work]) {
    self.standard = standard
    pathwayOfWork = works.map(\.pathway)
    total = Bound(
      low: framework.total.floor?.millionths ?? .min, high: framework.total.cap?.millionths ?? .max)
    let ranks = Self.ranks(all, framework)
    for (index, item) in all.enumerated() {
      add(
        item, maximum: maxima.isEmpty ? nil : maxima[index], index: index, rank: ranks[index], framework.groups,
        pathway: pathway(of: item.works))
    }
    for (index, group) in framework.groups.enumerated() {
      let values = all.filter { $0.terms.group == Int32(index) }.flatMap(\.signs)
      let start = bounds.count
      for (span, points) in group.caps.set where span != .record {
        bounds.append(SpanBound(span: span, bound: Self.bound(points, values)))
      }
      groups.append(start..<bounds.count)
    }
    findComponents(groups: framework.groups)
  }

  init(members rulebook: Rulebook, works: [Work]) {
    self.init(.members, rulebook.items, framework: rulebook.memberFramework, works: works)
  }

  init(branches rulebook: Rulebook, works: [Work]) {
    self.init(
      .branches, rulebook.branchItems.map(\.rule), maxima: rulebook.branchItems.map { $0.isRated ? nil : $0.maximum },
      framework: rulebook.branchFramework, works: works)
  }

  /// Where items don't touch each other a day's awards stand as the rulebook lists its items. Where they share a cap the
  /// order decides who is cut, and then it is by key: no line of a file may.
  private static func ranks(_ items: [Item], _ framework: Framework) -> [Int32] {
    let isShared = !framework.groups.isEmpty || framework.total.cap != nil || framework.total.floor != nil
    guard isShared else { return items.indices.map { Int32($0) } }
    var ranks = [Int32](repeating: 0, count: items.count)
    for (rank, index) in items.indices.sorted(by: { items[$0].key < items[$1].key }).enumerated() {
      ranks[index] = Int32(rank)
    }
    return ranks
  }

  private mutating func add(
    _ item: Item, maximum: Points?, index: Int, rank: Int32, _ groups: [ItemGroup], pathway: Ref<Pathway>?
  ) {
    let terms = item.terms
    let signs = item.signs
    let firstBound = bounds.count
    for span in CapSpan.allCases where span != .record {
      var bound = item.caps[span].map { Self.bound($0, signs) } ?? .open
      if span == .year {
        let high = maximum.map { min(bound.high, $0.millionths) } ?? bound.high
        bound = Bound(low: terms.start == nil ? bound.low : max(0, bound.low), high: high)
      }
      if !bound.isOpen { bounds.append(SpanBound(span: span, bound: bound)) }
    }
    let firstFactor = factors.count
    factors += terms.roles.map(\.hundredths)
    let firstAgain = factors.count
    factors += terms.again
    let group = terms.group ?? -1
    let isGroupOnce = group >= 0 && groups[Int(group)].isOnce
    let (form, points, each, values) = flatten(item.form)
    items.append(
      FlatItem(
        form: form, points: points, each: each, values: values,
        perRecord: item.caps.record.map { Self.bound($0, signs) } ?? .open, bounds: firstBound..<bounds.count,
        group: group, component: -1, onceScope: isGroupOnce ? -2 - group : terms.isOnce ? Int32(index) : -1,
        roles: firstFactor..<firstAgain, again: firstAgain..<factors.count,
        hasForfeit: item.hasForfeit, isOfBothSigns: item.isOfBothSigns, rank: rank, kind: item.kind, pathway: pathway,
        place: item.place))
  }

  private static func bound(_ cap: Points, _ values: [Int64]) -> Bound {
    Bound(
      low: values.contains { $0 < 0 } ? -cap.millionths : .min,
      high: values.contains { $0 > 0 } ? cap.millionths : .max)
  }

  private mutating func flatten(_ form: Item.Form) -> (FlatItem.Form, Int64, each: Int64, values: Range<Int>) {
    switch form {
    case .perRecord(let points): return (.perRecord, points.millionths, 0, 0..<0)
    case .perUnit(let points, unit: _, let each): return (.perUnit, points.millionths, each?.hundredths ?? 0, 0..<0)
    case .levels(let all):
      levels += all.map(\.points.millionths)
      forfeits += all.map(\.takesAll)
      return (.levels, 0, 0, levels.count - all.count..<levels.count)
    case .steps(let all, unit: _), .reach(let all, unit: _):
      steps += all.map { ($0.from.hundredths, $0.points.millionths) }
      let isReach = if case .reach = form { true } else { false }
      return (isReach ? .reach : .steps, 0, 0, steps.count - all.count..<steps.count)
    case .range(let least, _): return (.range, least < .zero ? -1 : 1, 0, 0..<0)
    case .welfareBase(let points): return (.none, points.millionths, 0, 0..<0)
    case .credit, .survey, .welfareBeyond, .project, .rating: return (.none, 0, 0, 0..<0)
    }
  }

  /// The item's place in the canonical order of a day; what has no item comes first.
  func rank(_ item: Int?) -> Int32 { item.map { items[$0].rank } ?? -1 }

  /// What points of an item stand under; of none, an activity.
  func heading(_ item: Int?) -> Award.Heading {
    guard let item else { return .activity }
    return standard == .members ? .member(Ref(item)) : .branch(Ref(item))
  }

  /// Points go to the pathway of the first work they serve.
  func pathway(of works: [Ref<Work>]) -> Ref<Pathway>? { works.first.map { pathwayOfWork[Int($0.index)] } }

  /// Which pathway a record's points go to: that of its own work or, for a correction, its root's; else of its item's first
  /// work; else of the first work of the activity it names.
  func pathway(of record: Record, _ root: Record, _ item: FlatItem, in activities: [Activity]) -> Ref<Pathway>? {
    if let work = record.work ?? root.work { return pathwayOfWork[Int(work.index)] }
    guard item.pathway == nil, let activity = record.activity ?? root.activity else { return item.pathway }
    return pathway(of: activities[activity].works)
  }

  /// Millionths of points of a record of which so much of its quantity stands, before caps and whatever others there are.
  ///
  /// Where a record counts once, the part of it that stands; never less than nothing and never more than the record, so
  /// that exactly nothing is left where all of the quantity is taken away (decision 8).
  /// - Parameter standing: its quantity with all its corrections, in hundredths.
  func worth(_ record: Record, _ item: FlatItem, standing: Int64) -> Int64 {
    let whole = record.quantity.hundredths
    let plain: Int64
    switch item.form {
    case .perUnit: plain = worthOfUnits(item.points, each: item.each, quantity: standing)
    case .perRecord, .levels:
      let value = item.form == .levels ? levels[item.values.lowerBound + Int(record.level)] : item.points
      plain = whole <= 0 ? 0 : whole == standing ? value : scaled(value, by: min(whole, max(0, standing)), over: whole)
    case .steps: plain = standing > 0 || whole == 0 ? step(item, at: standing) : 0
    case .range: plain = item.points * max(0, standing) * 10_000
    case .reach, .none: plain = 0
    }
    guard let role = record.role, !item.roles.isEmpty else { return plain }
    return scaled(plain, by: factors[item.roles.lowerBound + role], over: 100)
  }

  /// Whether the record takes all that is left of its item.
  func takesAll(_ record: Record, _ item: FlatItem) -> Bool {
    item.hasForfeit && forfeits[item.values.lowerBound + Int(record.level)]
  }

  /// The points of the highest step that isn't above a quantity, in millionths.
  func step(_ item: FlatItem, at quantity: Int64) -> Int64 {
    var points: Int64 = 0
    for index in item.values where steps[index].from <= quantity { points = steps[index].points }
    return points
  }

  /// The factor of the item's so many-th record of the year, in hundredths.
  func factor(_ item: FlatItem, ofTime time: Int32) -> Int64? {
    guard time > 1, !item.again.isEmpty else { return nil }
    return factors[min(item.again.lowerBound + Int(time) - 2, item.again.upperBound - 1)]
  }

  /// Whether the record deducts: its correction, which gives back, is of the same side.
  func isDeduction(_ record: Record, _ item: FlatItem) -> Bool {
    switch item.form {
    case .perRecord, .perUnit, .range: item.points < 0
    case .levels: levels[item.values.lowerBound + Int(record.level)] < 0
    case .steps: worth(record, item, standing: record.quantity.hundredths) < 0
    case .reach: item.values.contains { steps[$0].points < 0 }
    case .none: false
    }
  }
}

extension FlatRules {
  /// A correction of an item that stands alone posts the change of its sums: where every cap's span lies within the next
  /// one's and all its records gain, or all deduct, that is what it comes to in whatever order records came. Where spans
  /// cross, where one record's points depend on others', where items share a cap, what shares it is reckoned anew; and
  /// everything, where the total is bounded.
  private mutating func findComponents(groups all: [ItemGroup]) {
    if !total.isOpen {
      for index in items.indices { items[index].component = 0 }
      components = 1
      return
    }
    var ofGroup = [Int32](repeating: -1, count: all.count)
    for index in items.indices where isEntangled(items[index]) {
      let group = Int(items[index].group)
      if group >= 0, ofGroup[group] >= 0 { continue }
      if group >= 0 { ofGroup[group] = Int32(components) } else { items[index].component = Int32(components) }
      components += 1
    }
    for index in items.indices where items[index].group >= 0 {
      items[index].component = ofGroup[Int(items[index].group)]
    }
  }

  private func isEntangled(_ item: FlatItem) -> Bool {
    if item.onceScope != -1 || !item.again.isEmpty || item.group >= 0 || item.hasForfeit { return true }
    let spans = item.bounds.map { bounds[$0].span }
    if item.isOfBothSigns, !spans.isEmpty || !item.perRecord.isOpen { return true }
    if item.form == .reach, spans.contains(where: { $0 < .year }) { return true }
    return spans.indices.contains { one in spans[one...].contains { !spans[one].isWithin($0) } }
  }
}

extension Item {
  /// Samples of what the item may post, for their signs alone, in millionths.
  fileprivate var signs: [Int64] {
    let values = form.values.map(\.millionths) + (terms.start.map { [$0.millionths] } ?? [])
    if case .rating(let least, let most) = form { return [least.millionths, most.millionths] }
    return isRecordable || !values.isEmpty ? values : [1]
  }

  fileprivate var isOfBothSigns: Bool {
    form.values.contains { $0 > .zero } && form.values.contains { $0 < .zero }
  }

  fileprivate var hasForfeit: Bool {
    if case .levels(let levels) = form { levels.contains { $0.takesAll } } else { false }
  }
}
