import Testing

@testable import Composing

/// If these broke, links inside stories would lead nowhere once published.
@Suite struct StoryLinksTests {
  private let links = StoryLinks(published: [
    "content/campaigns/rivers/three-rivers.md": "stories/three-rivers.html",
    "content/campaigns/rivers/map.svg": "media/campaigns/rivers/map.svg",
    "content/campaigns/rivers/合影 1#.png": "media/campaigns/rivers/合影 1#.png",
    "content/campaigns/rivers/cafe\u{301}.png": "media/campaigns/rivers/cafe\u{301}.png",
    "content/campaigns/rivers/plan.pdf": "media/campaigns/rivers/plan.pdf",
    "content/campaigns/rivers/one-cup.md": "stories/one-cup.html",
    "content/campaigns/rivers/index.md": "campaigns/rivers.html",
    "content/works/w508.md": "works/w508.html",
  ])
  private let file = "content/campaigns/rivers/one-cup.md"

  @Test(arguments: [
    ("three-rivers.md", "../stories/three-rivers.html"),
    ("./three-rivers.md#怎么采", "../stories/three-rivers.html#h_%E6%80%8E%E4%B9%88%E9%87%87"),
    ("three-rivers.md#%E6%80%8E", "../stories/three-rivers.html#h_%E6%80%8E"),
    ("three%2Drivers%2Emd?a=1", "../stories/three-rivers.html?a=1"),
    ("合影%201%23.png", "../media/campaigns/rivers/%E5%90%88%E5%BD%B1%201%23.png"),
    // The disk's spelling, whichever the text has.
    ("caf\u{E9}.png", "../media/campaigns/rivers/cafe%CC%81.png"),
    ("plan.pdf#page=2", "../media/campaigns/rivers/plan.pdf#page=2"),
    ("#怎么采", "#h_%E6%80%8E%E4%B9%88%E9%87%87"),
    ("map.svg", "../media/campaigns/rivers/map.svg"),
    ("../rivers/index.md", "../campaigns/rivers.html"),
    ("../../works/w508.md", "../works/w508.html"),
  ])
  func linksBetweenSourcesLeadToPages(url: String, published: String) {
    #expect(links.target(url, in: file, root: "../") == published)
  }

  @Test("a record's line in an account is led to from a page and from afar; another of the table isn't")
  func records() {
    let links = StoryLinks(
      published: [:],
      records: ["content/years/2025/records/b07.csv#r-1": "2025/members/zhou-jingyi.html#records-b07-3"])
    let url = "../../years/2025/records/b07.csv#r-1"
    #expect(links.target(url, in: file, root: "../") == "../2025/members/zhou-jingyi.html#records-b07-3")
    #expect(
      links.target(url, in: file, root: "https://a.example/")
        == "https://a.example/2025/members/zhou-jingyi.html#records-b07-3")
    #expect(links.target(url + "1", in: file, root: "../") == url + "1")
  }

  @Test(arguments: ["https://example.org/a.md", "mailto:a@example.org", "/three-rivers.md", "missing.md"])
  func otherLinksStayAsTheyAre(url: String) { #expect(links.target(url, in: file, root: "../") == url) }

  @Test func awayFromTheSiteAHeadingIsNamedWithItsPage() {
    #expect(
      links.target("#a", in: file, root: "https://example.org/points/")
        == "https://example.org/points/stories/one-cup.html#h_a")
  }
}
