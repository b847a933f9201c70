import Composing
import Reading
import Scoring
import Templating
import Wording

/// A campaign: its text, its stories, and the works it serves.
struct CampaignPage: Page {
  @Inlined var chrome: Chrome
  var title: String
  var summary: String
  var from: String
  var to: String
  var hasPathways: Bool { !pathways.isEmpty }
  var pathways: [String]
  var prose: [ProsePart]
  /// Of the campaign.
  var storyTotal: Int
  /// On this page.
  var storyCount: Int { stories.count }
  var stories: [StoryCard]
  var works: [LinkView]
  /// Whether it is the first of the campaign's pages, which has its text.
  var isFirst: Bool
  /// The list's pages, with this one.
  var parts: [LinkView]
  var hasParts: Bool { parts.count > 1 }

  static let template = "campaign"
  static let specimen = CampaignPage(
    chrome: .specimen, title: "水与河", summary: "把仪器带到河边。", from: "2024-06-15", to: "2025-12-02",
    pathways: ["彰显责任"], prose: [.specimen], storyTotal: 12, stories: [.specimen], works: [.specimen], isFirst: true,
    parts: [.specimen, .specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    let stories = context.storiesByCampaign()
    return context.content.campaigns.indices.flatMap { index in
      let campaign = context.content.campaigns[index]
      let list = LongList(stories[index].count)
      return list.parts.indices.map { part in
        let path = LongList.path(Address.campaign(campaign), part: part)
        let own = Array(stories[index][list.parts[part]])
        return plan(path, askedAt: campaign.place, from: .bodies(of: own)) {
          context.campaignPage(index, path, stories[index], part)
        }
      }
    }
  }
}

extension SiteContext {
  fileprivate func campaignPage(_ index: Int, _ path: String, _ stories: [Int], _ part: Int) -> CampaignPage {
    let campaign = content.campaigns[index]
    let list = LongList(stories.count)
    return CampaignPage(
      chrome: chrome(path, title: campaign.title + Words.page(part), year: currentYear, section: .stories),
      title: campaign.title,
      summary: campaign.summary, from: campaign.period.first.description, to: campaign.period.last.description,
      pathways: campaign.pathways.map { ledger.pathways[$0].name },
      prose: part == 0 ? prose(campaign.text, in: self.path(of: campaign), root: Address.root(of: path)) : [],
      storyTotal: stories.count, stories: stories[list.parts[part]].map { card(content.stories[$0]) },
      works: campaign.works.map(workLink), isFirst: part == 0,
      parts: partLinks(Address.campaign(campaign), list, current: part))
  }
}
