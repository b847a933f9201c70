import Foundation

/// How long a program that makes PDF may take, and how much memory: a page of a kilobyte can keep one busy for ever.
///
/// The largest honest document, 510 certificates, takes WeasyPrint 20 seconds and 465 MB on a busy machine.
struct EngineLimits {
  static let secondsName = "DUALPOINTS_PRINT_SECONDS"
  static let memoryName = "DUALPOINTS_PRINT_MEMORY"

  /// For one document.
  let seconds: Int
  /// Memory that each of its processes may fill.
  let mebibytes: Int

  /// Ten minutes and 4 GiB, or what the environment says in seconds and MiB.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    func number(_ name: String, else usual: Int, upTo most: Int) -> Int {
      environment[name].flatMap { Int($0) }.map { min(max($0, 1), most) } ?? usual
    }
    seconds = number(Self.secondsName, else: 600, upTo: 86_400)
    mebibytes = number(Self.memoryName, else: 4096, upTo: 1 << 20)
  }

  /// For questions that are answered at once, such as which version it is.
  var forQuestions: EngineLimits { EngineLimits(seconds: min(seconds, 60), mebibytes: mebibytes) }

  private init(seconds: Int, mebibytes: Int) {
    self.seconds = seconds
    self.mebibytes = mebibytes
  }
}
