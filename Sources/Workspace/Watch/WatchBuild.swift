import Diagnostics
import Disk
import Foundation
import Loading
import Reports

/// One build of a project that is kept published: all mistakes found, compared with what is published and, without an
/// error and without a question, published.
struct WatchBuild {
  let standing: StandingDay
  let findings: CheckFindings
  let note: BuildNote
  /// Whether what stopped it may pass by itself.
  let mayHeal: Bool

  /// - Parameter clock: what the clock on the wall says.
  init(_ order: WatchOrder, with workshop: Workshop, clock: () -> Date) throws {
    let begin = ContinuousClock.now
    standing = try standingDay(for: .shows, project: order.project, now: clock())
    let before = Holdings(published: order.output)
    let outcome: (CheckFindings, PublishingOutcome.Result, Holdings?)
    do {
      outcome = try Self.publish(order, on: standing, with: workshop)
    } catch let failure as EnvironmentFailure {
      outcome = (Self.nothing(of: standing, then: workshop.published(in: order.output)), .failed(failure.message), nil)
    }
    let (found, result, now) = outcome
    findings = found.after(
      PublishingOutcome(
        result, checkedAt: standing.clock.minute(at: clock()),
        publishedAt: Self.publication(in: order.output).map(standing.clock.minute)))
    note = BuildNote(result, findings, before: before, now: now, took: begin.duration(to: .now))
    mayHeal = findings.diagnostics.mayHeal || note.hasFailed
  }

  private static func publish(
    _ order: WatchOrder, on standing: StandingDay, with workshop: Workshop
  ) throws -> (CheckFindings, PublishingOutcome.Result, Holdings?) {
    if let failure = order.isAway() { throw failure }
    let site = try readAgainIfItFails {
      try prepareSite(
        project: order.project, on: standing.day, audience: order.profile.audience, published: order.output,
        with: workshop)
    }
    let figures = try workshop.figures(of: site.plan, project: order.project, output: order.output)
    let holdings = site.plan.flatMap { Holdings($0) }
    // Nobody looks on: what a person is warned of stops here until somebody answers.
    var diagnostics = site.diagnostics.map { $0.code == .recordsFell ? $0.insisted : $0 }.inReadingOrder()
    var isPublished = false
    if let plan = site.plan, !diagnostics.hasErrors {
      let (publication, conflicts) = try Disk.publish(
        plan, project: order.project, output: order.output, patience: 30, upon: workshop.lastPublication)
      diagnostics = (diagnostics + conflicts).inReadingOrder()
      isPublished = publication != nil
      if isPublished { workshop.hasPublished(figures.now) }
    }
    let found = CheckFindings(
      tree: site.tree, diagnostics: diagnostics, acknowledged: site.acknowledged.count, today: standing.day,
      then: figures.then, now: figures.now, sums: site.sums)
    return (found, isPublished ? .published : .refused, holdings)
  }

  /// What is known where nothing could be read or written.
  private static func nothing(of standing: StandingDay, then: SiteFigures?) -> CheckFindings {
    CheckFindings(
      tree: standing.site, diagnostics: [], acknowledged: 0, today: standing.day, then: then, now: nil)
  }

  /// When what stands in a published folder was put there: its manifest is written anew every time.
  private static func publication(in output: String) -> Date? {
    var status = stat()
    guard stat("\(output)/\(Manifest.path)", &status) == 0 else { return nil }
    return Date(timeIntervalSince1970: TimeInterval(status.st_mtim.tv_sec))
  }
}
