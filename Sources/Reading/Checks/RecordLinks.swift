import Diagnostics
import Markup
import Parsing
import Scoring
import Texts

/// Finds the records that texts lead to by their ids: rows move when another is entered before them.
struct RecordLinkCheck {
  private let findings: MistakeCollector
  private let tree: SourceTree
  private let years: [Int: YearDraft]
  /// Whether texts are shown before their day, and what they lead to may be still to come.
  private let isPreview: Bool

  init(_ draft: Draft) {
    (findings, tree, years, isPreview) = (draft.findings, draft.tree, draft.years, draft.showsHeld)
  }

  /// Whether a path is that of a table that records of a year may stand in, or stood in before an archive took it apart.
  func holdsTable(_ path: String) -> Bool {
    guard let year = year(of: path) else { return false }
    if tree.origins.workbooks.contains(path) { return true }
    guard let file = tree.index(of: path).map({ tree.files[Int($0)] }) else { return false }
    return file.sheet != nil || file.path.begins(with: "content/years/\(year.year)/records/")
  }

  private func year(of path: String) -> YearDraft? {
    let parts = path.parts(at: "/")
    return parts.count > 3 && parts[1] == "years" ? Int(parts[2]).flatMap { years[$0] } : nil
  }

  /// The record with an id; what leads to none is reported.
  func record(_ id: String, in path: String, _ link: Link) -> RecordLink? {
    guard let year = year(of: path) else { return nil }
    if id.isEmpty {
      findings.report(.linkToTable(link.destination, at: link.place))
      return nil
    }
    guard case .found(let found) = year.recordIDs.naming(id) else {
      if let shared = shared(id, of: year, in: path) { return shared }
      if !findings.isSpoiled(.record, year: year.year) {
        let near = year.recordIDs.suggestion(for: id)
        findings.report(.linkToUnknownRecord(link.destination, id, year.year, near, at: link.place))
      }
      return nil
    }
    let place = year.recordIDs.places[Int(found.index)]
    guard stands(place, in: path) else {
      findings.report(.linkToOtherTable(link.destination, id, tree.citation(of: place), at: link.place))
      return nil
    }
    let (address, record) = year.record(found)
    if record == nil, let day = address.waitsFor, !isPreview {
      findings.report(.linkToWaitingRecord(link.destination, day, tree.citation(of: place), at: link.place))
    }
    return record
  }

  private func stands(_ place: Place, in path: String) -> Bool {
    if let origin = tree.origins[place] { return origin.path == path }
    return tree.index(of: path).map { tree.files[Int($0)].path == tree.files[Int(place.file)].path } ?? false
  }

  /// Several people's row of a workbook whose tables an archive keeps in its place: there each has an own row, and an own
  /// id that begins with theirs.
  private func shared(_ id: String, of year: YearDraft, in path: String) -> RecordLink? {
    guard tree.origins.workbooks.contains(path) else { return nil }
    let links = year.recordIDs.ids.enumerated().compactMap { number, name in
      name.begins(with: id + "-") && tree.origins[year.recordIDs.places[number]]?.path == path
        ? year.record(Ref(number)).link : nil
    }
    let members = links.flatMap { link -> [Ref<Member>] in
      if case .members(let members) = link.holders { members } else { [] }
    }
    return links.first.map { RecordLink(year: $0.year, holders: .members(members), place: $0.place) }
  }
}
