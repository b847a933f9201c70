import Diagnostics
import Parsing
import Scoring
import Texts

/// `cap` of an item or, without a cap of one record, of a group.
func decodeCaps(_ table: YAMLTable, record: Bool, _ scope: RuleScope) -> Caps {
  guard let cap = table.table(ifAny: "cap") else { return Caps() }
  var caps = Caps()
  if record { caps.record = cap.points(ifAny: "record") }
  caps.day = cap.points(ifAny: "day")
  caps.week = cap.points(ifAny: "week")
  caps.month = cap.points(ifAny: "month")
  caps.quarter = cap.points(ifAny: "quarter")
  caps.year = cap.points(ifAny: "year")
  cap.close()
  scope.report(idleRules(caps, cap), cap.findings)
  let inOrder = caps.set.filter { $0.points > .zero }
  for (smaller, larger) in zip(inOrder, inOrder.dropFirst()) where smaller.points > larger.points {
    let (small, large) = ("\(smaller.span)", "\(larger.span)")
    table.findings.report(.capOrder(small, smaller.points, large, larger.points, at: cap.place(of: large)))
  }
  return caps
}

/// `total`: bounds of the year's sum.
func decodeTotal(_ table: YAMLTable) -> TotalRule {
  var rule = TotalRule()
  guard let entry = table.table(ifAny: "total") else { return rule }
  rule.place = entry.place
  rule.cap = entry.points(ifAny: "cap")
  rule.floor = entry.points(ifAny: "floor", negative: true)
  entry.close()
  if let floor = rule.floor, let cap = rule.cap, floor > cap {
    table.findings.report(.capOrder("floor", floor, "cap", cap, at: entry.place(of: "cap")))
  }
  if entry.pairs.isEmpty { table.reportEmpty("total") }
  return rule
}

/// `bands`, written from the highest down or from the lowest up.
func decodeBands(_ table: YAMLTable, below total: TotalRule, _ scope: RuleScope) -> [Band] {
  var bands: [(band: Band, from: Place)] = []
  for entry in table.tables(ifAny: "bands") {
    defer { entry.close() }
    let name = entry.name("name")
    let from = entry.points("from", negative: true)
    let share = entry.value(ifAny: "at_most").flatMap(decodeShare)
    guard let from else { continue }
    bands.append((Band(name: name, from: from, atMost: share, place: entry.place), entry.place(of: "from")))
  }
  let isAscending = bands.count > 1 && bands[0].band.from < bands[1].band.from
  for (index, one) in bands.enumerated().dropFirst() {
    let earlier = bands[..<index].map(\.band)
    let before = earlier[index - 1].from
    if earlier.contains(where: { $0.name == one.band.name && !$0.name.isEmpty }) {
      table.findings.report(.bandTwice(one.band.name, at: one.band.place))
    }
    if let same = earlier.first(where: { $0.from == one.band.from }) {
      table.findings.report(.bandsAlike(same.name, one.band.name, one.band.from, at: one.from))
    } else if (before < one.band.from) != isAscending {
      table.findings.report(.bandsOrder(one.band.from, before, isAscending: isAscending, at: one.from))
    }
  }
  scope.report(idleRules(total, bands), table.findings)
  return bands.map(\.band).sorted { $0.from > $1.from }
}

/// `1/3` or `30%`: a part of them, below one.
private func decodeShare(_ value: YAMLValue) -> Band.Share? {
  guard let text = value.word() else { return nil }
  let parts = text.parts(at: "/").map { Int($0) }
  if parts.count == 2, let top = parts[0], let bottom = parts[1], top > 0, top < bottom, bottom <= 1_000 {
    return Band.Share(top, of: bottom)
  }
  if text.ends(with: "%"), let part = Int(text.dropLast()), (1..<100).contains(part) {
    return Band.Share(part, of: 100)
  }
  value.findings.report(.malformedShare(shortened(text), at: value.place))
  return nil
}

