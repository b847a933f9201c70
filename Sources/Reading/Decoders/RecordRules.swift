import Diagnostics
import Parsing
import Scoring

/// What records of an item must and may say, worked out once: a year has a million of them.
struct RecordRule: Sendable {
  let isRecordable: Bool
  /// The names of its levels and roles; none where it has none.
  let levels: ByteTable
  let roles: ByteTable
  /// A quantity has to be given: nothing is known of a score that isn't there.
  let needsQuantity: Bool
  /// Nothing of it is a step of its own.
  let mayBeNothing: Bool
  /// A quantity may be written `87.5%`.
  let isPercent: Bool
  /// Of several records of one affair only the highest counts, in the item or in its group.
  let isOnce: Bool
  /// At discretion: between which quantities.
  let range: ClosedRange<Quantity>?
  /// Whose and which days' records it takes is limited.
  let hasTerms: Bool
  /// What a record may be worth before its role's and its repetition's factors, in millionths.
  let mostWorth: UInt64
  /// Whether what the rule gives goes beyond that whatever a record says.
  let isBeyond: Bool

  init(_ item: Item, groups: [ItemGroup]) {
    let terms = item.terms
    isRecordable = item.isRecordable
    levels = if case .levels(let levels) = item.form { ByteTable(levels.map(\.name)) } else { ByteTable() }
    roles = ByteTable(terms.roles.map(\.name))
    var unit = ""
    var (needsQuantity, mayBeNothing) = (false, false)
    switch item.form {
    case .perUnit(_, unit: let name, each: _): unit = name
    case .steps(let steps, unit: let name):
      (unit, needsQuantity) = (name, true)
      mayBeNothing = steps.first?.from == .zero
    case .reach(_, unit: let name): (unit, needsQuantity) = (name, true)
    case .range: needsQuantity = true
    case .perRecord, .levels, .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: break
    }
    (self.needsQuantity, self.mayBeNothing) = (needsQuantity, mayBeNothing)
    range = item.form.quantities
    isPercent = unit == "%" || unit == "％"
    isOnce = terms.isOnce || terms.group.map { groups[Int($0)].isOnce } ?? false
    hasTerms = terms.audience != nil || terms.validity != nil
    let factor = max(100, terms.roles.map(\.hundredths).max() ?? 100) * max(100, terms.again.max() ?? 100)
    let most = maximumWorth * 10_000 / UInt64(factor)
    mostWorth = most
    let isPerUnit = if case .perUnit = item.form { true } else { false }
    isBeyond = !isPerUnit && item.form.values.contains { $0.millionths.magnitude > most }
  }
}

extension ByteTable {
  init(_ names: [String]) {
    self.init()
    for name in names {
      let bytes = Array(name.utf8)
      _ = insert(bytes.span)
    }
  }
}

/// The rules by which records of members, or of branches, are read.
struct RecordStandard: Sendable {
  let items: [Item]
  let rules: [RecordRule]
  let reach: RuleReach

  init(_ items: [Item], _ framework: Framework?, _ reach: RuleReach) {
    self.items = items
    self.reach = reach
    rules = items.map { RecordRule($0, groups: framework?.groups ?? []) }
  }
}

extension YearDraft {
  var memberItems: [Item] { rulebook?.items ?? [] }
  var branchRules: [Item] { rulebook?.branchItems.map(\.rule) ?? [] }
}
