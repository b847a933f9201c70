import Foundation
import Testing

/// Names of content, of disks and of others' archives steer no terminal, because all goes through one gate.
@Suite("The program speaks through one gate")
struct TerminalGateTests {
  @Test("nothing prints beside Terminal.swift")
  func gate() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("BuiltIn/") && $0 != "dualpoints/Terminal.swift" }
    #expect(paths.contains("dualpoints/DualPoints.swift"))
    for path in paths {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      // Most files hold none of these words: their lines needn't be looked at.
      guard ["print(\"", "standard", "fputs", "dump(", "debugPrint("].contains(where: { text.contains($0) }) else {
        continue
      }
      let lines = text.split(separator: "\n")
      for line in lines where !line.trimmingPrefix(while: { $0 == " " }).hasPrefix("//") {
        let isPrint =
          line.contains(/(^|[^.\w])(Swift\.)?print\("/)
          || line.contains(/standard(Output|Error)|fputs|debugPrint\(|dump\(/)
        #expect(!isPrint, "\(path): \(line)")
      }
    }
  }
}
