import Foundation
import Testing

@testable import Workspace

/// Charts as a reader finds them on published pages. In the small project the first branch has 1 point in January and
/// February, 3 in March and 1 in April: 6 in the year, half of them in March.
@Suite("Charts on pages")
struct ChartPageTests {
  private func pages(_ blocks: [String], tables: [String: [UInt8]] = [:]) throws -> [String: String] {
    let folder = try PublishedProject.folder()
    try folder.write(
      "content/campaigns/river/index.md",
      "---\ntitle: 河\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一句\n---\n\n正文。\n")
    let prose = blocks.map { "前文。\n\n```chart\n\($0)\n```\n\n后文。\n" }.joined()
    try folder.write(
      "content/campaigns/river/one.md", "---\ntitle: 采样\ndate: 2025-03-12\nsummary: 一句\n---\n\n" + prose)
    for (name, bytes) in tables { try folder.write("content/campaigns/river/\(name)", bytes: bytes) }
    return try PublishedProject.build(folder).mapValues { String(decoding: $0, as: UTF8.self).asWritten }
  }

  private func figures(_ page: String?) -> [String] {
    (page ?? "").components(separatedBy: "<figure class=\"chart\">").dropFirst().map {
      $0.components(separatedBy: "</figure>")[0]
    }
  }

  @Test("a branch's and a member's months say which was the highest, with its share")
  func captions() throws {
    let pages = try pages([])
    #expect(pages["2025/branches/b01.html"]?.contains(">3月最高，3.00分，占全年50%<") == true)
    // Wang Wei has 5 of the 6 points, 3 of them in March.
    let member = try #require(pages["2025/members/wang-wei.html"])
    #expect(figures(member).isEmpty, "nothing to compare the first year with")
    #expect(member.contains(">3月最高，3.00分，占全年60%<"))
    #expect(member.contains("<b>3月</b> <small>3.00</small>"))
    #expect(figures(pages["2025/branches/b02.html"]).isEmpty)
    #expect(pages["2025/branches/b02.html"]?.contains("党员还没有入账。") == true)
    #expect(figures(pages["years.html"]).isEmpty, "one year is no comparison")
  }

  @Test("a block in a story becomes the chart, in its place, under its author's words")
  func story() throws {
    let page = try pages(["data: branch-standings\nyear: 2025\ntitle: 光谱支部<居首>"])["stories/one.html"]
    let figure = try #require(figures(page).first)
    #expect(figure.contains("<b>光谱支部&lt;居首&gt;</b>"))
    // Activity 2 × 2 = 4.00 and the rating 4.50; the other branch has nothing and is no row.
    #expect(figure.contains("<th>光谱</th><td>4.00</td><td>4.50</td>"))
    #expect(!figure.contains("软件"))
    let before = try #require(page?.range(of: "前文。")?.lowerBound)
    let chart = try #require(page?.range(of: "<figure class=\"chart\">")?.lowerBound)
    let after = try #require(page?.range(of: "后文。")?.lowerBound)
    #expect(before < chart && chart < after)
    #expect(page?.contains("branch-standings") == false)
  }

  @Test("who isn't asked for isn't drawn, and what has no figure yet is said in words")
  func limits() throws {
    let page = try pages([
      "data: member-standings\nyear: 2025\ntop: 1\ntitle: 第一名",
      "data: branch-months\nbranch: b02\nyear: 2025\ntitle: 软件支部的一年",
    ])["stories/one.html"]
    #expect(figures(page).count == 1)
    #expect(figures(page).first?.contains("王伟") == true && figures(page).first?.contains("李娜") == false)
    #expect(page?.contains("图“软件支部的一年”还没有数据。") == true)
  }

  /// 河段,值 / 上游,７.２ / 下游,-1 in GB18030, as a spreadsheet saves it.
  @Test("a table saved as GB18030 is drawn, full-width figures and deductions too")
  func table() throws {
    let bytes: [UInt8] =
      [0xBA, 0xD3, 0xB6, 0xCE, 0x2C, 0xD6, 0xB5, 0x0D, 0x0A]
      + [0xC9, 0xCF, 0xD3, 0xCE, 0x2C, 0xA3, 0xB7, 0x2E, 0xA3, 0xB2, 0x0D, 0x0A]
      + [0xCF, 0xC2, 0xD3, 0xCE, 0x2C, 0x2D, 0x31, 0x0D, 0x0A]
    let page = try pages(
      ["data: csv\nfile: rivers.csv\nlabel: 河段\nvalues: 值\ntitle: 上游高"], tables: ["rivers.csv": bytes])[
        "stories/one.html"]
    let figure = try #require(figures(page).first)
    #expect(figure.contains("<th>上游</th><td>7.2<"))
    #expect(figure.contains("<th>下游</th><td>−1.0<"))
    #expect(!figure.contains("style="), "a strict policy refuses inline styles")
  }
}
