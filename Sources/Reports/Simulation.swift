import Diagnostics
import Scoring
import Tables
import Texts

/// Standings under another rulebook beside today's, with who moves and why: members first, then branches.
package struct Comparison {
  package let members: Int
  package let branches: Int
  package let table: DataTable

  /// - Parameters:
  ///   - year: an index into the ledger's years.
  ///   - showsAll: also those whom the change doesn't touch.
  package init(_ today: ScoredProject, _ then: ScoredProject, year: Ref<YearLedger>, showsAll: Bool) {
    let members = memberMoves(today, then, year)
    let branches = branchMoves(today, then, year)
    let shown = { (moves: [Move]) in moves.filter { showsAll || $0.isMoved } }
    (self.members, self.branches) = (shown(members).count, shown(branches).count)
    table = DataTable(
      columns: [
        .word("of", zh: "谁的", en: "Of"), .number("rank", zh: "现名次", en: "Rank"),
        .number("rank_then", zh: "将名次", en: "Then"), .word("key", zh: "编号", en: "Key"),
        .word("name", zh: "姓名", en: "Name"), .word("branch", zh: "支部", en: "Branch"),
        .number("total", zh: "现积分", en: "Total"), .number("total_then", zh: "将积分", en: "Then"),
        .number("difference", zh: "差", en: "Difference"), .word("because", zh: "因为", en: "Because"),
      ], rows: (shown(members) + shown(branches)).map(\.cells))
  }
}

/// A holder's place and points under both rulebooks.
private struct Move {
  let holder: [DataTable.Cell]
  let of: DataTable.Cell
  let before: (rank: Int?, total: Points)
  let after: (rank: Int?, total: Points)
  let because: [Cause]

  var isMoved: Bool { before.total != after.total || before.rank != after.rank }

  var cells: [DataTable.Cell] {
    let difference = after.total - before.total
    let decimals = Points.decimals(addingUp: [[before.total, difference], because.map(\.difference)])
    let rank = { (rank: Int?) -> DataTable.Cell in rank.map { .number("\($0)") } ?? .none }
    return [of, rank(before.rank), rank(after.rank)] + holder + [
      .number(before.total.text(decimals: decimals)), .number(after.total.text(decimals: decimals)),
      .number(difference.text(decimals: decimals)),
      .text(because.map { $0.words(decimals: decimals) }.joined(separator: "，")),
    ]
  }
}

private func memberMoves(_ today: ScoredProject, _ then: ScoredProject, _ year: Ref<YearLedger>) -> [Move] {
  let roster = today.ledger.roster
  var before: [Int32: MemberStanding] = [:]
  for row in today.scorebook.years[year].members.rows { before[row.member.index] = row }
  let sums = { (scored: ScoredProject, member: Ref<Member>) in
    scored.sums(scored.scorebook.years[year].awards(of: member), year)
  }
  return then.scorebook.years[year].members.rows.compactMap { row in
    guard let old = before[row.member.index] else { return nil }
    return Move(
      holder: [
        .text(roster.members[row.member].key), .text(roster.members[row.member].name),
        .text(roster.branches[row.branch].short),
      ], of: .term("member", Bilingual(zh: "党员", en: "member")), before: (old.rank, old.total),
      after: (row.rank, row.total), because: causes(sums(today, row.member), sums(then, row.member)))
  }
}

private func branchMoves(_ today: ScoredProject, _ then: ScoredProject, _ year: Ref<YearLedger>) -> [Move] {
  let roster = today.ledger.roster
  var before: [Int32: BranchStanding] = [:]
  for row in today.scorebook.years[year].branches { before[row.branch.index] = row }
  let sums = { (scored: ScoredProject, branch: Ref<Branch>) in
    scored.sums(scored.scorebook.years[year].awards(of: branch), year)
  }
  return then.scorebook.years[year].branches.compactMap { row in
    guard let old = before[row.branch.index] else { return nil }
    let branch = roster.branches[row.branch]
    return Move(
      holder: [.text(branch.id), .text(branch.name), .text(branch.short)],
      of: .term("branch", Bilingual(zh: "支部", en: "branch")), before: (old.rank, old.total),
      after: (row.rank, row.total), because: causes(sums(today, row.branch), sums(then, row.branch)))
  }
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
private func causes(_ old: [String: Points], _ new: [String: Points]) -> [Cause] {
  Set(old.keys).union(new.keys).map { Cause(item: $0, difference: (new[$0] ?? .zero) - (old[$0] ?? .zero)) }
    .filter { $0.difference != .zero }
    .sorted {
      let (a, b) = ($0.difference.millionths.magnitude, $1.difference.millionths.magnitude)
      return a != b ? a > b : $0.item < $1.item
    }
}

extension ScoredProject {
  /// What awards come to by the name of their item; activities have no item but the matrix.
  fileprivate func sums(_ awards: ArraySlice<Award>, _ year: Ref<YearLedger>) -> [String: Points] {
    let rulebook = ledger.years[year].rulebook
    return awards.reduce(into: [:]) { sums, award in
      guard award.day <= ledger.asOf else { return }
      sums[rulebook.item(award.heading)?.name ?? "活动赋值", default: .zero] += award.points
    }
  }
}
