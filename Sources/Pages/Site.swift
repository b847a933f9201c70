import Addressing
import Composing
import Diagnostics
import Reading
import Scoring
import SearchIndex
import Templating
import Texts

/// Everything that will stand in `public/`: the noun between composing and rendering.
package struct Site: Sendable {
  package let pages: [PagePlan]
  package let files: [FilePlan]
  package let assets: [AssetPlan]
  /// Whether the files of the index of search are among `files`.
  package let listsSearch: Bool
}

/// The files of the index of search; to find out how many there are takes most of the work of making them.
package func searchFiles(_ context: SiteContext) -> [FilePlan] { SearchFiles.plans(context) }

/// Every kind of file that is no form of a page's value; a new one is one line here and its file in Files/.
let companions: [@Sendable (SiteContext) -> [FilePlan]] = [
  feed, sitemap, formerAddresses, templateStatics,
]

/// Every kind of page there is; a new kind is one line here, its file in Pages/, and its template.
package let catalog: [any Page.Type] = [
  HomePage.self, StandingsPage.self, BranchesPage.self, BranchPage.self, BranchYearsPage.self, UnitPage.self,
  MemberPage.self, MemberYearsPage.self, HonorsPage.self, NoticePage.self,
  RulebookPage.self, ActivitiesPage.self, ProjectsPage.self, WelfarePage.self, BrandPage.self, WorkPage.self,
  StoriesPage.self,
  StoryPage.self, CampaignPage.self, OwnTextPage.self, TagsPage.self, TagPage.self, ReportsPage.self, ReportPage.self,
  AboutPage.self, YearsPage.self,
  ArchivesPage.self, SearchPage.self,
]

/// Content and scores → the site. Two pages on one path are an error.
package func compose(
  _ content: Content, _ scorebook: Scorebook, audience: Audience = .intranet, pool: any WorkPool = OneByOne()
) -> (Site, [Diagnostic]) {
  compose(SiteContext(content: content, scorebook: scorebook, audience: audience, pool: pool))
}

/// The same from a context, which may have its reports' answers.
/// - Parameter listsSearch: whether the index of search is made; who makes it when it is asked for does without. Where
///   something else stands in its folder it is made, since both may want one address.
package func compose(_ context: SiteContext, listsSearch: Bool = true) -> (Site, [Diagnostic]) {
  let companions = listsSearch ? companions + [searchFiles] : companions
  // The last ones first: the index of search takes longest.
  let last = companions.count - 1
  let plans = context.pool.map(companions.count + catalog.count) { index -> (pages: [PagePlan], files: [FilePlan]) in
    index > last ? (catalog[index - last - 1].plans(context), []) : ([], companions[last - index](context))
  }
  let pages = plans.flatMap(\.pages)
  let files = plans.prefix(companions.count).reversed().flatMap(\.files)
  let assets = context.assets()
  if !listsSearch {
    let paths = pages.lazy.map(\.path) + files.lazy.map(\.path) + assets.lazy.flatMap { $0.files.map(\.path) }
    if paths.contains(where: { $0.inSmallLetters.begins(with: "search/") }) { return compose(context) }
  }
  return (
    Site(pages: pages, files: files, assets: assets, listsSearch: listsSearch),
    conflicts(pages, files, assets, context.content)
  )
}

