import Composing
import Reading
import Scoring
import Templating
import Wording

/// The honor roll (光荣榜) as a book for the year-end meeting.
package struct PrintedHonorRoll: PrintDocument {
  package struct Message: Fillable {
    package var title: String
    /// UTF-8.
    @HTML package var html: [UInt8]
    package var signedBy: String
    package var on: String
  }

  /// A branch the committee decided to honor.
  struct Excellent: Fillable {
    var standing: BranchRow
    var signedBy: String
    var on: String
    var record: String
  }

  @Inlined package var chrome: Chrome
  package var company: String
  package var committee: String
  /// 二〇二五, and 二〇二五年十二月.
  var yearInHan: String
  var monthInHan: String
  package var message: Message?
  var hasExcellent: Bool { !excellent.isEmpty }
  var excellent: [Excellent]
  var hasWinners: Bool { !winners.isEmpty }
  var winners: [Citation]
  var winnerCount: Int { winners.count }
  package var branches: [RollBranch]
  var perBranch: Int
  var qualifiedCount: Int
  var hasOverrides: Bool { !overrides.isEmpty }
  var overrides: [OverrideView]
  var hasStars: Bool { !stars.isEmpty }
  var stars: [StarView]
  var starCount: Int { stars.count }
  var starHours: String
  var starFirst: Int
  var figures: Figures

  package static let template = "print/honor-roll"
  package static let specimen = PrintedHonorRoll(
    chrome: .specimen, company: "示例仪器公司", committee: "公司党委", yearInHan: "二〇二五", monthInHan: "二〇二五年十二月",
    message: Message(title: "寄语", html: Array("<p>这一年的每一分都有出处。</p>".utf8), signedBy: "公司党委", on: "2025-12-27"),
    excellent: [.init(standing: .specimen, signedBy: "公司党委", on: "2025-12-27", record: "years/2025/decisions.yaml:70")],
    winners: [.specimen], branches: [.specimen], perBranch: 5, qualifiedCount: 76, overrides: [.specimen],
    stars: [.specimen], starHours: "10.00", starFirst: 20, figures: .specimen)

  /// The year in figures, as its last table says.
  struct Figures: Fillable {
    var branches: Int
    var ranked: Int
    var records: String
    var hours: String
    /// Per cent; none where nobody is eligible.
    var welfareRate: [String]
    var activities: Int
    var projects: Int

    static let specimen = Figures(
      branches: 16, ranked: 395, records: "9,284", hours: "3,724.83", welfareRate: ["96.7"], activities: 41,
      projects: 19)
  }
}

extension PrintedHonorRoll {
  package var sheets: [Sheet] {
    [Sheet("cover"), Sheet("contents", Words.contents)]
      + (message == nil ? [] : [Sheet("message", Words.messageOfCommittee)]) + [Sheet("honors", Words.honorsOfRoll)]
      + branches.map { Sheet("branch-\($0.id)", $0.name) }
      + [Sheet("stars", Words.welfareStar), Sheet("closing", Words.closingOfRoll)]
  }
}

extension PrintPlan {
  package static func honorRoll(_ context: SiteContext, year: Ref<YearLedger>) -> PrintPlan {
    PrintedHonorRoll.plan("honor-roll-\(context[year].ledger.year)") { context.honorRoll(year) }
  }
}

extension SiteContext {
  /// What the roll and the poster say; a poster leaves the branches' own pages out.
  package func honorRoll(_ year: Ref<YearLedger>, withBranches: Bool = true) -> PrintedHonorRoll {
    let book = self[year].ledger
    let scores = self[year].book
    let rule = book.rulebook
    let message = content.messages.first { $0.year == book.year }
    return PrintedHonorRoll(
      chrome: paperChrome(title: Words.honorRoll(book.year), year: year), company: content.organisation.company,
      committee: content.organisation.committee, yearInHan: Words.digitsInHan(book.year),
      monthInHan: Words.monthInHan(signed(book) ?? ledger.asOf),
      message: message.map {
        .init(
          title: $0.title, html: Array(storyLinks.htmlPieces($0.text, in: $0.path, root: "").joined()),
          signedBy: $0.signedBy, on: $0.on.description)
      }, excellent: excellent(year), winners: citations(year),
      branches: withBranches ? roster.branches.indices.map { rollBranch(Ref($0), year) } : [],
      perBranch: rule.qualification.perBranch,
      qualifiedCount: scores.qualified.joined().count { $0.obstacle == nil }, overrides: overrides(year),
      stars: stars(year), starHours: Words.hours(rule.welfare.stars.minimumMinutes),
      starFirst: rule.welfare.stars.first,
      figures: .init(
        branches: roster.branches.count, ranked: scores.members.rows.count,
        records: grouped(book.records.count + book.welfare.count),
        hours: totalHours(scores.welfare.minutes.reduce(0, +)),
        welfareRate: scores.welfare.company.perMille.map { [tenths($0)] } ?? [],
        activities: scores.activities.count { $0.isHeld },
        projects: scores.projects.count { if case .graded = $0.state { true } else { false } }))
  }

  private func signed(_ book: YearLedger) -> Day? {
    if case .final(_, let on) = book.state { on } else { nil }
  }

  private func excellent(_ year: Ref<YearLedger>) -> [PrintedHonorRoll.Excellent] {
    let rows = self[year].book.branches
    return self[year].ledger.decisions.compactMap { decision in
      guard case .excellentBranch(let branch) = decision.matter, let row = rows.first(where: { $0.branch == branch })
      else { return nil }
      guard let standing = branchRows([row], year: year).first else { return nil }
      return .init(
        standing: standing, signedBy: decision.signedBy, on: decision.on.description,
        record: citation(decision.place))
    }
  }
}
