import Foundation
import Testing

@testable import Workspace

@Suite("Pages of a company with units")
struct LevelPagesTests {
  @Test("where nobody uses units no byte of the site is another")
  func unused() throws {
    let before = try PublishedProject.build(try PublishedProject.folder())
    let after = try PublishedProject.build(
      try PublishedProject.folder { path, text in
        guard path == "branches.csv" else { return text }
        return text.split(separator: "\n").enumerated().map { "\($1),\($0 == 0 ? "kind,parent" : "支部,")\n" }.joined()
      })
    #expect(before.keys.sorted() == after.keys.sorted())
    #expect(before.filter { after[$0.key] != $0.value }.keys.sorted() == [])
    #expect(before.keys.filter { $0.contains("units/") } == [])
  }

  @Test("each unit has its page: sums of its branches, averages and rates of the sums, places within it")
  func units() throws {
    let site = try PublishedProject.build(try LevelProject.folder())
    #expect(
      site.keys.filter { $0.hasPrefix("2025/units/") && $0.hasSuffix("html") }.sorted() == [
        "2025/units/u1.html", "2025/units/u2.html",
      ])
    let inner = try LevelProject.page("2025/units/u2.html", of: site)
    #expect(inner.contains("<li><a href=\"u1.html\">技术党委</a></li><li>研发党总支</li>"))
    #expect(inner.contains("党总支，1个支部，党员2人") && inner.contains("光谱支部以8.50分居首"))
    #expect(inner.contains("<dd class=\"fig-num\">4.25</dd>") && inner.contains("8.50÷2人"))
    #expect(inner.contains("2人中1人，要求90%"))
    #expect(inner.contains("#a1"))
    let outer = try LevelProject.page("2025/units/u1.html", of: site)
    #expect(outer.contains("<dd class=\"fig-num\">2.83</dd>") && outer.contains("3人中1人"))
    #expect(outer.contains("<tbody id=\"u-u2\">") && outer.contains("<tbody id=\"u-direct\">"))
    // Of two branches the first has its place, the one without a point has the next.
    let places = outer.matches(of: /<td class="rank">(\d)<\/td><th scope="row"><a href="[^"]*">([^<]*)</)
    #expect(places.map { "\($0.output.1)\($0.output.2)" } == ["1光谱支部", "2软件支部"])
    let csv = String(decoding: try #require(site["2025/units/u1.csv"]), as: UTF8.self)
    #expect(csv.contains("b01") && csv.contains("b02") && !csv.contains("b03") && csv.contains("研发党总支"))
  }

  @Test("branches and boards say their unit; the board by units adds up to the company")
  func branches() throws {
    let site = try PublishedProject.build(try LevelProject.folder())
    let branch = try LevelProject.page("2025/branches/b01.html", of: site)
    #expect(
      branch.contains(
        "<a href=\"../units/u1.html\">技术党委</a></li><li><a href=\"../units/u2.html\">研发党总支</a></li>"
          + "<li>光谱支部</li>"))
    let board = try LevelProject.page("2025/branches/index.html", of: site)
    #expect(board.contains("<a href=\"#u-u2\">研发党总支</a>"))
    let rows = board.matches(of: /<tr class="(unit d\d|d\d)"><th scope="row(?:group)?">(?:<a[^>]*>)?([^<]*)</)
    #expect(
      rows.map { "\($0.output.1) \($0.output.2)".trimmingCharacters(in: .whitespaces) } == [
        "unit d0 技术党委", "d1 软件支部", "unit d1 研发党总支", "d2 光谱支部", "unit d0 直属支部", "d1 机关支部",
      ])
    let sum = try #require(board.firstMatch(of: /<th scope="row">全公司.*?<\/tr>/)).output
    #expect(sum.contains(">11.50<") && sum.contains(">2.88<") && sum.contains("3个支部"))
    let standings = try LevelProject.page("2025/standings/index.html", of: site)
    #expect(
      standings.contains("<dt>研发</dt><dd><ul><li><a href=\"b01.html\">光谱</a></li></ul></dd>"))
    #expect(standings.contains("全公司</a></li><li><a href=\"b03.html\">机关</a></li></ul>"))
  }

  @Test("a unit that holds nobody in a year has no page in it, and leads to none")
  func years() throws {
    let folder = try LevelProject.folder()
    try folder.write("content/parents.csv", "组织,上级组织,自年度\nb01,u1,2025\n")
    let report = try buildSite(project: folder.path, output: "\(folder.path)/intranet")
    // In every year there is, nobody stands in it.
    #expect(report.publication != nil)
    let site = try folder.contents(of: "intranet")
    #expect(site["2025/units/u2.html"] == nil && site["2025/units/u1.html"] != nil)
    #expect(try !LevelProject.page("2025/branches/b01.html", of: site).contains("研发党总支"))
  }

  @Test("units are found, stand in the site map and in the archive, and in what is printed")
  func beside() throws {
    let folder = try LevelProject.folder()
    try folder.write(
      "content/site.yaml", "as_of: 2025-11-30\ntitle: 小样\nnotice: 虚构\nbase_address: https://a.example/\n")
    let site = try PublishedProject.build(folder)
    #expect(String(decoding: try #require(site["sitemap.xml"]), as: UTF8.self).contains("2025/units/u2.html"))
    let index = site.filter { $0.key.hasPrefix("search/") }.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(index.contains("研发党总支") && index.contains("2025/units/u2.html"))
    let printed = try Program.run([
      "print", "branch-report", "--branch", "技术党委", "--html", "-o", "\(folder.path)/a.html", "--project", folder.path,
    ])
    #expect(printed.status == 0, "\(printed.errors)")
    let paper = try folder.text("a.html").asWritten
    let sheets = paper.matches(of: /<section class="sheet[^"]*" data-sheet="([^"]*)"/).map { String($0.output.1) }
    #expect(sheets == ["u-u1", "b-b02", "b-b02", "u-u2", "b-b01", "b-b01"])
    let refused = try Program.run(
      ["print", "standings", "--branch", "技术党委", "--html", "--project", folder.path], locale: "zh_CN.UTF-8")
    #expect(refused.status == 64 && refused.errors.contains("b01（光谱支部）"), "\(refused.errors)")
  }
}
