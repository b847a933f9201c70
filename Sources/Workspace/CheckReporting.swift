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
  // A published folder that is damaged, or nobody's, says nothing; the next publication mends it.
  let earlier = try? SiteFiles(published: output)
  let audience = try? earlier?.audience()
  let site = try prepareSite(project: project, on: standing.day, audience: audience ?? .office)
  let now = try site.plan.map { try SiteFigures(SiteFiles($0, name: project)) }
  return FullCheck(
    report: BuildReport(site),
    findings: CheckFindings(
      tree: site.tree, diagnostics: site.diagnostics, acknowledged: site.acknowledged.count, today: standing.day,
      then: earlier.flatMap { try? SiteFigures($0) }, now: now))
}

/// Writes the page for the clerk, whole or not at all: anywhere but among what the project is made of, or there under the
/// one name that is never read.
/// - Throws: `EnvironmentFailure`.
package func writeCheckReport(_ findings: CheckFindings, to path: String, project: String) throws {
  if Disk.parent(of: path).name != checkReportName { try Whereabouts(project: project).refuseFile(path) }
  let builtIn = SourceTree(files: builtInFiles.map { SourceFile(path: $0.path, text: $0.text, origin: .builtIn) })
  try replaceFile(path, with: rendered(CheckReport(findings), findings.tree, builtIn: builtIn))
}
