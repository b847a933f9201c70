import Diagnostics
import Disk
import Foundation
import Loading
import Reports
import Scoring
import Tables
import Texts

/// Standings under another rulebook beside today's, with who moves and why. Nothing is written.
///
/// - Parameters:
///   - rulebook: a file in the rulebook's form.
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
  let file = try Descriptor(rulebook, flags: O_RDONLY, path: rulebook, action: .read)
  let text = decode(try file.read(upTo: Int(try file.status().st_size)), allowsGB18030: false)
  guard text.faults.isEmpty else {
    throw UsageFailure(zh: "\(rulebook) 不是 UTF-8 文本", en: "\(rulebook) is no UTF-8 text")
  }
  let (other, shown) = tree.replacing(
    "content/years/\(number)/rulebook.yaml", with: text.bytes, shownAs: rulebook)
  let (then, mistakes) = scoreTree(other, on: day, isTrial: true)
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
