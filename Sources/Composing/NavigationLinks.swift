import Addressing
import Reading
import Scoring

/// What the navigation of every page of a year leads to, worked out once.
struct SiteNavigation: Sendable {
  struct Entry: Sendable {
    let target: NavTarget
    /// From the site's root.
    let path: String
    /// The same as an address.
    let href: String
    let text: String
  }

  let main: [Entry]
  /// What the main navigation leaves out.
  let further: [Entry]

  init(_ content: Content, year: Int, _ audience: Audience) {
    let hasReports = !content.reports(for: audience).isEmpty
    let entry = { (target: NavTarget, title: String?) in
      let path = Self.path(of: target, content, year)
      return Entry(
        target: target, path: path, href: SitePath(path).address, text: title ?? Self.name(of: target, content))
    }
    // A page of reports for the office alone is none of the intranet's.
    main = content.navigation.filter { hasReports || $0.target != .builtIn(.reports) }.map {
      entry($0.target, $0.title)
    }
    further = Self.furtherPages(content, hasReports).map { entry($0, nil) }
  }

  private static func path(of target: NavTarget, _ content: Content, _ year: Int) -> String {
    switch target {
    case .builtIn(let page): page.path(year)
    case .own(let number): Address.page(content.ownPages.pages[number])
    }
  }

  private static func name(of target: NavTarget, _ content: Content) -> String {
    switch target {
    case .builtIn(.brand): content.brand.name
    case .builtIn(let page): page.name
    case .own(let number): content.ownPages.pages[number].title
    }
  }

  /// No page is lost by a navigation that leaves it out.
  private static func furtherPages(_ content: Content, _ hasReports: Bool) -> [NavTarget] {
    let named = Set(content.navigation.map(\.target))
    let always: [BuiltInPage] =
      [
        .home, .standings, .branches, .brand, .stories, .activities, .honors, .rulebook, .years, .about,
      ] + (content.hasTags ? [.tags] : []) + (hasReports ? [.reports] : [])
    let pages = content.ownPages.tops.map(NavTarget.own) + always.map(NavTarget.builtIn)
    return pages.filter { !named.contains($0) }
  }
}

extension SiteContext {
  /// The links of the main navigation, and of what it leaves out, as a page shows them: that of the page itself is marked,
  /// or else that of the part of the site it belongs to.
  func navigation(
    at path: String, year: Ref<YearLedger>, _ section: Section, _ own: [Int]
  ) -> (main: [LinkView], further: [LinkView]) {
    let navigation = self[year].navigation
    let isListed = navigation.main.contains { $0.path == path }
    let main = navigation.main.map { entry in
      LinkView(
        href: entry.href, text: entry.text,
        isCurrent: isListed ? entry.path == path : holds(entry.target, section, own))
    }
    let further = navigation.further.map { LinkView(href: $0.href, text: $0.text, isCurrent: $0.path == path) }
    return (main, further + (above.map { [$0] } ?? []))
  }

  /// Whether the page that an entry leads to is what the current one belongs to.
  private func holds(_ target: NavTarget, _ section: Section, _ own: [Int]) -> Bool {
    switch target {
    case .builtIn(let page): page.rawValue == section.rawValue
    case .own(let number): own.contains(number)
    }
  }
}

extension BuiltInPage {
  fileprivate func path(_ year: Int) -> String {
    switch self {
    case .home: Address.home
    case .standings: Address.standings(year)
    case .branches: Address.branches(year)
    case .brand: Address.brand(year)
    case .stories: Address.stories
    case .activities: Address.activities(year)
    case .honors: Address.honors(year)
    case .rulebook: Address.rulebook(year)
    case .projects: Address.projects(year)
    case .welfare: Address.welfare(year)
    case .years: Address.years
    case .archives: Address.archives
    case .about: Address.about
    case .search: Address.search
    case .tags: Address.tags
    case .reports: Address.reports
    }
  }
}
