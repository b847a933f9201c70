import Diagnostics
import Scoring
import Testing
import Texts

@testable import Reading

/// Pages of the office's own: how they lie below one another, and what the navigation may say of them.
@Suite("Free pages and the navigation")
struct OwnPageTests {
  private func page(_ title: String, _ details: String = "", _ prose: String = "正文。") -> String {
    "---\ntitle: \(title)\n\(details.isEmpty ? "" : details + "\n")---\n\n\(prose)\n"
  }

  private func read(
    _ pages: [String: String], nav: String? = nil, files: [String] = []
  ) throws -> (content: Content?, diagnostics: [Diagnostic]) {
    var project = try Project.base()
    project.lay(Dictionary(uniqueKeysWithValues: pages.map { (OwnPage.root + $0.key, $0.value) }))
    if let nav { project.files["content/site.yaml", default: ""] += "nav: \(nav)\n" }
    project.assets = files.map { Asset(path: OwnPage.root + $0, size: 1) }
    let (content, diagnostics, _, _) = project.read()
    return (content, diagnostics)
  }

  private func lines(_ pages: OwnPages) -> [String] {
    pages.pages.indices.map { number in
      (pages.trails[number] + [number]).map { pages.pages[$0].title }.joined(separator: "/")
    }
  }

  @Test("a footnote's mark in summary is told where it stands, since lists print it")
  func noteInSummary() throws {
    let (_, diagnostics) = try read(["a.md": page("甲", "summary: 一[^1]", "正文[^1]。\n\n[^1]: 注")])
    #expect(diagnostics.map(\.code) == [.markdownSlip] && diagnostics.first?.place?.line == 3)
  }

  @Test(
    "a stylesheet can't name an outer file, however it is spelt",
    arguments: [
      ("a { background: u\\72l(x) }", 1), ("@\\69mport 'x';", 1), ("a { background: src(\"x\") }", 1),
      ("a::before { content: '\\201C' }", 0), (".a\\:b { color: red } /* url( */", 0),
    ])
  func style(css: String, mistakes: Int) throws {
    var project = try Project.base()
    project.files["content/theme.css"] = css
    #expect(project.read().1.count { $0.code == .unsafeLink } == mistakes)
  }

  @Test("a folder's page is its index or the page of its name beside it; a folder without one is no step")
  func tree() throws {
    let (content, diagnostics) = try read([
      "办事指南/index.md": page("指南"), "办事指南/转接.md": page("转接"), "通知.md": page("通知"),
      "通知/一月/放假.md": page("放假"), "下载/表格/index.md": page("表格"), "下载/表格/甲.md": page("甲"),
    ])
    #expect(diagnostics.map(\.code) == [])
    let pages = try #require(content).ownPages
    #expect(Set(lines(pages)) == ["指南", "指南/转接", "通知", "通知/放假", "表格", "表格/甲"])
    #expect(Set(pages.tops.map { pages.pages[$0].title }) == ["指南", "通知", "表格"])
    let notices = try #require(pages.index(of: OwnPage.root + "通知.md"))
    #expect(pages.children[notices].map { pages.pages[$0].title } == ["放假"])
  }

  @Test("neighbours stand by their order, then from new to old, then by name")
  func order() throws {
    let (content, _) = try read([
      "e.md": page("戊"), "d.md": page("丁"), "c.md": page("丙", "date: 2025-03-01"),
      "b.md": page("乙", "date: 2025-11-01"),
      "a.md": page("甲", "order: 2"), "z.md": page("癸", "order: 1"),
    ])
    #expect(try #require(content).ownPages.pages.map(\.title) == ["癸", "甲", "乙", "丙", "丁", "戊"])
  }

  @Test("what is written in the front matter, and nothing else, is taken")
  func details() throws {
    let (content, _) = try read(["甲.md": page("甲", "summary: 一句话\ndate: 2025-03-01\nsearch: false\nfeed: true")])
    let own = try #require(content?.ownPages.pages.first)
    #expect(own.summary == "一句话" && own.day?.description == "2025-03-01" && !own.isFound && own.isInFeed)
    #expect(try read(["甲.md": page("甲", "author: 乙")]).diagnostics.map(\.code) == [.unknownKey])
    #expect(try read(["甲.md": page("甲", "feed: true")]).diagnostics.map(\.code) == [.missingKey])
  }

  @Test("two pages of one folder are a mistake at the second")
  func twoHeads() throws {
    let found = try read(["通知.md": page("甲"), "通知/index.md": page("乙")]).diagnostics
    #expect(found.map(\.code) == [.pathConflict])
    #expect(found.first?.message.zh.contains("通知/index.md") == true)
  }

  @Test("links between pages, stories and works are checked; so are pictures, and files nobody refers to")
  func links() throws {
    let (content, diagnostics) = try read(
      [
        "指南/index.md": page(
          "指南", "", "[河](../../campaigns/rivers/three-rivers.md) [转](转接.md#材料) [死](没有.md)\n\n![图](图.png)"),
        "指南/转接.md": page("转接", "", "## 材料\n\n[回](index.md)"),
      ], files: ["指南/图.png", "指南/旧.png"])
    #expect(diagnostics.map(\.code) == [.unusedFile, .deadLink])
    #expect(diagnostics.first?.path == OwnPage.root + "指南/旧.png")
    #expect(content == nil)
  }

