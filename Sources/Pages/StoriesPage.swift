import Composing
import Markup
import Reading
import Scoring
import SearchIndex
import Templating
import Wording

/// The stories: by campaign while they fit one page; beyond that the newest by year, and a page for each year.
struct StoriesPage: Page {
  struct CampaignBlock: Fillable {
    var id: String
    @WebAddress var href: String
    var title: String
    var summary: String
    var from: String
    var to: String
    var count: Int
    /// Empty where the page lists stories by year.
    var stories: [StoryCard]
  }

  /// Stories of a calendar year.
  struct YearBlock: Fillable {
    var year: Int
    /// The year's own page; none on that page itself.
    var page: LinkView?
    /// In the whole year.
    var count: Int
    var shown: Int { stories.count }
    var stories: [StoryCard]
  }

  @Inlined var chrome: Chrome
  /// Of a page of one year; none or one.
  var onlyYear: [String]
  var storyTotal: Int
  var campaignTotal: Int
  var characters: String
  var isByYear: Bool
  var campaigns: [CampaignBlock]
  var years: [YearBlock]
  var hasOlder: Bool { !older.isEmpty }
  /// Years of which no story stands on this page.
  var older: [LinkView]
  /// The list's pages, with this one.
  var parts: [LinkView]
  var hasParts: Bool { parts.count > 1 }

  static let template = "stories"
  static let specimen = StoriesPage(
    chrome: .specimen, onlyYear: ["2023"], storyTotal: 18, campaignTotal: 1, characters: "14,203", isByYear: true,
    campaigns: [
      CampaignBlock(
        id: "rivers", href: "campaigns/rivers.html", title: "水与河", summary: "把仪器带到河边。", from: "2024-06-15",
        to: "2025-12-02", count: 1, stories: [.specimen])
    ], years: [YearBlock(year: 2025, page: .specimen, count: 12, stories: [.specimen])], older: [.specimen],
    parts: [.specimen, .specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    let stories = context.content.stories
    guard stories.count > LongList.most else { return [plan(Address.stories) { context.storiesByTopic() }] }
    let years = StoryYear.all(stories.map(\.day.year))
    let index = plan(Address.stories) { context.newestStories(years) }
    return [index]
      + years.flatMap { year in
        // Each part tells how long the year's are together.
        let stories = Array(year.stories)
        return LongList(year.stories.count).parts.indices.map { part in
          let path = LongList.path(Address.stories(year.year), part: part)
          return plan(path, from: .bodies(of: stories)) { context.stories(of: year, path, part) }
        }
      }
  }
}

/// A calendar year and its stories, as a range of all of them.
struct StoryYear: Sendable {
  let year: Int
  let stories: Range<Int>

  /// - Parameter years: of the stories, newest first.
  static func all(_ years: [Int]) -> [StoryYear] {
    var found: [StoryYear] = []
    var start = 0
    for index in years.indices where index + 1 == years.count || years[index + 1] != years[index] {
      found.append(StoryYear(year: years[index], stories: start..<(index + 1)))
      start = index + 1
    }
    return found
  }
}

extension SiteContext {
  /// All stories, by campaign.
  fileprivate func storiesByTopic() -> StoriesPage {
    storiesPage(Address.stories, isByYear: false, campaigns: campaignBlocks(withStories: true))
  }

  /// The newest stories by year, as many as a page has room for.
  fileprivate func newestStories(_ years: [StoryYear]) -> StoriesPage {
    let shown = years.filter { $0.stories.lowerBound < LongList.most }
    return storiesPage(
      Address.stories, isByYear: true, campaigns: campaignBlocks(withStories: false),
      years: shown.map { block($0, $0.stories.clamped(to: 0..<LongList.most), page: [yearLink($0)]) },
      older: years.dropFirst(shown.count).map(yearLink))
  }

  fileprivate func stories(of year: StoryYear, _ path: String, _ part: Int) -> StoriesPage {
    let list = LongList(year.stories.count)
    let start = year.stories.lowerBound
    let range = (start + list.parts[part].lowerBound)..<(start + list.parts[part].upperBound)
    return storiesPage(
      path, of: year, part: part, isByYear: true, years: [block(year, range, page: [])],
      parts: partLinks(Address.stories(year.year), list, current: part))
  }

  private func storiesPage(
    _ path: String, of year: StoryYear? = nil, part: Int = 0, isByYear: Bool,
    campaigns: [StoriesPage.CampaignBlock] = [], years: [StoriesPage.YearBlock] = [], older: [LinkView] = [],
    parts: [LinkView] = []
  ) -> StoriesPage {
    let stories = year.map { Array(content.stories[$0.stories]) } ?? content.stories
    let title = year.map { Words.stories($0.year, part: part) } ?? Words.stories
    return StoriesPage(
      chrome: chrome(path, title: title, year: currentYear, section: .stories),
      onlyYear: year.map { ["\($0.year)"] } ?? [],
      storyTotal: stories.count, campaignTotal: content.campaigns.count,
      characters: grouped(stories.reduce(0) { $0 + $1.text.hanCount }), isByYear: isByYear, campaigns: campaigns,
      years: years, older: older, parts: parts)
  }

  private func block(_ year: StoryYear, _ range: Range<Int>, page: [LinkView]) -> StoriesPage.YearBlock {
    StoriesPage.YearBlock(
      year: year.year, page: page.first, count: year.stories.count, stories: content.stories[range].map(card))
  }

  private func yearLink(_ year: StoryYear) -> LinkView {
    LinkView(href: Address.stories(year.year), text: Words.stories(year.year, count: year.stories.count))
  }

  private func campaignBlocks(withStories: Bool) -> [StoriesPage.CampaignBlock] {
    let stories = storiesByCampaign()
    // A campaign is as new as its newest story; one without stories as its last day.
    let newest = content.campaigns.indices.map { index in
      stories[index].first.map { content.stories[$0].day } ?? content.campaigns[index].period.last
    }
    let order = content.campaigns.indices.sorted {
      (newest[$1], content.campaigns[$0].id) < (newest[$0], content.campaigns[$1].id)
    }
    return order.map { index in
      let campaign = content.campaigns[index]
      return StoriesPage.CampaignBlock(
        id: campaign.id, href: Address.campaign(campaign), title: campaign.title, summary: campaign.summary,
        from: campaign.period.first.description, to: campaign.period.last.description, count: stories[index].count,
        stories: withStories ? stories[index].map { card(content.stories[$0]) } : [])
    }
  }

  /// For each campaign the indexes of its stories, newest first.
  func storiesByCampaign() -> [[Int]] {
    var lists: [[Int]] = Array(repeating: [], count: content.campaigns.count)
    for (index, story) in content.stories.enumerated() { lists[story.campaign].append(index) }
    return lists
  }
}
