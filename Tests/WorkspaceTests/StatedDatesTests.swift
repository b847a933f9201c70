import Foundation
import Testing

/// What the content states of its own past stands on a page: nobody enters a year that nobody reads.
@Suite("Dates of company, committee and works")
struct StatedDatesTests {
  private func page(_ path: String, _ edit: (_ path: String, _ text: String) -> String = { $1 }) throws -> String {
    let pages = try PublishedProject.build(try PublishedProject.folder(edit))
    return String(decoding: try #require(pages[path]), as: UTF8.self).asWritten
  }

  @Test("the page about the company says when branch and committee were founded, as precisely as it is known")
  func about() throws {
    let dated = try page("about.html") {
      $0 == "about.md" ? $1.replacing("title: 关于", with: "title: 关于我们") : $1.replacing("\"2006\"", with: "2006-07-01")
    }
    #expect(dated.contains("2002年1月创建，2011年4月上市。党支部2006年7月1日建立，甲公司党委2012年成立，下有2个支部；"))
    #expect(dated.contains("<h1>关于我们</h1>"))
    let undated = try page("about.html") {
      $1.replacing(", branch_founded: \"2006\", committee_founded: \"2012\"", with: "")
    }
    #expect(undated.contains("2011年4月上市。甲公司党委下有2个支部；"))
  }

  @Test("a work's page says since when it is done, where that is known")
  func work() throws {
    let lede = "红色传感的途径一：助力经营。"
    #expect(try page("works/w101.html").contains(lede + "始于2014年。<"))
    #expect(try page("works/w101.html") { $1.replacing("since: 2014\n---", with: "---") }.contains(lede + "<"))
  }
}
