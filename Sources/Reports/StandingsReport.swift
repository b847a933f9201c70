import Diagnostics
import Scoring
import Tables
import Wording

package enum StandingsSubject: String, CaseIterable, Sendable {
  case members, branches

  fileprivate var title: Bilingual {
    switch self {
    case .members: Words.memberSheet
    case .branches: Words.branchSheet
    }
  }
}

/// The standings of a year, of members (of one branch, if named) or of branches.
/// - Throws: `UsageFailure`.
package func standings(
  of subject: StandingsSubject, year: Int?, branch: String?, in scored: ScoredProject
) throws -> TableReport {
  let index = try scored.ledger.yearReference(year)
  let branch = try branch.map(scored.ledger.branch(named:))
  let table =
    switch subject {
    case .members:
      DataTable.members(
        scored.scorebook.members(scored.ledger, year: index, scope: StandingsScope(branch: branch)).rows,
        scored.ledger.roster)
    case .branches:
      DataTable.branches(
        BranchBoard(scored.scorebook.years[index].branches).filter { branch == nil || $0 == branch },
        scored.ledger.roster, scored.ledger.roster.tree(in: scored.ledger.years[index].year))
    }
  let ledger = scored.ledger.years[index]
  let state = Words.state(ledger.state)
  return TableReport(
    heading: [scored.stand(of: index)],
    facts: [
      ("year", .number("\(ledger.year)")), ("as_of", .day(scored.ledger.asOf)),
      ("state", .term(ledger.state.key, state)),
    ], [.init(subject.rawValue, table, title: subject.title)])
}
