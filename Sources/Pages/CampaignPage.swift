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
  var storyCount: Int { stories.count }
  var stories: [StoryCard]
  var works: [LinkView]

  static let template = "campaign"
  static let specimen = CampaignPage(
    chrome: .specimen, title: "水与河", summary: "把仪器带到河边。", from: "2024-06-15", to: "2025-12-02",
    pathways: ["彰显责任"], prose: [.specimen], stories: [.specimen], works: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    let stories = context.storiesByCampaign()
    return context.content.campaigns.indices.map { index in
      let path = Address.campaign(context.content.campaigns[index])
      return plan(path) { context.campaignPage(index, path, stories[index]) }
    }
  }
}

extension SiteContext {
  fileprivate func campaignPage(_ index: Int, _ path: String, _ stories: [Int]) -> CampaignPage {
    let campaign = content.campaigns[index]
    return CampaignPage(
      chrome: chrome(path, title: campaign.title, year: currentYear, section: .stories), title: campaign.title,
      summary: campaign.summary, from: campaign.period.first.description, to: campaign.period.last.description,
      pathways: campaign.pathways.map { ledger.pathways[$0].name },
      prose: prose(campaign.text, in: self.path(of: campaign), root: Address.root(of: path)),
      stories: stories.map { card(content.stories[$0]) }, works: campaign.works.map(workLink))
  }
}
