import Composing
import Diagnostics
import Markup
import Reading
import Scoring
import Templating
import Texts
import Wording

/// A story as lists show it.
struct StoryCard: Fillable {
  @WebAddress var href: String
  var title: String
  /// Why it isn't published, in a preview; none or one.
  var held: [String]
  var date: String
  var picture: PictureView?
  var branch: LinkView?
  var summary: String
  /// Whole minutes at 400 Han characters a minute, at least one.
  var minutes: Int
  var length: String

  static let specimen = StoryCard(
    href: "stories/three-rivers.html", title: "两个周六，采完三条河的48个断面", held: [Words.draft], date: "2025-12-02",
    picture: .specimen,
    branch: .specimen, summary: "环境监测支部把义务监测做成一份数据。", minutes: 2, length: "510")

  static func minutes(hanCount: Int) -> Int { max(1, (hanCount + 399) / 400) }
}

struct PictureView: Fillable {
  /// A picture in one of its sizes.
  struct Source: Fillable {
    @WebAddress var href: String
    /// In pixels.
    var width: Int
    /// Behind which no comma stands.
    var isLast: Bool
  }

  /// In the size for who takes one only.
  @WebAddress var src: String
  var hasSources: Bool { !sources.isEmpty }
  /// The sizes to choose from, for `srcset`; none of a picture that has one.
  var sources: [Source]
  /// What the page keeps free until the picture is there; `nil` when the file doesn't say.
  var size: Size?
  var alternative: String
  /// Whether it is a drawing with words, which are to be read as they were drawn: it isn't made larger.
  var isLettered: Bool
  var hasCaption: Bool { !caption.isEmpty }
  var caption: String

  struct Size: Fillable {
    var width: Int
    var height: Int
  }

  static let specimen = PictureView(
    src: "sizes/1440/campaigns/rivers/rivers.jpg",
    sources: [Source(href: "sizes/480/campaigns/rivers/rivers.jpg", width: 480, isLast: true)],
    size: Size(width: 1200, height: 420),
    alternative: "两名党员在河岸采水样", isLettered: true, caption: "9月6日上午，第4号断面")
}

extension Words {
  static func held(_ reason: HeldText.Reason?) -> [String] {
    switch reason {
    case nil: []
    case .draft: [draft]
    case .later(let day): [later(day)]
    }
  }
}

extension SiteContext {
  func pictureView(_ picture: Story.Picture) -> PictureView {
    let asset = content.tree.asset(at: picture.path) ?? Asset(path: picture.path, size: 0)
    let sources = PictureSources(asset)
    return PictureView(
      src: sources.usual,
      sources: sources.all.enumerated().map { index, source in
        .init(href: source.address, width: source.width, isLast: index == sources.all.count - 1)
      },
      size: asset.pixels.map { .init(width: $0.width, height: $0.height) },
      alternative: picture.alternative, isLettered: asset.showsWords && asset.pixels != nil, caption: picture.caption)
  }
}

extension SiteContext {
  func card(_ story: Story) -> StoryCard {
    StoryCard(
      href: Address.story(story), title: story.title, held: Words.held(story.held), date: story.day.description,
      picture: story.picture.map(pictureView),
      branch: story.branch.map { branchLink($0, year(of: story)) }, summary: story.summary,
      minutes: StoryCard.minutes(hanCount: story.text.hanCount), length: grouped(story.text.hanCount))
  }
}

/// A person by name, with their page where the year has one.
struct PersonView: Fillable {
  var name: String
  var page: LinkView?

  static let specimen = PersonView(name: "丁宁", page: LinkView(href: "2025/members/ding-ning.html", text: "丁宁"))
}

extension SiteContext {
  func person(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> PersonView {
    PersonView(name: roster.members[member].name, page: accountLink(member, year))
  }
}
