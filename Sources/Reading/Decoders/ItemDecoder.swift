import Diagnostics
import Parsing
import Scoring
import Texts

private let kinds = [Choice("规定", "base", Item.Kind.base), Choice("自选", "optional", .optional)]

/// One line of a standard; `nil` where its key or its way of earning can't be read: without it nothing can be said of its
/// records, and a stand-in would accuse each of them.
/// - Parameter group: that of an item of a name.
func decodeItem(_ table: YAMLTable, _ key: String?, _ scope: RuleScope, group: (String) -> Int32?) -> BranchItem? {
  let name = table.name("name")
  let kind = table.choice("kind", kinds)
  let isRated = scope.standard == .branches && !table.hasWay
  let maximum = scope.standard == .members ? nil : isRated ? table.points("max") : table.points(ifAny: "max")
  let start = table.positive(ifAny: "start", most: 1_000_000).map { Points(hundredths: $0.hundredths) }
  let form = isRated ? decodeRating(table, maximum) : decodeForm(table, start: start, scope)
  let caps = decodeCaps(table, record: true, scope)
  var terms = decodeTerms(table, scope)
  terms.start = start
  terms.group = group(name)
  let works = table.references(ifAny: "works", .work, scope.works)
  let proof = table.text(ifAny: "proof")
  guard let form else { return nil }
  for clash in clashes(table, form, terms, caps) {
    let found = Diagnostic.ruleCombination(clash, at: table.place(of: clash.key))
    // A unit that says nothing stands in rulebooks of old.
    table.findings.report(scope.isClosed && clash.key == "unit" ? found.tolerated(.closedUnit) : found)
  }
  scope.report(idleRules(table, form, terms, maximum: maximum), table.findings)
  if let start {
    for key in ["max", "cap"] {
      guard let most = key == "max" ? maximum : caps.year, start > most, key == "max" || most > .zero else {
        continue
      }
      table.findings.report(
        .capOrder("start", start, key == "max" ? "max" : "cap.year", most, at: table.place(of: key)))
    }
  }
  guard let key else { return nil }
  return BranchItem(
    Item(
      key: key, name: name, kind: kind ?? .base, form: form, caps: caps, terms: terms, works: works, proof: proof,
      place: table.place),
    maximum: isRated ? maximum ?? .zero : maximum)
}

/// `max` and `min` of what is typed at the year's end; what records are about has no place beside them.
private func decodeRating(_ table: YAMLTable, _ maximum: Points?) -> Item.Form {
  let least = table.points(ifAny: "min", negative: true) ?? .zero
  if least > .zero { table.findings.report(.leastAboveZero(least, at: table.place(of: "min"))) }
  return .rating(least: least, most: maximum ?? .zero)
}

/// All that an item says beside its points; read whatever its form, so that every mistake is told.
private func decodeTerms(_ table: YAMLTable, _ scope: RuleScope) -> Terms {
  var terms = Terms()
  if let roles = table.table(ifAny: "roles") {
    terms.roles = table.pairs(of: roles, "roles", most: Record.mostRoles).compactMap { name, value in
      value.isNothing(named: name.value)
        ? nil : value.positive(most: 100).map { Terms.Role(name: name.value, hundredths: $0.hundredths) }
    }
  }
  terms.isOnce = table.flag(ifAny: "once")
  if let again = table.value(ifAny: "again") {
    let factors = again.list()
    if again.isEmptyList { table.reportEmpty("again") }
    terms.again = factors.compactMap { $0.positive(most: 100)?.hundredths }
  }
  terms.audience = decodeAudience(table, scope)
  terms.validity = decodeValidity(table, scope.period)
  return terms
}

/// `for`: a branches' item knows branches only.
private func decodeAudience(_ table: YAMLTable, _ scope: RuleScope) -> Terms.Audience? {
  guard let entry = table.table(ifAny: "for") else { return nil }
  defer { entry.close() }
  var audience = Terms.Audience()
  var named = entry.has("branch")
  audience.branches = entry.references(ifAny: "branch", .branch, scope.branches)
  if scope.standard == .members {
    named = named || entry.has("standing") || entry.has("office")
    audience.standings = entry.values(ifAny: "standing").compactMap { $0.choice(memberStandingChoices) }
    audience.duties = entry.values(ifAny: "office").compactMap { $0.choice(officeDuties) }
  }
  if !named, entry.pairs.isEmpty { table.reportEmpty("for") }
  return audience
}

/// `from` and `to`: a rule that was changed within the year is two lines, each with its days.
private func decodeValidity(_ table: YAMLTable, _ period: Period?) -> Period? {
  let (from, to) = (table.day(ifAny: "from"), table.day(ifAny: "to"))
  if let from, let to, to < from { table.findings.report(.periodReversed(from, to, at: table.place(of: "to"))) }
  for (key, day) in [("from", from), ("to", to)] {
    guard let period, let day, !period.contains(day) else { continue }
    table.findings.report(.dateOutsideYear("\(day)", period, at: table.place(of: key)))
  }
  guard from ?? to != nil, let first = from ?? period?.first, let last = to ?? period?.last, first <= last else {
    return nil
  }
  return Period(first: first, last: last)
}

extension YAMLTable {
  /// What says how records become points; the branches' items that have none are rated.
  static let ways = ["points", "per", "levels", "steps", "reach", "range", "form"]

  fileprivate var hasWay: Bool { has("start") || Self.ways.contains { $0 != "form" && has($0) } }

  func reportEmpty(_ key: String) { findings.report(.missingKey(shown(key), isEmpty: true, at: place(of: key))) }

  /// The pairs of a table that stands under a key: one at least, and at most so many as a record can tell apart.
  func pairs(of table: YAMLTable, _ key: String, most: Int) -> [(key: Located<String>, value: YAMLValue)] {
    let pairs = table.pairs
    if pairs.isEmpty { reportEmpty(key) }
    if pairs.count > most { findings.report(.tooManyChoices(pairs.count, most: most, at: place(of: key))) }
    return Array(pairs.prefix(most))
  }

  func positive(ifAny key: String, most: Int) -> Quantity? { value(ifAny: key)?.positive(most: most) }
}

extension YAMLValue {
  /// A number above zero and not above another.
  func positive(most: Int) -> Quantity? {
    guard let number = quantity(negative: true) else { return nil }
    if number > .zero, number <= Quantity(most) { return number }
    findings.report(.notPositive(text(), most: most, at: place))
    return nil
  }
}
