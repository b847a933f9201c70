import Diagnostics
import Foundation
import Scoring
import Tables
import Texts

/// Standings under another rulebook beside today's, with who moves and why. Nothing is written.
///
/// - Parameters:
///   - rulebook: a file in the rulebook's form.
///   - year: the year whose rulebook it replaces; by default the latest.
///   - showsAll: also those whom the change doesn't touch.
/// - Returns: `nil` with an error among the diagnostics; those of the other rulebook name its own file.
/// - Throws: `UsageFailure`, `EnvironmentFailure`.
package func simulate(
  rulebook: String, year: Int?, project: String, showsAll: Bool
) throws -> (TableReport?, SourceTree, [Diagnostic]) {
  let (found, tree, diagnostics) = try scoreProject(project, asOf: nil)
  guard let today = found else { return (nil, tree, diagnostics) }
  let index = try today.ledger.yearReference(year)
  let number = today.ledger.years[index].year
  let file = try Descriptor(rulebook, flags: O_RDONLY, path: rulebook, action: .read)
  let text = decode(try file.read(upTo: Int(try file.status().st_size)), allowsGB18030: false)
  guard text.faults.isEmpty else {
    throw UsageFailure(zh: "\(rulebook) 不是 UTF-8 文本", en: "\(rulebook) is no UTF-8 text")
  }
  let (other, shown) = tree.replacing(
    "content/years/\(number)/rulebook.yaml", with: text.bytes, shownAs: rulebook)
  let (then, mistakes) = scoreTree(other, isTrial: true)
  guard let then, !mistakes.hasErrors else { return (nil, shown, mistakes.inReadingOrder().capped()) }
  let table = comparison(today, then, year: index, showsAll: showsAll)
  let heading = Bilingual(
    zh: "\(number) 年度，另一份标准：\(rulebook)；\(table.rows.count) 人\(showsAll ? "" : "的积分或名次会变")",
    en: "year \(number) under \(rulebook): \(table.rows.count) members\(showsAll ? "" : " would move")")
  return (TableReport(heading: [heading], [.init("members", table)]), tree, [])
}

private func comparison(_ today: ScoredProject, _ then: ScoredProject, year: Ref<YearLedger>, showsAll: Bool)
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
    let items = scored.ledger.years[year].rulebook.items
    return scored.scorebook.years[year].awards(of: member).reduce(into: [:]) { sums, award in
      guard award.item >= 0, award.day <= scored.ledger.asOf else { return }
      sums[items[Int(award.item)].name, default: .zero] += award.points
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
