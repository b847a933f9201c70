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
}

/// Every kind of file beside the pages; a new one is one line here and its file in Files/.
let companions: [@Sendable (SiteContext) -> [FilePlan]] = [
  downloads, feed, sitemap, templateStatics, SearchFiles.plans,
]

/// Every kind of page there is; a new kind is one line here, its file in Pages/, and its template.
package let catalog: [any Page.Type] = [
  HomePage.self, StandingsPage.self, BranchesPage.self, BranchPage.self, MemberPage.self, HonorsPage.self,
  NoticePage.self,
  RulebookPage.self, ActivitiesPage.self, ProjectsPage.self, WelfarePage.self, BrandPage.self, WorkPage.self,
  StoriesPage.self,
  StoryPage.self, CampaignPage.self, OwnTextPage.self, AboutPage.self, YearsPage.self,
  ArchivesPage.self, SearchPage.self,
]

/// Content and scores → the site. Two pages on one path are an error.
package func compose(
  _ content: Content, _ scorebook: Scorebook, audience: Audience = .intranet, pool: any WorkPool = OneByOne()
) -> (Site, [Diagnostic]) {
  let context = SiteContext(content: content, scorebook: scorebook, audience: audience, pool: pool)
  let pages = catalog.flatMap { $0.plans(context) }
  let files = companions.flatMap { $0(context) }
  let assets = context.assets()
  return (Site(pages: pages, files: files, assets: assets), conflicts(pages, files, assets, content))
}

/// Who would be published at one address: two texts, or a text and a page that every site has. Windows and USB sticks know
/// no capitals.
private func conflicts(
  _ pages: [PagePlan], _ files: [FilePlan], _ assets: [AssetPlan], _ content: Content
) -> [Diagnostic] {
  typealias Owner = (name: String, origin: Place?)
  let owned: [(path: String, owner: Owner)] =
    pages.map { page in
      let name = page.origin.map(content.tree.path) ?? page.template
      return (page.path, (name, page.origin))
    } + files.map { ($0.path, ($0.source, nil)) }
    + assets.flatMap { asset in asset.files.map { ($0.path, (asset.source, nil)) } }
  var owners: [String: Owner] = [:]
  var diagnostics: [Diagnostic] = []
  for (path, owner) in owned {
    if let first = owners.updateValue(owner, forKey: path.lowercased()) {
      diagnostics.append(.pathConflict(path, first.name, owner.name, at: owner.origin ?? first.origin))
    }
  }
  return diagnostics
}

extension Diagnostic {
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
