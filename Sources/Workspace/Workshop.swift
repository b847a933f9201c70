import Composing
import Diagnostics
import Disk
import Foundation
import Loading
import Pages
import Reading
import Reports
import Scoring
import Texts

/// What a preview or a watch keeps between two builds of a project: one generation of files, of its reading and its scores.
/// A build of its own starts from nothing, and comes to the same.
final class Workshop {
  private var files: KeptFiles?
  private var reading: KeptReading?
  private var scores: (Scorebook, [Diagnostic])?

  /// What was composed from last, as long as its ledger is the current one.
  private(set) var context: SiteContext?
  /// What was published last, file by file.
  let lastPublication = LastPublication()
  /// What that was composed from and what it says of points, as long as its ledger is the current one.
  private var publishedContext: SiteContext?
  private var publishedFigures: SiteFigures?
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
    if !read.hasSameLedger { (scores, context, publishedContext, publishedFigures) = (nil, nil, nil, nil) }
    guard let content = read.content else { return (nil, nil, read.diagnostics) }
    let (book, found) = scores ?? scoring(content, tree, for: purpose)
    scores = (book, found)
    let diagnostics = read.diagnostics + found
    return diagnostics.hasErrors ? (nil, nil, diagnostics) : (content, book, diagnostics)
  }

  func keep(_ context: SiteContext) { self.context = context }

  /// Which pages of a site are those of the last publication.
  func unchanged(_ pages: [PagePlan], of context: SiteContext) -> Set<Int> {
    guard let publishedContext, let changes = ChangedBodies(from: publishedContext, to: context) else { return [] }
    return Set(pages.indices.filter { changes.leave(pages[$0].basis) })
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

  func hasPublished(_ figures: SiteFigures?) { (publishedContext, publishedFigures) = (context, figures?.summed) }
}
