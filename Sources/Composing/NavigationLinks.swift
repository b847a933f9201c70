import Addressing
import Reading

extension SiteContext {
  /// The links of the main navigation, and of what it leaves out, as a page shows them: that of the page itself is marked,
  /// or else that of the part of the site it belongs to.
  func navigation(
    at path: String, year: Int, _ section: Section, _ own: [Int]
  ) -> (main: [LinkView], further: [LinkView]) {
    let isListed = content.navigation.contains { self.path(of: $0.target, year) == path }
    let main = content.navigation.map { entry in
      let target = self.path(of: entry.target, year)
      return LinkView(
        href: SitePath(target).address, text: entry.title ?? name(of: entry.target),
        isCurrent: isListed ? target == path : holds(entry.target, section, own))
    }
    let further = furtherPages.map { target in
      LinkView(
        href: SitePath(self.path(of: target, year)).address, text: name(of: target),
        isCurrent: self.path(of: target, year) == path)
    }
    return (main, further)
  }

  private func path(of target: NavTarget, _ year: Int) -> String {
    switch target {
    case .builtIn(let page): page.path(year)
    case .own(let number): Address.page(content.ownPages.pages[number])
    }
  }

  private func name(of target: NavTarget) -> String {
    switch target {
    case .builtIn(.brand): content.brand.name
    case .builtIn(let page): page.name
    case .own(let number): content.ownPages.pages[number].title
    }
  }

  /// Whether the page that an entry leads to is what the current one belongs to.
  private func holds(_ target: NavTarget, _ section: Section, _ own: [Int]) -> Bool {
    switch target {
    case .builtIn(let page): page.rawValue == section.rawValue
    case .own(let number): own.contains(number)
    }
  }

  /// No page is lost by a navigation that leaves it out.
  package static func furtherPages(_ content: Content) -> [NavTarget] {
    let named = Set(content.navigation.map(\.target))
    let always: [BuiltInPage] =
      [
        .home, .standings, .branches, .brand, .stories, .activities, .honors, .rulebook, .years, .about,
      ] + (content.hasTags ? [.tags] : [])
    let pages = content.ownPages.tops.map(NavTarget.own) + always.map(NavTarget.builtIn)
    return pages.filter { !named.contains($0) }
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
    }
  }
}
