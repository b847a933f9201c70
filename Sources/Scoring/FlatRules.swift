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
        guard let cap = cap?.hundredths else { return .init(low: .min, high: .max) }
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
    case .perRecord(let points): return (.perRecord, points.hundredths)
    case .perUnit(let points, unit: _): return (.perUnit, points.hundredths)
    case .levels(let all):
      levels += all.map(\.points.hundredths)
      return (.levels, 0)
    case .welfareBase(let points): return (.none, points.hundredths)
    case .welfareBeyond, .project: return (.none, 1)
    }
  }

  /// Hundredths of points a record is worth before caps. Only `perUnit` multiplies; elsewhere the quantity is a sign.
  func raw(_ record: Record, _ item: FlatItem) -> Int64 {
    let sign = record.quantity.hundredths.signum()
    switch item.form {
    case .perRecord: return item.points * sign
    case .perUnit: return scaled(item.points, by: record.quantity.hundredths, over: 100)
    case .levels: return levels[item.firstLevel + Int(record.level)] * sign
    case .none: return 0
    }
  }
}
