import Composing
import Diagnostics
import Markup
import Reading
import Scoring
import SearchIndex
import Templating
import Texts
import Wording

/// A story: what happened, where, with what figures, and what it belongs to.
struct StoryPage: Page {
  struct FigureView: Fillable {
    var label: String
    var value: String
    var unit: String
  }

  struct ActivityView: Fillable {
    @WebAddress var href: String
    var title: String
    var complexity: Int
    var coverage: Int
    var value: String
    var isOverridden: Bool
  }

  /// What the ledger has of somebody for what the story tells, and the way to that line.
  struct LedgerLine: Fillable {
    var person: LinkView
    /// Whether the line above is the same person's.
    var isSame: Bool
    var deed: String
    /// Empty where it gave none.
    var points: String
    var isPaid: Bool { !points.isEmpty }
    /// Whether caps kept all of it from counting.
    var isCut: Bool
    /// `记录b14-q2第235行`, and the whole path.
    var source: String
    var record: String

    static let specimen = LedgerLine(
      person: LinkView(href: "2025/members/ding-ning.html#records-b07-q2-126", text: "丁宁"), isSame: true, deed: "柳渚河采样",
      points: "1.50", isCut: true, source: "记录b07-q2第126行", record: "years/2025/records/b07-q2.csv:126")
  }

  @Inlined var chrome: Chrome
  var title: String
  /// The title's clauses, for breaking a headline between them.
  var clauses: [String]
  var summary: String
  /// Why it isn't published, in a preview; none or one.
  var held: [String]
  var date: String
  var length: String
  var minutes: Int
  var hasLocation: Bool { !location.isEmpty }
  var location: String
  var author: PersonView?
  var campaign: LinkView
  var picture: PictureView?
  /// Whole address of the picture for a social card: with a base address, and a kind of picture cards can show.
  var card: [String]
  var prose: [ProsePart]
  var hasFigures: Bool { !figures.isEmpty }
  var figures: [FigureView]
  var activity: ActivityView?
  var branch: LinkView?
  var hasWorks: Bool { !works.isEmpty }
  var works: [LinkView]
  var hasPeople: Bool { !people.isEmpty }
  var people: [PersonView]
  var hasLedger: Bool { !ledger.isEmpty }
  /// Lines of the ledgers of those whom the story names, for its activity.
  var ledger: [LedgerLine]
  var hasTags: Bool { !tags.isEmpty }
  var tags: [LinkView]
  var hasRelated: Bool { !related.isEmpty }
  var related: [StoryLine]
  var previous: LinkView?
  var next: LinkView?

  static let template = "story"
  static let specimen = StoryPage(
    chrome: .specimen, title: "两个周六，采完三条河的48个断面", clauses: ["两个周六，", "采完三条河的48个断面"],
    summary: "把义务监测做成一份能交给街道的数据。", held: [Words.draft], date: "2025-12-02", length: "510", minutes: 2, location: "柳渚河",
    author: .specimen, campaign: .specimen, picture: .specimen,
    card: ["https://example.org/points/media/campaigns/river/bridge.jpg"], prose: [.specimen],
    figures: [FigureView(label: "参加党员", value: "26", unit: "人")],
    activity: ActivityView(
      href: "2025/activities.html#a25-s07", title: "河道水质义务监测", complexity: 3, coverage: 3, value: "9.00",
      isOverridden: true), branch: .specimen, works: [.specimen], people: [.specimen], ledger: [.specimen],
    tags: [.specimen],
    related: [.specimen],
    previous: .specimen,
    next: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    return context.storiesByCampaign().flatMap { list in
      list.indices.map { position in
        let story = context.content.stories[list[position]]
        let path = Address.story(story)
        return plan(path, askedAt: story.place, from: .body(of: list[position])) {
          // The lists run from new to old, so the story before this one in time comes after it.
          context.storyPage(
            list[position], path, previous: position + 1 < list.count ? list[position + 1] : nil,
            next: position > 0 ? list[position - 1] : nil)
        }
      }
    }
  }

