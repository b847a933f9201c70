import Diagnostics
import Disk
import Foundation
import Rendering
import Reports
import Scoring
import Texts

/// Makes the folder of a campaign with its page, every key of its details explained.
/// - Parameters:
///   - id: its folder, and its address.
///   - from: by default today, or the day of the report where that is earlier.
///   - to: by default the end of the reporting year that `from` lies in, or else of its calendar year.
/// - Returns: `nil` with the mistakes that stand in the way; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written either.
package func newCampaign(
  _ id: String, title: String, from: String?, to: String?, project: String
) throws -> (NewFiles?, SourceTree, [Diagnostic]) {
  let first = try from.map { try reportDay($0, option: "--from") }
  let last = try to.map { try reportDay($0, option: "--to") }
  let title = try quoted(title, option: "--title")
  guard isSlug(id) else { throw UsageFailure.campaignName(id) }
  let folder = "content/campaigns/\(id)"
  guard try kind(of: "\(project)/\(folder)", in: AT_FDCWD, path: folder) == nil else {
    throw UsageFailure(zh: "已经有 \(folder)，不会改动它", en: "\(folder) is there already and stays as it is")
  }
  return try addText(to: project) { found in
    let begin = first ?? min(today(), found.ledger.asOf)
    let year = found.ledger.years.first { $0.period.first <= begin && begin <= $0.period.last }
    let end = last ?? year?.period.last ?? Day(year: begin.year, month: 12, day: 31) ?? begin
    guard begin <= end else {
      throw UsageFailure(zh: "--to \(end) 在 --from \(begin) 之前", en: "--to \(end) lies before --from \(begin)")
    }
    let start = CampaignStart(id: id, title: title, from: "\(begin)", to: "\(end)")
    let (bytes, mistakes) = Archetypes(found.tree).fill(CampaignStart.file, with: start)
    return (
      bytes.map { NewText(folder: folder, file: RenderedFile(path: "index.md", bytes: $0)) }, mistakes
    )
  }
}

extension UsageFailure {
  fileprivate static func campaignName(_ text: String) -> UsageFailure {
    UsageFailure(
      zh: "“\(text)”不能作专题的名字：用小写字母、数字和连字符，不用 con、nul 等 Windows 放不下的名字，例如 spring；它是文件夹，也是网址",
      en:
        "'\(text)' won't do as a campaign's name: small letters, digits and hyphens, no name that Windows can't hold (con, nul), such as spring; it is folder and address"
    )
  }
}
