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
    Claims(pages: pages, files: files, assets: assets, content: context.content).conflicts()
  )
}
