import Composing
import Paper
import Reading
import Reports
import Scoring

/// The leaderboard of the company, or of the branch named.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printStandings(_ order: PrintOrder, branch: String?) throws -> PrintReport {
  try typeset(order) { context, year in
    let branch = try branch.map(context.content.ledger.branch(named:))
    return .standings(context, year: year, branch: branch)
  }
}

/// A member's account, or one after another those of a branch.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printLedger(_ order: PrintOrder, member: String?, branch: String?) throws -> PrintReport {
  try typeset(order) { context, year in
    let ledger = context.content.ledger
    if let branch { return .ledger(context, year: year, branch: try ledger.branch(named: branch)) }
    let member = try ledger.member(named: member ?? "")
    guard let plan = PrintPlan.ledger(context, year: year, member: member) else {
      throw UsageFailure.noAccount(ledger.roster.members[member].name, ledger.years[year].year)
    }
    return plan
  }
}

/// The double page of a branch, or a unit's page and those of its branches; of every branch for `nil`.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printBranchReport(_ order: PrintOrder, branch: String?) throws -> PrintReport {
  try typeset(order) { context, year in
    let ledger = context.content.ledger
    if let branch, let unit = ledger.unit(named: branch), context[year].tree.units.contains(unit) {
      return .unitReport(context, year: year, unit: unit)
    }
    let branch = try branch.map(ledger.branch(named:))
    return .branchReport(context, year: year, branch: branch)
  }
}

extension UsageFailure {
  fileprivate static func noAccount(_ name: String, _ year: Int) -> UsageFailure {
    UsageFailure(zh: "\(name)在 \(year) 年没有账目", en: "\(name) has no account in \(year)")
  }
}
