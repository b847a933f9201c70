import Foundation

/// A program named `weasyprint` in a folder of its own, and what a run needs to find it and to keep apart what it leaves.
struct StandInEngine {
  private let folder: TemporaryFolder

  /// - Parameter words: what it does, in sh, once it is asked for a PDF: `$1` is the page, `$2` the PDF.
  init(_ words: String = Self.slow, in folder: TemporaryFolder) throws {
    self.folder = folder
    try folder.write("tmp/.keep", "")
    try FileManager.default.removeItem(atPath: folder.path + "/tmp/.keep")
    try replace(words)
  }

  /// Half a PDF, and after a moment the rest.
  static let slow = """
    printf '%%PDF-1.7\\n' >"$2"
    sleep 0.03
    cat "$1" >>"$2"
    """

  func replace(_ words: String) throws {
    let script = """
      #!/bin/sh
      case $1 in
        --version) echo WeasyPrint version 70.0; exit ;;
        --help) echo "pdf/a-2a --pdf-tags --allowed-protocols"; exit ;;
      esac
      while [ $# -gt 2 ]; do shift; done
      \(words)

      """
    try folder.write("bin/weasyprint", script)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/bin/weasyprint")
  }

  var environment: [String: String] {
    ["PATH": "\(folder.path)/bin:/usr/bin:/bin", "TMPDIR": "\(folder.path)/tmp"]
  }

  /// What runs have left where temporary files go.
  func leftovers() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tmp") }

  /// Whether no program runs any more that was handed a file of this folder; waits for at most two seconds.
  func isStill() -> Bool { within(seconds: 2) { !Self.isRunning(mentioning: folder.path + "/tmp/") } }

  private static func isRunning(mentioning path: String) -> Bool {
    let programs = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
    return programs.contains { number in
      guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else { return false }
      return String(decoding: line, as: UTF8.self).contains(path)
    }
  }
}

/// Whether something comes true in time.
func within(seconds: Double, _ isTrue: () -> Bool) -> Bool {
  let end = Date().addingTimeInterval(seconds)
  while !isTrue() {
    if Date() > end { return false }
    usleep(10_000)
  }
  return true
}
