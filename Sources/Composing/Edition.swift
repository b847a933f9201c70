import Diagnostics
import Reading
import Scoring

/// What a page is composed from: the content and its scores, both immutable, with the few look-ups pages share.
///
/// A class, since every page's plan holds it: to copy ten references a page took a tenth of a build.
package final class Edition: Sendable {
  package let content: Content
  package let scorebook: Scorebook
  package let profile: Profile
  let crew: any Crew
  /// Parallel to the years.
  let ranks: [RankTable]
  let stories: StoryIndex
  let storyLinks: StoryLinks
  /// Parallel to the years.
  let standing: [RosterIndex]
  /// For each year and branch, its members' points by month.
  let memberMonths: [[[MonthlyPoints]]]
  /// Parallel to the years.
  let streaks: [Streaks]

  package init(content: Content, scorebook: Scorebook, profile: Profile = .intranet, crew: any Crew = OneByOne()) {
    self.content = content
    self.scorebook = scorebook
    self.profile = profile
    self.crew = crew
    let ledger = content.ledger
    stories = StoryIndex(content)
    storyLinks = StoryLinks(content)
    standing = ledger.years.map { RosterIndex(ledger.roster, on: min(ledger.asOf, $0.period.last)) }
    memberMonths = ledger.years.indices.map { scorebook.memberMonths(ledger, year: $0, asOf: ledger.asOf) }
    streaks = Scoring.streaks(ledger, scorebook)
    ranks = scorebook.years.map {
      RankTable($0, members: content.ledger.roster.members.count, branches: content.ledger.roster.branches.count)
    }
  }

  var ledger: Ledger { content.ledger }
  var roster: Roster { content.ledger.roster }
  /// Index of the year the site speaks of: the last that has begun. The next one's plan may stand there already.
  var currentYear: Int { ledger.years.lastIndex { $0.period.first <= ledger.asOf } ?? 0 }

  func citation(_ place: Place) -> String {
    let text = content.tree.citation(of: place)
    return text.dropping(prefix: "content/").map { String($0) } ?? text
  }

  /// Where in its file a place is, in words.
  func spot(_ place: Place) -> String { Words.spot(content.tree.spot(of: place)) }

  /// The day that decides who is where in a year: the report's, or the year's last if that is earlier. Figures stand for
  /// the report's day, since what is settled after the year's last still counts.
  func day(ofYear year: Int) -> Day { min(ledger.asOf, ledger.years[year].period.last) }

  /// Files of the project that are published as they are: those that a text refers to; the office's stamp never is.
  package func assets() -> [AssetPlan] {
    let stamp = content.tree.stampPicture
    return content.tree.assets.compactMap { asset in
      guard asset != stamp, !content.unusedAssets.contains(asset.path) else { return nil }
      let path =
        asset.path.begins(with: "content/")
        ? Address.file(ofAsset: asset.path) : publishedPath(ofTemplateFile: asset.path)
      return path.map { AssetPlan(source: asset.path, path: $0) }
    }
  }
}
