import Foundation
import Testing

/// `dualpoints watch` at work on the smallest project, ended with its owner.
final class RunningWatch {
  let folder: TemporaryFolder
  private(set) var process = Process()
  private let environment: [String: String]

  static let records = "content/years/2025/records/b07.csv"

  /// - Parameter files: laid over the smallest project.
  init(_ files: [String: String] = [:], environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    self.environment = environment
    for (path, text) in try MistakeExample.base().merging(files, uniquingKeysWith: { $1 }) {
      try folder.write("a/" + path, text)
    }
    try folder.write("err", "")
    try start()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var report: String { "\(folder.path)/a/检查结果.html" }

  func start() throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = [
      "watch", "--project", "\(folder.path)/a", "--output", "\(folder.path)/site", "--report", report,
    ]
    process.environment = ["LC_ALL": "en_US.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/err"))
    try errors.seekToEnd()
    process.standardError = errors
    try process.run()
  }

  /// Ends it by a signal, and answers how it ended.
  func end(by signal: Int32) -> (reason: Process.TerminationReason, status: Int32) {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return (process.terminationReason, process.terminationStatus)
  }

  /// One line a build.
  var journal: [String] { ((try? folder.text("err")) ?? "").split(separator: "\n").map(String.init) }

  /// The journal's line of this number, from 1, as soon as it is there.
  func line(_ number: Int) throws -> String {
    try wait("line \(number)") { journal.count >= number }
    return journal[number - 1]
  }

  /// Waits for something to be true, two minutes at most: long for a busy machine, short for a mistake.
  func wait(_ what: String, until isTrue: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(120)
    while try !isTrue() {
      guard ContinuousClock.now < end, process.isRunning else {
        throw Late(what: "\(what); the journal says:\n" + journal.joined(separator: "\n"))
      }
      usleep(20_000)
    }
  }

  struct Late: Error { let what: String }

  /// Its words, without the spans of typesetting.
  func page() throws -> String { try String(contentsOfFile: report, encoding: .utf8).asWritten }

  /// MiB that stand in memory now.
  func memory() throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    return Double(try #require(Int(line.filter(\.isNumber)))) / 1024
  }
}
