import Diagnostics
import Parsing
import Scoring
import Texts

private enum Named { case welfareBase, welfareBeyond, project, survey }

/// Exactly one way of earning: `points`, `per`, `levels`, `steps`, `reach`, `range` or `form`, or `start` alone; only
/// `form: welfare-base` has `points` beside it. Every way that is written is read, so that all its mistakes are told.
func decodeForm(_ table: YAMLTable, start: Points?, _ scope: RuleScope) -> Item.Form? {
  let named = [
    Choice("公益基础", "welfare-base", Named.welfareBase), Choice("公益超出", "welfare-beyond", .welfareBeyond),
    Choice("项目", "project", .project), Choice("测评", "survey", .survey), Choice("民主测评", "survey", .survey),
  ]
  var ways = YAMLTable.ways.filter { table.has($0) && ($0 != "form" || scope.standard == .members) }
  let form = scope.standard == .members ? table.choice(ifAny: "form", named) : nil
  if form == .welfareBase { ways.removeAll { $0 == "points" } }
  let points = table.points(ifAny: "points", negative: true)
  let per = table.points(ifAny: "per", negative: true)
  let needsUnit = ["per", "steps", "reach"].contains { ways.contains($0) }
  let unit = needsUnit ? table.text("unit") : table.text(ifAny: "unit")
  let each = table.positive(ifAny: "each", most: 1_000_000)
  let levels = table.table(ifAny: "levels").map { decodeLevels($0, in: table, start) }
  let steps = table.table(ifAny: "steps").map { decodeSteps($0, "steps", in: table) }
  let reach = table.table(ifAny: "reach").map { decodeSteps($0, "reach", in: table) }
  let range = table.value(ifAny: "range").flatMap(decodeRange)
  let weight = form == .survey ? table.value("weight") : table.value(ifAny: "weight")
  let share = weight?.positive(most: 100)
  guard ways.count <= 1 else {
    table.findings.report(.severalWays(ways.map(table.shown), at: table.place(of: ways[1])))
    return nil
  }
  guard let way = ways.first else {
    if !table.has("start") { table.findings.report(.noWay(scope.standard, at: table.place)) }
    return start == nil ? nil : .credit
  }
  switch way {
  case "points": return points.map { .perRecord($0) }
  case "per": return per.map { .perUnit($0, unit: unit, each: each) }
  case "levels": return levels.map { .levels($0) }
  case "steps": return steps?.map { .steps($0, unit: unit) }
  case "reach": return reach?.map { .reach($0, unit: unit) }
  case "range": return range
  default: break
  }
  switch form {
  case .welfareBase: return (points ?? table.points("points")).map { .welfareBase($0) }
  case .welfareBeyond: return .welfareBeyond
  case .project: return .project
  case .survey: return share.map { .survey(weight: $0) }
  case nil: return nil
  }
}

/// A level's points; `all` takes what is left of the start.
private func decodeLevels(_ entries: YAMLTable, in table: YAMLTable, _ start: Points?) -> [Item.Level] {
  var all: YAMLValue?
  let levels = table.pairs(of: entries, "levels", most: Record.mostLevels).compactMap { name, value -> Item.Level? in
    if value.isNothing(named: name.value) { return nil }
    guard value.says(["all", "全部"]) else {
      return value.points(negative: true).map { Item.Level(name: name.value, points: $0) }
    }
    all = value
    return Item.Level(name: name.value, points: -(start ?? .zero), takesAll: true)
  }
  if let all {
    if !table.has("start") { table.findings.report(.allOfNothing(at: all.place)) }
    if levels.contains(where: { $0.points > .zero }) { table.findings.report(.allBesideGains(at: all.place)) }
  }
  return levels
}

extension YAMLValue {
  /// Whether nothing stands behind a name of the office's own; that is reported.
  func isNothing(named name: String) -> Bool {
    guard says([""]) || isNull else { return false }
    findings.report(.missingKey(name, isEmpty: true, at: place))
    return true
  }
}

/// Steps ascend as they are written; `nil` where one of them can't be read.
private func decodeSteps(_ entries: YAMLTable, _ key: String, in table: YAMLTable) -> [Item.Step]? {
  if entries.pairs.isEmpty {
    table.reportEmpty(key)
    return nil
  }
  var steps: [Item.Step] = []
  for (from, value) in entries.pairs {
    let quantity = entries.hundredths(ofKey: from).map { Quantity(hundredths: $0) }
    let points = value.isNothing(named: from.value) ? nil : value.points(negative: true)
    guard let quantity, let points else { continue }
    let step = Item.Step(from: quantity, points: points)
    if let slip = StepSlip(step, behind: steps, isReach: key == "reach") {
      table.findings.report(.stepsOrder(from.value, slip, at: from.place))
    }
    steps.append(step)
  }
  return steps.count == entries.pairs.count ? steps : nil
}

/// What is wrong with a step where it stands.
enum StepSlip {
  case notAscending(before: Quantity)
  case same(as: Quantity)
  case belowZero
  /// The first of running quantities is above zero: nobody crosses it otherwise.
  case fromZero
  case otherSign
  case givesLess
  /// As much as the one before it: nobody notices that it is reached.
  case givesNothing

  init?(_ step: Item.Step, behind steps: [Item.Step], isReach: Bool) {
    if step.from < .zero {
      self = .belowZero
    } else if isReach, step.from == .zero {
      self = .fromZero
    } else if let last = steps.last, step.from <= last.from {
      self = step.from == last.from ? .same(as: last.from) : .notAscending(before: last.from)
    } else if isReach, let last = steps.last, last.points != .zero, last.points.isGain != step.points.isGain {
      self = .otherSign
    } else if isReach, let last = steps.last, step.points.millionths.magnitude < last.points.millionths.magnitude {
      self = .givesLess
    } else if (steps.last?.points ?? (isReach ? .zero : nil)) == step.points {
      self = .givesNothing
    } else {
      return nil
    }
  }
}

/// Two bounds of one sign, the smaller first.
private func decodeRange(_ value: YAMLValue) -> Item.Form? {
  let bounds = value.list()
  guard !bounds.isEmpty || value.isEmptyList else { return nil }
  let points = bounds.map { $0.points(negative: true) }
  guard points.count == 2 else {
    value.findings.report(.rangeBounds(at: value.place))
    return nil
  }
  guard let least = points[0], let most = points[1] else { return nil }
  if least == .zero || most == .zero || least.isGain != most.isGain || least >= most {
    value.findings.report(.rangeBounds(at: value.place))
  }
  return .range(least, most)
}

extension Points {
  fileprivate var isGain: Bool { self > .zero }
}
