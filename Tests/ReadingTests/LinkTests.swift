import Diagnostics
import Testing
import Texts

@testable import Reading

/// What a link or a picture may be called, and what happens to what nothing calls.
@Suite("Links and the files beside the stories")
struct LinkTests {
  private static let folder = "content/campaigns/rivers/"

  private func check(
    _ prose: String, picture: String? = nil, files: [String] = [], others: [String: String] = [:]
  ) throws -> (content: Content?, diagnostics: [Diagnostic]) {
    var project = try Project.base()
    let title = picture.map { "picture: '\($0)'\npicture_alt: 图\n" } ?? ""
    project.lay([
      Self.folder + "three-rivers.md": "---\ntitle: 三条河\ndate: 2025-09-13\nsummary: 一\n\(title)---\n\n\(prose)\n"
    ])
    project.lay(others)
    project.assets = files.map { Asset(path: Self.folder + $0, size: 1) }
    let (content, diagnostics, _, _) = project.read()
    return (content, diagnostics)
  }

  private func codes(_ prose: String, picture: String? = nil, files: [String] = []) throws -> [DiagnosticCode] {
    try check(prose, picture: picture, files: files).diagnostics.map(\.code)
  }

  @Test("every spelling of a name that an editor writes finds the file, and none of the files is told to be useless")
  func spellings() throws {
    let prose = """
      ![合影](合影%201.png)

      ![合影](%E5%90%88%E5%BD%B1.png)

      [方案](方案%20一.pdf)，[课题](../../works/w101%2Emd)，![同一张](<合影 1.png>)，[上面](#%E5%B0%8F%E8%8A%82)

      ![满](100%25.png) ![号](a%231.png) ![问](a%3F.png) ![编](a%2520b.png) ![加](a+b.png) ![加](./a%2Bb.png)

      ## 小节
      """
    let files = ["合影 1.png", "合影.png", "方案 一.pdf", "100%.png", "a#1.png", "a?.png", "a%20b.png", "a+b.png"]
    #expect(try codes(prose, files: files) == [])
  }

  @Test("composed or not, a name is the same, and the disk's spelling is what pages are given")
  func composed() throws {
    let (content, diagnostics) = try check("![咖啡](caf\u{E9}.png)", picture: "caf\u{E9}.png", files: ["cafe\u{301}.png"])
    #expect(diagnostics.map(\.code) == [])
    let picture = try #require(content?.stories.first?.picture)
    #expect(Array(picture.path.utf8) == Array((Self.folder + "cafe\u{301}.png").utf8))
  }

  @Test(
    "a title picture is a file's name, with percent signs or without",
    arguments: [
      ("a#1.png", "a#1.png"), ("a b.png", "a%20b.png"), ("a%20b.png", "a%20b.png"),
      ("合影.png", "%E5%90%88%E5%BD%B1.png"),
    ])
  func titles(file: String, name: String) throws {
    #expect(try codes("正文", picture: name, files: [file]) == [])
  }

