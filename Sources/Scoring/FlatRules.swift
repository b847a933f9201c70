import Diagnostics

/// A member item without strings or arrays, so that the engine's inner loop counts no references.
struct FlatItem {
  enum Form { case perRecord, perUnit, levels, none }

  /// What a running sum may be: caps of gains bound it above, caps of deductions below.
  struct Bound {
    let low: Int64
    let high: Int64
    func clamp(_ sum: Int64) -> Int64 { min(high, max(low, sum)) }
  }

  let form: Form
  let points: Int64
  /// First of the item's levels in `FlatRules.levels`.
  let firstLevel: Int
  let perRecord: Bound
  let perMonth: Bound
  let perYear: Bound
  let kind: Item.Kind
  let pathway: Int32
  let place: Place
}

/// The rulebook's member items as the engine reads them.
struct FlatRules {
  let items: [FlatItem]
  private let levels: [Int64]
  let pathwayOfWork: [Int32]

  init(_ rulebook: Rulebook, works: [Work]) {
    var levels: [Int64] = []
    let pathwayOfWork = works.map(\.pathway.index)
    items = rulebook.items.map { item in
      let first = levels.count
      let (form, points) = Self.form(of: item, levels: &levels)
      let range = form == .levels ? levels[first...] : [points]
      let bound = { (cap: Points?) -> FlatItem.Bound in
        guard let cap = cap?.millionths else { return .init(low: .min, high: .max) }
        return .init(low: range.contains { $0 < 0 } ? -cap : .min, high: range.contains { $0 > 0 } ? cap : .max)
      }
      return FlatItem(
        form: form, points: points, firstLevel: first, perRecord: bound(item.caps.record),
        perMonth: bound(item.caps.month), perYear: bound(item.caps.year), kind: item.kind,
        pathway: item.works.first.map { pathwayOfWork[Int($0.index)] } ?? -1, place: item.place)
    }
    self.levels = levels
    self.pathwayOfWork = pathwayOfWork
  }

  private static func form(of item: Item, levels: inout [Int64]) -> (FlatItem.Form, Int64) {
    switch item.form {
    case .perRecord(let points): return (.perRecord, points.millionths)
    case .perUnit(let points, unit: _): return (.perUnit, points.millionths)
    case .levels(let all):
      levels += all.map(\.points.millionths)
      return (.levels, 0)
    case .welfareBase(let points): return (.none, points.millionths)
    case .welfareBeyond, .project: return (.none, 1)
    }
  }

  /// Which pathway a record's points go to: that of its own work or, for a correction, its root's; else of its item's first
  /// work; else of the first work of the activity it names.
  func pathway(of record: Record, _ root: Record, _ item: FlatItem, in activities: [Activity]) -> Int32 {
    if let work = record.work ?? root.work { return pathwayOfWork[Int(work.index)] }
    guard item.pathway < 0, let activity = record.activity ?? root.activity else { return item.pathway }
    return activities[activity].works.first.map { pathwayOfWork[Int($0.index)] } ?? -1
  }

  /// Millionths of points a record that corrects nothing is worth before caps. Only `perUnit` multiplies; elsewhere a
  /// record is worth what its rule says, whatever its quantity, which reading lets be nothing but 1.
  func raw(_ record: Record, _ item: FlatItem) -> Int64 {
    switch item.form {
    // Exact: a rule's points have two decimals at most. Divided first, the product fits for every number reading lets by.
    case .perUnit: item.points / 100 * record.quantity.hundredths
    case .perRecord, .levels: worth(record, item) * record.quantity.hundredths.signum()
    case .none: 0
    }
  }

  /// What a correction changes of what its root is worth before caps, of a form that isn't multiplied: the part of the
  /// root's quantity it takes away, at the root's level. Taken together never more than all, and exactly nothing is left
  /// where all of the quantity is taken away (decision 8).
  /// - Parameters:
  ///   - before: what the root's corrections before this one sum to, in hundredths.
  ///   - after: the same with this one.
  func change(of root: Record, _ item: FlatItem, from before: Int64, to after: Int64) -> Int64 {
    let (whole, worth) = (root.quantity.hundredths, worth(root, item))
    guard whole > 0 else { return 0 }
    let left = { (sum: Int64) in scaled(worth, by: min(whole, max(0, whole + sum)), over: whole) }
    return left(after) - left(before)
  }

  private func worth(_ record: Record, _ item: FlatItem) -> Int64 {
    item.form == .levels ? levels[item.firstLevel + Int(record.level)] : item.points
  }
}
