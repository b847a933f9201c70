import Composing
import Diagnostics
import Disk
import Loading
import Reports
import Scoring
import Texts

/// Whom to build for, as the command line names it.
package enum SiteProfile: String, CaseIterable, Sendable {
  case intranet, office

  var audience: Audience { self == .office ? .office : .intranet }
}

/// What a build or a check found and did.
package struct BuildReport: Sendable {
  package let tree: SourceTree
  /// Sorted as a person reads.
  package let diagnostics: [Diagnostic]
  /// `nil` after a check, and where an error stopped the build.
  package let publication: Publication?
  /// What was published, with all it was made from: who ends the process soon holds it until then, since the kernel
  /// takes it back at once, and to take it apart takes as long as to write a tenth of the site.
  let plan: OutputPlan?
}

/// disk → … → the published folder. With any error nothing is written and the previous site stands.
/// - Parameter day: the day to stand for where the content leaves it open.
/// - Throws: `EnvironmentFailure`.
package func buildSite(
  project: String, on day: Day? = nil, output: String, profile: SiteProfile = .intranet,
  counter: WorkCounter = WorkCounter()
) throws -> BuildReport {
  let (tree, plan, diagnostics) = try prepareSite(project: project, on: day, audience: profile.audience)
  guard let plan, !diagnostics.hasErrors else {
    return BuildReport(tree: tree, diagnostics: diagnostics, publication: nil, plan: nil)
  }
  let (publication, mistakes) = try publish(plan, project: project, output: output, counter: counter)
  return BuildReport(
    tree: tree, diagnostics: (diagnostics + mistakes).inReadingOrder(), publication: publication, plan: plan)
}

/// Everything a build does except writing.
/// - Throws: `EnvironmentFailure`.
package func checkSite(project: String, on day: Day? = nil) throws -> BuildReport {
  let (tree, _, diagnostics) = try prepareSite(project: project, on: day)
  return BuildReport(tree: tree, diagnostics: diagnostics, publication: nil, plan: nil)
}

func prepareSite(
  project: String, on day: Day? = nil, audience: Audience = .intranet
) throws -> (SourceTree, OutputPlan?, [Diagnostic]) {
  let (tree, loading) = try loadSource(project: project, pool: Threads())
  let (plan, laying) = layOut(tree, on: day, audience: audience)
  return (tree, plan, (loading + laying).inReadingOrder().capped())
}

/// Reads and scores a project for a report in the terminal.
/// - Parameters:
///   - day: the day to stand for where the content leaves it open.
///   - asOf: the day it shall stand for instead of the content's own; never a later one, whose records the content
///     doesn't hold.
/// - Returns: `nil` with an error among the diagnostics.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func scoreProject(
  _ project: String, on day: Day? = nil, asOf: Day?
) throws -> (ScoredProject?, SourceTree, [Diagnostic]) {
  let (tree, loading) = try loadSource(project: project, pool: Threads())
  let (scored, found) = scoreTree(tree, on: day)
  let diagnostics = (loading + found).inReadingOrder().capped()
  guard let scored, !diagnostics.hasErrors else { return (nil, tree, diagnostics) }
  guard let asOf else { return (scored, tree, diagnostics) }
  guard asOf <= scored.ledger.asOf else { throw UsageFailure.dayAfterReport(asOf, scored.ledger.asOf) }
  let ledger = scored.ledger.standing(for: asOf)
  let book = rescore(ledger)
  return (ScoredProject(tree: tree, ledger: ledger, scorebook: book), tree, diagnostics)
}