/// The groups of a standard. They name their items by key or name, and stand behind them in the file: so they are read first, and
/// what they name is looked for once the items are known.
struct GroupList {
  private(set) var groups: [ItemGroup] = []
  private var named: [(key: Located<String>, group: Int32)] = []
  /// By folded key or name, as the groups write them.
  private var groupOfName: [String: Int32] = [:]
  /// The items' keys and names, of those too that can't be read otherwise.
  private var declared: Set<String> = []
  private var isKeyMissing = false

  init(_ entries: [GroupEntry], _ scope: RuleScope) {
    var places: [String: Place] = [:]
    for group in entries {
      let (entry, rows) = (group.table, group.rows)
      defer { entry.close() }
      let findings = entry.findings
      let key = entry.id("key")
      let name = entry.name("name")
      let items = rows.isEmpty && group.isWhole ? entry.value("items") : entry.value(ifAny: "items")
      let caps = decodeCaps(entry, record: false, scope)
      let isOnce = entry.flag(ifAny: "once")
      if !isOnce, !entry.has("cap") { findings.report(.idleGroup(at: entry.place)) }
      if let cap = entry.table(ifAny: "cap"), cap.pairs.isEmpty { entry.reportEmpty("cap") }
      if let key, let first = places[key] {
        findings.report(.duplicateID(key, first: findings.citation(first), at: entry.place(of: "key")))
      }
      if let key { places[key] = places[key] ?? entry.place(of: "key") }
      let number = Int32(groups.count)
      groups.append(ItemGroup(key: key ?? "", name: name, caps: caps, isOnce: isOnce, place: entry.place))
      let list = (items?.list() ?? []) + rows
      if items?.isEmptyList == true { entry.reportEmpty("items") }
      for item in list { add(item, number, findings) }
    }
  }

  private mutating func add(_ item: YAMLValue, _ number: Int32, _ findings: MistakeCollector) {
    guard let key = item.word() else { return }
    if let other = groupOfName[key.foldedName] {
      findings.report(.itemInTwoGroups(shortened(key), groups[Int(other)].name, at: item.place))
      return
    }
    groupOfName[key.foldedName] = number
    named.append((Located(key, item.place), number))
  }

  /// The group of an item that is called so.
  func group(of names: [String]) -> Int32? { names.lazy.compactMap { groupOfName[$0.foldedName] }.first }

  mutating func declare(_ key: String?, _ names: [String]) {
    declared.formUnion(names.map(\.foldedName))
    if let key { declared.insert(key) } else { isKeyMissing = true }
  }

  /// Looks for what the groups name, and for items that their group says something of in vain or to the contrary.
  func check<E>(
    _ items: [Item], _ names: Names<E>, _ kind: ReferenceKind, _ findings: MistakeCollector, _ scope: RuleScope
  ) {
    var groupOfItem: [Ref<E>: Int32] = [:]
    for (key, number) in named {
      switch names.naming(key.value) {
      case .found(let item):
        if let other = groupOfItem.updateValue(number, forKey: item) {
          findings.report(.itemInTwoGroups(shortened(key.value), groups[Int(other)].name, at: key.place))
        }
      case .ambiguous: _ = key.reference(kind, names, findings: findings)
      case .unknown where declared.contains(key.value.foldedName) || isKeyMissing: break
      case .unknown:
        findings.report(
          .unknownGroupItem(
            shortened(key.value), groups[Int(number)].name, suggestion: names.suggestion(for: key.value), at: key.place)
        )
      }
    }
    for (index, group) in groups.enumerated() {
      let own = items.filter { $0.terms.group == Int32(index) }
      scope.report(idleRules(group, own), findings)
      if let most = group.caps.year, most > .zero, own.mostAtStart > most {
        findings.report(.capOrder("start", own.mostAtStart, "cap.year", most, at: group.place))
      }
      guard group.isOnce else { continue }
      for item in own {
        if let clash = onceClash(item.form, item.terms) {
          findings.report(.ruleCombination(clash, at: item.place))
        }
      }
      let signs = Set(own.flatMap(\.form.values).filter { $0 != .zero }.map { $0 > .zero })
      if signs.count > 1, own.allSatisfy({ Set($0.form.values.map { $0 > .zero }).count < 2 }) {
        findings.report(.ruleCombination(mixedGroup, at: group.place))
      }
    }
  }
}
