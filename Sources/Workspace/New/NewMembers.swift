import Diagnostics
import Disk
import Foundation
import Loading
import Reading
import Reports
import Scoring
import Tables
import Texts

/// What a roster says that the content doesn't know yet, and perhaps enters it.
package struct NewMembers: Sendable {
  package let report: TableReport
  /// The files written, by their paths in the project.
  package let written: [String]
  /// Columns of the roster that nobody reads, by their names.
  package let leftOut: [String]
  /// Stays that end in a table which only a person can write to, and what is to be filled in.
  package let byHand: Bilingual?
}

/// Looks for people without an id in the rosters of `content/members/`, or in one that stands elsewhere.
/// - Parameters:
///   - roster: a table or a workbook; read as if it stood in `content/members/`.
///   - rule: how its sheets are read.
///   - since: the first day on which new people count.
///   - write: whether ids and stays are entered; what stands never changes, but for the last day of a stay that ends.
/// - Returns: `nil` with mistakes in what says who belongs where; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`.
package func newMembers(
  from roster: String?, rule: String?, since: String?, write: Bool, project: String
) throws -> (NewMembers?, SourceTree, [Diagnostic]) {
  let day = try since.map { try reportDay($0, option: "--since") }
  var (tree, diagnostics) = try loadSource(project: project, pool: Threads())
  let today = try standingDay(for: .shows, project: project).day
  var path: String?
  if let roster, !isOfContent(roster, project) {
    let name = URL(fileURLWithPath: roster).lastPathComponent
    path = "content/members/\(name)"
    let (files, mistakes) = try rosterFiles(roster, rule: rule, name: name)
    diagnostics += mistakes
    tree = tree.laying(files)
  } else if rule != nil {
    throw UsageFailure(
      zh: "--rule 用于 --from 的花名册；content/ 里的，规则放在它旁边",
      en: "--rule is for a roster of --from; in content/ the rule stands beside it")
  }
  guard !diagnostics.hasErrors else { return (nil, tree, diagnostics) }
  let reading = readEnrolment(tree, roster: path.map(SourceFile.plain), since: day, on: today, pool: Threads())
  let (leftOut, shown) = (reading.leftOut, reading.tree)
  guard let found = reading.enrolment else { return (nil, shown, reading.diagnostics.inReadingOrder()) }
  let report = enrolmentReport(found, in: shown)
  guard write else {
    return (NewMembers(report: report, written: [], leftOut: leftOut, byHand: nil), shown, reading.diagnostics)
  }
  let files = EnrolmentFiles(found, in: tree)
  if let other = files.foreign.first {
    throw EnvironmentFailure(.otherHeading(file: other.path, heading: other.heading, line: other.line))
  }
  let changed = files.changed.sorted { $0.key < $1.key }
  let after = tree.laying(changed.map { SourceFile(path: $0.key, bytes: $0.value) })
  let entered = readEnrolment(after, roster: path.map(SourceFile.plain), since: day, on: today, pool: Threads())
  guard entered.enrolment != nil else { return (nil, entered.tree, entered.diagnostics.inReadingOrder()) }
  for (path, bytes) in changed { try replaceFile("\(project)/\(path)", with: markedForExcel(bytes, at: path)) }
  let made = NewMembers(
    report: report, written: changed.map(\.key), leftOut: leftOut, byHand: files.byHand(in: tree))
  return (made, shown, reading.diagnostics)
}

/// Whether a roster is one that the content has already.
private func isOfContent(_ roster: String, _ project: String) -> Bool {
  let folder = URL(fileURLWithPath: project).appending(path: "content/members").standardizedFileURL.path
  return URL(fileURLWithPath: roster).deletingLastPathComponent().standardizedFileURL.path == folder
}

/// A roster from anywhere, and its rule, as files of the content.
private func rosterFiles(_ roster: String, rule: String?, name: String) throws -> ([SourceFile], [Diagnostic]) {
  let stem = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
  let (files, mistakes) = try loadTable(roster, as: "content/members/\(name)")
  guard let rule else { return (files, mistakes) }
  return (files + [try loadText(rule, as: "content/members/\(stem).yaml")], mistakes)
}

extension SourceTree {
  /// The same project with other files at their paths.
  fileprivate func laying(_ new: [SourceFile]) -> SourceTree {
    let paths = Set(new.map(\.path))
    return SourceTree(
      files: files.filter { !paths.contains($0.path) } + new, assets: assets, refused: refused, passedOver: passedOver)
  }
}
