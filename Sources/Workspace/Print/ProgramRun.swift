import Foundation

/// What another program said, to either stream, and how it ended.
struct ProgramRun {
  let status: Int32
  let said: String
}

/// Runs another program to its end.
/// - Parameters:
///   - epoch: the time it shall believe it is, in seconds from 1970.
///   - hear: is told each line as it is said.
/// - Throws: `EnvironmentFailure` if it can't be started.
func runProgram(
  _ path: String, _ arguments: [String], epoch: Int? = nil, hear: (Substring) -> Void = { _ in }
) throws -> ProgramRun {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  var environment = ProcessInfo.processInfo.environment
  if let epoch { environment["SOURCE_DATE_EPOCH"] = String(epoch) }
  process.environment = environment
  // One pipe for both streams, read to its end: two would need two readers, lest a full one stop the program.
  let pipe = Pipe()
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = pipe
  process.standardError = pipe
  do {
    try process.run()
  } catch {
    throw EnvironmentFailure(
      zh: "无法运行 \(path)：\(error.localizedDescription)", en: "can't run \(path): \(error.localizedDescription)")
  }
  var said = Data()
  var heard = 0
  while case let more = pipe.fileHandleForReading.availableData, !more.isEmpty {
    said += more
    guard let end = said[heard...].lastIndex(of: UInt8(ascii: "\n")) else { continue }
    for line in String(decoding: said[heard..<end], as: UTF8.self).split(separator: "\n") { hear(line) }
    heard = end + 1
  }
  process.waitUntilExit()
  return ProgramRun(status: process.terminationStatus, said: String(decoding: said, as: UTF8.self))
}
