import Composing
import Diagnostics
import Reading
import Reporting
import Scoring
import Wording

/// What an archive keeps of the content, before a byte of it is made.
package struct ArchivePlan: Sendable {
  /// A story or a page of the year.
  package struct Item: Sendable {
    /// ASCII, unique in the archive; also its file's name.
    package let id: String
    package let title: String
    package let genre: String
    /// Who wrote it, where that is known.
    package let author: String?
    package let day: Day
    package let summary: String
    package let people: [String]
    package let page: PagePlan
  }

  /// `year-2025`, `campaign-rivers`.
  package let name: String
  package let title: String
  package let year: Ref<YearLedger>
  package let state: String
  package let items: [Item]
  /// From the archive's folder of tables.
  package let tables: [FilePlan]
}

extension ArchivePlan {
  /// A year: its boards, accounts of branches, rules and plans, and the stories that happened in it.
  package static func year(_ context: SiteContext, _ year: Ref<YearLedger>) -> ArchivePlan {
    let book = context[year].ledger
    let stories = context.content.stories.indices.filter { book.period.contains(context.content.stories[$0].day) }
    let campaigns = Set(stories.map { context.content.stories[$0].campaign }).sorted()
    let shelf = Shelf(context)
    return ArchivePlan(
      name: "year-\(book.year)", title: Words.yearArchive(context.content.site.title, book.year), year: year,
      state: Words.state(book.state).zh,
      items: shelf.items(ofYear: year) + shelf.reports(ofYear: year) + campaigns.map(shelf.item(campaign:))
        + stories.map(shelf.item(story:)),
      tables: context.yearTables(year) + context.storyTables(stories, year))
  }

  /// A campaign: its page and its stories. Its year is the one in which it ended, or the last there is.
  package static func campaign(_ context: SiteContext, _ index: Int) -> ArchivePlan {
    let campaign = context.content.campaigns[index]
    let years = context.ledger.years
    let year = Ref<YearLedger>(
      years.lastIndex { $0.period.first <= min(campaign.period.last, context.ledger.asOf) } ?? 0)
    let stories = context.content.stories.indices.filter { context.content.stories[$0].campaign == index }
    let shelf = Shelf(context)
    return ArchivePlan(
      name: "campaign-\(campaign.id)", title: Words.campaignArchive(campaign.title), year: year,
      state: Words.state(years[year].state).zh,
      items: [shelf.item(campaign: index)] + stories.map(shelf.item(story:)),
      tables: context.storyTables(stories, year))
  }
}

/// The pages of the site by their paths, to take an archive's items from.
private struct Shelf {
  let context: SiteContext
  private let pages: [String: PagePlan]

  init(_ context: SiteContext) {
    self.context = context
    pages = Dictionary(catalog.flatMap { $0.plans(context) }.map { ($0.path, $0) }) { first, _ in first }
  }

  func items(ofYear year: Ref<YearLedger>) -> [ArchivePlan.Item] {
    let (book, branches) = (context[year].ledger, context.roster.branches)
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
      + context[year].tree.units.map { context.roster.levels.units[$0] }.map {
        (Address.unit($0, number), "unit-\($0.id)", Words.branchAccount($0.name, number))
      }
    // A year without a notice has no page of it, and a branch without points may have none.
    return titles.compactMap { entry in
      pages[entry.path].map { page in
        ArchivePlan.Item(
          id: "year-\(number)-\(entry.id)", title: entry.title, genre: Words.yearPage, author: nil,
          day: context.ledger.asOf, summary: "", people: [], page: page)
      }
    }
  }

  /// Reports that ask for the year, each of their pages.
  func reports(ofYear year: Ref<YearLedger>) -> [ArchivePlan.Item] {
    let number = context[year].ledger.year
    return context.answers.reports.filter { $0.report.year($0.scope, context.ledger) == year }.compactMap { told in
      let scope = context.name(of: told.scope)
      let key = context.key(of: told.scope)
      return pages[context.address(of: told)].map { page in
        ArchivePlan.Item(
          id: "year-\(number)-report-\(told.report.id)" + (key.isEmpty ? "" : "-\(key)"),
          title: told.headline,
          genre: [Words.reports, told.report.title, scope].filter { !$0.isEmpty }.joined(separator: " "),
          author: nil, day: context.ledger.asOf, summary: told.summary, people: [], page: page)
      }
    }
  }

  func item(campaign index: Int) -> ArchivePlan.Item {
    let campaign = context.content.campaigns[index]
    return ArchivePlan.Item(
      id: "campaign-\(campaign.id)", title: campaign.title, genre: Words.campaignPage, author: nil,
      day: min(campaign.period.last, context.ledger.asOf), summary: campaign.summary, people: [],
      page: page(at: Address.campaign(campaign)))
  }

  func item(story index: Int) -> ArchivePlan.Item {
    let (story, members) = (context.content.stories[index], context.roster.members)
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
