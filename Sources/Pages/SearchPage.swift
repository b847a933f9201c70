import Composing
import Reading
import Scoring
import SearchIndex
import Templating
import Wording

/// Where a search leads: templates/scripts/search.js lists the results here. Without scripts the page says so and leads to
/// the lists.
struct SearchPage: Page {
  /// A name that can be found, and what else may be typed for it.
  struct Example: Fillable {
    var name: String
    var pinyin: String
    var initials: String
  }

  @Inlined var chrome: Chrome
  var members: String
  var branches: String
  var works: String
  var activities: String
  var projects: String
  var stories: String
  var example: Example?

  static let template = "search"
  static let specimen = SearchPage(
    chrome: .specimen, members: "418", branches: "16", works: "53", activities: "144", projects: "38", stories: "16",
    example: Example(name: "周静怡", pinyin: "zhoujingyi", initials: "zjy"))

  static func plans(_ context: SiteContext) -> [PagePlan] {
    [plan(Address.search) { context.searchPage(Address.search) }]
  }
}

extension SiteContext {
  fileprivate func searchPage(_ path: String) -> SearchPage {
    let members = roster.members.indices.filter { index in ledger.years.refs.contains { hasAccount(Ref(index), $0) }
    }
    return SearchPage(
      chrome: chrome(path, title: Words.search, year: currentYear, section: .search), members: grouped(members.count),
      branches: grouped(roster.branches.count), works: grouped(ledger.works.count),
      activities: grouped(ledger.years.reduce(0) { $0 + $1.activities.count }),
      projects: grouped(ledger.years.reduce(0) { $0 + $1.projects.count }), stories: grouped(content.stories.count),
      example: members.lazy.map { [self] in roster.members[$0] }.first { $0.name.hanCount == 3 }.map {
        let syllables = Pinyin.readings($0.pinyin.lowercased(), count: 3)[0]
        return SearchPage.Example(
          name: $0.name, pinyin: syllables.joined(), initials: String(syllables.compactMap(\.first)))
      })
  }
}
