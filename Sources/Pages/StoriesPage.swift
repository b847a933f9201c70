import Composing
import Markup
import Reading
import Scoring
import SearchIndex
import Templating
import Wording

/// All campaigns with their stories, newest first.
struct StoriesPage: Page {
  struct CampaignBlock: Fillable {
    var id: String
    @WebAddress var href: String
    var title: String
    var summary: String
    var from: String
    var to: String
    var stories: [StoryCard]
    var count: Int { stories.count }
  }

  @Inlined var chrome: Chrome
  var storyTotal: Int
  var campaignTotal: Int { campaigns.count }
  var characters: String
  var campaigns: [CampaignBlock]

  static let template = "stories"
  static let specimen = StoriesPage(
    chrome: .specimen, storyTotal: 18, characters: "14,203",
    campaigns: [
      CampaignBlock(
        id: "rivers", href: "campaigns/rivers.html", title: "水与河", summary: "把仪器带到河边。", from: "2024-06-15",
        to: "2025-12-02", stories: [.specimen])
    ])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    [plan(Address.stories) { context.storiesPage(Address.stories) }]
  }
}

extension SiteContext {
  fileprivate func storiesPage(_ path: String) -> StoriesPage {
    let stories = storiesByCampaign()
    // A campaign is as new as its newest story; one without stories as its last day.
    let newest = content.campaigns.indices.map { index in
      stories[index].first.map { content.stories[$0].day } ?? content.campaigns[index].period.last
    }
    let order = content.campaigns.indices.sorted {
      (newest[$1], content.campaigns[$0].id) < (newest[$0], content.campaigns[$1].id)
    }
    return StoriesPage(
      chrome: chrome(path, title: Words.stories, year: currentYear, section: .stories),
      storyTotal: content.stories.count,
      characters: grouped(content.stories.reduce(0) { $0 + $1.text.hanCount }),
      campaigns: order.map { index in
        let campaign = content.campaigns[index]
        return StoriesPage.CampaignBlock(
          id: campaign.id, href: Address.campaign(campaign), title: campaign.title, summary: campaign.summary,
          from: campaign.period.first.description, to: campaign.period.last.description,
          stories: stories[index].map { card(content.stories[$0]) })
      })
  }

  /// For each campaign the indexes of its stories, newest first.
  func storiesByCampaign() -> [[Int]] {
    var lists: [[Int]] = Array(repeating: [], count: content.campaigns.count)
    for (index, story) in content.stories.enumerated() { lists[story.campaign].append(index) }
    return lists
  }
}
