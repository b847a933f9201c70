import Testing

@testable import Composing

/// If these broke, links inside stories would lead nowhere once published.
@Suite struct StoryLinksTests {
  private let links = StoryLinks(addresses: [
    "content/campaigns/rivers/three-rivers.md": "stories/three-rivers.html",
    "content/campaigns/rivers/map.svg": "media/campaigns/rivers/map.svg",
    "content/campaigns/rivers/index.md": "campaigns/rivers.html",
    "content/works/w508.md": "works/w508.html",
  ])
  private let file = "content/campaigns/rivers/one-cup.md"

  @Test(arguments: [
    ("three-rivers.md", "../stories/three-rivers.html"),
    ("./three-rivers.md#怎么采", "../stories/three-rivers.html#怎么采"),
    ("map.svg", "../media/campaigns/rivers/map.svg"),
    ("../rivers/index.md", "../campaigns/rivers.html"),
    ("../../works/w508.md", "../works/w508.html"),
  ])
  func linksBetweenSourcesLeadToPages(url: String, published: String) {
    #expect(links.target(url, in: file, root: "../") == published)
  }

  @Test(arguments: ["https://example.org/a.md", "mailto:a@example.org", "#top", "/three-rivers.md", "missing.md"])
  func otherLinksStayAsTheyAre(url: String) { #expect(links.target(url, in: file, root: "../") == url) }

  @Test func aHeadlineBreaksBetweenClauses() {
    #expect(StoryPage.clauses("两个周六，采完三条河的48个断面") == ["两个周六，", "采完三条河的48个断面"])
    #expect(StoryPage.clauses("无标点") == ["无标点"])
  }

  @Test(arguments: [(0, 1), (1, 1), (400, 1), (401, 2), (1200, 3)])
  func readingTimeIsWholeMinutes(hanCount: Int, minutes: Int) {
    #expect(StoryCard.minutes(hanCount: hanCount) == minutes)
  }

  @Test func groupMetricIsRoundedHalfUpToTenths() {
    // 54.80 ÷ 200.00 = 27.4 %; 1 ÷ 2000 = 0.05 %, which rounds up to 0.1 %.
    #expect(GroupView.MetricView.perMille(5480, of: 20000) == 274)
    #expect(GroupView.MetricView.perMille(1, of: 2000) == 1)
    #expect(GroupView.MetricView.perMille(1, of: 2001) == 0)
  }
}
