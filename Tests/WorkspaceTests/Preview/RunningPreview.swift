import Foundation
import Testing

/// `dualpoints serve` at work on a project, ended with its owner.
final class RunningPreview {
  let process = Process()
  let port: Int
  private let output: Pipe
  private let folder: TemporaryFolder
  /// Held, since a folder goes with its owner.
  private let project: TemporaryFolder

  /// A project of a dozen people, which even a debug build rebuilds quickly.
  static func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let arguments = ["--members", "20", "--records", "60", "--stories", "3"]
    #expect(try Program.run(["sample"] + arguments + [folder.path]).status == 0)
    try FileManager.default.copyItem(atPath: Program.packageRoot + "/templates", toPath: folder.path + "/templates")
    return folder
  }

  init(_ project: TemporaryFolder, port: Int = 0, locale: String = "C") throws {
    self.project = project
    folder = try TemporaryFolder()
    try folder.write("err", "")
    output = Pipe()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["serve", "--project", project.path, "--port", "\(port)"]
    process.environment = ["LC_ALL": locale, "PATH": "/usr/bin:/bin"]
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/err"))
    try process.run()
    // The second line names the address; the first is about the rebuild.
    var said = Data()
    while said.count(where: { $0 == 0x0A }) < 2 {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      said += data
    }
    let text = String(decoding: said, as: UTF8.self)
    let digits = text.components(separatedBy: "http://127.0.0.1:").last?.prefix { $0.isNumber }
    self.port = try #require(Int(digits ?? ""), "\(text)")
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  var errors: String { (try? folder.text("err")) ?? "" }

  /// MiB that stand in memory now.
  func memory() throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    let kilobytes = try #require(Int(line.filter(\.isNumber)))
    return Double(kilobytes) / 1024
  }

  func get(_ target: String) throws -> RawAnswer { try RawAnswer(port: port, target) }

  func listen() throws -> Listener { try Listener(port: port) }

  /// What an open page hears.
  final class Listener {
    private let connection: RawConnection
    private(set) var build = ""

    init(port: Int) throws {
      connection = try RawConnection(port: port)
      connection.say("GET /.dualpoints/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
      try waitForRebuild()
    }

    /// Waits until another build is told than the last.
    func waitForRebuild() throws {
      let last = build
      repeat {
        _ = try connection.hear(upTo: "event: build\ndata: ")
        build = String(try connection.hear(upTo: "\n").dropLast())
      } while build == last
    }
  }
}
