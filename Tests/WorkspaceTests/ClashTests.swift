import Diagnostics
import Testing
import Texts

@testable import Workspace

/// Two texts that want the same, as whoever writes the later one is told.
@Suite("Clashes of texts")
struct ClashTests {
  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try PublishedProject.folder()
    for (path, text) in files { try folder.write("content/" + path, text) }
    return folder
  }

  private func page(_ details: String = "") -> String { "---\ntitle: 页\n\(details)---\n\n正文。\n" }
  private func story(_ details: String) -> String {
    "---\ntitle: 文\nsummary: 一\ndate: 2025-03-12\n\(details)---\n\n正文。\n"
  }

  /// The clashes told, each with the file at whose place it is.
  private func clashes(_ folder: TemporaryFolder) throws -> [String] {
    let report = try checkSite(project: folder.path)
    return report.diagnostics.filter { $0.severity == .error }.map { mistake in
      "\(mistake.code.rawValue) \(mistake.place.map { report.tree.path(of: $0) } ?? mistake.path ?? "")"
    }
  }

  @Test("a draft and a page to come are told of a former address, an address and a tag that others have")
  func held() throws {
    let day = "date: 2026-01-01\n"
    #expect(
      try clashes(folder(["pages/甲.md": page("draft: true\nformerly: index.html\n")]))
        == ["path-conflict content/pages/甲.md"])
    #expect(
      try clashes(
        folder(["pages/about.md": page(day), "pages/乙.md": page("formerly: 旧.html\n"), "pages/旧.md": page(day)]))
        == ["path-conflict content/pages/about.md", "path-conflict content/pages/旧.md"])
    #expect(
      try clashes(folder(["pages/a.md": page("tags: [安全, AI]\n"), "pages/b.md": page(day + "tags: [ai]\n")]))
        == ["unusable-tag content/pages/b.md"])
    #expect(
      try clashes(folder(["pages/甲.md": page(), "pages/甲/index.md": page("draft: true\n")]))
        == ["path-conflict content/pages/甲/index.md"])
  }

  private func words(of folder: TemporaryFolder) throws -> String {
    try checkSite(project: folder.path).diagnostics.first { $0.code == .pathConflict }?.message.zh ?? ""
  }

  @Test("two texts that had one address are told as that, and a page called like a tag's with the tag's page")
  func words() throws {
    let former = self.page("formerly: 旧.html\n")
    let twice = try words(of: folder(["pages/甲.md": former, "pages/乙.md": former]))
    #expect(twice.contains("也写在 content/pages/"), "\(twice)")
    let tag = try words(of: folder(["pages/tags/安全.md": self.page("tags: [安全]\n")]))
    let page = "content/pages/tags/安全.md"
    #expect(tag.contains("：tag 与 \(page)") || tag.contains("：\(page) 与 tag"), "\(tag)")
  }

  @Test("an address twice in one list is told where it stands again")
  func doubled() throws {
    #expect(
      try clashes(folder(["pages/甲.md": page("formerly: [旧.html, ./旧.html]\n")])) == [
        "path-conflict content/pages/甲.md"
      ])
  }

  @Test("a story's file is named, and no template")
  func story() throws {
    let folder = try folder([
      "campaigns/river/index.md": "---\ntitle: 河\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一\n---\n\n正文。\n",
      "campaigns/river/new.md": story(""), "pages/stories/new.md": page(),
    ])
    let mistakes = try checkSite(project: folder.path).diagnostics.filter { $0.code == .pathConflict }
    let words = mistakes.map(\.message.zh)
    #expect(
      words.count == 1 && words[0].contains("content/campaigns/river/new.md")
        && words[0].contains("content/pages/stories/new.md"),
      "\(words)")
  }

  @Test("names that differ in case, or in how letters are encoded, are one mistake each")
  func twins() throws {
    #expect(
      try clashes(folder(["pages/通知/a.md": page("formerly: 旧.html\n"), "pages/通知/A.md": page("formerly: 旧.html\n")]))
        == ["path-conflict content/pages/通知/a.md"])
    // To Swift the two names are one key.
    let spelled = try folder(["pages/caf\u{E9}.md": page()])
    try spelled.write("content/pages/cafe\u{301}.md", page())
    #expect(try clashes(spelled).count == 1)
  }

  @Test("a name that Windows can't hold is a warning at its file")
  func windows() throws {
    let folder = try folder(["pages/con.md": page(), "pages/a:b.md": page(), "pages/好.md": page()])
    let found = try checkSite(project: folder.path).diagnostics.filter { $0.code == .unsafePath }
    #expect(found.map(\.path) == ["content/pages/a:b.md", "content/pages/con.md"])
    #expect(found.allSatisfy { $0.severity == .warning })
  }
}
