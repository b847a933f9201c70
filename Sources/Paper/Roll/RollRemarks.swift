import Composing
import Reading
import Scoring
import Texts
import Wording

extension SiteContext {
  /// What the roll was made from and where it is recorded, each a note at its end: no page before it names a file.
  func rollRemarks(_ year: Ref<YearLedger>, _ lines: YearLines) -> [String] {
    let book = self[year].ledger
    var winners: [Decision] = []
    var branches: [Decision] = []
    for decision in book.decisions {
      switch decision.matter {
      case .winner: winners.append(decision)
      case .excellentBranch: branches.append(decision)
      case .cadre, .veto, .branchVeto, .qualification: continue
      }
    }
    let state = Words.standing(of: book.state, asOf: ledger.asOf, isOffice: audience == .office)
    var remarks = [
      Words.rollPeriod(
        first: book.period.first, last: book.period.last, rulebook: book.rulebook.title, state: state)
    ]
    remarks += decided(Words.excellentMember, winners) + decided(Words.excellentBranch, branches)
    if !winners.isEmpty { remarks.append(Words.rollDeeds) }
    remarks.append(
      Words.rollLines(
        person: lines.personScale.words, branch: lines.branchScale.words, company: lines.companyScale.words))
    remarks += overrides(year).map {
      Words.rollOverride(
        $0.member.text, of: $0.branch.text, total: $0.total, isQualified: $0.isQualified, reason: $0.reason,
        signedBy: $0.signedBy, on: $0.on, record: CitedPlace($0.record).map(Words.shortSource) ?? $0.record)
    }
    remarks.append(Words.rollOrder(nameOrder))
    if !content.site.notice.isEmpty { remarks.append(Words.sentence(content.site.notice)) }
    return remarks
  }

  /// Who signed decisions of one kind, on which days, and where they stand.
  private func decided(_ honor: String, _ decisions: [Decision]) -> [String] {
    guard let first = decisions.first, let last = decisions.last else { return [] }
    let signers = Set(decisions.map { "\($0.signedBy)\($0.on)" }).sorted()
    return [
      Words.rollDecision(
        honor, signers: signers, first: spot(first.place), last: decisions.count > 1 ? spot(last.place) : nil)
    ]
  }

  private func spot(_ place: Place) -> String { Words.spot(content.tree.cited(place).spot) }
}
