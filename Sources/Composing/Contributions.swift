import Scoring

/// What one item, or the claimed activities together, brought somebody in a year.
package struct Contribution: Sendable {
  package let points: Points
  /// Postings that earned points.
  package let count: Int
  /// The one that earned most.
  package let best: Award
}

/// What awards come of, the largest first. What everybody owes (规定动作) comes after what was chosen (自选动作); ties stand
/// in the standard's order. What everybody starts with is nobody's contribution.
/// - Parameter size: what they are ordered by.
package func contributions(_ awards: some Sequence<Award>, by size: (Contribution) -> Points) -> [Contribution] {
  var sums: [Int: (points: Points, count: Int, best: Award?)] = [:]
  for award in awards {
    if case .start = award.reason { continue }
    // Activities stand before the standard's items.
    let item = award.heading.index ?? -1
    var sum = sums[item] ?? (.zero, 0, nil)
    sum.points += award.points
    if award.points > .zero {
      sum.count += 1
      if award.points > sum.best?.points ?? .zero { sum.best = award }
    }
    sums[item] = sum
  }
  let found = sums.compactMap { item, sum in
    sum.best.map { (item: item, contribution: Contribution(points: sum.points, count: sum.count, best: $0)) }
  }
  return found.sorted { a, b in
    let (isOwedA, isOwedB) = (a.contribution.best.kind == .base, b.contribution.best.kind == .base)
    if isOwedA != isOwedB { return isOwedB }
    let (sizeA, sizeB) = (size(a.contribution), size(b.contribution))
    return sizeA != sizeB ? sizeA > sizeB : a.item < b.item
  }.map(\.contribution)
}

extension Decision {
  /// The committee's own sentence on what was done; none or one.
  package var sentence: [String] { deed.isEmpty ? [] : [deed] }
}

extension SiteContext {
  /// Whom the committee recorded as winners of a year's PK, in the order of the record.
  package func winners(_ year: Ref<YearLedger>) -> [Ref<Member>] {
    self[year].ledger.decisions.compactMap { if case .winner(let member) = $0.matter { member } else { nil } }
  }
}
