import Diagnostics
import Foundation
@testable import Reading
import Testing

/// docs/diagnostics.md is made from the titles, the examples and what is printed for them; `UPDATE_GOLDENS=1` rewrites it.
@Suite("docs/diagnostics.md")
struct DiagnosticsPageTests {
  @Test("says of every code what the program prints today")
  func page() throws {
    let made = try DiagnosticCode.allCases.map(section).reduce(preface, +)
    let url = Project.docs.appending(path: "diagnostics.md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(made.utf8).write(to: url)
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    #expect(kept == made, "run the tests with UPDATE_GOLDENS=1 and look at the difference")
  }

  private var preface: String {
    """
    # 错误与警告 · Diagnostics

    每条都有固定的代号、例子和改法。例子叠放在[最小的项目](diagnostics/base.txt)之上。本页由程序生成，请勿手改。
    Each has a stable code, an example and a remedy. The examples are laid over [the smallest project](diagnostics/base.txt).
    This page is generated; don't edit it.

    """
  }

  private func section(_ code: DiagnosticCode) throws -> String {
    let heading = "\n## \(code.rawValue)\n\n\(code.title.zh) · \(code.title.en)\n"
    guard let example = Example(code) else { return heading }
    return try heading + "\n" + source(of: example) + (example.isRaisedHere ? printed(example) : "")
  }

  /// The lines of the example that differ from the base: enough to see the mistake.
  private func source(of example: Example) throws -> String {
    let base = try Project.base()
    return example.files.sorted { $0.key < $1.key }.map { path, text in
      if text.isEmpty { return "`\(path)`（没有这个文件 · without this file）\n" }
      let known = Set(base.files[path, default: ""].split(separator: "\n"))
      let lines = text.replacingOccurrences(of: Project.mark, with: "")
        .split(separator: "\n", omittingEmptySubsequences: false)
      let changed = lines.filter { !$0.isEmpty && !known.contains($0) }
      return "`\(path)`\n\n```text\n" + changed.joined(separator: "\n") + "\n```\n"
    }.joined(separator: "\n")
  }

  private func printed(_ example: Example) throws -> String {
    let (_, diagnostics, tree, _) = try example.check()
    let texts = [Language.chinese, .english].map { language in
      let formatter = DiagnosticFormatter(tree: tree, language: language)
      return diagnostics.map { formatter.text(of: $0) }.joined()
    }
    return "\n```text\n" + texts.joined(separator: "\n") + "```\n"
  }
}
