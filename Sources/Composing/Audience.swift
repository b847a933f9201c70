import Reading
import Scoring
import Wording

/// Whom a site is for; one source makes both.
package enum Audience: String, CaseIterable, Sendable {
  /// What everybody in the company may see: boards name the first.
  case intranet
  /// Everything, for the Party office alone.
  case office
}

/// A board with those of it who are named.
package typealias NamedStandings = (standings: MemberStandings, shown: [MemberStanding])

/// What a profile keeps from its readers. Every page and file asks here, so that this is the whole list.
extension SiteContext {
  /// All who rank on a leaderboard, and those of them who are named: the first of the company or of the branch on the
  /// intranet, everybody in the office. A rank before that wasn't named isn't told, nor how far somebody came from it.
  package func board(_ plan: StandingsPlan, year: Ref<YearLedger>) -> NamedStandings {
    let standings = scorebook.members(ledger, year: year, scope: plan.scope)
    guard audience == .intranet else { return (standings, standings.rows) }
    let limit = boardLength(of: plan.scope.branch, year)
    let shown = standings.rows.filter { isAmong(limit, $0.rank) && $0.total > .zero }
    return (standings, told(shown, of: plan.scope.branch, year))
  }

  /// Rows of a board as the edition tells them: the intranet's without ranks before that it never named.
  package func told(
    _ rows: some Sequence<MemberStanding>, of branch: Ref<Branch>? = nil, _ year: Ref<YearLedger>
  ) -> [MemberStanding] {
    guard audience == .intranet else { return Array(rows) }
    let limit = boardLength(of: branch, year)
    return rows.map { $0.withoutPreviousRank(behind: limit) }
  }

  /// The last rank the intranet's boards name. A branch's names all who may enter the PK by points, who may stand below
  /// members that take no place.
  func boardLength(of branch: Ref<Branch>?, _ year: Ref<YearLedger>) -> Int {
    let rules = self[year].ledger.rulebook
    guard let branch else { return rules.ranking.published }
    return max(rules.qualification.perBranch, self[year].book.lines[Int(branch.index)]?.rank ?? 0)
  }

  /// Why somebody is exempt may be a matter of health: the office's business.
  func standingWords(_ stay: Membership) -> String {
    guard let exemption = stay.exemption else { return Words.standing(stay.standing) }
    return audience == .office ? Words.exempt(for: exemption) : Words.exempt
  }

  /// Why somebody above the cut can't enter the PK; a veto is named in the office only.
  func obstacleWords(_ obstacle: Qualifier.Obstacle) -> String {
    obstacle == .veto && audience == .intranet ? Words.noContest : Words.obstacle(obstacle)
  }

  /// What keeps how many from the PK, the commonest first: `29人在册月数不足`.
  func keptWords(_ obstacles: [Qualifier.Obstacle]) -> [String] {
    let counts = Dictionary(grouping: obstacles) {
      $0 == .probationary ? Words.isProbationary : obstacleWords($0)
    }.mapValues(\.count)
    return counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map { Words.people($0.value, $0.key) }
  }

  /// A rank below what the boards name is shown to nobody: the account says points, not a place among the last.
  func namesRank(_ rank: Int, of branch: Ref<Branch>?, _ year: Ref<YearLedger>) -> Bool {
    audience == .office || rank <= boardLength(of: branch, year)
  }

  /// From when a stay lasts. The intranet tells of moves, and of what changed within a year of the ledger, as that year's
  /// account does; the day somebody came to a branch first, or was admitted before the ledger began, is the office's.
  func toldStart(of stay: Membership, after earlier: Membership?) -> Day? {
    if audience == .office { return stay.from }
    guard let earlier else { return nil }
    let isTold = earlier.branch != stay.branch || years.contains { $0.ledger.period.contains(stay.from) }
    return isTold ? stay.from : nil
  }

  /// A signed decision about a member as her file tells it; `nil` for one that isn't about her, or that the profile keeps.
  /// - Parameter isApplied: whether one against the points changed anything.
  func told(_ decision: Decision, of member: Ref<Member>, isApplied: Bool) -> (matter: String, words: String)? {
    switch decision.matter {
    case .winner(member):
      let words = decision.sentence + [decision.note].filter { !$0.isEmpty }
      return (Words.excellentMember, words.joined(separator: Words.clauseBreak))
    // What is written beside a cadre's decision stands on no page.
    case .cadre(member, let tier?, _): return (Words.cadre(tier: tier), audience == .office ? decision.note : "")
    case .qualification(member, let isQualified) where isApplied:
      return (Words.decided(isQualified: isQualified), decision.note)
    case .veto(member, let reason) where audience == .office:
      return (
        Words.obstacle(.veto), [reason, decision.note].filter { !$0.isEmpty }.joined(separator: Words.clauseBreak)
      )
    case .winner, .cadre, .qualification, .veto, .branchVeto, .excellentBranch: return nil
    }
  }

  /// Members in the cadre pool (S11); who isn't chosen in the end shouldn't read that she was considered.
  package func namedCadrePool(_ year: Ref<YearLedger>) -> [Ref<Member>] {
    audience == .office ? self[year].book.cadrePool.map(\.member) : []
  }
}

extension Content {
  /// Reports that whoever reads the edition may know of.
  package func reports(for audience: Audience) -> [LedgerReport] {
    reports.filter { audience == .office || !$0.isOffice }
  }
}

extension SiteContext {
  package var reports: [LedgerReport] { content.reports(for: audience) }
}
