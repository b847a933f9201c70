import Composing
import Reading
import Scoring
import SearchIndex
import Templating

/// The newest stories as an Atom feed (RFC 4287). Without a base address its links are relative, which Atom allows.
func feed(_ context: SiteContext) -> [FilePlan] {
  [FilePlan(path: Address.feed) { Array(context.feedText().utf8) }]
}

extension SiteContext {
  private static let longestFeed = 50

  fileprivate func feedText() -> String {
    let home = content.site.baseAddress
    let up = home ?? Address.root(of: Address.feed)
    let entries = content.stories.prefix(Self.longestFeed).map { story -> String in
      let address = Address.story(story)
      var lines = [
        "  <entry>", "    <id>\(xmlText(identity(of: address)))</id>", "    <title>\(xmlText(story.title))</title>",
        "    <updated>\(moment(story.day))</updated>", "    <link href=\"\(xmlText(up + address))\"/>",
        "    <summary>\(xmlText(story.summary))</summary>",
      ]
      if let author = story.author {
        lines.append("    <author><name>\(xmlText(roster.members[author].name))</name></author>")
      }
      // A reader shows the text away from the site, where relative links lead nowhere.
      if let home {
        let html = storyLinks.html(story.text, in: story.path, root: home)
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
        <updated>\(moment(content.stories.first?.day ?? ledger.asOf))</updated>
        <author><name>\(xmlText(content.organisation.committee))</name></author>
        <link rel="alternate" href="\(xmlText(up + Address.stories))"/>\(selfLink)
      \(entries.joined(separator: "\n"))
      </feed>

      """
  }

  /// An id that stays when the site moves to another folder; with a base address, the address itself.
  private func identity(of address: String) -> String {
    content.site.baseAddress.map { $0 + address } ?? "urn:dualpoints:\(address)"
  }

  /// Midnight in China: stories know their day only.
  private func moment(_ day: Day) -> String { "\(day)T00:00:00+08:00" }
}
