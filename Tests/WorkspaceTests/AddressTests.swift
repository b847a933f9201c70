import Addressing
import Foundation
import Testing

@testable import Workspace

/// Whatever `check` accepts is found: in the published folder, and in an archive, by following the address on the page.
@Suite("An address that was checked leads somewhere")
struct AddressTests {
  /// A drawing that no other name has.
  private static func picture(_ name: String) -> String {
    let width = 1 + (names.firstIndex { $0.utf8.elementsEqual(name.utf8) } ?? names.count)
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h\(width)\"/></svg>"
  }

  /// Names as people, telephones, browsers and editors give them.
  private static let names = [
    "合影 1", "合影 (1)", "合影（2）", "100%", "a%20b", "图#3", "为什么？", "why?", "a+b", "a&b", "it's", "cafe\u{301}",
    "\u{E9}t\u{E9}",
    "a;b=c,d", "x{1}", "~tmp~", "a@2x", "[1]", "👍🏽", "字\u{338}", "a\u{200D}b", "\"q\"", "<x>", "-", "a..b", "…",
  ]

  private func project() throws -> TemporaryFolder {
    let folder = try PublishedProject.folder { path, text in
      path == "site.yaml" ? text + "base_address: https://example.org/points\n" : text
    }
    let rivers = "content/campaigns/river/"
    for name in Self.names { try folder.write("\(rivers)\(name).svg", Self.picture(name)) }
    try folder.write(rivers + "方案 一.pdf", "%PDF-1.4")
    try folder.write(rivers + "unused.svg", Self.picture("unused"))
    // Each as an address spells it, and most in brackets too: that is all but what an address reads otherwise.
    let encoded = Self.names.map { "![\($0.unicodeScalars.count)](\(SitePath("\($0).svg").address))" }
    let bracketed = Self.names.filter { !$0.utf8.contains { "<>#?%\\".utf8.contains($0) } }.map { "![b](<\($0).svg>)" }
    let prose = (encoded + bracketed).joined(separator: "\n\n")
    let titled = "picture: 'a%20b.svg'\npicture_alt: 图\n"
    try folder.write(
      rivers + "index.md", "---\ntitle: 河\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一\n---\n\n\(prose)\n")
    try folder.write(
      rivers + "main.md",
      "---\ntitle: 甲\ndate: 2025-03-12\n\(titled)summary: 一\n---\n\n# 三条河\n\n## Main\n\n## FG\n\n\(prose)\n\n"
        + "[方案](方案%20一.pdf)，[工作](../../works/w101%2Emd?x=1#%E5%81%9A)，[上](#main)，[关于](../../about.md)，[河](./index.md)\n"
    )
    try folder.write(
      "content/works/w101.md",
      "---\ntitle: 工作\npathway: p1\norder: 1\nsince: 2014\n---\n\n## 做\n\n![图](../campaigns/river/%E5%9B%BE%233.svg)\n")
    try folder.write(
      "content/about.md", "---\ntitle: 关于\n---\n\n![图](campaigns/river/100%25.svg) [甲](campaigns/river/main.md#fg)\n")
    return folder
  }

  /// Addresses of a page's pictures and of its links within the site.
  private func addresses(in page: String) -> [String] {
    page.matches(of: /\s(?:href|src)="([^"]*)"/).map {
      String($0.1).replacing("&amp;", with: "&").replacing("&#x27;", with: "'").replacing("&#39;", with: "'")
        .replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }
  }

  @Test("in the published folder")
  func published() throws {
    let folder = try project()
    let files = try PublishedProject.build(folder)
    let bytes = Dictionary(files.map { (Array($0.key.utf8), $0.value) }) { first, _ in first }
    var pictures = Set<String>()
    for (path, data) in files where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self).asWritten
      for address in addresses(in: page) {
        let reference = Reference(address)
        guard reference.lead != .outside else { continue }
        let target = try SitePath(path).resolving(reference).text
        let found = bytes[Array(target.utf8)]
        #expect(found != nil, "\(path): \(address)")
        if let name = reference.fragmentName, !name.isEmpty, target.hasSuffix(".html") {
          #expect(
            String(decoding: found ?? Data(), as: UTF8.self).asWritten.contains("id=\"\(name)\""), "\(path): \(address)"
          )
        }
        if target.hasPrefix("media/") { pictures.insert(target) }
      }
      #expect(page.components(separatedBy: "<h1").count == 2, "\(path)")
      let ids = page.matches(of: /\sid="([^"]*)"/).map(\.1)
      #expect(ids.count == Set(ids).count, "\(path): an id stands twice")
    }
    #expect(pictures.count == Self.names.count + 1, "each picture and the plan, by some page")
    #expect(files["media/campaigns/river/unused.svg"] == nil)
  }

  @Test("as the script that checks a published folder follows it, with feed and site map")
  func script() throws {
    let folder = try project()
    _ = try PublishedProject.build(folder)
    let script = PublishedProject.repository.appending(path: "scripts/check-site").path
    let outcome = try Program.run("/usr/bin/env", ["python3", script, "\(folder.path)/intranet"], locale: "C.UTF-8")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("in an archive, where every picture is held by its page")
  func archived() throws {
    let folder = try project()
    let report = try makeArchive(
      ArchiveOrder(
        project: folder.path, subject: .year(2025), output: "\(folder.path)/archives", leavesOutPDF: true,
        records: false))
    let bag = try #require(report.archived?.folder)
    let story = try String(contentsOfFile: "\(bag)/data/pages/story-main.html", encoding: .utf8).asWritten
    let campaign = try String(contentsOfFile: "\(bag)/data/pages/campaign-river.html", encoding: .utf8).asWritten
    for page in [story, campaign] {
      let images = page.matches(of: /<img [^>]*>/).map(\.0)
      #expect(images.count >= Self.names.count)
      for image in images { #expect(image.contains(" src=\"data:image/svg+xml;base64,"), "\(image)") }
    }
    for name in Self.names {
      let bytes = Data(Self.picture(name).utf8).base64EncodedString()
      #expect(story.contains(bytes), "\(name) vanished")
    }
  }

  @Test("a page of the preview too")
  func previewed() {
    for name in Self.names {
      #expect(SitePath(requestTarget: "/" + SitePath("media/\(name).svg").address)?.text == "media/\(name).svg")
    }
  }
}
