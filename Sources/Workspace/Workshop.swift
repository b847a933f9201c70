import Composing
import Diagnostics
import Disk
import Foundation
import Loading
import Pages
import Reading
import Reporting
import Reports
import Scoring
import Texts

/// What a preview or a watch keeps between two builds of a project: one generation of files, of its reading and its scores.
/// A build of its own starts from nothing, and comes to the same.
final class Workshop {
  private var files: KeptFiles?
  private var reading: KeptReading?
  private var scores: (Scorebook, [Diagnostic])?

  /// What was composed last, and what was published last, as long as its ledger is the current one.
  private var last: Composition?
  private var published: Composition?
  /// What was published says of points, as long as its ledger is the current one.
  private var publishedFigures: SiteFigures?
  /// What was published last, file by file.
  let lastPublication = LastPublication()
  private let now: () -> Int

  /// - Parameter now: the clock on the wall, in seconds since 1970.
  init(now: @escaping () -> Int = { time(nil) }) { self.now = now }

  /// - Throws: `EnvironmentFailure`; then what was kept stays.
  func load(project: String) throws -> (SourceTree, [Diagnostic]) {
    let (source, kept) = try loadAgain(project: project, after: files, at: now(), pool: Threads())
    files = kept
    return source
  }

  /// tree → content and its scores, as stage by stage from nothing; the ledger is only scored where it isn't the same.
  func account(_ tree: SourceTree, on day: Day?, for purpose: ReadingPurpose) -> (Content?, Scorebook?, [Diagnostic]) {
    let read = readAgain(tree, on: day, for: purpose, after: reading, pool: Threads())
    reading = read.kept
    // Of another ledger nothing is kept, lest it lie beside the new one.
    if !read.hasSameLedger {
      (scores, last, published, publishedFigures) = (nil, nil, nil, nil)
    }
    guard let content = read.content else { return (nil, nil, read.diagnostics) }
    let (book, found) = scores ?? scoring(content, tree, for: purpose)
    scores = (book, found)
    let diagnostics = read.diagnostics + found
    return diagnostics.hasErrors ? (nil, nil, diagnostics) : (content, book, diagnostics)
  }

  /// What was composed from last.
  var context: SiteContext? { last?.context }

  func keep(_ composition: Composition) { last = composition }

  /// What differs from the last publication, where it is no more than bodies of stories and templates.
  func changes(to context: SiteContext) -> ChangedBodies? {
    published.flatMap { ChangedBodies(from: $0.context, to: context) }
  }

  /// A context with what reports told before, where they would find the same: no table holds a story's body.
  /// - Parameter changes: since the last publication.
  func answering(_ context: SiteContext, _ changes: ChangedBodies?) -> (SiteContext, [Diagnostic])? {
    if changes != nil, let published { return published.answering(context) }
    return last.flatMap { ChangedBodies(from: $0.context, to: context) == nil ? nil : $0.answering(context) }
  }

  /// The last publication, for what is composed after it.
  func earlier(_ changes: ChangedBodies?) -> EarlierSite? {
    guard let changes, let published else { return nil }
    return EarlierSite(published.site, changed: changes.stories)
  }

  /// What was published says of points, and what a plan would: the same of the same ledger.
  /// - Throws: `EnvironmentFailure`.
  func figures(of plan: OutputPlan?, project: String, output: String) throws -> ComparedFigures {
    if let publishedFigures, lastPublication.stands(in: output) {
      return ComparedFigures(then: publishedFigures, now: plan.map { _ in publishedFigures })
    }
    return try ComparedFigures(
      published: try? SiteFiles(published: output), now: plan.map { SiteFiles($0, name: project) })
  }

  func published(in output: String) -> SiteFigures? {
    try? figures(of: nil, project: "", output: output).then
  }

  func hasPublished(_ figures: SiteFigures?) {
    (published, publishedFigures) = (last, figures?.summed)
  }
}

/// A site as it was composed.
struct Composition {
  let context: SiteContext
  /// What was found wrong with the reports that it tells.
  let mistakesOfAnswers: [Diagnostic]
  let site: Site

  /// What its reports tell in another context, of the same tables.
  fileprivate func answering(_ context: SiteContext) -> (SiteContext, [Diagnostic]) {
    (context.telling(self.context.answers.of(context.reports, before: self.context.reports)), mistakesOfAnswers)
  }
}
