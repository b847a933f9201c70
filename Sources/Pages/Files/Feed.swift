import Composing
import Markup
import Reading
import Scoring
import SearchIndex
import Templating

/// The newest stories, and pages that wish to be among them, as an Atom feed (RFC 4287). Without a base address its links
/// are relative, which Atom allows.
func feed(_ context: SiteContext) -> [FilePlan] {
  [FilePlan(path: Address.feed) { Array(context.feedText().utf8) }]
}

/// What the feed says of a text.
private struct FeedEntry {
  let address: String
  let title: String
  let day: Day
  let summary: String
  let author: String?
  let text: MarkupDocument
  /// From the project folder.
  let path: String
}

extension SiteContext {
  private static let longestFeed = 50

  /// Newest first; of one day the stories in their order, then the pages in theirs.
  private func feedEntries() -> [FeedEntry] {
    let stories = content.stories.prefix(Self.longestFeed).map { story in
      FeedEntry(
        address: Address.story(story), title: story.title, day: story.day, summary: story.summary,
        author: story.author.map { roster.members[$0].name }, text: story.text, path: story.path)
    }
    let pages = content.ownPages.pages.filter(\.isInFeed).compactMap { page in
      page.day.map { day in
        FeedEntry(
          address: Address.link(to: page), title: page.title, day: day, summary: page.summary, author: nil,
          text: page.text, path: page.path)
      }
    }
    // Sorted by hand with the place at last, since `sort` doesn't promise to keep what is equal in order.
    let entries = stories + pages
    let order = entries.indices.sorted {
      entries[$0].day == entries[$1].day ? $0 < $1 : entries[$0].day > entries[$1].day
    }
    return order.prefix(Self.longestFeed).map { entries[$0] }
  }

  fileprivate func feedText() -> String {
    let home = content.site.baseAddress
    let up = home ?? Address.root(of: Address.feed)
    let entries = feedEntries()
    let texts = entries.map { entry -> String in
      var lines = [
        "  <entry>", "    <id>\(xmlText(identity(of: entry.address)))</id>",
        "    <title>\(xmlText(entry.title))</title>",
        "    <updated>\(moment(entry.day))</updated>", "    <link href=\"\(xmlText(up + entry.address))\"/>",
        "    <summary>\(xmlText(entry.summary))</summary>",
      ]
      if let author = entry.author { lines.append("    <author><name>\(xmlText(author))</name></author>") }
      // A reader shows the text away from the site, where relative links lead nowhere.
      if let home {
        let html = storyLinks.html(entry.text, in: entry.path, root: home)
        lines.append("    <content type=\"html\">\(xmlText(html))</content>")
      }
      return (lines + ["  </entry>"]).joined(separator: "\n")
    }
    let selfLink = home.map { "\n  <link rel=\"self\" href=\"\(xmlText($0 + Address.feed))\"/>" } ?? ""
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
        <id>\(xmlText(identity(of: Address.feed)))</id>
        <title>\(xmlText(content.site.title))</title>
        <subtitle>\(xmlText(content.site.notice))</subtitle>
        <updated>\(moment(entries.first?.day ?? ledger.asOf))</updated>
        <author><name>\(xmlText(content.organisation.committee))</name></author>
        <link rel="alternate" href="\(xmlText(up + Address.stories))"/>\(selfLink)
      \(texts.joined(separator: "\n"))
      </feed>

      """
  }

  /// An id that stays when the site moves to another folder; with a base address, the address itself.
  private func identity(of address: String) -> String {
    content.site.baseAddress.map { $0 + address } ?? "urn:dualpoints:\(address)"
  }

  /// Midnight in China: texts know their day only.
  private func moment(_ day: Day) -> String { "\(day)T00:00:00+08:00" }
}
