import Diagnostics
import Foundation
import Testing
import Texts

@testable import Workspace

@Suite("Every diagnostic has its example")
struct MistakeCatalogueTests {
  @Test("an example for every code, and no example without one")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: MistakeExample.folder)
    #expect(Set(names) == Set(DiagnosticCode.allCases.map { "\($0.rawValue).txt" } + ["base.txt"]))
  }

  @Test("checked from disk, it gives this one diagnostic at its mark", arguments: DiagnosticCode.allCases)
  func example(code: DiagnosticCode) throws {
    let example = try MistakeExample(code)
    let (folder, mark) = try example.write()
    let report = try withExtendedLifetime(folder) { try example.found(in: folder) }
    let text = DiagnosticFormatter(tree: report.tree, language: .english).report(report.diagnostics)
    #expect(report.diagnostics.map(\.code) == [code], "\(text)")
    let found = try #require(report.diagnostics.first)
    #expect(found.severity == example.severity)
    let place = found.place.map { "\(report.tree.path(of: $0)):\($0.line):\($0.column)" }
    #expect(place == mark, "\(text)")
    if mark == nil { #expect(found.path != nil, "a diagnostic without a place names its file or folder") }
  }

  /// docs/diagnostics.md is made from the titles, the examples and what is printed; `UPDATE_GOLDENS=1` rewrites it.
  @Test("docs/diagnostics.md says of every code what the program prints today")
  func page() throws {
    let made = try DiagnosticCode.allCases.map(section).reduce(preface, +)
    let path = "\(Program.packageRoot)/docs/diagnostics.md"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(made.utf8).write(to: URL(filePath: path))
    }
    let kept = try String(contentsOfFile: path, encoding: .utf8)
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
    let example = try MistakeExample(code)
    let (folder, _) = try example.write()
    let report = try withExtendedLifetime(folder) { try example.found(in: folder) }
    let texts = [Language.chinese, .english].map { language in
      let formatter = DiagnosticFormatter(tree: report.tree, language: language)
      return report.diagnostics.map { formatter.text(of: $0) }.joined()
    }
    return try "\n## \(code.rawValue)\n\n\(code.title.zh) · \(code.title.en)\n\n" + example.source()
      + "\n```text\n" + texts.joined(separator: "\n") + "```\n"
  }
}

extension MistakeExample {
  /// What is found in the project, in a query of it, or in a group that it belongs to.
  fileprivate func found(in folder: TemporaryFolder) throws -> (tree: SourceTree, diagnostics: [Diagnostic]) {
    if sections.contains(where: { $0.path == "group.yaml" }) {
      var found: [(tree: SourceTree, diagnostics: [Diagnostic])] = []
      let request = GroupRequest(paths: ["\(folder.path)/group.yaml"], asOf: day.map { "\($0)" })
      _ = try runGroup(request, isCheck: true) { found.append(($0.tree, $0.diagnostics)) }
      return try #require(found.first)
    }
    guard sections.contains(where: { $0.path == "query.sql" }) else {
      let report = try checkSite(project: folder.path, on: day)
      return (report.tree, report.diagnostics)
    }
    let answer = try askLedger(
      .sql(try folder.text("query.sql"), name: "query.sql"), LedgerOrder(project: folder.path))
    return (answer.tree, answer.diagnostics)
  }
}
