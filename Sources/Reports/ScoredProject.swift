import Scoring
import Texts

/// What reading and scoring make of a project.
package struct ScoredProject: Sendable {
  package let tree: SourceTree
  package let ledger: Ledger
  package let scorebook: Scorebook

  package init(tree: SourceTree, ledger: Ledger, scorebook: Scorebook) {
    self.tree = tree
    self.ledger = ledger
    self.scorebook = scorebook
  }
}

/// Member standings of a part of the company in one year.
func memberStandings(_ scored: ScoredProject, year: Ref<YearLedger>, scope: StandingsScope) -> MemberStandings {
  scored.scorebook.memberStandings(scored.ledger, year: year, scope: scope, asOf: scored.ledger.asOf)
}
