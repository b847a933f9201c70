import Addressing
import Markup
import Parsing
import Texts

/// Every relative link leads to a published page, a file beside the stories or a record with an id, and every picture is one.
/// - Returns: the files beside the texts that no published text refers to, which then aren't published either, and the
///   records that texts lead to.
func checkLinks(_ draft: Draft) -> (unused: Set<String>, records: [String: RecordLink]) {
  var check = LinkCheck(draft)
  for page in draft.pages { check.check(page.path, page.text) }
  for story in draft.stories + draft.heldStories { story.picture.map { check.use($0.path, in: story.path) } }
  return (check.unused(after: draft), check.records)
}

private struct LinkCheck {
  private let findings: MistakeCollector
  private let targets: LinkTargets
  private let pages: [String: MarkupDocument]
  private let held: Set<String>
  /// Reports that the office's edition alone has.
  private let ofOffice: Set<String>
  private let recordLinks: RecordLinkCheck
  private(set) var records: [String: RecordLink] = [:]
  /// The ids of a page's headings, once a link has asked for one.
  private var headings: [String: Set<String>] = [:]
  /// Files that published texts refer to, and those that only others do.
  private var (used, kept): (Set<String>, Set<String>) = ([], [])
  private var suggestions = Suggestions()

  init(_ draft: Draft) {
    findings = draft.findings
    targets = LinkTargets(draft.tree)
    recordLinks = RecordLinkCheck(draft)
    pages = Dictionary(draft.pages.map { ($0.path, $0.text) }) { first, _ in first }
    held = draft.unpublishedTexts
    ofOffice = Set(draft.reports.filter(\.isOffice).map(\.path))
  }

  mutating func use(_ path: String, in text: String) {
    if held.contains(text) { kept.insert(path) } else { used.insert(path) }
  }

  mutating func check(_ path: String, _ text: MarkupDocument) {
    let file = SitePath(path)
    for link in text.links { check(link, in: file) }
    for image in text.images { check(image, in: file) }
  }

  private mutating func check(_ link: Link, in file: SitePath) {
    let reference = Reference(link.destination)
    guard reference.lead != .outside else { return }
    guard let target = resolve(reference, link.destination, in: file, at: link.place) else { return }
    if let asset = targets.asset(at: target) {
      use(asset, in: file.text)
    } else if let page = targets.page(at: target) {
      if held.contains(page), !held.contains(file.text) {
        findings.report(.linkToHeld(link.destination, at: link.place))
      } else if ofOffice.contains(page), !ofOffice.contains(file.text) {
        findings.report(.linkToOffice(link.destination, at: link.place))
      }
      check(fragmentOf: reference, in: page, at: link.place)
    } else if recordLinks.holdsTable(target) {
      let id = reference.fragmentName ?? ""
      if let record = recordLinks.record(id, in: target, link) { records[RecordLink.key(target, id: id)] = record }
    } else if !targets.isExcused(target) {
      findings.report(
        targets.isPageless(target)
          ? .pageless(link.destination, at: link.place)
          : .deadLink(
            link.destination, remedy(link.destination, target, in: file, among: targets.names), at: link.place))
    }
  }

  private mutating func check(_ image: Image, in file: SitePath) {
    let reference = Reference(image.destination)
    guard let target = resolve(reference, image.destination, in: file, at: image.place) else { return }
    if let asset = targets.asset(at: target) {
      use(asset, in: file.text)
      if LinkTargets.isDocument(asset) {
        findings.report(.documentAsPicture(image.destination, image.alt, at: image.place))
      }
    } else if let pictures = targets.pictures(in: target) {
      // One mistake, reported once: its pictures aren't reported as useless too.
      for picture in pictures { use(picture, in: file.text) }
      findings.report(.folderAsPicture(image.destination, at: image.place))
    } else if image.destination.ends(with: "/"), !targets.isExcused(target) {
      findings.report(.folderWithoutPictures(image.destination, at: image.place))
    } else if !targets.isExcused(target) {
      findings.report(
        .missingImage(
          image.destination, remedy(image.destination, target, in: file, among: targets.assets), at: image.place))
    }
  }

  private func resolve(_ reference: Reference, _ text: String, in file: SitePath, at place: Place) -> String? {
    do {
      return try file.resolving(reference, floor: 1).text
    } catch {
      findings.report(.unsafePath(text, error, at: place))
      return nil
    }
  }

  /// A page that couldn't be read has been reported: it exists, and its headings are unknown.
  private mutating func check(fragmentOf reference: Reference, in page: String, at place: Place) {
    guard let name = reference.fragmentName, let text = pages[page] else { return }
    let known = headings[page] ?? Set(text.outline.map(\.id))
    headings[page] = known
    if known.contains(name) { return }
    let near = suggestions.nearest(to: name, in: text.outline.lazy.map(\.id), count: text.outline.count)
    findings.report(.deadFragment(name, in: page, suggestion: near, at: place))
  }

  /// What is most likely meant: the file of that very name, its signs to be written as an address writes them, or the
  /// nearest there is.
  private mutating func remedy(
    _ text: String, _ target: String, in file: SitePath, among names: [String]
  ) -> LinkRemedy? {
    if let literal = try? file.resolving(name: text, floor: 1).text, targets.isFile(literal) {
      use(literal, in: file.text)
      return .spelling(percentEncoded(text.utf8))
    }
    guard let near = suggestions.file(like: target, among: names) else { return nil }
    // One mistake, reported once: a file that is called wrongly isn't reported as useless too.
    use(near, in: file.text)
    return .file(near)
  }

  /// With a page or a title picture that couldn't be read nobody can say what it would have shown.
  func unused(after draft: Draft) -> Set<String> {
    guard draft.pages.count == targets.textCount,
      draft.stories.count + draft.heldStories.count == targets.storyCount
    else { return [] }
    let unpublished = targets.assets.filter { !used.contains($0) }
    for path in unpublished where !kept.contains(path) { findings.report(.unusedAsset(path)) }
    return Set(unpublished)
  }
}

/// The nearest names, as long as looking for them stays cheap: a text may have thousands of dead links, and as many files
/// to compare each with.
struct Suggestions {
  /// Pairs still to be compared, and the longest name that is worth it.
  private var budget = 200_000
  private static let longest = 200

  mutating func nearest(to name: String, in names: some Sequence<String>, count: Int) -> String? {
    guard count <= budget, name.utf8.count <= Self.longest else { return nil }
    budget -= count
    return Texts.nearest(to: name, in: names.filter { $0.utf8.count <= Self.longest })
  }

  /// A file of nearly that name in the folder that was meant, else one of that very name in another: of a whole path the
  /// folders alone would make everything in them alike.
  mutating func file(like path: String, among paths: [String]) -> String? {
    guard paths.count <= budget, path.utf8.count <= Self.longest else { return nil }
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    let (folder, name) = (String(path[..<cut]), String(path[cut...]))
    let siblings = paths.lazy.filter { $0.begins(with: folder) && !$0.dropFirst(folder.count).utf8.contains(0x2F) }
    if let text = siblings.first(where: { $0 == path + ".md" }) { return text }
    let near = nearest(to: name, in: siblings.map { String($0.dropFirst(folder.count)) }, count: paths.count)
    return near.map { folder + $0 } ?? paths.first { $0.ends(with: "/" + name) }
  }
}
