import Diagnostics
import Parsing
import Scoring
import Texts

/// A rule that can never do anything, whatever is recorded: a slip of the pen, and nobody would notice.
struct IdleRule {
  let place: Place
  let message: Bilingual
  let way: Bilingual

  init(at place: Place, _ zh: String, _ en: String, way: Bilingual) {
    self.place = place
    message = Bilingual(zh: zh, en: en)
    self.way = way
  }
}

/// What an item says in vain.
func idleRules(_ table: YAMLTable, _ form: Item.Form, _ terms: Terms, maximum: Points?) -> [IdleRule] {
  var found: [IdleRule] = []
  let noPoints = Bilingual(
    zh: "写上分值；不计分的事不立项目", en: "Write what it gives; what gives nothing needs no item")
  if let way = YAMLTable.ways.first(where: table.has), form.isWorthNothing {
    found.append(
      IdleRule(
        at: table.place(of: way == "form" ? "points" : way), "这一项怎样登记都是零分",
        "the item gives nothing, whatever is recorded",
        way: noPoints))
  }
  if case .rating(let least, let most) = form, table.has("max"), least == .zero, most == .zero {
    found.append(
      IdleRule(
        at: table.place(of: "max"), "满分是零，评多少都没有分", "full marks are zero, so no rating gives a point", way: noPoints))
  }
  if let maximum, form.isOfRecords, terms.start == nil {
    if form.isDeduction {
      found.append(
        IdleRule(
          at: table.place(of: "max"), "这一项只扣分，到不了满分 \(maximum)", "the item only deducts, and never comes to \(maximum)",
          way: Bilingual(
            zh: "从满分里扣的，写 start: \(maximum)；否则删去 max",
            en: "To deduct from full marks write start: \(maximum), else remove max")))
    } else if maximum == .zero {
      found.append(
        IdleRule(at: table.place(of: "max"), "满分是零，记录都不计分", "full marks are zero, so no record counts", way: noPoints))
    }
  }
  if !terms.again.isEmpty, terms.again.allSatisfy({ $0 == 100 }) {
    found.append(
      IdleRule(
        at: table.place(of: "again"), "再次都是1倍，与不写一样", "each further time counts as the first",
        way: Bilingual(
          zh: "写第二次起的倍数，如 [1.5, 2]；每次一样就删去",
          en: "Write factors as [1.5, 2], or remove it where every time counts the same")))
  }
  return found
}

extension Item.Form {
  /// Whether no record of it, and no computing, ever gives or takes a point.
  fileprivate var isWorthNothing: Bool {
    if case .welfareBase(let points) = self { return points == .zero }
    if case .levels(let levels) = self, levels.contains(where: \.takesAll) { return false }
    return !values.isEmpty && values.allSatisfy { $0 == .zero }
  }

  fileprivate var isOfRecords: Bool { !values.isEmpty }
}

/// What a group says in vain of the items in it.
func idleRules(_ group: ItemGroup, _ own: [Item]) -> [IdleRule] {
  guard !own.isEmpty else { return [] }
  let (name, caps) = (group.name, group.caps)
  var found: [IdleRule] = []
  if own.allSatisfy({ $0.form == .credit }), caps.year == nil, !caps.set.isEmpty {
    found.append(
      IdleRule(
        at: group.place, "组“\(name)”里都是人人都有的基础分，每月、每季的封顶限制不到",
        "the group's items are what everybody starts with, which no month or quarter bounds",
        way: Bilingual(zh: "封顶写 year，或删去这个组", en: "Write a cap of the year, or remove the group")))
  }
  let affairless = own.filter { !$0.isRecordable }
  if group.isOnce, caps.set.isEmpty || affairless.count == own.count {
    found += affairless.map {
      IdleRule(
        at: group.place, "组“\(name)”里的“\($0.name)”不登记记录，没有同一事项可言",
        "“\($0.key)” takes no records, so the group finds no affair in it",
        way: Bilingual(zh: "从组里删去这一项，或给组写封顶", en: "Take the item out of the group, or give the group a cap"))
    }
  }
  return found
}

/// Caps that nothing gets past.
func idleRules(_ caps: Caps, _ table: YAMLTable) -> [IdleRule] {
  caps.set.filter { $0.points == .zero }.map {
    IdleRule(
      at: table.place(of: "\($0.span)"), "封顶是零，什么都不计分", "a cap of zero lets nothing count",
      way: Bilingual(zh: "写上最多多少分；不计分的删去项目", en: "Write the most that counts; what gives nothing needs no item"))
  }
}

/// What a standard says in vain of its total.
func idleRules(_ total: TotalRule, _ bands: [(band: Band, from: Place)]) -> [IdleRule] {
  guard let cap = total.cap, let place = total.place else { return [] }
  guard cap > .zero else {
    return [
      IdleRule(
        at: place, "总分封顶 \(cap)，谁都得不到分", "the total's cap is \(cap), so nobody gets a point",
        way: Bilingual(zh: "写上最高多少分，或删去", en: "Write the most there is, or remove it"))
    ]
  }
  return bands.filter { $0.band.from > cap }.map {
    IdleRule(
      at: $0.from, "总分封顶 \(cap)，够不到“\($0.band.name)”的 \($0.band.from)",
      "the total's cap is \(cap), and nobody comes to the \($0.band.from) of “\($0.band.name)”",
      way: Bilingual(zh: "档次的起点写到封顶以内，或提高封顶", en: "Begin the band within the cap, or raise the cap"))
  }
}

extension [Item] {
  /// The most that somebody starts with by these: what everybody has, and the largest of what some have.
  var mostAtStart: Points {
    let starts = { (isForAll: Bool) in
      self.filter { ($0.terms.audience == nil) == isForAll }.compactMap(\.terms.start)
    }
    return starts(true).reduce(.zero, +) + (starts(false).max() ?? .zero)
  }
}

extension RuleScope {
  /// Of a rulebook that is sealed or final what was accepted then only warns.
  func report(_ idle: [IdleRule], _ findings: MistakeCollector) {
    for rule in idle {
      let found = Diagnostic(.idleRule, at: rule.place, message: rule.message, remedy: rule.way)
      findings.report(isClosed ? found.tolerated(.closedIdle) : found)
    }
  }
}

extension Bilingual {
  fileprivate static let closedIdle = Bilingual(
    zh: "标准已封账或定稿，不必改：它不起作用", en: "The rulebook is sealed or final and needs no change: it does nothing")
}
