import Addressing
import Diagnostics
import Disk
import Foundation
import Testing
import Texts

@testable import Workspace

/// Free pages as a reader of the published site meets them.
@Suite("Free pages, published")
struct OwnPagesPublishedTests {
  private func folder(_ pages: [String: String], site: String = "") throws -> TemporaryFolder {
    let folder = try PublishedProject.folder { path, text in path == "site.yaml" ? text + site : text }
    for (path, text) in pages { try folder.write("content/pages/" + path, text) }
    return folder
  }

  private func page(_ title: String, _ details: String = "", _ prose: String = "正文。") -> String {
    "---\ntitle: \(title)\n\(details)---\n\n\(prose)\n"
  }

  private func text(_ files: [String: Data], _ path: String) -> String {
    String(decoding: files[path] ?? Data(), as: UTF8.self).asWritten
  }

  @Test("its name is its address, with crumbs, the pages below it, search, site map and feed")
  func everywhere() throws {
    let folder = try folder(
      [
        "指南/index.md": page("办事指南"), "指南/转接 一.md": page("怎样转接", "date: 2025-03-01\nfeed: true\nsummary: 五天\n", "介绍信"),
        "私下.md": page("不列出来", "search: false\n", "找不到的词"),
      ], site: "base_address: https://a.example/p\n")
    let files = try PublishedProject.build(folder)
    let address = SitePath("指南/转接 一.html").address
    let here = SitePath("转接 一.html").address
    let guide = text(files, "指南/index.html")
    #expect(guide.contains("<li><a href=\"\(here)\">怎样转接</a><time datetime=\"2025-03-01\">"))
    let below = text(files, "指南/转接 一.html")
    #expect(
      below.contains(
        "<li><a href=\"../index.html\">首页</a></li><li><a href=\"index.html\">办事指南</a></li><li>怎样转接</li>"
      ))
    #expect(below.contains("<link rel=\"canonical\" href=\"https://a.example/p/\(address)\">"))
    #expect(text(files, "sitemap.xml").contains("https://a.example/p/\(address)"))
    #expect(!text(files, "sitemap.xml").contains(SitePath("私下.html").address))
    #expect(text(files, "stories/feed.xml").contains("<title>怎样转接</title>"))
    let index = files.filter { $0.key.hasPrefix("search/") }.map { String(decoding: $0.value, as: UTF8.self) }.joined()
    #expect(index.contains("介绍信") && index.contains("\"\(address)\"") && !index.contains("找不到的词"))
  }

  @Test("a page that stands in no navigation is led to from the foot of every page, and so is what was left out of it")
  func further() throws {
    let files = try PublishedProject.build(
      try folder(["甲.md": page("甲页"), "乙.md": page("乙页")], site: "nav: [首页, 乙]\n"))
    for (path, data) in files where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self).asWritten
      let parts = page.components(separatedBy: "<footer")
      let (head, foot) = (parts[0], parts.last ?? "")
      func leads(_ part: String, to target: String) -> Bool {
        part.matches(of: /href="([^"]*)"/).contains {
          (try? SitePath(path).resolving(Reference(String($0.1))).text) == target
        }
      }
      #expect(leads(head, to: "乙.html"), "\(path)")
      #expect(!head.components(separatedBy: "</nav>")[0].contains("积分榜</a>"), "\(path)")
      for target in ["甲.html", "2025/standings/index.html", "2025/rulebook.html", "about.html"] {
        #expect(leads(foot, to: target), "\(path): \(target)")
      }
    }
  }

  @Test("the page itself is marked in the navigation, else the page above it")
  func marked() throws {
    let files = try PublishedProject.build(
      try folder(["甲/index.md": page("甲页"), "甲/乙.md": page("乙页"), "丙.md": page("丙页")], site: "nav: [首页, 甲, 甲/乙]\n"))
    func marked(_ path: String) -> [String] {
      text(files, path).components(separatedBy: "<nav aria-label=\"主导航\">")[1].components(separatedBy: "</nav>")[0]
        .matches(of: /aria-current="page">([^<]*)</).map { String($0.1) }
    }
    #expect(marked("甲/index.html") == ["甲页"])
    #expect(marked("甲/乙.html") == ["乙页"])
    #expect(marked("丙.html") == [])
    #expect(marked("index.html") == ["首页"])
  }

  @Test(
    "a page at an address of the site's own is a mistake at its file, whatever the case",
    arguments: ["about.md", "About.md", "stories/index.md", "2025/rulebook.md", "search.md"])
  func collision(name: String) throws {
    let folder = try folder([name: page("甲")])
    let report = try checkSite(project: folder.path)
    let mistakes = report.diagnostics.filter { $0.severity == .error }
    #expect(mistakes.map(\.code) == [.pathConflict])
    let place = try #require(mistakes.first?.place)
    #expect(report.tree.path(of: place) == "content/pages/" + name)
  }

  @Test("names that no disk has room for once they are published are a mistake at their file")
  func longNames() throws {
    // 248 bytes and five of the ending; and five folders of 198 bytes.
    let wide = String(repeating: "长", count: 82) + "ab.md"
    let deep = Array(repeating: String(repeating: "深", count: 66), count: 5).joined(separator: "/") + "/a.md"
    for name in [wide, deep] {
      let folder = try self.folder([name: page("甲")])
      let report = try checkSite(project: folder.path)
      let mistakes = report.diagnostics.filter { $0.severity == .error }
      #expect(mistakes.map(\.code) == [.unsafePath])
      #expect(report.tree.path(of: try #require(mistakes.first?.place)) == "content/pages/" + name)
    }
  }

  @Test("a draft is in no file of the site, and in the preview with its mark")
  func drafts() throws {
    let folder = try folder(["甲.md": page("甲页", "draft: true\n", "只有草稿里有的话"), "乙.md": page("乙页")])
    let files = try PublishedProject.build(folder)
    #expect(files["甲.html"] == nil)
    #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).asWritten.contains("只有草稿里有的话") })
    let preview = try PreviewBuild(project: folder.path, on: nil, profile: .intranet)
    let plan = try #require(preview.plan)
    let index = try #require(plan.paths.firstIndex(of: "甲.html"))
    let shown = String(decoding: plan.make(index).bytes, as: UTF8.self).asWritten
    #expect(shown.contains("只有草稿里有的话") && shown.contains("<p class=\"held\" role=\"note\">草稿"))
    let other = try #require(plan.paths.firstIndex(of: "乙.html"))
    #expect(!String(decoding: plan.make(other).bytes, as: UTF8.self).contains("class=\"held\""))
  }

  @Test("an old address leads on to the new one, by a relative address, and stands in no site map")
  func former() throws {
    let folder = try folder(
      ["指南/转接.md": page("转接<一>", "formerly: [旧/转接.html, '\(SitePath("旧 址/").address)']\n")],
      site: "base_address: https://a.example/p\n")
    let files = try PublishedProject.build(folder)
    let address = SitePath("指南/转接.html").address
    for path in ["旧/转接.html", "旧 址/index.html"] {
      let page = text(files, path)
      #expect(page.contains("http-equiv=\"refresh\" content=\"0; url=../\(address)\""), "\(path)")
      #expect(page.contains("<a href=\"../\(address)\">转接&lt;一&gt;</a>"), "\(path)")
    }
    #expect(!text(files, "sitemap.xml").contains(SitePath("旧/").address))
  }

  @Test(
    "an old address that is somebody's is a mistake at its place, and so is one that is none",
    arguments: [
      ("about.html", DiagnosticCode.pathConflict), ("乙.html", .pathConflict), ("甲.html", .pathConflict),
      ("https://a.example/a.html", .unsafePath), ("../a.html", .unsafePath), ("a.pdf", .unsafePath),
      ("/a.html", .unsafePath), ("a.html?b", .unsafePath), (".dualpoints/a.html", .unsafePath),
      (String(repeating: "长", count: 90) + ".html", .unsafePath), ("甲%0A.html", .unsafePath),
      ("about.html/a.html", .pathConflict), ("[旧.html, 旧.html]", .pathConflict),
    ])
  func formerMistakes(address: String, code: DiagnosticCode) throws {
    let folder = try folder(["甲.md": page("甲", "formerly: \(address)\n"), "乙.md": page("乙")])
    let report = try checkSite(project: folder.path)
    let mistakes = report.diagnostics.filter { $0.severity == .error }
    #expect(mistakes.map(\.code) == [code])
    let place = try #require(mistakes.first?.place)
    #expect(report.tree.path(of: place) == "content/pages/甲.md" && place.line == 3)
  }

  @Test("a story that moved is led on to from its old address, with the stylesheet of the site")
  func formerStory() throws {
    let folder = try PublishedProject.folder()
    try folder.write(
      "content/campaigns/moved/index.md",
      "---\ntitle: 搬家\nfrom: 2025-01-01\nto: 2025-02-01\nsummary: 一次。\n---\n\n正文。\n")
    try folder.write(
      "content/campaigns/moved/new-name.md",
      page("新名字", "date: 2025-01-10\nsummary: 换了名字。\nformerly: stories/old-name.html\n"))
    let page = text(try PublishedProject.build(folder), "stories/old-name.html")
    #expect(page.contains("content=\"0; url=../stories/new-name.html\""))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"../style.css\">"))
  }

  @Test("the order in which files were written says nothing: the same bytes")
  func sameBytes() throws {
    let pages = [
      "甲.md": page("甲"), "乙/index.md": page("乙"), "乙/丙.md": page("丙", "date: 2025-01-02\n"),
      "乙/丁.md": page("丁", "date: 2025-01-02\n"),
    ]
    let one = try folder([:]), other = try folder([:])
    for name in pages.keys.sorted() { try one.write("content/pages/" + name, pages[name] ?? "") }
    for name in pages.keys.sorted().reversed() { try other.write("content/pages/" + name, pages[name] ?? "") }
    #expect(try PublishedProject.build(one) == PublishedProject.build(other))
  }
}
