import Diagnostics
import Scoring

struct Scored {
  let ledger: Ledger
  let scorebook: Scorebook
  let diagnostics: [Diagnostic]

  var book: YearBook { scorebook.years[scorebook.years.count - 1] }
  var lastYear: Ref<YearLedger> { Ref(scorebook.years.count - 1) }

  func total(_ member: Ref<Member>, asOf: Day? = nil) -> Points { book.total(of: member, asOf: asOf ?? ledger.asOf) }

  func standings(
    branch: Ref<Branch>? = nil, pathway: Ref<Pathway>? = nil, period: Period? = nil, asOf: Day? = nil
  ) -> MemberStandings {
    scorebook.memberStandings(
      ledger, year: lastYear, scope: StandingsScope(branch: branch, pathway: pathway, period: period),
      asOf: asOf ?? ledger.asOf)
  }

  func branches(period: Period? = nil, asOf: Day? = nil) -> [BranchStanding] {
    scorebook.branchStandings(ledger, year: lastYear, period: period, asOf: asOf ?? ledger.asOf)
  }

  func codes(_ severity: Diagnostic.Severity = .error) -> [DiagnosticCode] {
    diagnostics.filter { $0.severity == severity }.map(\.code)
  }

  /// Awards of a member as `points` in order.
  func points(_ member: Ref<Member>) -> [Points] { book.awards(of: member).map(\.points) }
}
