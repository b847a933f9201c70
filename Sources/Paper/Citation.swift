import Composing
import Reading
import Scoring
import Templating
import Wording

/// A winner with the words a roll says of her: made from her ledger, never written by hand.
struct Citation: Fillable {
  /// What one item brought over the year.
  struct Contribution: Fillable {
    /// Item and the record that earned most.
    var what: String
    var isMany: Bool { count > 1 }
    /// Postings that earned points.
    var count: Int
    var points: String
  }

  var name: String
  var branch: String
  var total: String
  var base: String
  var optional: String
  @Unprinted var place: Int?
  var rank: String { place.orDash }
  var isTied: Bool
  @Unprinted var placeInBranch: Int?
  var branchRank: String { placeInBranch.orDash }
  var isTiedInBranch: Bool
  var hours: String
  var isStreak: Bool { years > 1 }
  /// Years in a row.
  var years: Int
  /// The best three, best first.
  var contributions: [Contribution]
  var signedBy: String
  var on: String
  /// What the committee wrote beside its decision; none or one.
  var note: [String]
  var record: String

  static let specimen = Citation(
    name: "高　远", branch: "环境监测支部", total: "97.25", base: "60.00", optional: "37.25", place: 4, isTied: true,
    placeInBranch: 2,
    isTiedInBranch: true,
    hours: "29.58", years: 2,
    contributions: [.init(what: "公益超出2.00小时，三条河断面监测", count: 3, points: "10.00")], signedBy: "公司党委",
    on: "2025-12-20", note: ["优秀党员PK"], record: "years/2025/decisions.yaml:2")
}

extension SiteContext {
  /// The winners of a year's PK as the committee recorded them; nobody else is ever named one.
  func citations(_ year: Ref<YearLedger>) -> [Citation] {
    let book = self[year].ledger
    return book.decisions.compactMap { decision in
      guard case .winner(let member) = decision.matter,
        let row = self[year].book.members.rows.first(where: { $0.member == member })
      else { return nil }
      let place = self[year].ranks.entries[Int(member.index)]?.inBranch
      return Citation(
        name: Words.spaced(roster.members[member].name), branch: roster.branches[row.branch].name,
        total: row.total.text(decimals: row.decimals), base: row.base.text(decimals: row.decimals),
        optional: row.optional.text(decimals: row.decimals), place: row.rank,
        isTied: row.isTied, placeInBranch: place?.rank, isTiedInBranch: place?.isTied ?? false,
        hours: Words.hours(self[year].book.welfare.minutes[Int(member.index)]),
        years: self[year].streaks.winner[Int(member.index)], contributions: contributions(of: member, year),
        signedBy: decision.signedBy, on: decision.on.description, note: decision.note.isEmpty ? [] : [decision.note],
        record: citation(decision.place))
    }
  }

  /// The three items that brought most. What everybody owes (规定动作) comes after what she chose (自选动作); ties stand in
  /// the rulebook's order.
  func contributions(of member: Ref<Member>, _ year: Ref<YearLedger>) -> [Citation.Contribution] {
    let book = self[year].ledger
    var sums = [(points: Points, count: Int, best: Award?)](
      repeating: (.zero, 0, nil), count: book.rulebook.items.count)
    for award in self[year].book.awards(of: member) {
      // What everybody starts with is nobody's contribution.
      if case .start = award.reason { continue }
      guard let item = award.heading.index else { continue }
      sums[item].points += award.points
      guard award.points > .zero else { continue }
      sums[item].count += 1
      if award.points > sums[item].best?.points ?? .zero { sums[item].best = award }
    }
    let order = sums.indices.filter { sums[$0].points > .zero }.sorted { a, b in
      let (isBaseA, isBaseB) = (book.rulebook.items[a].kind == .base, book.rulebook.items[b].kind == .base)
      if isBaseA != isBaseB { return isBaseB }
      return sums[a].points != sums[b].points ? sums[a].points > sums[b].points : a < b
    }
    let words = AwardWords(year: year, ledger, scorebook, content.tree)
    return order.prefix(3).compactMap { item in
      sums[item].best.map {
        Citation.Contribution(
          what: words.reason($0), count: sums[item].count, points: sums[item].points.description)
      }
    }
  }
}
