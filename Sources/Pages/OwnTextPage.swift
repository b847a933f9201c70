import Addressing
import Composing
import Markup
import Reading
import Scoring
import Templating
import Wording

/// A page of the office's own: its text, what lies below it, and its neighbours.
struct OwnTextPage: Page {
  /// Another page of the office's own, in a list.
  struct Line: Fillable {
    @WebAddress var href: String
    var title: String
    /// Why it isn't published, in a preview; none or one.
    var held: [String]
    var hasSummary: Bool { !summary.isEmpty }
    var summary: String
    /// Its day; none or one.
    var date: [String]
    var isCurrent: Bool

    static let specimen = Line(
      href: "%E5%8A%9E%E4%BA%8B%E6%8C%87%E5%8D%97/transfer.html", title: "怎样转接组织关系", held: [Words.draft],
      summary: "从接到通知到报到。",
      date: ["2025-11-20"], isCurrent: true)
  }

  /// A heading of the text.
  struct HeadingLine: Fillable {
    @WebAddress var href: String
    var text: String

    static let specimen = HeadingLine(href: "#h_%E6%9D%90%E6%96%99", text: "要带的材料")
  }

  @Inlined var chrome: Chrome
  var title: String
  /// The title's clauses, for breaking a headline between them.
  var clauses: [String]
  var hasSummary: Bool { !summary.isEmpty }
  var summary: String
  /// Why it isn't published, in a preview; none or one.
  var held: [String]
  /// Its day; none or one.
  var date: [String]
  /// The pages above it, from the top.
  var trail: [LinkView]
  var prose: [ProsePart]
  var hasText: Bool
  var hasTags: Bool { !tags.isEmpty }
  var tags: [LinkView]
  var hasOutline: Bool { outline.count > 1 }
  var outline: [HeadingLine]
  var hasBelow: Bool { !below.isEmpty }
  var below: [Line]
  /// Pages of the same folder, with itself, where there are others.
  var neighbours: [Line]
  var hasNeighbours: Bool { neighbours.count > 1 }
  /// Whether anything stands beside the text.
  var hasAside: Bool { hasOutline || hasNeighbours }

  static let template = "page"
  static let specimen = OwnTextPage(
    chrome: .specimen, title: "办事指南，一步一步", clauses: ["办事指南，", "一步一步"], summary: "党员常办的几件事。", held: [Words.draft],
    date: ["2025-11-20"],
    trail: [.specimen], prose: [.specimen], hasText: true, tags: [.specimen], outline: [.specimen, .specimen],
    below: [.specimen],
    neighbours: [.specimen, .specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.content.ownPages.pages.indices.map { number in
      let page = context.content.ownPages.pages[number]
      let path = Address.page(page)
      return plan(path, askedAt: page.place) { context.ownPage(number, path) }
    }
  }
}

extension SiteContext {
  fileprivate func ownPage(_ number: Int, _ path: String) -> OwnTextPage {
    let own = content.ownPages
    let (page, trail) = (own.pages[number], own.trails[number])
    let headings = page.text.outline
    let top = headings.map(\.level).min()
    let neighbours = trail.last.map { own.children[$0] } ?? []
    return OwnTextPage(
      chrome: chrome(path, title: page.title, year: currentYear, section: .own, own: trail + [number]),
      title: page.title, clauses: StoryPage.clauses(page.title), summary: page.summary, held: Words.held(page.held),
      date: page.day.map { ["\($0)"] } ?? [],
      trail: trail.map { LinkView(href: Address.link(to: own.pages[$0]), text: own.pages[$0].title) },
      prose: prose(page.text, in: page.path, root: Address.root(of: path)),
      hasText: !page.text.plainText.isEmpty || !page.text.embeds.isEmpty || !page.text.images.isEmpty,
      tags: tagLinks(page.tags),
      outline: headings.filter { $0.level == top }.map { heading in
        OwnTextPage.HeadingLine(href: "#" + percentEncoded(Heading.anchor(ofID: heading.id).utf8), text: heading.text)
      }, below: own.children[number].map { line($0, isCurrent: false) },
      neighbours: neighbours.map { line($0, isCurrent: $0 == number) })
  }

  private func line(_ number: Int, isCurrent: Bool) -> OwnTextPage.Line {
    let page = content.ownPages.pages[number]
    return OwnTextPage.Line(
      href: Address.link(to: page), title: page.title, held: Words.held(page.held), summary: page.summary,
      date: page.day.map { ["\($0)"] } ?? [],
      isCurrent: isCurrent)
  }
}
