import CProgram
import Disk
import Foundation

/// What another program said, to either stream, and how it ended.
struct ProgramRun {
  /// Its exit code; 128 and the signal's number where it was killed.
  let status: Int32
  /// The end of it, where it was much.
  let said: String
}

/// What is kept of a program's words; a line that is longer is heard in part.
private let mostSaid = 1 << 20

/// Runs another program to its end. If this one is killed, so is the other.
/// - Parameters:
///   - limits: after which it is stopped with all that it started.
///   - epoch: the time it shall believe it is, in seconds from 1970.
///   - folder: where it shall put files that nobody else needs.
///   - hear: is given each line as it comes.
/// - Throws: `EnvironmentFailure` if it can't be started or takes too long.
func runProgram(
  _ path: String, _ arguments: [String], limits: EngineLimits = EngineLimits().forQuestions, epoch: Int? = nil,
  folder: String? = nil, hear: (Substring) -> Void = { _ in }
) throws -> ProgramRun {
  var environment = ProcessInfo.processInfo.environment
  if let epoch { environment["SOURCE_DATE_EPOCH"] = String(epoch) }
  if let folder { environment["TMPDIR"] = folder }
  var output: Int32 = -1
  let child = withCStrings([path] + arguments) { arguments in
    withCStrings(environment.map { "\($0)=\($1)" }) {
      start_bound_program(path, arguments, $0, UInt(limits.mebibytes) << 20, &output)
    }
  }
  guard child > 0 else { throw EnvironmentFailure.system(-child, .run, path) }
  let end = ContinuousClock.now + .seconds(limits.seconds)
  do {
    let said = try listen(to: Descriptor(adopting: output, path: path), until: end, hear)
    // It may have closed its mouth and work on.
    if let said, let status = waited(for: child, until: end) {
      // As wait(2) codes it: the signal in the low seven bits, else the exit code above them.
      let signal = status & 0x7F
      return ProgramRun(
        status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, said: String(decoding: said, as: UTF8.self))
    }
  } catch {
    stop(child)
    throw error
  }
  stop(child)
  throw EnvironmentFailure(.engineTooSlow(path, seconds: limits.seconds, setBy: EngineLimits.secondsName))
}

/// - Returns: `nil` where the time is over before all is said.
private func listen(
  to pipe: borrowing Descriptor, until end: ContinuousClock.Instant, _ hear: (Substring) -> Void
) throws -> [UInt8]? {
  var said: [UInt8] = []
  // Where what nobody was given yet begins, and how far it was looked through.
  var (heard, seen) = (0, 0)
  while true {
    var entry = pollfd(fd: pipe.number, events: Int16(POLLIN), revents: 0)
    // Of one that never pauses there is always more to read.
    let left = Int32((end - .now) / .milliseconds(1))
    guard left > 0 else { return nil }
    let ready = poll(&entry, 1, left)
    if ready < 0, errno == EINTR { continue }
    guard ready > 0 else { return nil }
    let more = try pipe.readSome()
    if more.isEmpty { return said }
    said += more
    if let last = said[seen...].lastIndex(of: UInt8(ascii: "\n")) {
      for line in said[heard..<last].split(separator: UInt8(ascii: "\n")) {
        hear(String(decoding: line, as: UTF8.self)[...])
      }
      heard = last + 1
    }
    if said.count > 2 * mostSaid {
      let gone = said.count - mostSaid
      said.removeFirst(gone)
      heard = max(0, heard - gone)
    }
    seen = said.count
  }
}

private func waited(for child: pid_t, until end: ContinuousClock.Instant) -> Int32? {
  var status: Int32 = 0
  while true {
    let ended = waitpid(child, &status, WNOHANG)
    if ended == child { return status }
    guard ended == 0 || errno == EINTR else { return 0 }
    if ContinuousClock.now > end { return nil }
    usleep(2_000)
  }
}

private func stop(_ child: pid_t) {
  kill(-child, SIGKILL)
  kill(child, SIGKILL)
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0, errno == EINTR {}
}

/// Lends texts as C wants a program's arguments: pointers, and a null at the end.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = texts.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(&pointers)
}
