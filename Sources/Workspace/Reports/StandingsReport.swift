import Composing
import Diagnostics
import Scoring

package enum StandingsSubject: String, CaseIterable, Sendable { case members, branches }
package enum StandingsFormat: String, CaseIterable, Sendable { case table, csv, json }

/// The standings of a year, of members (of one branch, if named) or of branches.
/// - Throws: `UsageFailure`.
package func standings(
  of subject: StandingsSubject, year: Int?, branch: String?, format: StandingsFormat, in reckoning: Reckoning,
  language: Language
) throws -> String {
  let index = try reckoning.ledger.yearIndex(year)
  let branch = try branch.map(reckoning.ledger.branch(named:))
  let table =
    switch subject {
    case .members:
      DataTable.members(
        memberStandings(reckoning, year: index, scope: StandingsScope(branch: branch)).rows, reckoning.ledger.roster)
    case .branches:
      DataTable.branches(
        reckoning.scorebook.years[index].branches.filter { branch == nil || $0.branch == branch },
        reckoning.ledger.roster)
    }
  let ledger = reckoning.ledger.years[index]
  let day = reckoning.ledger.asOf
  switch format {
  case .table:
    let state = Words.state(ledger.state)
    let heading = Bilingual(
      zh: "\(ledger.year) 年度，截至 \(day)，\(state.zh)", en: "year \(ledger.year), as of \(day), \(state.en)")
    return heading.text(in: language) + "\n\n" + table.text(in: language)
  case .csv: return table.csv
  case .json:
    let name = jsonString(subject.rawValue)
    return """
      {
        "year": \(ledger.year),
        "as_of": \(jsonString("\(day)")),
        "state": \(jsonString(ledger.state.key)),
        \(name): \(table.json(indent: "  "))
      }

      """
  }
}
