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
    let winners = Set(
      self[year].ledger.decisions.compactMap { decision -> Ref<Member>? in
        if case .winner(let member) = decision.matter { member } else { nil }
      })
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

  /// The best of what an account says, when nobody wrote a sentence: two items, what was chosen before what is owed.
  func deeds(_ awards: ArraySlice<Award>, _ year: Ref<YearLedger>) -> [String] {
    var best: [Int: Award] = [:]
    for award in awards where award.points > .zero && award.day <= ledger.asOf {
      if case .start = award.reason { continue }
      let item = award.isActivity ? -1 : award.heading.index ?? -2
      if award.points > best[item]?.points ?? .zero { best[item] = award }
    }
    let words = AwardWords(year: year, ledger, scorebook, content.tree)
    let order = best.sorted { one, other in
      let (first, second) = (one.value.kind == .base, other.value.kind == .base)
      if first != second { return second }
      return one.value.points != other.value.points ? one.value.points > other.value.points : one.key < other.key
    }
    return order.prefix(2).map { words.reason($0.value) }
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
