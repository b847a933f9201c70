import Composing
import Diagnostics
import Disk
import Loading
import Reading
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
  /// Warnings that somebody lets stand (`content/warnings.yaml`).
  package let acknowledged: [Diagnostic]
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
  let site = try prepareSite(project: project, on: day, audience: profile.audience, published: output)
  guard let plan = site.plan else { return BuildReport(site) }
  giveBackFreedMemory()
  let (publication, mistakes) = try publish(plan, project: project, output: output, counter: counter)
  return BuildReport(
    site, mistakes: mistakes + undrawn(publication, plan, site, on: day), publication: publication)
}

/// Pictures that turned out to be damaged when they were drawn; those whose file shows it were told before.
private func undrawn(_ publication: Publication?, _ plan: OutputPlan, _ site: PreparedSite, on day: Day?)
  -> [Diagnostic]
{
  guard let damaged = publication?.damaged else { return [] }
  return undrawn(damaged, of: plan, in: site.tree, on: day, told: site.diagnostics + site.acknowledged)
}

/// - Parameter damaged: files of the plan.
func undrawn(
  _ damaged: Set<String>, of plan: OutputPlan, in tree: SourceTree, on day: Day?, told: [Diagnostic]
) -> [Diagnostic] {
  if damaged.isEmpty { return [] }
  let known = Set(told.lazy.filter { $0.code == .damagedPicture }.compactMap(\.path))
  let sources = plan.copies.filter { copy in copy.forms.contains { damaged.contains($0.path) } }.map(\.source)
  return settle(sources.filter { !known.contains($0) }.map { .damagedPicture($0) }, in: tree, on: day).open
}

/// Everything a build does except writing.
/// - Parameter output: the published folder that a build would compare with; by default `public` in the project.
/// - Throws: `EnvironmentFailure`.
package func checkSite(project: String, on day: Day? = nil, output: String? = nil) throws -> BuildReport {
  BuildReport(try prepareSite(project: project, on: day, published: output ?? "\(project)/public", everyEdition: true))
}

/// A project with everything done but the writing.
struct PreparedSite {
  let tree: SourceTree
  /// `nil` with an error among the diagnostics.
  let plan: OutputPlan?
  /// Sorted as a person reads.
  let diagnostics: [Diagnostic]
  let acknowledged: [Diagnostic]
  /// What its tables state of sums, beside what the rules give; `nil` where they state none.
  let sums: FoundSums?
}

/// - Parameters:
///   - published: the folder whose site it will follow; `nil` where it is compared with none.
///   - workshop: what is kept from one build to the next.
func prepareSite(
  project: String, on day: Day? = nil, for purpose: ReadingPurpose = .publication, audience: Audience = .intranet,
  published: String? = nil, everyEdition: Bool = false, with workshop: Workshop? = nil
) throws -> PreparedSite {
  var (tree, loading) =
    try workshop?.load(project: project) ?? loadSource(project: project, pool: Threads())
  let last = published.flatMap { Holdings(published: $0) }
  var sums: FoundSums?
  var unpublished: Set<String> = []
  let (plan, laying) = layOut(
    &tree, on: day, for: purpose, audience: audience, since: last, everyEdition: everyEdition,
    with: workshop, scored: { sums = FoundSums($0) }, composed: { unpublished = $0.content.unusedAssets })
  unpublished.formUnion(laying.lazy.filter { $0.code == .unusedFile }.compactMap(\.path))
  // Nobody has to look through what isn't published.
  let asked = loading.filter { mistake in
    mistake.code != .attachmentUnread || !(mistake.path.map(unpublished.contains) ?? false)
  }
  let found = settle(asked + laying, in: tree, on: day, extent: published == nil ? .allStages : .publication)
  return PreparedSite(
    tree: regaining(tree, for: found.open, project: project),
    plan: found.open.hasErrors ? nil : plan, diagnostics: found.open, acknowledged: found.acknowledged, sums: sums)
}

extension BuildReport {
  init(_ site: PreparedSite, mistakes: [Diagnostic] = [], publication: Publication? = nil) {
    self.init(
      tree: site.tree, diagnostics: (site.diagnostics + mistakes).inReadingOrder(), acknowledged: site.acknowledged,
      publication: publication, plan: publication == nil ? nil : site.plan)
  }
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
  let diagnostics = settle(loading + found, in: tree, on: day).open
  guard let scored, !diagnostics.hasErrors else { return (nil, tree, diagnostics) }
  guard let asOf else { return (scored, tree, diagnostics) }
  guard asOf <= scored.ledger.asOf else { throw UsageFailure.dayAfterReport(asOf, scored.ledger.asOf) }
  let ledger = scored.ledger.standing(for: asOf)
  let book = rescore(ledger)
  return (ScoredProject(tree: tree, ledger: ledger, scorebook: book), tree, diagnostics)
}
