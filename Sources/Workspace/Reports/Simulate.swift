import Diagnostics
import Disk
import Foundation
import Loading
import Reading
import Reports
import Scoring
import Tables
import Texts

/// Standings under another rulebook beside today's, with who moves and why. Nothing is written.
///
/// - Parameters:
///   - rulebook: a file in the form of rulebook.yaml; or a table of items, `.csv` or a workbook, which stands for the
///     items it has.
///   - year: the year whose rulebook it replaces; by default the latest.
///   - day: the day to stand for where the content leaves it open.
///   - showsAll: also those whom the change doesn't touch.
/// - Returns: `nil` with an error among the diagnostics; those of the other rulebook name its own file.
/// - Throws: `UsageFailure`, `EnvironmentFailure`.
package func simulate(
  rulebook: String, year: Int?, project: String, on day: Day? = nil, showsAll: Bool
) throws -> (TableReport?, SourceTree, [Diagnostic]) {
  let (scored, tree, diagnostics) = try scoreProject(project, on: day, asOf: nil)
  guard let today = scored else { return (nil, tree, diagnostics) }
  let index = try today.ledger.yearReference(year)
  let number = today.ledger.years[index].year
  let folder = "content/years/\(number)/"
  let tried: TriedRules =
    [".csv", ".xlsx", ".xlsm"].contains { rulebook.lowercased().ends(with: $0) }
    ? .items : .rulebook
  let other: SourceTree
  let shown: SourceTree
  switch tried {
  case .items:
    let tables = folder + "items."
    let (files, mistakes) = try loadTable(rulebook, as: tables + (rulebook.lowercased().parts(at: ".").last ?? ""))
    guard mistakes.isEmpty else { return (nil, tree, mistakes) }
    (other, shown) = tree.replacing({ $0.begins(with: tables) }, with: files, shownAs: rulebook)
  case .rulebook:
    let path = folder + "rulebook.yaml"
    (other, shown) = tree.replacing({ $0 == path }, with: [try text(rulebook, as: path)], shownAs: rulebook)
  }
  let (then, mistakes) = scoreTree(other, on: day, for: .trial(tried))
  guard let then, !mistakes.hasErrors else { return (nil, shown, mistakes.inReadingOrder().capped()) }
  let found = Comparison(today, then, year: index, showsAll: showsAll)
  let heading = Bilingual(
    zh: "\(number) 年度，另一份标准：\(rulebook)；\(found.members) 人、\(found.branches) 个支部\(showsAll ? "" : "的积分或名次会变")",
    en:
      "year \(number) under \(rulebook): \(found.members) members and \(found.branches) branches\(showsAll ? "" : " would move")"
  )
  return (
    TableReport(
      heading: [heading, today.stand(of: index)],
      [.init("moves", found.table, title: Bilingual(zh: "试算", en: "Simulation"))]), tree, []
  )
}

private func text(_ file: String, as path: String) throws -> SourceFile {
  let descriptor = try Descriptor(file, flags: O_RDONLY, path: file, action: .read)
  let text = decode(try descriptor.read(upTo: Int(try descriptor.status().st_size)), allowsGB18030: false)
  guard text.faults.isEmpty else {
    throw UsageFailure(zh: "\(file) 不是 UTF-8 文本", en: "\(file) is no UTF-8 text")
  }
  return SourceFile(path: path, bytes: text.bytes)
}
