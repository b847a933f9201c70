import Diagnostics
import Disk
import Foundation
import Loading
import Reports
import Texts
import Watching

/// What is to be kept published, where, for whom, and where the clerk finds the page about it.
package struct WatchOrder: Sendable {
  package let project: String
  package let output: String
  package let report: String?
  package let profile: SiteProfile

  package init(project: String, output: String, report: String?, profile: SiteProfile) {
    (self.project, self.output, self.report, self.profile) = (project, output, report, profile)
  }

  /// Refuses places where nothing can ever be written: to try again wouldn't help.
  fileprivate func refuseImpossible() throws {
    try Whereabouts(project: project).refuseFolder(realPath(output))
    try refuseReportPlace()
  }

  /// Why nothing can be read where nothing of a project stands: a share that is away leaves the folder it is mounted on, and
  /// what is written there then is hidden beneath it later.
  func isAway() -> EnvironmentFailure? {
    let own = [checkReportName, report.map { parent(of: $0).name } ?? checkReportName, "lost+found"]
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: project),
      names.allSatisfy({ $0.utf8.first == UInt8(ascii: ".") || own.contains($0) })
    else { return nil }
    return .system(ENOENT, .read, "\(project)/content")
  }

  /// Whether the page stands within the project.
  fileprivate var isReportWithin: Bool {
    report.map { isInside(realPath(parent(of: $0).folder), realPath(project)) } ?? false
  }

  /// Its folder may be the project's own, which may be away or another by now.
  fileprivate func refuseReportPlace() throws {
    guard let report else { return }
    try Whereabouts(project: project).refuseReport(at: report, output: output, unread: checkReportName)
  }
}

/// What is told of a project that is kept published.
package enum WatchNews {
  case built(BuildNote, CheckFindings)
  /// The page for the clerk couldn't be written; what was published stands.
  case noReport(EnvironmentFailure)
  /// The system gives no notices of changes: the project is looked at every few seconds instead.
  case noNotices(EnvironmentFailure, site: SourceTree)
}

/// Publishes a project whenever it changes and whenever its day does, until Ctrl-C or `kill`.
/// - Throws: `EnvironmentFailure` for places where nothing can be written.
///   Whatever may pass by itself, a share that is away or a full disk, is told and tried again.
package func keepPublished(_ order: WatchOrder, tell: (WatchNews) -> Void) throws {
  let interruption = try Interruption()
  try keepPublished(order, until: interruption.descriptor, tell: tell)
}

/// - Parameters:
///   - stop: a descriptor that becomes readable to end it; a build that has begun is ended first.
///   - clock: what the clock on the wall says.
func keepPublished(
  _ order: WatchOrder, until stop: Int32, patience: Patience = .publishing, clock: @escaping () -> Date = { Date() },
  tell: (WatchNews) -> Void
) throws {
  try order.refuseImpossible()
  // Once, as a check does: a folder that goes away later isn't made.
  if let report = order.report { try makeFolder(parent(of: report).folder) }
  let watch = try ProjectWatch(project: order.project, patience: patience, clock: clock)
  let workshop = Workshop()
  defer { workshop.lastPublication.end() }
  var told = Told()
  /// The page that couldn't be written, as it should be.
  var unwritten: CheckFindings?
  while try watch.nextBuild(orStop: stop, meanwhile: { leaveUnwritten(&unwritten, &told, order, tell) }) != nil {
    let build = try WatchBuild(order, with: workshop, clock: clock)
    if let failure = watch.lost, told.isNews(lost: failure) { tell(.noNotices(failure, site: build.standing.site)) }
    // The page first: who reads the line finds it written.
    let failure = leaveReport(build.findings, order)
    unwritten = failure == nil ? nil : build.findings
    if told.isNews(build) { tell(.built(build.note, build.findings)) }
    // Where the build failed too, one reason is told.
    if told.isNews(failure), let failure, !build.note.hasFailed { tell(.noReport(failure)) }
    workshop.lastPublication.makeReady()
    watch.built(for: build.standing, mayHeal: build.mayHeal)
  }
}

/// Tries to write the page again, which needs no build.
private func leaveUnwritten(
  _ findings: inout CheckFindings?, _ told: inout Told, _ order: WatchOrder, _ tell: (WatchNews) -> Void
) {
  guard let found = findings else { return }
  let failure = leaveReport(found, order)
  if failure == nil { findings = nil }
  if told.isNews(failure), let failure { tell(.noReport(failure)) }
}

/// What was told last, so that what is tried again and again is told once.
private struct Told {
  private var result: PublishingOutcome.Result?
  private var failure: EnvironmentFailure?
  private var lost: EnvironmentFailure?

  mutating func isNews(lost: EnvironmentFailure) -> Bool {
    defer { self.lost = lost }
    return self.lost != lost
  }

  mutating func isNews(_ build: WatchBuild) -> Bool {
    defer { result = build.note.result }
    return !build.mayHeal || result != build.note.result
  }

  mutating func isNews(_ failure: EnvironmentFailure?) -> Bool {
    defer { self.failure = failure }
    return self.failure != failure
  }
}

/// - Returns: why the page couldn't be written.
private func leaveReport(_ findings: CheckFindings, _ order: WatchOrder) -> EnvironmentFailure? {
  guard let report = order.report else { return nil }
  do {
    try order.refuseReportPlace()
    if order.isReportWithin, let failure = order.isAway() { return failure }
    try replaceMadePage(report, with: checkReport(findings))
    return nil
  } catch {
    return error as? EnvironmentFailure
  }
}
