import Markup
import Parsing
import Scoring
import Texts

/// A free page: a text of the office's own, at an address made of its file's name and folders.
package final class OwnPage: Sendable {
  package let title: String
  /// Empty where it has none.
  package let summary: String
  package let day: Day?
  /// Its place among its neighbours, where somebody gave it one.
  package let order: Int?
  /// Whether the site's search and site map name it.
  package let isFound: Bool
  package let isInFeed: Bool
  package let tags: [Tag]
  package let formerly: [FormerAddress]
  /// Why it isn't published, where only a preview shows it.
  package let held: HeldText.Reason?
  package let text: MarkupDocument
  /// Path of the Markdown file, from the project folder: links and pictures are relative to its folder.
  package let path: String
  package let place: Place

  init(
    title: String, summary: String, day: Day?, order: Int?, isFound: Bool, isInFeed: Bool, tags: [Tag],
    formerly: [FormerAddress],
    held: HeldText.Reason?, text: MarkupDocument, path: String, place: Place
  ) {
    self.title = title
    self.summary = summary
    self.day = day
    self.order = order
    self.isFound = isFound
    self.isInFeed = isInFeed
    self.tags = tags
    self.formerly = formerly
    self.held = held
    self.text = text
    self.path = path
    self.place = place
  }

  /// Where all of them stand.
  package static let root = "content/pages/"

  /// The path below `content/pages/` without its ending, as `nav` names the page: `办事指南/转接`.
  package var name: String { String(path.utf8.dropFirst(Self.root.utf8.count).dropLast(3)) ?? path }

  /// The folder whose page it is, or would be if there were one: `content/pages/通知/` of `通知.md` and of
  /// `通知/index.md` alike.
  var folder: String { isIndex ? folderOf(path) : Self.root + name + "/" }

  /// Whether the file's name says nothing but whose page it is.
  var isIndex: Bool { path.ends(with: "/index.md") }
}

/// The free pages as they lie below one another. A folder without a page of its own is no step between them: what stands in
/// it lies below the nearest page above.
package struct OwnPages: Sendable {
  /// Each before those below it, neighbours in their order: that of the pages that have one, then from new to old, then by
  /// name.
  package let pages: [OwnPage]
  /// The pages above each, from the top; without itself.
  package let trails: [[Int]]
  package let children: [[Int]]
  /// Those with none above them.
  package let tops: [Int]

  /// - Parameter written: in any order; of two pages of one folder the first counts.
  init(_ written: [OwnPage] = []) {
    let heads = Self.heads(written).first.mapValues(\.path)
    let byParent = Dictionary(grouping: written) { Self.parent(of: $0, heads) ?? "" }
    var (pages, trails): ([OwnPage], [[Int]]) = ([], [])
    var children: [[Int]] = []
    func lay(below parent: String, _ trail: [Int]) -> [Int] {
      byParent[parent, default: []].sorted(by: OwnPage.stands).map { page in
        let number = pages.count
        pages.append(page)
        trails.append(trail)
        children.append([])
        children[number] = lay(below: page.path, trail + [number])
        return number
      }
    }
    tops = lay(below: "", [])
    self.pages = pages
    self.trails = trails
    self.children = children
  }

  /// The page of each folder, and what would be a second one beside it.
  static func heads(_ pages: [OwnPage]) -> (first: [String: OwnPage], further: [(OwnPage, OwnPage)]) {
    var first: [String: OwnPage] = [:]
    var further: [(OwnPage, OwnPage)] = []
    for page in pages {
      if let head = first[page.folder] { further.append((head, page)) } else { first[page.folder] = page }
    }
    return (first, further)
  }

  /// The path of the nearest page of a folder above.
  private static func parent(of page: OwnPage, _ heads: [String: String]) -> String? {
    var folder = page.folder.utf8[...]
    while true {
      // The folder above: to the slash before the last.
      guard let slash = folder.dropLast().lastIndex(of: UInt8(ascii: "/")) else { return nil }
      folder = folder[...slash]
      guard folder.count >= OwnPage.root.utf8.count else { return nil }
      if let head = heads[String(folder) ?? ""], head != page.path { return head }
    }
  }

  /// The page at a path from the project folder.
  package func index(of path: String) -> Int? { pages.firstIndex { $0.path == path } }

  /// The page that `nav` names: its path below `content/pages/`, with or without `.md`; a folder means its page.
  func index(named name: String) -> Int? {
    let plain = withoutEnding(name)
    return pages.firstIndex { $0.name == plain } ?? pages.firstIndex { $0.isIndex && $0.name == plain + "/index" }
  }
}

/// The name of a page as its path begins, whether it was written with `.md` or without.
func withoutEnding(_ name: String) -> String {
  name.ends(with: ".md") ? String(name.utf8.dropLast(3)) ?? name : name
}

extension OwnPage {
  fileprivate static func stands(_ one: OwnPage, before other: OwnPage) -> Bool {
    if one.order != other.order { return one.order ?? .max < other.order ?? .max }
    // What has no day stands after what has one.
    if one.day != other.day { return (one.day?.ordinal ?? .min) > (other.day?.ordinal ?? .min) }
    return one.path < other.path
  }
}
