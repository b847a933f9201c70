import Composing
import Paper
import Reading
import Reports
import Scoring

/// A member's file over the years up to the order's; without a name everybody's, or of all who are in a branch.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printDossier(_ order: PrintOrder, member: String?, branch: String?) throws -> PrintReport {
  try typeset(order) { context, year in
    let ledger = context.content.ledger
    let whom: PrintPlan.Dossiers =
      if let member {
        .member(try ledger.member(named: member))
      } else if let branch {
        .branch(try ledger.branch(named: branch))
      } else {
        .everybody
      }
    guard let plan = PrintPlan.dossier(context, through: year, of: whom) else {
      throw UsageFailure.noYears(member ?? branch, ledger.years[year].year)
    }
    return plan
  }
}

/// A branch's file over the years up to the order's; every branch's for `nil`.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printBranchDossier(_ order: PrintOrder, branch: String?) throws -> PrintReport {
  try typeset(order) { context, year in
    let branch = try branch.map(context.content.ledger.branch(named:))
    return .branchDossier(context, through: year, branch: branch)
  }
}

extension UsageFailure {
  fileprivate static func noYears(_ whose: String?, _ year: Int) -> UsageFailure {
    UsageFailure(
      zh: "到 \(year) 年为止，\(whose ?? "谁都")没有账目", en: "\(whose ?? "nobody") has an account in any year up to \(year)")
  }
}
