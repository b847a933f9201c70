import Disk
import Foundation
import Loading
import Watching

/// Waits for the moment at which a project is to be built anew: `Watching` with the system's notices, looks at the files and
/// the clock.
final class ProjectWatch {
  private let project: String
  private let clock: () -> Date
  /// `nil` where the system gives none: then looking is all there is.
  private var notices: FolderNotices?
  /// Why it gives none.
  private(set) var lost: EnvironmentFailure?
  private var watching: Watching
  /// As the project was when the last build began, or at the last look since.
  private var look: ProjectLook?
  /// What the last build stood for.
  private var standing: StandingDay?

  /// - Parameter clock: what the clock on the wall says.
  init(
    project: String, patience: Patience, clock: @escaping () -> Date,
    notices: (String) throws -> FolderNotices = { try FolderNotices(project: $0) }
  ) throws {
    self.project = project
    self.clock = clock
    watching = Watching(patience, from: .now)
    try orLookOnly { self.notices = try notices(project) }
  }

  /// Without watches, of which a system has a number only, one goes on by looking.
  private func orLookOnly(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let failure as EnvironmentFailure {
      (notices, lost) = (nil, failure)
    }
  }

  /// Waits until the next build is due; the first one is at once.
  /// - Parameters:
  ///   - stop: a descriptor that becomes readable to end the waiting.
  ///   - meanwhile: what is left to do, tried whenever the project is looked at.
  /// - Returns: when what is to be built began to change; `nil` when told to stop.
  func nextBuild(orStop stop: Int32, meanwhile: () -> Void = {}) throws -> Watching.Moment? {
    while true {
      try orLookOnly {
        if let notices, try notices.take() { watching.note(.noticed(notices.state), at: .now) }
      }
      if standing?.isOver(at: clock()) == true { watching.note(.dayTurned, at: .now) }
      var pause = Duration.zero
      let step = watching.step(at: .now)
      if case .wait(let moment) = step { pause = Watching.Moment.now.duration(to: moment) }
      guard try !isStopped(stop, within: pause) else { return nil }
      switch step {
      case .wait: continue
      case .look:
        meanwhile()
        try lookAgain()
      case .build:
        let since = watching.since
        // Before the build reads: what changes from here on differs from it.
        notices?.begin()
        try lookAgain()
        return since ?? .now
      }
    }
  }

  /// - Parameters:
  ///   - standing: what the build stood for; `nil` where it didn't come that far.
  ///   - mayHeal: whether what stopped it may pass by itself.
  func built(for standing: StandingDay?, mayHeal: Bool) {
    self.standing = standing
    watching.note(.built(mayHeal: mayHeal), at: .now)
  }

  private func lookAgain() throws {
    let begin = Watching.Moment.now
    let next = ProjectLook(project: project)
    let isSame = look == nil || next == look
    let hasSameFolders = isSame || look?.hasSameFolders(as: next) == true
    look = next
    // Where no notice told of it, folders may have come that nobody watches.
    try orLookOnly { if let notices, !hasSameFolders || !notices.isStanding { try notices.follow() } }
    watching.note(.looked(isSame: isSame, took: begin.duration(to: .now)), at: .now)
  }

  /// Waits for the system's notices, or at most so long.
  private func isStopped(_ stop: Int32, within time: Duration) throws -> Bool {
    var entries = [notices?.descriptor ?? -1, stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Rounded up, lest the last millisecond be waited for a thousand times.
    let milliseconds = Int32(clamping: Int64((max(time, .zero) + .microseconds(999)) / .milliseconds(1)))
    let ready = poll(&entries, UInt(entries.count), milliseconds)
    guard ready >= 0 || errno == EINTR else { throw EnvironmentFailure.system(errno, .watch, project) }
    return ready > 0 && entries[1].revents != 0
  }
}
