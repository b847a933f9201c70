import Diagnostics
import Reading
import Scoring

/// What a page is composed from: the content and its scores, both immutable, with the few look-ups pages share.
package struct Edition: Sendable {
  package let content: Content
  package let scorebook: Scorebook
  package let profile: Profile
  /// Parallel to the years.
  let ranks: [RankTable]
  let stories: StoryIndex
  let storyLinks: StoryLinks
  /// Parallel to the years.
  let standing: [RosterIndex]
  /// For each year and branch, its members' points by month.
  let memberMonths: [[[MonthlyPoints]]]

  package init(content: Content, scorebook: Scorebook, profile: Profile = .intranet) {
    self.content = content
    self.scorebook = scorebook
    self.profile = profile
    let ledger = content.ledger
    stories = StoryIndex(content)
    storyLinks = StoryLinks(content)
    standing = ledger.years.map { RosterIndex(ledger.roster, on: min(ledger.asOf, $0.period.last)) }
    memberMonths = ledger.years.indices.map { scorebook.memberMonths(ledger, year: $0, asOf: ledger.asOf) }
    ranks = scorebook.years.map {
      RankTable($0, members: content.ledger.roster.members.count, branches: content.ledger.roster.branches.count)
    }
  }

  var ledger: Ledger { content.ledger }
  var roster: Roster { content.ledger.roster }
  /// Index of the year the site speaks of: the last one.
  var currentYear: Int { ledger.years.count - 1 }

  func citation(_ place: Place) -> String {
    let text = content.tree.citation(of: place)
    return text.hasPrefix("content/") ? String(text.dropFirst("content/".count)) : text
  }

  /// The day a year's figures stand for: the report's day, or the year's last if that is earlier.
  func day(ofYear year: Int) -> Day { min(ledger.asOf, ledger.years[year].period.last) }

  func assets() -> [AssetPlan] {
    content.tree.assets.map { AssetPlan(source: $0.path, path: Address.asset($0.path)) }
      + [AssetPlan(source: "templates/style.css", path: "style.css")]
      + ["theme", "find", "search", "tables"].map {
        AssetPlan(source: "templates/scripts/\($0).js", path: "scripts/\($0).js")
      }
  }
}
