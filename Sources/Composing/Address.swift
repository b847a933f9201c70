import Addressing
import Reading
import Scoring
import Texts
import Wording

/// Where each page stands, from the site's root. Years come first, so that a year is one folder and an address never
/// changes when the next year begins. Index files are named, since a folder has none when opened from a USB stick.
package enum Address {
  package static let home = "index.html"
  package static let about = "about.html"
  package static let years = "years.html"
  package static let archives = "archives.html"
  package static let search = "search.html"
  package static let stories = "stories/index.html"
  /// The stories of a calendar year.
  package static func stories(_ year: Int) -> String { "stories/\(year)/index.html" }
  package static let tags = "tags.html"
  package static let reports = "reports/index.html"
  /// - Parameter year: of a report that is a year's.
  package static func report(_ report: LedgerReport, _ year: Int?) -> String {
    (year.map { "\($0)/" } ?? "") + "reports/\(report.id).html"
  }
  /// A file's path, whose address `SitePath` writes.
  package static func tag(_ name: String) -> String { "tags/\(name).html" }
  package static func link(toTag name: String) -> String { SitePath(tag(name)).address }

  package static func standings(_ year: Int, _ scope: String = "index") -> String { "\(year)/standings/\(scope).html" }
  package static func branches(_ year: Int) -> String { "\(year)/branches/index.html" }
  package static func branch(_ branch: Branch, _ year: Int) -> String { "\(year)/branches/\(branch.id).html" }
  package static func unit(_ unit: PartyUnit, _ year: Int) -> String { "\(year)/units/\(unit.id).html" }
  package static func member(_ member: Member, _ year: Int) -> String { "\(year)/members/\(member.key).html" }
  /// The row that a record earned, in its member's account.
  static func line(of owner: Member, _ year: Int, _ record: Place, _ citations: Citations) -> String {
    member(owner, year) + "#" + percentEncoded(citations.rowID(record).utf8)
  }
  /// Somebody's or a branch's page of all years, which belongs to none of them.
  package static func years(of member: Member) -> String { "members/\(member.key).html" }
  package static func years(of branch: Branch) -> String { "branches/\(branch.id).html" }
  package static func rulebook(_ year: Int) -> String { "\(year)/rulebook.html" }
  package static func activities(_ year: Int) -> String { "\(year)/activities.html" }
  package static func projects(_ year: Int) -> String { "\(year)/projects.html" }
  package static func welfare(_ year: Int) -> String { "\(year)/welfare.html" }
  package static func notice(_ year: Int) -> String { "\(year)/notice.html" }
  package static func honors(_ year: Int) -> String { "\(year)/honors.html" }
  package static func brand(_ year: Int) -> String { "\(year)/brand.html" }
  package static let feed = "stories/feed.xml"
  package static func work(_ work: Work) -> String { "works/\(work.id).html" }
  package static func story(_ story: Story) -> String { "stories/\(story.slug).html" }
  /// `content/pages/办事指南/转接.md` → `办事指南/转接.html`: a file's path, whose address `SitePath` writes.
  package static func page(_ page: OwnPage) -> String { page.name + ".html" }
  /// Where a narrower form of a picture is published: `sizes/480/campaigns/river/bridge.jpg`; one of another kind than the
  /// picture where the form of no file can stand, `sizes/480/jpg/campaigns/river/plan.png.jpg`.
  package static func file(ofAsset path: String, narrowed form: SmallerPicture) -> String {
    "sizes/\(form.pixels.width)/" + (form.ending.isEmpty ? "" : "jpg/")
      + (path.dropping(prefix: "content/") ?? path[...]) + form.ending
  }

  /// The same as an address: names of files may hold what means something in one.
  package static func link(to page: OwnPage) -> String { SitePath(self.page(page)).address }
  package static func campaign(_ campaign: Campaign) -> String { "campaigns/\(campaign.id).html" }

  /// Where a file beside the stories is published: `content/campaigns/river/rivers.svg` →
  /// `media/campaigns/river/rivers.svg`. Pages name it by `asset`.
  package static func file(ofAsset path: String) -> String {
    "media/" + (path.dropping(prefix: "content/") ?? path[...])
  }

  /// The same as an address: names of files may hold what means something in one.
  package static func asset(_ path: String) -> String { SitePath(file(ofAsset: path)).address }

  /// From the page at `path` back to the root: `../../` for two folders.
  package static func root(of path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
