import Reading
import Scoring
import Wording

/// A leaderboard that has a page: its address key, what it covers, and how it is called.
package struct StandingsPlan: Sendable {
  package var key: String
  package var scope: StandingsScope
  var scopeName: String
  var periodName: String

  package init(key: String, scope: StandingsScope, scopeName: String, periodName: String) {
    self.key = key
    self.scope = scope
    self.scopeName = scopeName
    self.periodName = periodName
  }

  package var title: String { Words.memberBoard(period: periodName, scope: scopeName) }
}

extension SiteContext {
  /// The year, its quarters and months begun by the report's day, then each branch and each pathway.
  package func scopes(_ year: Ref<YearLedger>) -> [StandingsPlan] {
    let book = self[year].ledger
    var plans = [
      StandingsPlan(key: "index", scope: StandingsScope(), scopeName: Words.company, periodName: Words.year(book.year))
    ]
    for (index, quarter) in quarters(of: book.period).enumerated() where quarter.first <= ledger.asOf {
      plans.append(
        StandingsPlan(
          key: "q\(index + 1)", scope: StandingsScope(period: quarter, months: 3), scopeName: Words.company,
          periodName: Words.year(book.year) + Words.quarter(index + 1)))
    }
    for month in book.period.months where month.firstDay <= ledger.asOf {
      let period = Period(first: max(month.firstDay, book.period.first), last: min(month.lastDay, book.period.last))
      plans.append(
        StandingsPlan(
          key: month.description, scope: StandingsScope(period: period, months: 1), scopeName: Words.company,
          periodName: Words.year(month.year) + Words.month(month.month)))
    }
    for index in roster.branches.indices {
      let branch = roster.branches[index]
      plans.append(
        StandingsPlan(
          key: branch.id, scope: StandingsScope(branch: Ref(index)), scopeName: branch.name,
          periodName: Words.year(book.year)))
    }
    for index in ledger.pathways.indices {
      let pathway = ledger.pathways[index]
      plans.append(
        StandingsPlan(
          key: pathway.id, scope: StandingsScope(pathway: Ref(index)), scopeName: pathway.name,
          periodName: Words.year(book.year)))
    }
    return plans
  }
}
