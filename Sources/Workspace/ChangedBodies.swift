import Composing
import Reading
import Texts

/// The stories whose bodies are all that differs between two states of a project with one ledger. Everything that other pages
/// say of a story stands in its head.
struct ChangedBodies {
  /// Indices into `Content.stories` of both.
  let stories: Set<Int>
  /// Whether templates differ too.
  private let hasOtherTemplates: Bool

  /// - Returns: `nil` where anything else differs: another file, a head, a story that came or went.
  init?(from then: SiteContext, to now: SiteContext) {
    let (old, new) = (then.content, now.content)
    guard old.tree.isSameBesideFiles(new.tree), old.tree.hasFilesStanding(as: new.tree),
      old.stories.count == new.stories.count
    else { return nil }
    let places = Dictionary(new.stories.enumerated().map { (Int($1.place.file), $0) }) { first, _ in first }
    var stories: Set<Int> = []
    var hasOtherTemplates = false
    for (index, files) in zip(old.tree.files, new.tree.files).enumerated() where !files.0.isSame(as: files.1) {
      if files.1.path.begins(with: "templates/") {
        hasOtherTemplates = true
        continue
      }
      guard let story = places[index], old.stories[story].place.file == new.stories[story].place.file,
        haveSameHead(files.0.bytes, files.1.bytes)
      else { return nil }
      stories.insert(story)
    }
    (self.stories, self.hasOtherTemplates) = (stories, hasOtherTemplates)
  }

  /// Which bundles of a site are what they were: pages, and after them files.
  func leave(_ pages: [PagePlan], _ files: [FilePlan]) -> Set<Int> {
    var same = Set(pages.indices.filter { leave(pages[$0].basis) })
    same.formUnion(files.indices.filter { files[$0].isAsBefore }.map { pages.count + $0 })
    return same
  }

  /// Whether a page that is made from this is the same in both.
  private func leave(_ basis: PageBasis) -> Bool {
    if hasOtherTemplates { return false }
    return switch basis {
    case .everything: false
    case .heads: true
    case .body(let story): !stories.contains(story)
    // Few change, and a list may be of thousands.
    case .bodies(let list): !stories.contains(where: list.contains)
    }
  }
}
