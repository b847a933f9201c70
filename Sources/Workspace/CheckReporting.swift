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
  let published = PublishedSite(output)
  let site = try prepareSite(
    project: project, on: standing.day, audience: published.audience ?? .office, published: output,
    everyEdition: true)
  return FullCheck(
    report: BuildReport(site),
    findings: CheckFindings(
      tree: site.tree, diagnostics: site.diagnostics, acknowledged: site.acknowledged.count, today: standing.day,
      then: published.figures, now: try site.figures(of: project), sums: site.sums))
}

/// What can be told of a published folder; nothing where there is none, or one that is damaged or nobody's: the next
/// publication mends it.
struct PublishedSite {
  let figures: SiteFigures?
  let audience: Audience?

  init(_ output: String) {
    let files = try? SiteFiles(published: output)
    figures = files.flatMap { try? SiteFigures($0) }
    audience = try? files?.audience()
  }
}

extension PreparedSite {
  /// What it would say of points; `nil` with an error.
  func figures(of project: String) throws -> SiteFigures? {
    try plan.map { try SiteFigures(SiteFiles($0, name: project)) }
  }
}

/// Writes the page for the clerk, whole or not at all.
/// - Throws: `EnvironmentFailure`.
package func writeCheckReport(
  _ findings: CheckFindings, to path: String, project: String, output: String
) throws {
  try Whereabouts(project: project).refuseReport(at: path, output: output, unread: checkReportName)
  try replaceFile(path, with: checkReport(findings))
}

/// The page for the clerk.
func checkReport(_ findings: CheckFindings) -> [UInt8] {
  let builtIn = SourceTree(files: builtInFiles.map { SourceFile(path: $0.path, text: $0.text, origin: .builtIn) })
  // Of a project that couldn't be read there are none.
  let hasTemplates = findings.tree.index(of: "templates/\(CheckReport.template).mustache") != nil
  return rendered(CheckReport(findings), hasTemplates ? findings.tree : builtIn, builtIn: builtIn)
}
