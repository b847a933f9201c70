import Composing
import Diagnostics
import Foundation
import Pages
import Paper
import Rendering
import Templating
import Testing
import Texts
import Workspace

/// Each shipped template printed from its page's specimen. A change of a template or a page shows as a difference
/// somebody reads: `make goldens` writes them anew.
@Suite struct GoldenPagesTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func templates() throws -> SourceTree {
    let folder = repository.appending(path: "templates")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
    return SourceTree(
      files: try names.map {
        SourceFile(path: "templates/\($0)", bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
      })
  }

  /// The specimen of a kind through its template, and what the template's author would be told.
  private static func printed(_ name: String, _ specimen: some Fillable, _ templates: TemplateSet)
    -> (String, [String])
  {
    let (template, mistakes) = templates.compile(name, for: Schema(specimen: specimen))
    var bytes: [UInt8] = []
    template?.render(specimen, into: &bytes)
    return (String(decoding: bytes, as: UTF8.self), mistakes.map(\.message.en))
  }

  @Test(arguments: catalog.map { $0.template } + printCatalog.map { $0.template })
  func specimenPrintsAsItsGolden(_ name: String) throws {
    let templates = TemplateSet(tree: try Self.templates())
    var page = ""
    var mistakes: [String] = []
    for kind in catalog where kind.template == name {
      (page, mistakes) = Self.printed(name, kind.specimen, templates)
    }
    for kind in printCatalog where kind.template == name {
      (page, mistakes) = Self.printed(name, kind.specimen, templates)
    }
    #expect(mistakes == [])
    let golden = Self.repository.appending(path: "Tests/WorkspaceTests/Goldens/\(name).html")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try page.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == page)
  }

  /// Paper goes about without the site: each document says whose data it is and how far the year is.
  @Test(arguments: printCatalog.map { $0.template })
  func everyDocumentSaysWhatItIs(_ name: String) throws {
    let golden = Self.repository.appending(path: "Tests/WorkspaceTests/Goldens/\(name).html")
    let page = try String(contentsOf: golden, encoding: .utf8)
    let head = try #require(page.firstRange(of: "<head>")).lowerBound
    #expect(page[..<head].contains("人员与积分均为虚构"))
    #expect(page[..<head].contains("草稿") && page[..<head].contains("2025-12-11"))
  }

  /// A page nobody can reach or leave is no page: the frame is on each.
  @Test(arguments: catalog.map { $0.template })
  func everyPageCarriesTheFrame(_ name: String) throws {
    let golden = Self.repository.appending(path: "Tests/WorkspaceTests/Goldens/\(name).html")
    let page = try String(contentsOf: golden, encoding: .utf8)
    #expect(page.contains("<main id=\"main\""))
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(page.contains("人员与积分均为虚构"))
    #expect(page.contains("href=\"../index.html\"") && page.contains("href=\"../about.html\""))
  }
}
