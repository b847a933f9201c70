import CProgram
import Diagnostics
import Foundation

/// What another program said, to either stream, and how it ended.
struct ProgramRun {
  /// Its exit code; 128 and the signal's number where it was killed.
  let status: Int32
  let said: String
}

/// Runs another program to its end. If this one is killed, so is the other.
/// - Parameters:
///   - epoch: the time it shall believe it is, in seconds from 1970.
///   - folder: where it shall put files that nobody else needs.
///   - hear: is told each line as it is said.
/// - Throws: `EnvironmentFailure` if it can't be started.
func runProgram(
  _ path: String, _ arguments: [String], epoch: Int? = nil, folder: String? = nil, hear: (Substring) -> Void = { _ in }
) throws -> ProgramRun {
  var environment = ProcessInfo.processInfo.environment
  if let epoch { environment["SOURCE_DATE_EPOCH"] = String(epoch) }
  if let folder { environment["TMPDIR"] = folder }
  var output: Int32 = -1
  let child = withCStrings([path] + arguments) { arguments in
    withCStrings(environment.map { "\($0)=\($1)" }) { start_bound_program(path, arguments, $0, &output) }
  }
  guard child > 0 else { throw EnvironmentFailure.system(-child, .run, path) }
  let pipe = Descriptor(adopting: output, path: path)
  var said: [UInt8] = []
  var heard = 0
  while case let more = try pipe.readSome(), !more.isEmpty {
    said += more
    guard let end = said[heard...].lastIndex(of: UInt8(ascii: "\n")) else { continue }
    for line in String(decoding: said[heard..<end], as: UTF8.self).parts(at: "\n") { hear(line) }
    heard = end + 1
  }
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0, errno == EINTR {}
  // As wait(2) codes it: the signal in the low seven bits, else the exit code above them.
  let signal = status & 0x7F
  return ProgramRun(
    status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, said: String(decoding: said, as: UTF8.self))
}

/// Lends texts as C wants a program's arguments: pointers, and a null at the end.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = texts.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(&pointers)
}
