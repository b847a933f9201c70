import Foundation
import Testing

@testable import Typesetting

/// The specimen: every rule with its case as a page, which browsers and engines for PDF are then measured on
/// (Tests/Browser/test_typesetting.py, scripts/print-tests).
@Suite("The specimen of typesetting")
struct SpecimenTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Specimen/specimen.html")

  @Test("shows every rule as the pass sets it")
  func golden() throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try Data(page.utf8).write(to: Self.file)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == page)
  }

  @Test("expects the words that it sets")
  func words() {
    for it in specimenCases {
      guard case .lines(let lines) = it.expected else { continue }
      #expect(stripped(typeset(it.html, in: it.setting)) == lines.replacing("|", with: ""))
    }
  }

  private var page: String {
    let cases = specimenCases.map { it in
      let width = it.width.map { " style=\"width: \($0)em\"" } ?? " style=\"width: max-content; white-space: nowrap\""
      let expected =
        switch it.expected {
        case .lines(let lines): "data-lines=\"\(lines)\""
        case .ems(let ems): "data-ems=\"\(ems)\""
        case .gaps(let count): "data-gaps=\"\(count)\""
        }
      return """
        <dt>\(it.rule)</dt>
        <dd><\(it.element) class="sample" \(expected)\(width)>\(typeset(it.html, in: it.setting))</\(it.element)></dd>
        """
    }
    return """
      <!doctype html>
      <html lang="zh-Hans">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>中文排版样张</title>
      <link rel="stylesheet" href="../../../templates/style.css">
      <style>.sample { font: 400 18px/1.7 var(--sans); letter-spacing: 0; text-wrap: wrap; } dd { margin-bottom: 12px; }</style>
      </head>
      <body>
      <main class="wrap prose">
      <h1>中文排版样张</h1>
      <p class="sample" id="emphasis">着重不倾斜：<em>写错的人</em>是记分员</p>
      <dl>
      \(cases.joined(separator: "\n"))
      </dl>
      </main>
      </body>
      </html>

      """
  }
}