  @Test(
    "what can't be found is refused, with what to write instead",
    arguments: [
      ("![x](100%2.png)", "100%2.png", "文件名里的 %、#、? 在链接里要写成 100%252.png"),
      ("![x](a#1.png)", "a#1.png", "文件名里的 %、#、? 在链接里要写成 a%231.png"),
      ("![x](a?1.png)", "a?1.png", "文件名里的 %、#、? 在链接里要写成 a%3F1.png"),
      ("![x](a%20b.png)", "a%20b.png", "文件名里的 %、#、? 在链接里要写成 a%2520b.png"),
      ("![x](Photo.PNG)", "photo.png", "是不是 content/campaigns/rivers/photo.png？"),
      ("[x](photo.pfd)", "photo.pdf", "是不是 content/campaigns/rivers/photo.pdf？"),
      ("![x](../b/photo.png)", "photo.png", "是不是 content/campaigns/rivers/photo.png？"),
    ])
  func remedies(prose: String, file: String, remedy: String) throws {
    let found = try check(prose, files: [file]).diagnostics
    // `100%2.png` is itself to a browser: a lone percent sign means nothing.
    if prose.contains("100%2.png") { return #expect(found.isEmpty) }
    #expect(found.map(\.remedy.zh) == [remedy])
  }

  @Test(
    "paths that mean nothing, or other things elsewhere, are refused",
    arguments: [
      ("![x](图\\河.png)", "反斜杠"), ("![x](图%5C河.png)", "反斜杠"), ("![x](%FF.png)", "百分号"), ("![x](a%00.png)", "百分号"),
      ("![x](/a.png)", "之外"), ("![x](../../../a.png)", "之外"), ("![x](%2e%2e/%2e%2e/%2e%2e/a.png)", "之外"),
      ("[x](..%2f..%2f..%2fetc)", "之外"), ("![x](https://a.example/a.png)", "之外"),
    ])
  func unsafe(prose: String, word: String) throws {
    let found = try check(prose).diagnostics
    #expect(found.map(\.code) == [.unsafePath])
    #expect(found.first?.message.zh.contains(word) == true)
    #expect(found.first?.place?.line == 7)
  }

  @Test("a picture that isn't there is no other file of its folder, and a text may be meant without its ending")
  func near() throws {
    let picture = try check("![x](tripod.svg)").diagnostics
    #expect(picture.map(\.remedy.zh) == ["把图片放到文章所在的文件夹，核对文件名的大小写"])
    let text = try check("[x](../../works/w101)").diagnostics
    #expect(text.map(\.remedy.zh) == ["是不是 content/works/w101.md？"])
  }

  @Test("a file that nothing refers to is named, and isn't published")
  func unused() throws {
    let files = ["旧图.png", "used.svg", "方案.pdf", "title.JPG", "about.webp", "work.gif", "index.png"]
    let (content, diagnostics) = try check(
      "![图](used.svg)", picture: "title.JPG", files: files,
      others: [
        "content/about.md": "---\ntitle: 关于\n---\n\n![图](campaigns/rivers/about.webp)\n",
        "content/works/w506.md":
          "---\ntitle: 2小时公益\npathway: p5\norder: 6\nsince: 2016\n---\n\n[图](../campaigns/rivers/work.gif)\n",
        Self.folder + "index.md":
          "---\ntitle: 走到河边\nfrom: 2025-09-01\nto: 2025-09-30\nsummary: 三条河\n---\n\n![图](index%2Epng)\n",
      ])
    #expect(diagnostics.map(\.code) == [.unusedFile, .unusedFile])
    #expect(diagnostics.map(\.path) == [Self.folder + "方案.pdf", Self.folder + "旧图.png"])
    #expect(content?.unusedAssets == [Self.folder + "方案.pdf", Self.folder + "旧图.png"])
  }

  @Test("with a text that couldn't be read nobody is told what is unused")
  func unreadable() throws {
    let found = try check(
      "正文", files: ["a.png"], others: [Self.folder + "other.md": "没有文首信息\n"])
    #expect(found.diagnostics.map(\.code) == [.missingFrontMatter])
  }

  @Test("what the site has no page of, or no browser shows as a picture, is refused")
  func unpublished() throws {
    let message = ["content/years/2025/message.md": "---\ntitle: 寄语\nsigned_by: 公司党委\non: 2025-12-01\n---\n\n同志们。\n"]
    #expect(try check("[寄语](../../years/2025/message.md)", others: message).diagnostics.map(\.code) == [.deadLink])
    #expect(try codes("![方案](方案.pdf)", files: ["方案.pdf"]) == [.missingImage])
    #expect(try codes("[方案](方案.pdf#page=2)", files: ["方案.pdf"]) == [])
    #expect(try codes("[上](#没有)") == [.deadLink])
    #expect(try codes("[上](#%FF)") == [.deadLink])
  }

  @Test("thousands of dead links, fragments and long names end at once")
  func many() throws {
    let headings = (0..<4_000).map { "## 甲\($0)" }.joined(separator: "\n\n")
    let links = (0..<4_000).map { "[x](#乙\($0)) [y](z\($0).md)" }.joined(separator: "\n")
    let long = String(repeating: "长", count: 30_000)
    let found = try check("\(headings)\n\n\(links)\n\n[x](#\(long)) [y](\(long).md)\n\n## \(long)a").diagnostics
    #expect(found.filter { $0.code == .deadLink }.reduce(0) { $0 + 1 + $1.further } == 8_002)
  }
}
