import Diagnostics
import Disk
import Foundation
import Previewing
import Scoring
import Texts
import Watching

/// What the terminal shows while a preview runs.
package enum PreviewNews {
  /// A rebuild is shown: how many pages it has, and the time since the change was noticed (or since the start).
  /// With an error among the diagnostics a page of mistakes is shown instead.
  case rebuilt(pages: Int, after: Duration, [Diagnostic], acknowledged: Int, SourceTree)
  case failed(EnvironmentFailure)
  /// Another day than before, where the content leaves it open.
  case standing(StandingDay)
}

/// Shows the site on this machine alone and anew after every change of the project and, where the content leaves its day
/// open, at midnight, until Ctrl-C. Writes nothing.
/// - Parameters:
///   - port: 0 lets the system choose.
///   - started: called once, with the site's address, after the first rebuild.
/// - Throws: `EnvironmentFailure` where nothing can be shown: the port is taken, the project can't be read.
package func preview(
  project: String, profile: SiteProfile = .intranet, port: Int, tell: (PreviewNews) -> Void,
  started: (_ address: String) -> Void
) throws {
  let interruption = try Interruption()
  let watch = try ProjectWatch(project: project, patience: .preview) { Date() }
  // A run's names differ from those of any other run, since a page may have stayed open meanwhile.
  let run = String(UInt64.random(in: 0 ... .max), radix: 36)
  let server = try startServer(port: port, name: "\(run)-0")
  defer { server.stop() }

  let workshop = Workshop()
  var language = Language.chinese
  var day: Day?
  var isStarted = false
  var failed: EnvironmentFailure?
  var count = 0
  while let change = try watch.nextBuild(orStop: interruption.descriptor) {
    count += 1
    let standing = try standingDay(for: .shows, project: project)
    if standing.day != day { tell(.standing(standing)) }
    day = standing.day
    var mayHeal = false
    do {
      let build = try readAgainIfItFails {
        try PreviewBuild(project: project, on: day, profile: profile, with: workshop)
      }
      language = build.language
      server.show(build.site(named: "\(run)-\(count)", project: project))
      (mayHeal, failed) = (build.diagnostics.mayHeal, nil)
      tell(
        .rebuilt(
          pages: build.pages, after: change.duration(to: .now), build.diagnostics, acknowledged: build.acknowledged,
          build.tree))
    } catch let failure as EnvironmentFailure {
      guard isStarted else { throw failure }
      mayHeal = true
      // It is tried again and again, and told once.
      if failure != failed {
        let page = failurePage(failure, language)
        server.show(noticeSite(named: "\(run)-\(count)", page: page.bytes, stylesheet: nil))
        tell(.failed(failure))
      }
      failed = failure
    }
    if !isStarted { started("http://127.0.0.1:\(server.port)/") }
    isStarted = true
    watch.built(for: standing, mayHeal: mayHeal)
  }
}

/// A file may go between being listed and being opened, as when an editor saves; the second time it isn't listed.
func readAgainIfItFails<Result>(_ read: () throws -> Result) throws -> Result {
  do { return try read() } catch is EnvironmentFailure { return try read() }
}

private func startServer(port: Int, name: String) throws -> PreviewServer {
  do {
    let page = startingPage(.chinese)
    return try PreviewServer(port: port, showing: noticeSite(named: name, page: page.bytes, stylesheet: nil))
  } catch let failure as PreviewFailure {
    guard failure.code == EADDRINUSE else {
      throw EnvironmentFailure.system(failure.code, .listen, "127.0.0.1:\(port)")
    }
    throw EnvironmentFailure(.portTaken(port, free: otherPort(than: port)))
  }
}

private func otherPort(than port: Int) -> Int { port < 65_535 ? port + 1 : 8080 }
