import Diagnostics
import Scoring
import Texts
import Wording

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

  /// Which figures these are: the year, the day they stand for, and how settled they are.
  package func stand(of year: Ref<YearLedger>) -> Bilingual {
    Words.stand(of: ledger.years[year], asOf: ledger.asOf)
  }
}
