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
  /// The index of search, where its files are among `files`.
  fileprivate let search: SearchFiles?

  package var listsSearch: Bool { search != nil }

  /// Whether what is published of it has the same addresses as of another.
  fileprivate func hasSameAddresses(as other: Site) -> Bool {
    pages.elementsEqual(other.pages) { $0.path == $1.path && $0.files == $1.files }
      && files.elementsEqual(other.files) { $0.path == $1.path && $0.source == $1.source }
      && assets.elementsEqual(other.assets) { $0.source == $1.source && $0.files.elementsEqual($1.files, by: ==) }
  }
}

/// A site that was published, of the same ledger and the same heads of stories as the one that is composed after it.
package struct EarlierSite {
  fileprivate let site: Site
  /// Stories of which the bodies differ, as indices into `Content.stories`.
  fileprivate let changed: Set<Int>

  package init(_ site: Site, changed: Set<Int>) { (self.site, self.changed) = (site, changed) }
}

/// The files of the index of search; to find out how many there are takes most of the work of making them.
package func searchFiles(_ context: SiteContext) -> [FilePlan] { SearchFiles(context).plans() }

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
/// - Parameter earlier: what was published before, of which that is taken over which is the same.
package func compose(
  _ context: SiteContext, listsSearch: Bool = true, after earlier: EarlierSite? = nil
) -> (Site, [Diagnostic]) {
  let search = earlier.flatMap { earlier in
    earlier.site.search.map { SearchFiles.Earlier($0, changed: earlier.changed) }
  }
  // The index of search takes longest and comes first.
  let made = context.pool.map(1 + companions.count + catalog.count) { index -> Composed in
    switch index {
    case 0: listsSearch ? .search(SearchFiles(context, after: search)) : .files([])
    case ...companions.count: .files(companions[index - 1](context))
    default: .pages(catalog[index - 1 - companions.count].plans(context))
    }
  }
  let (pages, index) = (made.flatMap(\.pages), made.first?.search)
  let files = made.flatMap(\.files) + (index?.plans(after: search) ?? [])
  let assets = context.assets()
  if !listsSearch {
    let paths = pages.lazy.map(\.path) + files.lazy.map(\.path) + assets.lazy.flatMap { $0.files.map(\.path) }
    if paths.contains(where: { $0.inSmallLetters.begins(with: "search/") }) { return compose(context) }
  }
  let site = Site(pages: pages, files: files, assets: assets, search: index)
  // What was published had no conflicts.
  if let earlier, site.hasSameAddresses(as: earlier.site) { return (site, []) }
  return (site, Claims(pages: pages, files: files, assets: assets, content: context.content).conflicts())
}

/// What one of the makers of a site makes.
private enum Composed: Sendable {
  case search(SearchFiles)
  case files([FilePlan])
  case pages([PagePlan])

  var search: SearchFiles? { if case .search(let search) = self { search } else { nil } }
  var files: [FilePlan] { if case .files(let files) = self { files } else { [] } }
  var pages: [PagePlan] { if case .pages(let pages) = self { pages } else { [] } }
}
