import Diagnostics
import Reading
import Scoring

/// What an archive keeps of the content, before a byte of it is made.
package struct ArchivePlan: Sendable {
  /// A write-up or a page of the year.
  package struct Item: Sendable {
    /// ASCII, unique in the archive; also its file's name.
    package let id: String
    package let title: String
    package let genre: String
    /// Who wrote it, where that is told.
    package let author: String?
    package let day: Day
    package let summary: String
    package let people: [String]
    package let page: PagePlan
  }

  /// `year-2025`, `campaign-rivers`.
  package let name: String
  package let title: String
  /// Index into the ledger's years.
  package let year: Int
  package let state: String
  package let items: [Item]
  /// From the archive's folder of tables.
  package let tables: [FilePlan]
}

extension ArchivePlan {
  /// A year: its boards, accounts of branches, rules and plans, and the stories that happened in it.
  package static func year(_ edition: Edition, _ year: Int) -> ArchivePlan {
    let book = edition.ledger.years[year]
    let stories = edition.content.stories.indices.filter { book.period.contains(edition.content.stories[$0].day) }
    let campaigns = Set(stories.map { edition.content.stories[$0].campaign }).sorted()
    let shelf = Shelf(edition)
    return ArchivePlan(
      name: "year-\(book.year)", title: Words.yearArchive(edition.content.site.title, book.year), year: year,
      state: Words.state(book.state).zh,
      items: shelf.items(ofYear: year) + campaigns.map(shelf.item(campaign:)) + stories.map(shelf.item(story:)),
      tables: edition.yearTables(year) + edition.storyTables(stories, year))
  }

  /// A campaign: its page and its stories. Its year is the one in which it ended, or the last there is.
  package static func campaign(_ edition: Edition, _ index: Int) -> ArchivePlan {
    let campaign = edition.content.campaigns[index]
    let years = edition.ledger.years
    let year = years.lastIndex { $0.period.first <= min(campaign.period.last, edition.ledger.asOf) } ?? 0
    let stories = edition.content.stories.indices.filter { edition.content.stories[$0].campaign == index }
    let shelf = Shelf(edition)
    return ArchivePlan(
      name: "campaign-\(campaign.id)", title: Words.campaignArchive(campaign.title), year: year,
      state: Words.state(years[year].state).zh,
      items: [shelf.item(campaign: index)] + stories.map(shelf.item(story:)),
      tables: edition.storyTables(stories, year))
  }
}

/// The pages of the site by their paths, to take an archive's items from.
private struct Shelf {
  let edition: Edition
  private let pages: [String: PagePlan]

  init(_ edition: Edition) {
    self.edition = edition
    pages = Dictionary(catalog.flatMap { $0.plans(edition) }.map { ($0.path, $0) }) { first, _ in first }
  }

  func items(ofYear year: Int) -> [ArchivePlan.Item] {
    let (book, branches) = (edition.ledger.years[year], edition.roster.branches)
    let number = book.year
    let titles: [(path: String, id: String, title: String)] =
      [
        (Address.standings(number), "standings", Words.memberBoard(period: Words.year(number), scope: Words.company)),
        (Address.branches(number), "branches", Words.branchBoard(number)),
        (Address.honors(number), "honors", Words.honors(number)),
        (Address.notice(number), "notice", Words.notice(number)),
        (Address.rulebook(number), "rulebook", book.rulebook.title),
        (Address.activities(number), "activities", Words.activities(number)),
        (Address.projects(number), "projects", Words.projects(number)),
        (Address.welfare(number), "welfare", Words.welfare(number)),
      ]
      + branches.map { (Address.branch($0, number), "branch-\($0.id)", Words.branchAccount($0.name, number)) }
    // A year without a notice has no page of it, and a branch without points may have none.
    return titles.compactMap { entry in
      pages[entry.path].map { page in
        ArchivePlan.Item(
          id: "year-\(number)-\(entry.id)", title: entry.title, genre: Words.yearPage, author: nil,
          day: edition.ledger.asOf, summary: "", people: [], page: page)
      }
    }
  }

  func item(campaign index: Int) -> ArchivePlan.Item {
    let campaign = edition.content.campaigns[index]
    return ArchivePlan.Item(
      id: "campaign-\(campaign.id)", title: campaign.title, genre: Words.campaignPage, author: nil,
      day: min(campaign.period.last, edition.ledger.asOf), summary: campaign.summary, people: [],
      page: page(at: Address.campaign(campaign)))
  }

  func item(story index: Int) -> ArchivePlan.Item {
    let (story, members) = (edition.content.stories[index], edition.roster.members)
    return ArchivePlan.Item(
      id: "story-\(story.slug)", title: story.title, genre: Words.stories,
      author: story.author.map { members[$0].name },
      day: story.day, summary: story.summary, people: story.people.map { members[$0].name },
      page: page(at: Address.story(story)))
  }

  private func page(at path: String) -> PagePlan {
    guard let page = pages[path] else { preconditionFailure("no page \(path)") }
    return page
  }
}
