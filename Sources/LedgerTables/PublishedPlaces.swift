import Composing
import Scoring

/// Whose place by points the intranet names, and of whom it tells the points alone: everybody's total stands on her own
/// page, and a list of them in order would be the leaderboard that isn't published.
package final class PublishedPlaces {
  private let source: LedgerSource
  private let members: [String: Ref<Member>]
  private var years: [Int32: Year] = [:]

  private struct Year {
    /// Of who has a place at all.
    var totals: [Int32: Points] = [:]
    var ranks: [Int32: Int] = [:]
    /// Named on the company's board.
    var named: Set<Int32> = []
  }

  package init(_ source: LedgerSource) {
    self.source = source
    members = Dictionary(
      source.roster.members.indices.map { (source.roster.members[$0].name, Ref($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the edition names everybody's place.
  package var areAll: Bool { source.isOffice }

  /// Who is called so.
  package func member(named name: String) -> Ref<Member>? { members[name] }

  /// Whether the member's place of the year is nobody's to read.
  package func isWithheld(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> Bool {
    !areAll && !of(year).named.contains(member.index)
  }

  package func total(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> Points? { of(year).totals[member.index] }
  package func rank(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> Int? { of(year).ranks[member.index] }

  private func of(_ year: Ref<YearLedger>) -> Year {
    if let known = years[year.index] { return known }
    var made = Year()
    let plan = source.context.scopes(year).first { $0.scope == StandingsScope() }
    for standing in source.context[year].book.members.rows {
      made.totals[standing.member.index] = standing.total
      made.ranks[standing.member.index] = standing.rank
    }
    if let plan { made.named = Set(source.context.board(plan, year: year).shown.map(\.member.index)) }
    years[year.index] = made
    return made
  }
}
