import Diagnostics
import Reading
import Scoring
import Templating

/// One page of the site: where it stands, which kind it is, and how its value is made.
/// The value is made when it is rendered and dropped afterwards, so that a site of any size needs little memory.
package struct PagePlan: Sendable {
  /// From the site's root: `2025/members/zhou-jingyi.html`.
  package let path: String
  /// Template name, one of `catalog`.
  package let template: String
  package let make: @Sendable () -> any Fillable
}

/// A file that no template makes: a feed, a download, a part of the search index.
package struct FilePlan: Sendable {
  /// From the site's root.
  package let path: String
  /// The project's file it comes from, or the program.
  let source: String
  package let make: @Sendable () -> [UInt8]

  /// A file of the program's own making: no text in it steers who reads it.
  init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    source = "dualpoints"
    self.make = { withoutSteering(make()) }
  }

  /// A file of the project.
  init(path: String, source: String, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.source = source
    self.make = make
  }
}

/// A file published as it is.
package struct AssetPlan: Sendable {
  /// Path in the project folder.
  package let source: String
  package let path: String
}

/// Everything that will stand in `public/`: the noun between composing and rendering.
package struct Site: Sendable {
  package let pages: [PagePlan]
  package let files: [FilePlan]
  package let assets: [AssetPlan]
}

/// Every kind of file beside the pages; a new one is one line here and its file in Files/.
let companions: [@Sendable (Edition) -> [FilePlan]] = [
  downloads, feed, sitemap, templateStatics, SearchFiles.plans,
]

/// A kind of page: its template, its specimen (schema, golden and documentation in one), and its pages.
package protocol Page: Fillable {
  static var template: String { get }
  /// Fully populated: every list has an element, every optional a value.
  static var specimen: Self { get }
  static func plans(_ edition: Edition) -> [PagePlan]
}

extension Page {
  static func plan(_ path: String, _ make: @escaping @Sendable () -> Self) -> PagePlan {
    PagePlan(path: path, template: template, make: make)
  }
}

/// Every kind of page there is; a new kind is one line here, its file in Pages/, and its template.
package let catalog: [any Page.Type] = [
  HomePage.self, StandingsPage.self, BranchesPage.self, BranchPage.self, MemberPage.self, HonorsPage.self,
  NoticePage.self,
  RulebookPage.self, ActivitiesPage.self, ProjectsPage.self, WelfarePage.self, BrandPage.self, WorkPage.self,
  StoriesPage.self,
  StoryPage.self, CampaignPage.self, AboutPage.self, YearsPage.self,
  ArchivesPage.self, SearchPage.self,
]

/// Content and scores → the site. Two pages on one path are an error.
package func compose(
  _ content: Content, _ scorebook: Scorebook, profile: Profile = .intranet, crew: any Crew = OneByOne()
) -> (Site, [Diagnostic]) {
  let edition = Edition(content: content, scorebook: scorebook, profile: profile, crew: crew)
  let pages = catalog.flatMap { $0.plans(edition) }
  let files = companions.flatMap { $0(edition) }
  let assets = edition.assets()
  var owners: [String: String] = [:]
  var diagnostics: [Diagnostic] = []
  let owned =
    pages.map { ($0.path, $0.template) } + files.map { ($0.path, $0.source) } + assets.map { ($0.path, $0.source) }
  for (path, owner) in owned {
    if let first = owners.updateValue(owner, forKey: path.lowercased()) {
      diagnostics.append(.pathConflict(path, first, owner))
    }
  }
  return (Site(pages: pages, files: files, assets: assets), diagnostics)
}

extension Diagnostic {
  static func pathConflict(_ path: String, _ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: nil, path: path,
      message: Bilingual(
        zh: "两个来源要发布到同一个地址 \(path)：\(first) 与 \(second)",
        en: "two inputs would be published as \(path): \(first) and \(second)"),
      remedy: Bilingual(zh: "改其中一个的编号或文件名", en: "rename one of them"))
  }
}
