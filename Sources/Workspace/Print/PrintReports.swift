import Composing
import Paper
import Reading
import Reporting
import Reports
import Scoring
import Texts

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

/// A report with all its pages, one after the other, or with one of them (`own/b01`); every report of the edition for
/// `nil`.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printReport(_ order: PrintOrder, report: String?) throws -> PrintReport {
  try typeset(order, asks: true) { context, year in
    guard let report else {
      guard !context.reports.isEmpty else { throw UsageFailure.noReports }
      return .reports(context, context.reports, year: year)
    }
    let parts = report.parts(at: "/", most: 1).map { String($0) }
    let name = parts.first ?? ""
    guard let found = context.reports.first(where: { context.name(of: $0) == name }) else {
      throw UsageFailure.noReport(name, nearest(to: name, in: context.reports.map { context.name(of: $0) }))
    }
    guard parts.count > 1 else { return .reports(context, [found], year: year) }
    let page = parts[1]
    let scopes = context.answers.pages(of: found).map(\.scope).filter { $0 != .all }
    guard let scope = scopes.first(where: { [context.key(of: $0), context.name(of: $0)].contains(page) }) else {
      throw UsageFailure.noPage(page, of: name, scopes.map { context.key(of: $0) })
    }
    return .reports(context, [found], only: scope, year: year)
  }
}

extension UsageFailure {
  fileprivate static var noReports: UsageFailure {
    UsageFailure(zh: "content/reports/ 里没有报告", en: "there is no report in content/reports/")
  }

  fileprivate static func noReport(_ name: String, _ near: String?) -> UsageFailure {
    UsageFailure(
      zh: "没有叫“\(name)”的报告" + (near.map { "；是不是 \($0)？" } ?? ""),
      en: "there is no report “\(name)”" + (near.map { "; did you mean \($0)?" } ?? ""))
  }

  fileprivate static func noPage(_ page: String, of report: String, _ known: [String]) -> UsageFailure {
    guard let first = known.first else {
      return UsageFailure(zh: "报告 \(report) 只有一页", en: "the report \(report) has one page")
    }
    let near = nearest(to: page, in: known) ?? first
    return UsageFailure(
      zh: "报告 \(report) 没有“\(page)”这一页；是不是 \(report)/\(near)？",
      en: "the report \(report) has no page “\(page)”; did you mean \(report)/\(near)?")
  }

  fileprivate static func noAccount(_ name: String, _ year: Int) -> UsageFailure {
    UsageFailure(zh: "\(name)在 \(year) 年没有账目", en: "\(name) has no account in \(year)")
  }
}
