import BuiltIn
import Composing
import Diagnostics
import Disk
import Loading
import Rendering
import Reports
import Scoring
import Texts

/// A check with all that can be told of it.
package struct FullCheck {
  package let report: BuildReport
  package let findings: CheckFindings
}

/// Everything a build does except writing, compared with what is published.
/// - Parameters:
///   - standing: the day to stand for where the content leaves it open.
///   - output: the published folder, if there is one.
/// - Throws: `EnvironmentFailure`.
package func checkSite(project: String, on standing: StandingDay, comparedWith output: String) throws -> FullCheck {
  let published = try? SiteFiles(published: output)
  let site = try prepareSite(
    project: project, on: standing.day, audience: (try? published?.audience()) ?? .office, published: output,
    everyEdition: true)
  let figures = try ComparedFigures(published: published, now: site.plan.map { SiteFiles($0, name: project) })
  return FullCheck(
    report: BuildReport(site),
    findings: CheckFindings(
      tree: site.tree, diagnostics: site.diagnostics, acknowledged: site.acknowledged.count, today: standing.day,
      then: figures.then, now: figures.now, sums: site.sums))
}

/// Writes the page for the clerk, whole or not at all.
/// - Throws: `EnvironmentFailure`.
package func writeCheckReport(
  _ findings: CheckFindings, to path: String, project: String, output: String
) throws {
  try Whereabouts(project: project).refuseReport(at: path, output: output, unread: checkReportName)
  try makeFolder(parent(of: path).folder)
  try replaceMadePage(path, with: checkReport(findings))
}

/// The page for the clerk.
func checkReport(_ findings: CheckFindings) -> [UInt8] {
  let builtIn = SourceTree(files: builtInFiles.map { SourceFile(path: $0.path, text: $0.text, origin: .builtIn) })
  // Of a project that couldn't be read there are none.
  let hasTemplates = findings.tree.index(of: "templates/\(CheckReport.template).mustache") != nil
  return rendered(CheckReport(findings), hasTemplates ? findings.tree : builtIn, builtIn: builtIn)
}
