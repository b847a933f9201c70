import Diagnostics
import Disk
import Foundation
import Previewing
import Scoring
import Texts

/// What the terminal shows while a preview runs.
package enum PreviewNews {
  /// A rebuild is shown: how many pages it has, and the time since the change was noticed (or since the start).
  /// With an error among the diagnostics a page of mistakes is shown instead.
  case rebuilt(pages: Int, after: Duration, [Diagnostic], SourceTree)
  case failed(EnvironmentFailure)
  /// Another day than before, where the content leaves it open.
  case standing(StandingDay)
}

/// Shows the site on this machine alone and anew after every change of the project, until Ctrl-C. Writes nothing.
/// - Parameters:
///   - port: 0 lets the system choose.
///   - started: called once, with the site's address, after the first rebuild.
/// - Throws: `EnvironmentFailure` where nothing can be shown: the port is taken, the project can't be read.
package func preview(
  project: String, profile: SiteProfile = .intranet, port: Int, tell: (PreviewNews) -> Void,
  started: (_ address: String) -> Void
) throws {
  let begin = ContinuousClock.now
  let interruption = try Interruption()
  let watch = try FolderWatch(project: project)
  // A run's names differ from those of any other run, since a page may have stayed open meanwhile.
  let run = String(UInt64.random(in: 0 ... .max), radix: 36)
  let server = try startServer(port: port, name: "\(run)-0")
  defer { server.stop() }

  var language = Language.chinese
  var day: Day?
  var isStarted = false
  var change = begin
  var count = 0
  while true {
    count += 1
    do {
      let standing = try standingDay(for: .shows, project: project)
      if standing.day != day { tell(.standing(standing)) }
      day = standing.day
      let build = try readAgainIfItFails { try PreviewBuild(project: project, on: day, profile: profile) }
      language = build.language
      server.show(build.site(named: "\(run)-\(count)", project: project))
      tell(.rebuilt(pages: build.pages, after: change.duration(to: .now), build.diagnostics, build.tree))
    } catch let failure as EnvironmentFailure {
      guard isStarted else { throw failure }
      let page = failurePage(failure, language)
      server.show(noticeSite(named: "\(run)-\(count)", page: page.bytes, stylesheet: nil))
      tell(.failed(failure))
    }
    if !isStarted { started("http://127.0.0.1:\(server.port)/") }
    isStarted = true
    guard let next = try watch.nextChange(orStop: interruption.descriptor) else { return }
    change = next
  }
}

/// A file may go between being listed and being opened, as when an editor saves; the second time it isn't listed.
private func readAgainIfItFails<Result>(_ read: () throws -> Result) throws -> Result {
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
