import Diagnostics
import Foundation
import Parsing
@testable import Reading
import Scoring
import Testing
import Texts

/// One example of a mistake: `docs/diagnostics/<code>.txt`. Its first line gives the severity, and after it a stage where
/// the example only works from disk (the catalogue in WorkspaceTests runs those too); lines `asset: path` add pictures.
struct Example: CustomTestStringConvertible {
  let code: DiagnosticCode
  let severity: Diagnostic.Severity
  let isRaisedHere: Bool
  let assets: [String]
  let day: Day?
  let files: [String: String]

  var testDescription: String { code.rawValue }

  init?(_ code: DiagnosticCode) {
    let url = Project.docs.appending(path: "diagnostics/\(code.rawValue).txt")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    let (preface, files) = Project.sections(of: text)
    let words = (preface.first ?? "").split(separator: " ")
    self.code = code
    severity = words.first == "warning" ? .warning : .error
    isRaisedHere = words.count < 2
    assets = preface.filter { $0.hasPrefix("asset: ") }.map { String($0.dropFirst(7)) }
    day = preface.first { $0.hasPrefix("day: ") }.flatMap { parseDay(Array($0.dropFirst(5).utf8).span) }
    self.files = files
  }

  func project() throws -> Project {
    var project = try Project.base()
    project.lay(files)
    project.assets = assets.map { Asset(path: $0, size: 1) }
    return project
  }

  /// What a check of the example prints: reading's diagnostics and, where there are no errors, scoring's.
  func check() throws -> (content: Content?, diagnostics: [Diagnostic], tree: SourceTree, marked: Place?) {
    var (content, diagnostics, tree, marked) = try project().read(on: day)
    if let content { diagnostics = (diagnostics + score(content.ledger).1).inReadingOrder() }
    if diagnostics.hasErrors { content = nil }
    return (content, diagnostics, tree, marked)
  }

  static let all = DiagnosticCode.allCases.compactMap { Example($0) }
}

@Suite("The catalogue of diagnostics")
struct CatalogueTests {
  @Test(
    "an example gives its one diagnostic, at the marked place, and nothing else",
    arguments: Example.all.filter(\.isRaisedHere))
  func example(_ example: Example) throws {
    let (content, diagnostics, tree, marked) = try example.check()
    #expect(
      diagnostics.map(\.code) == [example.code],
      "\(DiagnosticFormatter(tree: tree, language: .english).report(diagnostics))")
    let diagnostic = try #require(diagnostics.first { $0.code == example.code })
    #expect(diagnostic.severity == example.severity)
    #expect(diagnostic.place == marked, "\(DiagnosticFormatter(tree: tree, language: .english).text(of: diagnostic))")
    if marked == nil { #expect(diagnostic.path != nil, "a diagnostic without a place names its file or folder") }
    #expect((content == nil) == (example.severity == .error), "errors refuse the content, warnings don't")
  }

  @Test("the project under the examples gives no diagnostic at all")
  func base() throws {
    let (content, diagnostics, _, _) = try Project.base().read()
    #expect(diagnostics.map(\.message.en) == [])
    #expect(score(try #require(content).ledger).1.map(\.message.en) == [])
  }
}
