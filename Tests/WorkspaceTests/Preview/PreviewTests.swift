import Foundation
import Testing

@Suite("The preview in a browser's eyes", .serialized)
struct PreviewTests {
  private let record = "content/years/2025/year.yaml"

  private func firstStory(_ project: TemporaryFolder) throws -> (file: String, address: String) {
    let stories = try FileManager.default.subpathsOfDirectory(atPath: project.path + "/content/campaigns")
      .filter { $0.hasSuffix(".md") && !$0.hasSuffix("index.md") }
    let path = try #require(stories.sorted().first)
    let name = try #require(path.split(separator: "/").last?.dropLast(3))
    return ("content/campaigns/\(path)", "/stories/\(name).html")
  }

  @Test("pages, folders and files are served as they would be published, and public/ is left alone")
  func pages() throws {
    let project = try RunningPreview.project()
    #expect(try Program.run(["build", "--project", project.path]).status == 0)
    let published = try project.contents(of: "public")
    let preview = try RunningPreview(project)
    let home = try preview.get("/")
    #expect(home.status == 200)
    #expect(home.header("Content-Type") == "text/html; charset=utf-8")
    #expect(home.header("Cache-Control") == "no-store")
    // The live reload and its leave to listen are all that is added.
    let own = { (text: String) in
      text.replacing(/<script [^>]*\/\.dualpoints\/reload\.js[^>]*><\/script>\n/, with: "")
        .replacing(/<meta http-equiv=Content-Security-Policy [^>]*>/, with: "")
    }
    #expect(home.body.contains("connect-src 'self'"))
    #expect(!String(decoding: try #require(published["index.html"]), as: UTF8.self).contains("connect-src"))
    for path in ["index.html", "stories/index.html", "2025/standings/index.html", "style.css"] {
      let body = try preview.get("/" + path).body
      #expect(own(body) == own(String(decoding: try #require(published[path]), as: UTF8.self)), "\(path)")
    }
    #expect(try preview.get("/stories").header("Location") == "/stories/")
    #expect(try preview.get("/stories/").status == 200)
    let missing = try preview.get("/stories/none.html")
    #expect(missing.status == 404)
    #expect(missing.body.contains("<h1>没有这一页</h1>"))
    try project.write(record, try project.text(record) + "\n")
    try preview.listen().waitForRebuild()
    #expect(try project.contents(of: "public") == published)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.path).sorted() == ["content", "public", "templates"])
  }

  @Test("a saved story, template, stylesheet and picture show by themselves, however the editor saves")
  func saving() throws {
    let project = try RunningPreview.project()
    let preview = try RunningPreview(project)
    let page = try preview.listen()
    let (story, address) = try firstStory(project)

    try project.write(story, try project.text(story) + "\n\n沿岸新添了一个监测点。\n")
    try page.waitForRebuild()
    #expect(try preview.get(address).body.asWritten.contains("沿岸新添了一个监测点。"))

    // Written beside it and moved over it, as most editors do.
    try project.write("content/.story.tmp", try project.text(story).replacingOccurrences(of: "新添了", with: "又添了"))
    #expect(rename("\(project.path)/content/.story.tmp", "\(project.path)/\(story)") == 0)
    try page.waitForRebuild()
    #expect(try preview.get(address).body.asWritten.contains("沿岸又添了一个监测点。"))

    let template = try project.text("templates/about.mustache")
    try project.write("templates/about.mustache", template.replacingOccurrences(of: "沿革还没有录入", with: "还没有"))
    try page.waitForRebuild()
    try project.write("templates/style.css", "body { color: black }\n")
    try page.waitForRebuild()
    #expect(try preview.get("/style.css").body == "body { color: black }\n")

    // A folder that is new is watched too.
    let campaign = "content/campaigns/added"
    let text = try project.text("content/campaigns/field/index.md")
    try project.write("elsewhere/index.md", text + "\n![图](a.svg)\n")
    let drawing = { (side: Int) in "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) 1\"></svg>\n" }
    try project.write("elsewhere/a.svg", drawing(3))
    #expect(rename(project.path + "/elsewhere", "\(project.path)/\(campaign)") == 0)
    try page.waitForRebuild()
    #expect(try preview.get("/campaigns/added.html").status == 200)
    for side in 1...2 {
      try project.write("\(campaign)/a.svg", drawing(side))
      try page.waitForRebuild()
      #expect(try preview.get("/media/campaigns/added/a.svg").body == drawing(side))
    }
    #expect(unlink("\(project.path)/\(campaign)/a.svg") == 0)
    try page.waitForRebuild()
    // The page that shows it has a mistake now, and the mistake shows everywhere.
    #expect(try preview.get("/media/campaigns/added/a.svg").status == 500)
  }

  @Test("a mistake shows at whatever address is open, with place and remedy, and goes when it is mended")
  func mistake() throws {
    let project = try RunningPreview.project()
    let preview = try RunningPreview(project)
    let page = try preview.listen()
    let good = try project.text("content/site.yaml")
    let line = good.split(separator: "\n", omittingEmptySubsequences: false).count
    try project.write("content/site.yaml", good + "colour: <red>\n")
    try page.waitForRebuild()
    for address in ["/", "/stories/index.html", "/nothing/here"] {
      let shown = try preview.get(address)
      #expect(shown.status == 500)
      #expect(shown.header("Content-Type") == "text/html; charset=utf-8")
      #expect(shown.body.contains("<h1>1 个错误</h1>"))
      #expect(shown.body.contains("<code>content/site.yaml:\(line):1</code> · unknown-key"))
      #expect(shown.body.contains("<pre><code><span>\(line)</span> <mark>c</mark>olour: &lt;red&gt;</code></pre>"))
      #expect(shown.body.contains("<p>改法："))
      #expect(shown.body.contains("/.dualpoints/reload.js"))
    }
    #expect(try preview.get("/style.css").status == 200)
    #expect(try preview.get("/.dualpoints/notice.css").header("Content-Type") == "text/css; charset=utf-8")

    // Another one beside it, in a template.
    let about = try project.text("templates/about.mustache")
    try project.write("templates/about.mustache", about + "{{pageTitel}}\n")
    try page.waitForRebuild()
    let both = try preview.get("/").body
    #expect(both.contains("<h1>2 个错误</h1>"))
    #expect(both.contains("templates/about.mustache:"))
    // The terminal told the first by then.
    #expect(preview.errors.contains("content/site.yaml:\(line):1"))

    try project.write("templates/about.mustache", about)
    try page.waitForRebuild()
    try project.write("content/site.yaml", good)
    try page.waitForRebuild()
    let mended = try preview.get("/")
    #expect(mended.status == 200)
    #expect(!mended.body.contains("class=\"topic mistake\""))
  }

  @Test("a project that is wrong from the start is shown as its mistakes")
  func wrongFromTheStart() throws {
    let project = try RunningPreview.project()
    let good = try project.text("content/site.yaml")
    try FileManager.default.moveItem(atPath: project.path + "/content", toPath: project.path + "/elsewhere")
    let preview = try RunningPreview(project)
    #expect(try preview.get("/").body.asWritten.contains("<h2>项目里没有 content 文件夹</h2>"))
    let page = try preview.listen()
    #expect(rename(project.path + "/elsewhere", project.path + "/content") == 0)
    while try preview.get("/").status != 200 { try page.waitForRebuild() }
    // Moved back in, its files are watched again.
    try project.write("content/site.yaml", good + "colour: red\n")
    while try preview.get("/").status == 200 { try page.waitForRebuild() }
  }
}
