import Diagnostics
import Scoring
import Tables
import Texts

/// Standings under another rulebook beside today's, with who moves and why.
/// - Parameters:
///   - year: an index into the ledger's years.
///   - showsAll: also those whom the change doesn't touch.
package func comparison(_ today: ScoredProject, _ then: ScoredProject, year: Ref<YearLedger>, showsAll: Bool)
  -> DataTable
{
  let roster = today.ledger.roster
  var before: [Int32: MemberStanding] = [:]
  for row in today.scorebook.years[year].members.rows { before[row.member.index] = row }
  let rows = then.scorebook.years[year].members.rows.compactMap { row -> [DataTable.Cell]? in
    guard let old = before[row.member.index] else { return nil }
    guard showsAll || old.total != row.total || old.rank != row.rank else { return nil }
    let because = causes(row.member, today, then, year)
    let decimals = Points.decimals(addingUp: [[old.total, row.total - old.total], because.map(\.difference)])
    return [
      old.rank.map { .number("\($0)") } ?? .none, row.rank.map { .number("\($0)") } ?? .none,
      .text(roster.members[row.member].key), .text(roster.members[row.member].name),
      .text(roster.branches[row.branch].short),
      .number(old.total.text(decimals: decimals)),
      .number(row.total.text(decimals: decimals)), .number((row.total - old.total).text(decimals: decimals)),
      .text(because.map { $0.words(decimals: decimals) }.joined(separator: "，")),
    ]
  }
  return DataTable(
    columns: [
      .number("rank", zh: "现名次", en: "Rank"), .number("rank_then", zh: "将名次", en: "Then"),
      .word("member", zh: "编号", en: "Key"), .word("name", zh: "姓名", en: "Name"),
      .word("branch", zh: "支部", en: "Branch"), .number("total", zh: "现积分", en: "Total"),
      .number("total_then", zh: "将积分", en: "Then"), .number("difference", zh: "差", en: "Difference"),
      .word("because", zh: "因为", en: "Because"),
    ], rows: rows)
}

private struct Cause {
  let item: String
  let difference: Points

  /// `学习 -2.00`, `主讲 +1.00`
  func words(decimals: Int) -> String {
    "\(item) \(difference > .zero ? "+" : "")\(difference.text(decimals: decimals))"
  }
}

/// The items whose sums differ, those that differ most first.
private func causes(_ member: Ref<Member>, _ today: ScoredProject, _ then: ScoredProject, _ year: Ref<YearLedger>)
  -> [Cause]
{
  func sums(_ scored: ScoredProject) -> [String: Points] {
    let rulebook = scored.ledger.years[year].rulebook
    return scored.scorebook.years[year].awards(of: member).reduce(into: [:]) { sums, award in
      guard let item = rulebook.item(award.heading), award.day <= scored.ledger.asOf else { return }
      sums[item.name, default: .zero] += award.points
    }
  }
  let (old, new) = (sums(today), sums(then))
  return Set(old.keys).union(new.keys).map { Cause(item: $0, difference: (new[$0] ?? .zero) - (old[$0] ?? .zero)) }
    .filter { $0.difference != .zero }
    .sorted {
      let (a, b) = ($0.difference.millionths.magnitude, $1.difference.millionths.magnitude)
      return a != b ? a > b : $0.item < $1.item
    }
}
