import Composing
import Reading
import Scoring
import Templating
import Wording

extension HonorsPage {
  /// The year's ranked members from the lowest total to the highest, an upright line each, without names.
  struct Spectrum: Fillable {
    /// Lines in a box of `width` × 100.
    var width: Int
    var others: String
    var winners: String
    var people: Int
    /// The last rank that a winner has; a dash where one of them has none.
    var lastRank: String

    static let specimen = Spectrum(width: 403, others: "M0 100V90", winners: "M402 100V2", people: 403, lastRank: "44")
  }
}

extension SiteContext {
  /// `nil` before the committee has recorded a winner, or where nobody has a point.
  func spectrum(_ year: Ref<YearLedger>) -> HonorsPage.Spectrum? {
    let winners = Set(self.winners(year))
    let rows = self[year].book.members.rows.filter { $0.rank != nil }.sorted {
      ($0.total, $1.member) < ($1.total, $0.member)
    }
    guard !winners.isEmpty, let most = rows.last?.total, most > .zero else { return nil }
    // More lines than a screen has points are drawn as every so manieth.
    let step = max(1, rows.count / 600)
    var (others, gold) = ("", "")
    for (index, row) in rows.enumerated() {
      let isWinner = winners.contains(row.member)
      guard isWinner || index % step == 0 else { continue }
      let height = max(1, Int(max(.zero, row.total).millionths * 98 / most.millionths))
      let line = "M\(index / step) 100V\(100 - height)"
      if isWinner { gold += line } else { others += line }
    }
    let ranks = rows.filter { winners.contains($0.member) }.compactMap(\.rank)
    return HonorsPage.Spectrum(
      width: max(1, rows.count / step), others: others, winners: gold, people: rows.count,
      lastRank: (ranks.count == winners.count ? ranks.max() : nil).orDash)
  }

  /// What the committee says was done; where nobody wrote a sentence, the best of what the account says: two items. How
  /// something was rated is nothing that was done.
  func deeds(_ decision: Decision, _ awards: ArraySlice<Award>, _ year: Ref<YearLedger>) -> [String] {
    guard decision.sentence.isEmpty else { return decision.sentence }
    let words = AwardWords(year: year, ledger, scorebook, content.tree)
    let done = awards.filter { award in
      if case .rating = award.reason { return false }
      return award.day <= ledger.asOf
    }
    return contributions(done, by: \.best.points).prefix(2).map { words.deed($0.best) }
  }

  /// Who has an honor for at least the second year running, by honor and number of years.
  func streaks(_ year: Ref<YearLedger>) -> [HonorsPage.Streak] {
    let streaks = self[year].streaks
    let kinds = [
      (Words.excellentMember, streaks.winner), (Words.qualified, streaks.qualified), (Words.welfareStar, streaks.star),
    ]
    return kinds.flatMap { name, years in
      Set(years.filter { $0 > 1 }).sorted(by: >).map { count in
        HonorsPage.Streak(
          honor: Words.honor(name, years: count),
          people: years.indices.filter { years[$0] == count }.map { memberLink(Ref<Member>($0), year) })
      }
    }
  }
}