  /// Splits a headline after its commas and colons: `两个周六，|采完三条河的48个断面`.
  static func clauses(_ title: String) -> [String] {
    var clauses: [String] = []
    var rest = title.unicodeScalars[...]
    while let end = rest.firstIndex(where: isClauseEnd) {
      clauses.append(String(rest[...end]))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { clauses.append(String(rest)) }
    return clauses
  }
}

extension SiteContext {
  fileprivate func storyPage(
    _ index: Int, _ path: String, previous: Int?, next: Int?
  ) -> StoryPage {
    let story = content.stories[index]
    let year = year(of: story)
    let campaign = content.campaigns[story.campaign]
    let neighbour = { [self] (index: Int) in
      LinkView(href: Address.story(content.stories[index]), text: content.stories[index].title)
    }
    return StoryPage(
      chrome: chrome(path, title: story.title, year: year, section: .stories), title: story.title,
      clauses: StoryPage.clauses(story.title), summary: story.summary, held: Words.held(story.held),
      date: story.day.description,
      length: grouped(story.text.hanCount), minutes: StoryCard.minutes(hanCount: story.text.hanCount),
      location: story.location, author: story.author.map { person($0, year) },
      campaign: LinkView(href: Address.campaign(campaign), text: campaign.title),
      picture: story.picture.map(pictureView),
      card: card(story.picture), prose: prose(story.text, in: story.path, root: Address.root(of: path)),
      figures: story.figures.map { StoryPage.FigureView(label: $0.label, value: $0.value, unit: $0.unit) },
      activity: story.activity.map(activityView), branch: story.branch.map { branchLink($0, year) },
      works: story.works.map(workLink), people: story.people.map { person($0, year) },
      ledger: story.activity.map { ledgerLines(of: story.people, $0) } ?? [],
      tags: tagLinks(story.tags),
      related: self[year].stories.related(
        to: index, in: content.stories, except: [previous, next].compactMap { $0 }, most: 3
      ).map(storyLine),
      previous: previous.map(neighbour), next: next.map(neighbour))
  }

  private func card(_ picture: Story.Picture?) -> [String] {
    guard let picture, let home = content.site.baseAddress, !picture.path.lowercased().ends(with: ".svg") else {
      return []
    }
    return [home + Address.asset(picture.path)]
  }

  /// At most two lines a person: a story isn't an account.
  private func ledgerLines(of people: [Ref<Member>], _ named: ActivityRef) -> [StoryPage.LedgerLine] {
    let book = self[named.year].ledger
    let words = AwardWords(year: named.year, ledger, scorebook, content.tree)
    let isOfIt = { (award: Award) in
      switch award.reason {
      case .record(let index): book.records[Int(index)].activity == named.activity
      case .welfareBase(let index), .welfareBeyond(let index, _): book.welfare[Int(index)].activity == named.activity
      default: false
      }
    }
    return people.flatMap { member -> [StoryPage.LedgerLine] in
      guard let page = accountLink(member, named.year) else { return [] }
      return self[named.year].book.awards(of: member).filter(isOfIt).prefix(2).enumerated().map { index, award in
        StoryPage.LedgerLine(
          person: LinkView(href: page.href + "#" + citations.rowID(award.record), text: page.text), isSame: index > 0,
          deed: words.deed(award), points: award.points == .zero ? "" : award.points.shown,
          isCut: award.points == .zero && award.capped != .zero,
          source: source(award.record),
          record: citation(award.record))
      }
    }
  }

  private func activityView(_ ref: ActivityRef) -> StoryPage.ActivityView {
    let book = self[ref.year].ledger
    let activity = book.activities[ref.activity]
    let result = self[ref.year].book.activities[Int(ref.activity.index)]
    return StoryPage.ActivityView(
      href: Address.activities(book.year) + "#" + activity.id, title: activity.title, complexity: activity.complexity,
      coverage: activity.coverage, value: result.value.shown, isOverridden: activity.override != nil)
  }
}

private func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "，", "：", "；", "。", "？", "！": true
  default: false
  }
}
