/// A page that every site has, as the main navigation may name it.
package enum BuiltInPage: String, CaseIterable, Sendable {
  case home, standings, branches, brand, stories, activities, honors, rulebook
  case projects, welfare, years, archives, about, search, tags, reports

  /// In Chinese, as `site.yaml` may write it and the navigation shows it where nobody named it otherwise.
  package var name: String {
    switch self {
    case .home: "首页"
    case .standings: "积分榜"
    case .branches: "支部"
    case .brand: "品牌"
    case .stories: "纪实"
    case .activities: "活动"
    case .honors: "光荣榜"
    case .rulebook: "积分标准"
    case .projects: "项目"
    case .welfare: "公益"
    case .years: "历年"
    case .archives: "归档目录"
    case .about: "关于"
    case .search: "搜索"
    case .tags: "标签"
    case .reports: "报告"
    }
  }

  init?(written name: String) {
    guard let page = Self.allCases.first(where: { $0.name == name || $0.rawValue == name.lowercased() }) else {
      return nil
    }
    self = page
  }
}

/// What an entry of the main navigation leads to: a page of every site, or one of the office's own, by its number in
/// `OwnPages`.
package enum NavTarget: Hashable, Sendable {
  case builtIn(BuiltInPage)
  case own(Int)
}

package struct NavEntry: Sendable {
  package let target: NavTarget
  /// `nil` where the page's own name will do.
  package let title: String?

  /// What a site shows that says nothing of its navigation; one without reports leaves out their page.
  static let usual: [NavEntry] = [
    .home, .standings, .branches, .brand, .stories, .activities, .honors, .rulebook, .reports,
  ].map { NavEntry(target: .builtIn($0), title: nil) }
}