/// Who would be published at one address: two texts, or a text and a page that every site has. Windows and USB sticks know
/// no capitals, and no disk a folder with the name of a file.
private func conflicts(
  _ pages: [PagePlan], _ files: [FilePlan], _ assets: [AssetPlan], _ content: Content
) -> [Diagnostic] {
  let claims =
    pages.map { page in
      // A tag's page is nobody's text, though one asked for it.
      let text = page.template == TagPage.template ? nil : page.origin.map(content.tree.path)
      return Claim(path: page.path, by: text ?? page.template, origin: page.origin)
    }
    + pages.flatMap { page in page.files.map { Claim(path: $0, by: "dualpoints", origin: nil) } }
    + files.map { Claim(path: $0.path, by: $0.source, origin: $0.origin, isFormer: $0.origin != nil) }
    + assets.flatMap { asset in asset.files.map { Claim(path: $0.path, by: asset.source, origin: nil) } }
    + claimsToCome(content)
  var owners: [String: Claim] = [:]
  var diagnostics: [Diagnostic] = []
  for claim in claims {
    let key = claim.path.inSmallLetters
    guard let first = owners[key] else {
      owners[key] = claim
      continue
    }
    // Of twins the loader said so.
    if !areTwins(first.by, claim.by) { diagnostics.append(claim.conflict(with: first)) }
  }
  for claim in claims {
    if !hasRoom(forPath: claim.path) { diagnostics.append(.longPath(claim.path, by: claim.by, at: claim.origin)) }
    // Few folders are called like a file.
    guard claim.path.hasDottedFolder else { continue }
    let folders = claim.path.lowercased().parts(at: "/").dropLast()
    for depth in folders.indices where folders[depth].utf8.contains(UInt8(ascii: ".")) {
      if let file = owners[folders[...depth].joined(separator: "/")] { diagnostics.append(claim.conflict(with: file)) }
    }
  }
  return diagnostics
}

extension String {
  /// Most addresses have no others.
  fileprivate var inSmallLetters: String {
    utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) } ? lowercased() : self
  }

  fileprivate var hasDottedFolder: Bool {
    guard let end = utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    return utf8[..<end].contains(UInt8(ascii: "."))
  }
}

/// What texts that wait for their day will ask for: whoever writes one is told now, not on the day it is published.
private func claimsToCome(_ content: Content) -> [Claim] {
  let texts =
    content.heldPages.map { (address: Address.page($0), path: $0.path, place: $0.place, former: $0.formerly) }
    + content.heldStories.map { (address: Address.story($0), path: $0.path, place: $0.place, former: $0.formerly) }
  return texts.map { Claim(path: $0.address, by: $0.path, origin: $0.place) }
    + texts.flatMap { text in
      text.former.map { Claim(path: $0.path, by: text.path, origin: $0.place, isFormer: true) }
    }
}

/// Who asks to be published where.
private struct Claim {
  let path: String
  /// A file of the project, a template, or the program.
  let by: String
  /// What in a text asks for it.
  let origin: Place?
  /// Whether it only leads on from an address that was somebody's once.
  var isFormer = false

  func conflict(with first: Claim) -> Diagnostic {
    guard isFormer, let origin else { return .pathConflict(path, first.by, by, at: origin ?? first.origin) }
    return .formerAddressTaken(path, by: first.by, isFormer: first.isFormer, at: origin)
  }
}

extension Diagnostic {
  /// - Parameter isFormer: whether the owner only had it once, too.
  fileprivate static func formerAddressTaken(
    _ path: String, by owner: String, isFormer: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: place,
      message: isFormer
        ? Bilingual(
          zh: "旧网址 \(path) 也写在 \(owner) 的 formerly 里", en: "\(path) is a former address of \(owner) too")
        : Bilingual(zh: "旧网址 \(path) 现在是 \(owner) 的", en: "the former address \(path) belongs to \(owner)"),
      remedy: Bilingual(zh: "从 formerly 里删去它", en: "Take it out of formerly"))
  }

  fileprivate static func longPath(_ path: String, by owner: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: place, path: place == nil ? owner : nil,
      message: Bilingual(
        zh: "网址有 \(path.utf8.count) 字节，文件夹或文件的名字太长，磁盘上放不下",
        en: "an address of \(path.utf8.count) bytes: its folders or its file have names too long for a disk"),
      remedy: Bilingual(zh: "把文件名或文件夹名改短", en: "Shorten the names of its file or folders"))
  }

  package static func pathConflict(
    _ path: String, _ first: String, _ second: String, at place: Place? = nil
  ) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: place, path: place == nil ? path : nil,
      message: Bilingual(
        zh: "两个来源要发布到同一个地址 \(path)：\(first) 与 \(second)",
        en: "two inputs would be published as \(path): \(first) and \(second)"),
      remedy: Bilingual(zh: "改其中一个的编号或文件名", en: "rename one of them"))
  }
}
