import Foundation
import FoundationXML
import Testing

@testable import Workspace

@Suite("Files beside the pages")
struct CompanionFileTests {
  private func text(_ files: [String: Data], _ path: String) throws -> String {
    String(decoding: try #require(files[path], "no \(path)"), as: UTF8.self)
  }

  @Test("a leaderboard opens in Excel: a mark for UTF-8, Chinese titles, the state in each row")
  func board() throws {
    let files = try PublishedProject.build(PublishedProject.folder())
    let csv = try text(files, "2025/standings/index.csv")
    // 王伟: two theme days counted of three, 1.5 lectures of 2; 李娜 one theme day.
    #expect(
      csv == "\u{FEFF}名次,上期,编号,姓名,支部,规定,自选,合计,封顶未计,封顶未扣,年度,截至,状态\r\n"
        + "1,,wang-wei,王伟,光谱,2.00,3.00,5.00,1.00,0.00,2025,2025-11-30,草稿\r\n"
        + "2,,li-na,李娜,光谱,1.00,0.00,1.00,0.00,0.00,2025,2025-11-30,草稿\r\n")
    #expect(try text(files, "2025/standings/index.html").contains("href=index.csv "))
  }

  @Test("a ledger as JSON names rule and record of each award, and adds up to the page's total")
  func ledger() throws {
    let files = try PublishedProject.build(PublishedProject.folder())
    let data = try #require(files["2025/members/wang-wei.json"])
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["state"] as? String == "draft")
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.count == 4)
    #expect(rows.last?["running"] as? Double == 5)
    #expect(rows[0]["record"] as? String == "content/years/2025/records/b01.csv:2")
    #expect(rows[0]["rule"] as? String == "content/years/2025/rulebook.yaml:5")
    #expect(try text(files, "2025/branches/b01.csv").contains("河道监测"))
  }

  @Test("a text that a spreadsheet would run as a formula is kept from it; JSON has it as written")
  func formula() throws {
    let folder = try PublishedProject.folder { path, text in
      path == "members/all.csv" ? text.replacing("王伟,wang", with: "\"=HYPERLINK(1,2)\",wang") : text
    }
    let files = try PublishedProject.build(folder)
    #expect(try text(files, "2025/standings/index.csv").contains(",\"'=HYPERLINK(1,2)\","))
    #expect(try text(files, "2025/standings/index.json").contains("\"=HYPERLINK(1,2)\""))
  }

  private static let story = [
    "campaigns/river/index.md":
      "---\ntitle: 河\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一条河\n---\n\n正文。\n",
    "campaigns/river/one.md":
      "---\ntitle: \"甲 & <乙>\"\ndate: 2025-03-12\nsummary: \"一句\"\n---\n\n[关于](../../about.md)\n",
  ]

  private func published(site: String = "") throws -> [String: Data] {
    let folder = try PublishedProject.folder { path, text in path == "site.yaml" ? text + site : text }
    for (path, text) in Self.story { try folder.write("content/\(path)", text) }
    return try PublishedProject.build(folder)
  }

  @Test("the feed is well-formed, and without a base address its links lead there from where it stands")
  func feed() throws {
    let files = try published()
    let feed = try text(files, "stories/feed.xml")
    let document = try XMLDocument(xmlString: feed)
    #expect(document.rootElement()?.name == "feed")
    #expect(feed.contains("<title>甲 &amp; &lt;乙&gt;</title>"))
    #expect(feed.contains("<link href=\"../stories/one.html\"/>") && files["stories/one.html"] != nil)
    #expect(feed.contains("<updated>2025-03-12T00:00:00+08:00</updated>"))
    #expect(!feed.contains("<content"))
    #expect(files["sitemap.xml"] == nil && files["robots.txt"] == nil)
    #expect(try !text(files, "index.html").contains("canonical"))
  }

  @Test("with a base address feed, site map and pages name whole addresses, and every page is on the map")
  func baseAddress() throws {
    let files = try published(site: "base_address: https://intranet.example/points\n")
    let map = try text(files, "sitemap.xml")
    _ = try XMLDocument(xmlString: map)
    for path in files.keys where path.hasSuffix(".html") {
      #expect(map.contains("<loc>https://intranet.example/points/\(path)</loc>"), "\(path)")
    }
    #expect(try text(files, "robots.txt").contains("Sitemap: https://intranet.example/points/sitemap.xml\n"))
    let feed = try text(files, "stories/feed.xml")
    #expect(feed.contains("<id>https://intranet.example/points/stories/one.html</id>"))
    #expect(feed.contains("&lt;a href=&quot;https://intranet.example/points/about.html&quot;&gt;"))
    let page = try text(files, "stories/one.html").asWritten
    #expect(page.contains("<link rel=\"canonical\" href=\"https://intranet.example/points/stories/one.html\">"))
    #expect(page.contains("<meta property=\"og:title\" content=\"甲 &amp; &lt;乙&gt;\">"))
    #expect(page.contains("<meta name=\"description\" content=\"一句\">"))
  }
}
