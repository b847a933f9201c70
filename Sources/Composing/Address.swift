import Addressing
import Diagnostics
import Reading
import Scoring

/// Where each page stands, from the site's root. Years come first, so that a year is one folder and an address never
/// changes when the next year begins. Index files are named, since a folder has none when opened from a USB stick.
enum Address {
  static let home = "index.html"
  static let about = "about.html"
  static let years = "years.html"
  static let archives = "archives.html"
  static let search = "search.html"
  static let stories = "stories/index.html"

  static func standings(_ year: Int, _ scope: String = "index") -> String { "\(year)/standings/\(scope).html" }
  static func branches(_ year: Int) -> String { "\(year)/branches/index.html" }
  static func branch(_ branch: Branch, _ year: Int) -> String { "\(year)/branches/\(branch.id).html" }
  static func member(_ member: Member, _ year: Int) -> String { "\(year)/members/\(member.key).html" }
  static func rulebook(_ year: Int) -> String { "\(year)/rulebook.html" }
  static func activities(_ year: Int) -> String { "\(year)/activities.html" }
  static func projects(_ year: Int) -> String { "\(year)/projects.html" }
  static func welfare(_ year: Int) -> String { "\(year)/welfare.html" }
  static func notice(_ year: Int) -> String { "\(year)/notice.html" }
  static func honors(_ year: Int) -> String { "\(year)/honors.html" }
  static func brand(_ year: Int) -> String { "\(year)/brand.html" }
  static let feed = "stories/feed.xml"
  static func work(_ work: Work) -> String { "works/\(work.id).html" }
  static func story(_ story: Story) -> String { "stories/\(story.slug).html" }
  static func campaign(_ campaign: Campaign) -> String { "campaigns/\(campaign.id).html" }

  /// Where a file beside the stories is published: `content/campaigns/river/rivers.svg` →
  /// `media/campaigns/river/rivers.svg`. Pages name it by `asset`.
  static func file(ofAsset path: String) -> String {
    "media/" + (path.dropping(prefix: "content/") ?? path[...])
  }

  /// The same as an address: names of files may hold what means something in one.
  static func asset(_ path: String) -> String { SitePath(file(ofAsset: path)).address }

  /// From the page at `path` back to the root: `../../` for two folders.
  static func root(of path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
