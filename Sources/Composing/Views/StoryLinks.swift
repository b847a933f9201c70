import Diagnostics
import Markup
import Reading
import Scoring

/// Resolves what a Markdown file links to into where it is published; made once and shared by all pages with prose.
struct StoryLinks: Sendable {
  /// Source path (`content/campaigns/river/one.md`) → address from the site's root.
  private let addresses: [String: String]

  /// Pictures by their source path.
  private let sizes: [String: PixelSize]

  init(addresses: [String: String], sizes: [String: PixelSize] = [:]) {
    self.addresses = addresses
    self.sizes = sizes
  }

  /// - Parameters:
  ///   - file: path of the Markdown file, from the project folder.
  ///   - root: from the page back to the site's root.
  /// - Returns: the link for the page. What leads elsewhere (`https:`, `mailto:`, `#heading`) stays as it is, and so does
  ///   what resolves to nothing, since reading has already reported it.
  func target(_ url: String, in file: String, root: String) -> String {
    guard !url.hasPrefix("#"), !url.hasPrefix("/"), !Self.hasScheme(url) else { return url }
    let end = url.firstIndex { $0 == "#" || $0 == "?" } ?? url.endIndex
    guard let address = addresses[Self.resolve(String(url[..<end]), in: file)] else { return url }
    return root + address + String(url[end...])
  }

  func html(_ document: MarkupDocument, in file: String, root: String) -> String {
    String(decoding: htmlPieces(document, in: file, root: root).joined(), as: UTF8.self)
  }

  /// UTF-8, cut where the document's embeds stand: one piece more than there are.
  func htmlPieces(_ document: MarkupDocument, in file: String, root: String) -> [[UInt8]] {
    document.htmlPieces { url, kind in
      let size = kind == .image ? sizes[Self.resolve(url, in: file)] : nil
      return MarkupTarget(url: target(url, in: file, root: root), width: size?.width, height: size?.height)
    }
  }

  private static func hasScheme(_ url: String) -> Bool {
    guard let colon = url.firstIndex(of: ":") else { return false }
    return url[..<colon].utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  /// `../b/two.md` seen from `content/campaigns/a/one.md` is `content/campaigns/b/two.md`.
  static func resolve(_ url: String, in file: String) -> String {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in url.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension StoryLinks {
  init(_ content: Content) {
    var addresses = ["content/about.md": Address.about]
    addresses.reserveCapacity(content.stories.count + content.tree.assets.count + 100)
    for asset in content.tree.assets where asset.path.hasPrefix("content/") {
      addresses[asset.path] = Address.asset(asset.path)
    }
    let sizes = Dictionary(
      content.tree.assets.compactMap { asset in asset.pixels.map { (asset.path, $0) } }, uniquingKeysWith: { $1 })
    for story in content.stories { addresses[story.path] = Address.story(story) }
    for campaign in content.campaigns { addresses[campaign.path] = Address.campaign(campaign) }
    for work in content.ledger.works { addresses[work.path] = Address.work(work) }
    self.init(addresses: addresses, sizes: sizes)
  }
}

extension Campaign {
  fileprivate var path: String { "content/campaigns/\(id)/index.md" }
}

extension Work {
  fileprivate var path: String { "content/works/\(id).md" }
}

extension Edition {
  func path(of campaign: Campaign) -> String { campaign.path }
  func path(of work: Work) -> String { work.path }
}
