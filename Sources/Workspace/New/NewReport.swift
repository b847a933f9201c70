import Diagnostics
import Rendering
import Reports
import Scoring
import Texts

/// Begins a report in `content/reports/`: a finding, its figure and a table, each to be changed.
/// - Parameter id: its file's name, which is its address.
/// - Returns: `nil` with the mistakes that stand in the way; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written either.
package func newReport(
  _ id: String, title: String, project: String
) throws -> (NewFiles?, SourceTree, [Diagnostic]) {
  let title = try quoted(title, option: "--title")
  guard isSlug(id) else {
    throw UsageFailure(
      zh: "“\(id)”不能作报告的编号：用小写字母、数字和连字符，例如 donors",
      en: "'\(id)' won't do as a report's id: small letters, digits and hyphens, such as donors")
  }
  let name = "\(id).md"
  return try addText(to: project) { found in
    guard found.tree.index(of: "content/reports/\(name)") == nil else {
      throw UsageFailure(
        zh: "已经有 content/reports/\(name)，不会改动它", en: "content/reports/\(name) is there already and stays as it is")
    }
    let start = ReportStart(title: title, year: found.ledger.years[found.ledger.currentYear].year)
    let (bytes, mistakes) = Archetypes(found.tree).fill(ReportStart.file, with: start)
    return (bytes.map { NewText(folder: "content/reports", file: RenderedFile(path: name, bytes: $0)) }, mistakes)
  }
}