  @Test("a draft and a page dated later are left out and counted, and a link to one is told")
  func held() throws {
    let (content, diagnostics) = try read([
      "甲.md": page("甲", "draft: true", "[乙](乙.md)"), "乙.md": page("乙", "date: 2025-12-12"),
      "丙.md": page("丙", "date: 2025-12-11"),
    ])
    #expect(Set(diagnostics.map(\.code)) == [.draftHeld, .heldBack])
    #expect(diagnostics.first { $0.code == .draftHeld }?.message.zh == "1 篇是草稿，没有发布：“甲”")
    #expect(diagnostics.first { $0.code == .heldBack }?.message.zh.contains("页面 1 处") == true)
    #expect(content?.ownPages.pages.map(\.title) == ["丙"])
    #expect(content?.held.map(\.reason) == [.later(try day(2025, 12, 12)), .draft])
    let told = try read(["甲.md": page("甲", "draft: true"), "乙.md": page("乙", "", "[甲](甲.md)")]).diagnostics
    #expect(Set(told.map(\.code)) == [.draftHeld, .deadLink])
  }

  @Test(
    "a story marked as a draft is left out with what only it shows, whatever its day; a preview reads it as the others")
  func heldStories() throws {
    var project = try Project.base()
    let folder = "content/campaigns/rivers/"
    project.lay([
      folder + "next.md":
        "---\ntitle: 下一篇\ndate: 2026-01-10\ndraft: true\npicture: 新.png\npicture_alt: 图\nsummary: 一\n---\n\n![图](河.png)\n"
    ])
    project.assets = ["新.png", "河.png"].map { Asset(path: folder + $0, size: 1) }
    let (content, diagnostics, tree, _) = project.read()
    #expect(diagnostics.map(\.code) == [.draftHeld])
    #expect(content?.stories.map(\.slug) == ["three-rivers"])
    #expect(content?.unusedAssets == [folder + "新.png", folder + "河.png"])
    let (shown, told) = Reading.read(tree, for: .preview)
    #expect(told.map(\.code) == [.draftHeld])
    #expect(shown?.stories.map(\.held) == [.draft, nil])
    #expect(shown?.unusedAssets == [])
  }

  @Test("personal numbers in a page's text and name are refused as everywhere")
  func numbers() throws {
    let found = try read(["甲.md": page("甲", "", "打 13800138000"), "13900139000.md": page("乙")]).diagnostics
    #expect(found.map(\.code) == [.personalIdentifier, .personalIdentifier])
  }

  @Test(
    "the navigation names pages of every site by key or name, own pages by path",
    arguments: [
      ("[首页, standings, 办事指南, {page: 办事指南/转接.md, title: 转接}]", ["首页", "积分榜", "指南", "转接"]),
      ("[办事指南/转接, about]", ["转接页", "关于"]), ("[]", []),
    ])
  func nav(written: String, shown: [String]) throws {
    let (content, diagnostics) = try read(
      ["办事指南/index.md": page("指南"), "办事指南/转接.md": page("转接页")], nav: written)
    #expect(diagnostics.map(\.code) == [])
    let pages = try #require(content).ownPages.pages
    let names = content?.navigation.map { entry in
      switch entry.target {
      case .builtIn(let page): entry.title ?? page.name
      case .own(let number): entry.title ?? pages[number].title
      }
    }
    #expect(names == shown)
  }

  @Test(
    "an entry that names nothing, or what stands there already, is a mistake at its place",
    arguments: [
      ("[首页, 积分板]", DiagnosticCode.unknownChoice, "是不是“积分榜”？"), ("[首页, 办事指]", .unknownChoice, "是不是“办事指南”？"),
      ("[首页, home]", .duplicateKey, "删去其中一项"), ("[办事指南, {page: 办事指南.md, title: 办}]", .duplicateKey, "删去其中一项"),
    ])
  func navMistakes(written: String, code: DiagnosticCode, remedy: String) throws {
    let found = try read(["办事指南.md": page("指南")], nav: written).diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.first?.remedy.zh == remedy)
    #expect(found.first?.place?.line == 5 && (found.first?.place?.column ?? 0) > 6)
  }

  @Test("a draft is left out of the navigation; without `nav` it is the usual one")
  func usual() throws {
    let drafted = try read(["甲.md": page("甲", "draft: true")], nav: "[首页, 甲]")
    #expect(drafted.diagnostics.map(\.code) == [.draftHeld])
    #expect(drafted.content?.navigation.map(\.target) == [.builtIn(.home)])
    // Without reports their page is no page, and composing leaves it out.
    let plain = try #require(try read([:]).content).navigation.map(\.target)
    #expect(
      plain
        == [.home, .standings, .branches, .brand, .stories, .activities, .honors, .rulebook, .reports]
        .map(NavTarget.builtIn))
  }
}
