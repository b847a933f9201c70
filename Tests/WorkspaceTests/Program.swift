import Foundation
import Testing

/// The real binary, run as a user runs it.
struct Program {
  struct Outcome {
    let status: Int32
    let wasKilled: Bool
    let output: String
    let errors: String
  }

  static var path: String {
    if let path = ProcessInfo.processInfo.environment["DUALPOINTS_BINARY"] {
      return path.hasPrefix("/") ? path : packageRoot + "/" + path
    }
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("dualpoints").path
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : packageRoot + "/.build/debug/dualpoints"
  }

  static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func run(_ arguments: [String], locale: String = "C") throws -> Outcome {
    try run(path, arguments, locale: locale)
  }

  static func run(
    _ executable: String, _ arguments: [String], locale: String = "C", environment: [String: String] = [:],
    killAfter: Double? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = ["LC_ALL": locale, "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    // Files, since a pipe would fill up while nobody reads it.
    let folder = try TemporaryFolder()
    try folder.write("out", "")
    try folder.write("err", "")
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/out"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/err"))
    try process.run()
    if let killAfter {
      usleep(UInt32(killAfter * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: try folder.text("out"), errors: try folder.text("err"))
  }

  /// Copies the program, unless it stands there: by a process of its own, since a descriptor that this one writes by would
  /// live on in whatever other tests start meanwhile, and a file that somebody may write can't be run.
  static func copy(to path: String) throws {
    #expect(try run("/bin/cp", ["-n", Program.path, path], locale: "C").status == 0)
  }

  /// A copy of the repository's own project, to be changed at will.
  static func sample() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(atPath: "\(packageRoot)/\(name)", toPath: "\(folder.path)/\(name)")
    }
    return folder
  }
}
