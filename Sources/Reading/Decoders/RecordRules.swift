import Diagnostics
import Parsing
import Scoring
import Texts

/// What records of an item must and may say, worked out once. Without strings or arrays: a year has a million records, and
/// its threads would else count references to the same few items.
struct RecordRule: Sendable {
  enum Quantities: Sendable {
    /// Points for each of them, in millionths; where only full units count, of so many hundredths.
    case units(points: Int64, each: Int64)
    /// A record counts once, whatever is done in it.
    case once
    /// Between two bounds, in hundredths.
    case range(Int64, Int64)
    case free
  }

  let isRecordable: Bool
  let quantities: Quantities
  /// A quantity has to be given: nothing is known of a score that isn't there.
  let needsQuantity: Bool
  /// Nothing of it is a step of its own.
  let mayBeNothing: Bool
  /// A quantity may be written `87.5%`.
  let isPercent: Bool
  /// Given at discretion, for a reason.
  let isDiscretion: Bool
  /// Of several records of one affair only the highest counts, in the item or in its group.
  let isOnce: Bool
  let hasLevels: Bool
  let hasRoles: Bool
  /// Whose and which days' records it takes is limited.
  let hasTerms: Bool
  /// What a record may be worth before its role's and its repetition's factors, in millionths.
  let mostWorth: UInt64
  /// Whether what the rule gives goes beyond that whatever a record says.
  let isBeyond: Bool

  init(_ item: Item, groups: [ItemGroup]) {
    let terms = item.terms
    isRecordable = item.isRecordable
    var unit = ""
    var (needs, mayBeNothing, hasLevels) = (false, false, false)
    var quantities = Quantities.free
    switch item.form {
    case .perUnit(let points, unit: let name, let each):
      unit = name
      quantities = .units(points: points.millionths, each: each?.hundredths ?? 0)
    case .steps(let steps, unit: let name):
      (unit, needs) = (name, true)
      mayBeNothing = steps.first?.from == .zero
    case .reach(_, unit: let name): (unit, needs) = (name, true)
    case .range:
      needs = true
      if let range = item.form.quantities {
        quantities = .range(range.lowerBound.hundredths, range.upperBound.hundredths)
      }
    case .perRecord: quantities = .once
    case .levels: (quantities, hasLevels) = (.once, true)
    case .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: break
    }
    (self.quantities, needsQuantity, self.mayBeNothing, self.hasLevels) = (quantities, needs, mayBeNothing, hasLevels)
    isPercent = unit == "%" || unit == "％"
    isDiscretion = if case .range = quantities { true } else { false }
    isOnce = terms.isOnce || terms.group.map { groups[Int($0)].isOnce } ?? false
    hasRoles = !terms.roles.isEmpty
    hasTerms = terms.audience != nil || terms.validity != nil
    let factor = max(100, terms.roles.map(\.hundredths).max() ?? 100) * max(100, terms.again.max() ?? 100)
    let most = maximumWorth * 10_000 / UInt64(factor)
    mostWorth = most
    let isPerUnit = if case .units = quantities { true } else { false }
    isBeyond = !isPerUnit && item.form.values.contains { $0.millionths.magnitude > most }
  }
}

/// The rules by which records of members, or of branches, are read.
struct RecordStandard: Sendable {
  let items: [Item]
  /// Of each item; the names of its levels and roles beside it.
  let rules: [RecordRule]
  let levels: [Names<Item.Level>]
  let roles: [Names<Terms.Role>]
  let reach: RuleReach

  init(_ items: [Item], _ framework: Framework?, _ reach: RuleReach) {
    self.items = items
    self.reach = reach
    rules = items.map { RecordRule($0, groups: framework?.groups ?? []) }
    levels = items.map { item in
      if case .levels(let levels) = item.form { Names(of: levels.map { ($0.name, item.place) }) } else { Names() }
    }
    roles = items.map { item in Names(of: item.terms.roles.map { ($0.name, item.place) }) }
  }
}

extension Names {
  /// What has no id: its name is one.
  fileprivate init(of names: [(String, Place)]) {
    self.init()
    for (name, place) in names { _ = define(name, called: [name], at: place) }
  }
}

extension YearDraft {
  var memberItems: [Item] { rulebook?.items ?? [] }
  var branchRules: [Item] { rulebook?.branchItems.map(\.rule) ?? [] }
}
