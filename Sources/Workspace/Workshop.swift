import Composing
import Diagnostics
import Foundation
import Loading
import Reading
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
    if !read.hasSameLedger { (scores, context) = (nil, nil) }
    guard let content = read.content else { return (nil, nil, read.diagnostics) }
    let (book, found) = scores ?? scoring(content, tree, for: purpose)
    scores = (book, found)
    let diagnostics = read.diagnostics + found
    return diagnostics.hasErrors ? (nil, nil, diagnostics) : (content, book, diagnostics)
  }

  func keep(_ context: SiteContext) { self.context = context }
}
