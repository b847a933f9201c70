import Scoring

/// With how many decimals figures that add up are shown: two, and more only where a reader who adds what is shown would
/// come to something else than the total beside it.
extension MemberStanding {
  package var decimals: Int { Points.decimals(addingUp: [[base, optional]]) }
}

extension BranchStanding {
  package var decimals: Int { Points.decimals(addingUp: [[activityPart, rewardPart]]) }
}

/// The same for a board of branches, in every row of which both parts make the total. Sums over its rows are of the exact
/// figures, and say so where what is shown comes to something else: thirds of sixteen branches would take six decimals.
package func decimals(of board: [BranchStanding]) -> Int {
  Points.decimals(addingUp: board.map { [$0.activityPart, $0.rewardPart] })
}

/// The same for an account: in every line its running total; its kinds and parts, by month and by item; what was capped.
package func decimals(of awards: some Collection<Award>) -> Int {
  guard awards.contains(where: { !$0.isWholeHundredths }) else { return 2 }
  var sums: [[Points]] = []
  for isDeduction in [false, true] {
    let cut = awards.filter { $0.isDeduction == isDeduction && $0.capped != .zero }
    let months: [[Award]] = Array(Dictionary(grouping: cut) { $0.day.yearMonth.description }.values)
    let items: [[Award]] = Array(Dictionary(grouping: cut) { $0.heading }.values)
    for groups in [months, items] {
      let parts: [[Points]] = groups.map { $0.map(\.capped) }
      sums += parts
      sums.append(parts.map(sum))
    }
  }
  let splits: [(Award) -> Bool] = [{ $0.kind == .base }, { $0.isActivity }]
  for split in splits {
    let halves: [[Award]] = [awards.filter(split), awards.filter { !split($0) }]
    sums.append(halves.map { sum($0.map(\.points)) })
    for half in halves {
      let months: [[Award]] = Array(Dictionary(grouping: half) { $0.day.yearMonth.description }.values)
      let items: [[Award]] = Array(Dictionary(grouping: half) { $0.heading }.values)
      for groups in [months, items] {
        let parts: [[Points]] = groups.map { $0.map(\.points) }
        sums += parts
        sums.append(parts.map(sum))
      }
      sums.append(half.map(\.points))
    }
  }
  return Points.decimals(running: awards.map(\.points), and: sums)
}

private func sum(_ parts: [Points]) -> Points { parts.reduce(.zero, +) }

extension Award {
  fileprivate var isWholeHundredths: Bool { points.millionths % 10_000 == 0 && capped.millionths % 10_000 == 0 }
}
