import Composing
import Reading
import Scoring
import Templating
import Wording

/// A winner as the roll honors her: half a page with her name, what she did, and her year. All is made from her ledger.
struct Citation: Fillable {
  /// What one item brought over the year.
  struct Contribution: Fillable {
    var points: String
    var item: String
    /// What the record that earned most says.
    var deed: String
    var isMany: Bool { count > 1 }
    /// Postings that earned points.
    var count: Int
    /// Where that record stands, short.
    var source: String
  }

  @Unprinted var member: Ref<Member>
  /// Days of the contributions, best first, as places in the year.
  @Unprinted var days: [Int]
  @Unprinted var chosen: Points
  var id: String
  var name: String
  /// Which size of `LineFit.honored` the name takes.
  var nameStep: Int
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
  /// A sentence of the committee's on what she did; none or one.
  var sentence: [String]
  /// The best three, best first; fewer where they take more lines than half a page has.
  var contributions: [Contribution]
  var hasContributions: Bool { !contributions.isEmpty }
  @HTML var strip: String

  static let specimen = Citation(
    member: Ref(0), days: [12], chosen: Points(37), id: "gao-yuan", name: "高远", nameStep: 1, branch: "环境监测支部",
    total: "97.25", base: "60.00",
    optional: "37.25", place: 4, isTied: true, placeInBranch: 2, isTiedInBranch: true, hours: "29.58", years: 2,
    sentence: ["雨中引导一百三十二人，没有一组取消。"],
    contributions: [.init(points: "10.00", item: "公益服务", deed: "三条河断面监测", count: 3, source: "公益b07第261行")],
    strip: "<svg viewBox=\"0 0 166 28\" aria-hidden=\"true\"></svg>")
}

extension SiteContext {
  /// The winners of a year's PK as the committee recorded them; nobody else is ever named one.
  func citations(_ year: Ref<YearLedger>, _ lines: YearLines) -> [Citation] {
    self[year].ledger.decisions.compactMap { decision in
      guard case .winner(let member) = decision.matter,
        let row = self[year].book.members.rows.first(where: { $0.member == member })
      else { return nil }
      let place = self[year].ranks.entries[Int(member.index)]?.inBranch
      let name = roster.members[member].name
      // What the committee says of whom it honors stands before what the ledger says.
      let sentence = decision.sentence
      let own = contributions(self[year].book.awards(of: member), by: \.points).filter { $0.points > .zero }
      return Citation(
        member: member, days: own.map { lines.company.index(of: $0.best.day) }, chosen: row.optional,
        id: roster.members[member].key, name: name, nameStep: LineFit.honored.step(for: name),
        branch: roster.branches[row.branch].name, total: row.total.shown(row.decimals),
        base: row.base.shown(row.decimals), optional: row.optional.shown(row.decimals),
        place: row.rank, isTied: row.isTied, placeInBranch: place?.rank, isTiedInBranch: place?.isTied ?? false,
        hours: Words.hours(self[year].book.welfare.minutes[Int(member.index)]),
        years: self[year].streaks.winner[Int(member.index)], sentence: sentence,
        contributions: told(own, beside: sentence, year),
        strip: DayStrip(width: 16600, height: 3400).svg(dayLines(of: member, year), lines.personScale))
    }
  }

  /// As many contributions, best first, as the room beside her name has lines for: nothing is cut short.
  private func told(_ contributions: [Contribution], beside sentence: [String], _ year: Ref<YearLedger>)
    -> [Citation.Contribution]
  {
    let words = AwardWords(year: year, ledger, scorebook, content.tree)
    let rulebook = self[year].ledger.rulebook
    var room = 6 - sentence.reduce(0) { $0 + LineFit.lines($1, ems: 34) }
    var told: [Citation.Contribution] = []
    for one in contributions.prefix(3) {
      let deed = words.deed(one.best)
      let item = rulebook.item(one.best.heading)?.name ?? ""
      room -= max(LineFit.lines(deed, ems: 22), LineFit.lines(item, ems: 9))
      if room < 0, !told.isEmpty { break }
      told.append(
        .init(
          points: one.points.shown, item: item == deed ? "" : item, deed: deed, count: one.count,
          source: shortSource(one.best.record)))
    }
    return told
  }
}
