import Composing
import Diagnostics
import Foundation
import Grouping
import Pages
import Paper
import Rendering
import Templating
import Testing
import Texts
import Workspace

/// Each shipped template printed from its page's specimen, without the frame that all share, and the frame once. A change of
/// a template or a page shows as a difference somebody reads: `make goldens` writes them anew.
@Suite struct GoldenPagesTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What stands in the frames' place: the blocks that a page fills itself.
  private static let frames = [
    "layout": """
    <!doctype html>
    <title>{{pageTitle}}</title>
    <meta name="description" content="{{$description}}{{/description}}">
    <meta property="og:type" content="{{$kind}}{{/kind}}">
    {{$social}}{{$card}}{{/card}}{{/social}}
    {{$main}}{{/main}}

    """,
    "group/layout": """
    <!doctype html>
    <title>{{pageTitle}}</title>
    <meta name="description" content="{{$description}}{{/description}}">
    {{$main}}{{/main}}

    """,
    "print/layout": """
    <!doctype html>
    <title>{{pageTitle}}</title>
    {{$main}}{{/main}}

    """,
  ]

  private static func templates(framed: Bool) throws -> SourceTree {
    let folder = repository.appending(path: "templates")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
    return SourceTree(
      files: try names.map { name in
        if !framed, let bare = frames[name.replacing(".mustache", with: "")] {
          return SourceFile(path: "templates/\(name)", text: bare)
        }
        return SourceFile(
          path: "templates/\(name)", bytes: Array(try Data(contentsOf: folder.appending(path: name))))
      } + frames.keys.map { SourceFile(path: "templates/of-\($0).mustache", text: "{{<\($0)}}{{/\($0)}}") })
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

  private static func page(_ name: String, framed: Bool) throws -> (String, [String]) {
    let templates = TemplateSet(tree: try templates(framed: framed))
    for kind in catalog where kind.template == name { return printed(name, kind.specimen, templates) }
    for kind in printCatalog where kind.template == name { return printed(name, kind.specimen, templates) }
    for kind in groupCatalog where kind.template == name { return printed(name, kind.specimen, templates) }
    return ("", ["no such kind"])
  }

  private static func check(_ page: String, golden name: String) throws {
    let golden = repository.appending(path: "Tests/WorkspaceTests/Goldens/\(name).html")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try page.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == page)
  }

  @Test(arguments: catalog.map { $0.template } + printCatalog.map { $0.template } + groupCatalog.map { $0.template })
  func specimenPrintsAsItsGolden(_ name: String) throws {
    let (page, mistakes) = try Self.page(name, framed: false)
    #expect(mistakes == [])
    try Self.check(page, golden: name)
  }

  @Test(arguments: frames.keys.sorted())
  func framePrintsAsItsGolden(_ name: String) throws {
    let templates = TemplateSet(tree: try Self.templates(framed: true))
    let (frame, mistakes) =
      name == "group/layout"
      ? Self.printed("of-\(name)", GroupChrome.specimen, templates)
      : Self.printed("of-\(name)", Chrome.specimen, templates)
    #expect(mistakes == [])
    try Self.check(frame, golden: name)
  }

  /// Paper goes about without the site: each document says whose data it is and how far the year is.
  @Test(arguments: printCatalog.map { $0.template })
  func everyDocumentSaysWhatItIs(_ name: String) throws {
    let margins = try #require(printCatalog.first { $0.template == name }).specimen.margins
    #expect(margins.head == "红色传感双积分　2025 年党员积分榜")
    #expect(margins.foot == "办公室内部版　草稿，尚未公示，截至 2025-12-11　人员与积分均为虚构")
  }

  /// A sheet that no element of the template is named after would say its margin nowhere, and the other way round.
  @Test(arguments: printCatalog.map { $0.template })
  func everySheetStandsInItsTemplate(_ name: String) throws {
    let (page, _) = try Self.page(name, framed: false)
    var named: [String] = []
    for match in page.matches(of: /data-sheet="([^"]*)"/) where !named.contains(String(match.output.1)) {
      named.append(String(match.output.1))
    }
    let sheets = try #require(printCatalog.first { $0.template == name }).specimen.margins.sheets
    #expect(sheets.map(\.name) == named)
  }

  /// A page nobody can reach or leave is no page: the frame is on each.
  @Test(arguments: catalog.map { $0.template })
  func everyPageCarriesTheFrame(_ name: String) throws {
    let (page, mistakes) = try Self.page(name, framed: true)
    #expect(mistakes == [])
    #expect(page.contains("<main id=\"main\""))
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(page.contains("人员与积分均为虚构"))
    #expect(page.contains("href=\"../index.html\"") && page.contains("href=\"../about.html\""))
  }
}
