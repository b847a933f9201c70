import Diagnostics
import Markup
import Scoring
import Texts
import Theming

/// The checked content: everything the pages are made from, every reference resolved, every entity with its place.
package struct Content: Sendable {
  package private(set) var tree: SourceTree
  package internal(set) var site: SiteSettings
  package let organisation: Organisation
  package let brand: Brand
  package internal(set) var ledger: Ledger
  /// Prose of each work, parallel to `ledger.works`.
  package let workTexts: [MarkupDocument]
  package let campaigns: [Campaign]
  /// Newest first.
  package let stories: [Story]
  package let ownPages: OwnPages
  /// In the order of their list.
  package let reports: [LedgerReport]
  package let navigation: [NavEntry]
  /// What was left unpublished, in the order of its files.
  package let held: [HeldText]
  /// The stories and pages among them: nobody sees them, but nobody else may have their addresses.
  package let heldStories: [Story]
  package let heldPages: [OwnPage]
  package let groups: [PartyGroup]
  /// Newest first.
  package let archives: [ArchiveEntry]
  package let aboutTitle: String
  package let about: MarkupDocument
  /// At most one a year.
  package let messages: [YearMessage]
  /// The charts each Markdown file asks for, by its path from the project folder; parallel to its text's `embeds`.
  package let charts: [String: [ChartRequest]]
  /// Files beside the texts that no published one refers to, by their path: not published either.
  package let unusedAssets: Set<String>
  /// Records that texts lead to, by `RecordLink.key`: `content/years/2025/records/b07-q2.csv#r25-b07-01`.
  package let recordLinks: [String: RecordLink]

  /// The same content, keeping a tree in the place of the one it was read from: the same files, without the bytes of some.
  package func keeping(_ tree: SourceTree) -> Content {
    var content = self
    content.tree = tree.citing(self.tree.origins)
    return content
  }

  package var hasTags: Bool { hasTag(stories, ownPages.pages) }
}

/// What lists of names go by.
package enum NameOrder: Sendable { case pinyin, strokes }

package struct SiteSettings: Sendable {
  package let title: String
  /// The sentence on every page that says whose data this is (the sample: invented people and points).
  package let notice: String
  package let nameOrder: NameOrder
  /// Where the site will stand, for feeds and site maps; ends in `/`; nil on an intranet without a fixed address.
  package let baseAddress: String?
  /// `nil` where the pages look as the program has them.
  package let theme: Theme?
}

/// Days of its history are as precise as the source: `2002-01-15`, `2002-01` or `2006` (S1).
package struct Organisation: Sendable {
  package struct Event: Sendable {
    package let on: String
    package let title: String
    package let text: String
    package let place: Place
  }
  package let company: String
  package let committee: String
  /// Empty where the content doesn't say it, as the brand's reason.
  package let city: String
  /// `nil` where the content doesn't say it, here and below.
  package let founded: String?
  package let listed: String?
  /// When the first branch was set up.
  package let branchFounded: String?
  package let committeeFounded: String?
  package let timeline: [Event]
}

/// What the committee says at the head of a year's honor roll.
package struct YearMessage: Sendable {
  package let year: Int
  package let title: String
  package let signedBy: String
  package let on: Day
  package let text: MarkupDocument
  /// From the project folder.
  package let path: String
}

package struct Brand: Sendable {
  package let name: String
  package let since: Int?
  package let why: String
  package let place: Place
}

package struct Campaign: Sendable {
  package let id: String
  package let title: String
  package let period: Period
  package let summary: String
  package let pathways: [Ref<Pathway>]
  package let works: [Ref<Work>]
  package let text: MarkupDocument
  package let place: Place
}

/// A class, since lists of stories are sorted, filtered and handed about, and each copy of a value would count twelve
/// references.
package final class Story: Sendable {
  package struct Figure: Sendable {
    package let label: String
    package let value: String
    package let unit: String
  }
  package struct Picture: Sendable {
    /// Path of the asset from the project folder.
    package let path: String
    package let alternative: String
    package let caption: String
  }
  /// File name without `.md`; unique over all campaigns, since it is the page's name.
  package let slug: String
  package let title: String
  package let day: Day
  package let campaign: Int
  package let branch: Ref<Branch>?
  package let author: Ref<Member>?
  package let people: [Ref<Member>]
  package let location: String
  package let works: [Ref<Work>]
  /// Year (index into `ledger.years`) and activity the story tells of.
  package let activity: ActivityRef?
  package let picture: Picture?
  package let summary: String
  package let figures: [Figure]
  package let tags: [Tag]
  package let formerly: [FormerAddress]
  /// Why it isn't published, where only a preview shows it.
  package let held: HeldText.Reason?
  package let text: MarkupDocument
  /// Path of the Markdown file, from the project folder: links and pictures are relative to its folder.
  package let path: String
  package let place: Place

  init(
    slug: String, title: String, day: Day, campaign: Int, branch: Ref<Branch>?, author: Ref<Member>?,
    people: [Ref<Member>], location: String, works: [Ref<Work>], activity: ActivityRef?, picture: Picture?,
    summary: String, figures: [Figure], tags: [Tag], formerly: [FormerAddress], held: HeldText.Reason?,
    text: MarkupDocument,
    path: String, place: Place
  ) {
    self.slug = slug
    self.title = title
    self.day = day
    self.campaign = campaign
    self.branch = branch
    self.author = author
    self.people = people
    self.location = location
    self.works = works
    self.activity = activity
    self.picture = picture
    self.summary = summary
    self.figures = figures
    self.tags = tags
    self.formerly = formerly
    self.held = held
    self.text = text
    self.path = path
    self.place = place
  }
}

package struct ActivityRef: Hashable, Sendable {
  package let year: Ref<YearLedger>
  package let activity: Ref<Activity>

  package init(year: Ref<YearLedger>, activity: Ref<Activity>) {
    self.year = year
    self.activity = activity
  }
}

/// A Party group on site with plaque, pledges and a metric; a story, never points (S18).
package struct PartyGroup: Sendable {
  package struct Pledge: Sendable {
    package let member: Ref<Member>
    package let on: Day
    package let text: String
    package let place: Place
  }
  /// A figure of the business with its formula: members' average against everybody's average, in per cent.
  package struct Metric: Sendable {
    package let name: String
    package let unit: String
    package let members: Figure
    package let everybody: Figure
    package let source: String
  }
  package let id: String
  package let name: String
  package let branch: Ref<Branch>
  /// The day the plaque was handed over, and where.
  package let plaqueOn: Day?
  package let plaqueAt: String
  package let members: [Ref<Member>]
  package let pledges: [Pledge]
  package let metric: Metric?
  package let place: Place
}

/// A bag that was made and handed over, with the fingerprint that was signed.
package struct ArchiveEntry: Sendable {
  /// The bag's folder: `year-2025`.
  package let id: String
  package let title: String
  /// The day its data stands for.
  package let on: Day
  /// 64 digits in lower-case hexadecimal.
  package let fingerprint: String
  package let files: Int
  /// Where it is kept; empty where nobody has said.
  package let keeper: String
  package let place: Place
}
