import Addressing
import Markup
import Reading
import Scoring
import Texts
import Wording

/// Resolves what a Markdown file links to into where it is published; made once and shared by all pages with prose.
package struct StoryLinks: Sendable {
  /// Source path (`content/campaigns/river/one.md`) → address from the site's root.
  private let addresses: [String: String]

  /// Pictures by their source path.
  private let pictures: [String: Asset]
  /// Files to be taken along, by their source path, in bytes.
  private let attachments: [String: Int]
  /// Where records stand in accounts, from the site's root, by `RecordLink.key`.
  private let records: [String: String]

  /// - Parameter published: source path → path from the site's root.
  init(
    published: [String: String], pictures: [String: Asset] = [:], attachments: [String: Int] = [:],
    records: [String: String] = [:]
  ) {
    self.records = records
    addresses = published.mapValues { SitePath($0).address }
    self.pictures = pictures
    self.attachments = attachments
  }

  /// - Parameters:
  ///   - file: path of the Markdown file, from the project folder.
  ///   - root: from the page back to the site's root; a whole address for readers elsewhere.
  /// - Returns: the link for the page. What leads elsewhere (`https:`, `mailto:`) stays as it is, and so does what resolves
  ///   to nothing, since reading has already reported it.
  package func target(_ url: String, in file: String, root: String) -> String {
    let reference = Reference(url)
    return target(url, reference, source(reference, in: file), root)
  }

  /// - Parameter path: what it leads to, from the project folder.
  private func target(_ url: String, _ reference: Reference, _ path: String?, _ root: String) -> String {
    guard let path else { return url }
    if !records.isEmpty, let id = reference.fragmentName, let line = records[RecordLink.key(path, id: id)] {
      return root + line
    }
    let end = String(decoding: reference.query, as: UTF8.self) + fragment(reference, of: path)
    // On its own page a heading is named alone, wherever the text is shown; away from the site that leads nowhere.
    if reference.isWithinFile, Reference(root).lead != .outside { return end }
    return addresses[path].map { root + $0 + end } ?? url
  }

  private func source(_ reference: Reference, in file: String) -> String? {
    try? SitePath(file).resolving(reference, floor: 1).text
  }

  /// The ids of headings stand apart from all others on a page; a place in a document of another kind is its own affair.
  private func fragment(_ reference: Reference, of path: String) -> String {
    guard let name = reference.fragmentName else { return "" }
    guard path.utf8.suffix(3).elementsEqual(".md".utf8) else {
      return "#" + String(decoding: reference.fragment ?? [], as: UTF8.self)
    }
    return "#" + percentEncoded(Heading.anchor(ofID: name).utf8)
  }

  /// As a feed carries it, without the spans of a page.
  package func html(_ document: MarkupDocument, in file: String, root: String) -> String {
    String(decoding: pieces(document, in: file, root: root, isTypeset: false).joined(), as: UTF8.self)
  }

  /// UTF-8, typeset for a page or for paper, cut where the document's embeds stand: one piece more than there are.
  package func htmlPieces(_ document: MarkupDocument, in file: String, root: String) -> [[UInt8]] {
    pieces(document, in: file, root: root, isTypeset: true)
  }

  private func pieces(_ document: MarkupDocument, in file: String, root: String, isTypeset: Bool) -> [[UInt8]] {
    document.htmlPieces(isTypeset: isTypeset) { url, kind in
      let reference = Reference(url)
      let source = source(reference, in: file)
      guard kind == .image, let asset = source.flatMap({ pictures[$0] }) else {
        return MarkupTarget(
          url: target(url, reference, source, root), remark: kind == .link ? source.flatMap(remark) : nil)
      }
      let sources = PictureSources(asset)
      return MarkupTarget(
        url: sources.all.isEmpty ? target(url, reference, source, root) : root + sources.usual,
        width: asset.pixels?.width, height: asset.pixels?.height,
        sources: sources.all.map { .init(url: root + $0.address, width: $0.width) })
    }
  }

  /// Of what kind a file is and how large, so that nobody on a telephone opens a film unawares.
  private func remark(of path: String) -> String? {
    guard let kind = AttachmentKind(path: path), let size = attachments[path] else { return nil }
    return Words.attachment(kind, bytes: size)
  }
}

extension StoryLinks {
  init(_ content: Content, _ audience: Audience, _ scorebook: Scorebook, _ citations: Citations) {
    var addresses = ["content/about.md": Address.about]
    addresses.reserveCapacity(content.stories.count + content.tree.assets.count + 100)
    for asset in content.tree.assets where asset.path.begins(with: "content/") {
      addresses[asset.path] = Address.file(ofAsset: asset.path)
    }
    let pictures = Dictionary(content.tree.assets.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    for story in content.stories { addresses[story.path] = Address.story(story) }
    for page in content.ownPages.pages { addresses[page.path] = Address.page(page) }
    for report in content.reports(for: audience) {
      addresses[report.path] = Address.report(report, report.year.map { content.ledger.years[$0].year })
    }
    for campaign in content.campaigns { addresses[campaign.path] = Address.campaign(campaign) }
    for work in content.ledger.works { addresses[work.path] = Address.work(work) }
    let attachments = content.tree.assets.filter { AttachmentKind(path: $0.path) != nil }.map { ($0.path, $0.size) }
    self.init(
      published: addresses, pictures: pictures, attachments: Dictionary(attachments, uniquingKeysWith: { $1 }),
      records: content.recordLinks.compactMapValues { content.address(of: $0, scorebook, citations) })
  }
}

extension Content {
  /// The line that a record has in an account, of several people in the first's; a branch's are told on its page.
  fileprivate func address(of record: RecordLink, _ scorebook: Scorebook, _ citations: Citations) -> String? {
    guard let year = ledger.years.refs.first(where: { ledger.years[$0].year == record.year }) else { return nil }
    switch record.holders {
    case .branch(let branch): return Address.branch(ledger.roster.branches[branch], record.year)
    case .members(let members):
      let paid = members.first { member in
        scorebook.years[year].awards(of: member).contains { $0.record == record.place }
      }
      guard let member = paid ?? members.first else { return nil }
      let person = ledger.roster.members[member]
      return paid == nil
        ? Address.member(person, record.year) : Address.line(of: person, record.year, record.place, citations)
    }
  }
}

extension Campaign {
  fileprivate var path: String { "content/campaigns/\(id)/index.md" }
}

extension Work {
  fileprivate var path: String { "content/works/\(id).md" }
}

extension SiteContext {
  package func path(of campaign: Campaign) -> String { campaign.path }
  package func path(of work: Work) -> String { work.path }
}
