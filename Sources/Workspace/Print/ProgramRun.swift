import Foundation

/// What another program said, to either stream, and how it ended.
struct ProgramRun {
  let status: Int32
  let said: String
}

/// Runs another program to its end.
/// - Parameter epoch: the time it shall believe it is, in seconds from 1970.
/// - Throws: `EnvironmentFailure` if it can't be started.
func runProgram(_ path: String, _ arguments: [String], epoch: Int? = nil) throws -> ProgramRun {
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
  let said = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return ProgramRun(status: process.terminationStatus, said: String(decoding: said, as: UTF8.self))
}
