import Addressing
import Composing
import Reading
import Scoring
import Templating
import Texts
import Wording

/// A text among those of a tag.
struct TaggedLine: Fillable {
  @WebAddress var href: String
  var title: String
  /// Why it isn't published, in a preview; none or one.
  var held: [String]
  /// Its day; none or one.
  var date: [String]
  var hasSummary: Bool { !summary.isEmpty }
  var summary: String

  static let specimen = TaggedLine(
    href: "stories/rivers.html", title: "两个周六，采完三条河", held: [Words.draft], date: ["2025-09-20"],
    summary: "把义务监测做成一份数据。")
}

/// All tags, those of most texts first.
struct TagsPage: Page {
  struct Line: Fillable {
    @WebAddress var href: String
    var name: String
    var count: Int

    static let specimen = Line(href: "tags/%E5%AE%89%E5%85%A8.html", name: "安全", count: 12)
  }

  @Inlined var chrome: Chrome
  var tags: [Line]
  var count: Int { tags.count }

  static let template = "tags"
  static let specimen = TagsPage(chrome: .specimen, tags: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    guard !context.tags.entries.isEmpty else { return [] }
    return [
      plan(Address.tags) {
        TagsPage(
          chrome: context.chrome(Address.tags, title: Words.tags, year: context.currentYear, section: .tags),
          tags: context.tags.entries.map {
            Line(href: Address.link(toTag: $0.name), name: $0.name, count: $0.count)
          })
      }
    ]
  }
}

/// The texts of a tag, newest first.
struct TagPage: Page {
  @Inlined var chrome: Chrome
  var name: String
  var total: Int
  var entries: [TaggedLine]
  /// The list's pages, with this one.
  var parts: [LinkView]
  var hasParts: Bool { parts.count > 1 }

  static let template = "tag"
  static let specimen = TagPage(
    chrome: .specimen, name: "安全", total: 12, entries: [.specimen], parts: [.specimen, .specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.tags.entries.flatMap { entry in
      let first = Address.tag(entry.name)
      return LongList(entry.count).parts.indices.map { part in
        let path = LongList.path(first, part: part)
        return plan(path, askedAt: context.origin(of: entry)) { context.tagPage(entry, path, part) }
      }
    }
  }
}

extension SiteContext {
  /// The text that has the tag first.
  fileprivate func origin(of entry: TagIndex.Entry) -> Place? {
    let tags =
      entry.stories.first.map { content.stories[$0].tags } ?? entry.pages.first.map { content.ownPages.pages[$0].tags }
    return tags?.first { $0.name == entry.name }?.place
  }

  fileprivate func tagPage(_ entry: TagIndex.Entry, _ path: String, _ part: Int) -> TagPage {
    let list = LongList(entry.count)
    return TagPage(
      chrome: chrome(path, title: Words.tag(entry.name, part: part), year: currentYear, section: .tags),
      name: entry.name, total: entry.count, entries: Array(lines(of: entry)[list.parts[part]]),
      parts: partLinks(Address.tag(entry.name), list, current: part))
  }

  /// Newest first; what has no day stands last.
  private func lines(of entry: TagIndex.Entry) -> [TaggedLine] {
    let stories = entry.stories.map { content.stories[$0] }.map { story in
      let line = TaggedLine(
        href: Address.story(story), title: story.title, held: Words.held(story.held), date: ["\(story.day)"],
        summary: story.summary)
      return (age: -story.day.ordinal, line: line)
    }
    let pages = entry.pages.map { content.ownPages.pages[$0] }.map { page in
      let line = TaggedLine(
        href: Address.link(to: page), title: page.title, held: Words.held(page.held),
        date: page.day.map { ["\($0)"] } ?? [], summary: page.summary)
      return (age: page.day.map { -$0.ordinal } ?? .max, line: line)
    }
    let all = stories + pages
    // The place decides between equal days, since `sort` doesn't promise to keep their order.
    return all.indices.sorted { (all[$0].age, $0) < (all[$1].age, $1) }.map { all[$0].line }
  }

  func tagLinks(_ tags: [Tag]) -> [LinkView] {
    tags.map { LinkView(href: Address.link(toTag: $0.name), text: $0.name) }
  }

  /// The pages of a long list.
  /// - Parameter path: of the first.
  func partLinks(_ path: String, _ list: LongList, current: Int) -> [LinkView] {
    list.parts.indices.map {
      LinkView(href: SitePath(LongList.path(path, part: $0)).address, text: "\($0 + 1)", isCurrent: $0 == current)
    }
  }
}
