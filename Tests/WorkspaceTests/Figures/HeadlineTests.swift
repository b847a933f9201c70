import Diagnostics
import Foundation
import Tables
import Testing

@testable import Reports
@testable import Workspace

/// The largest line of the site, and every other that lets one row stand for all.
@Suite("Nobody is told to lead who doesn't")
struct HeadlineTests {
  private static let noActivities = ["years/2025/claims.csv": "活动,支部,认领日期,份额\n"]

  @Test("two tied branches are both named, on the home page, in its description and on the board")
  func tie() throws {
    let project = try CaseProject(
      over: Self.noActivities.merging([
        "years/2025/ratings.csv": "支部,项目,分数,日期,说明\nb07,meetings,4.5,2025-12-05,\nb03,meetings,4.5,2025-12-05,\n"
      ]) { $1 })
    let home = try #require(try project.pages()["index.html"])
    #expect(home.contains("软件研发支部、环境监测支部4.50分并列居首，"))
    #expect(home.contains("\n软件研发支部、环境监测支部4.50分并列居首，2个支部、3名党员"), "the description")
    let board = try #require(try project.pages()["2025/branches/index.html"])
    #expect(board.contains("软件研发支部、环境监测支部以4.50分并列居首。"))
    #expect(!board.contains("并列居首：活动"), "two have no parts in common")
    #expect(try project.pages()["2025/branches/b07.html"]?.contains("总分4.50，并列第1名。") == true)
  }

  @Test("more than three who share the lead are counted, and a short list says that it ends among them")
  func many() throws {
    let project = try CaseProject(
      members: 7, records: (0..<7).map { "2025-03-0\($0 + 1),m00\($0),deed,,好事\n" }.joined())
    let pages = try project.pages()
    #expect(pages["2025/standings/index.html"]?.contains("7名党员以1.00分并列居首。") == true)
    #expect(pages["index.html"]?.contains("第1名共7人并列，这里列5人。") == true)
    #expect(
      try explain("m003", year: nil, in: project.scored()).render(as: .table, in: .chinese).hasSuffix("，并列第 1 名\n"))
  }

  @Test("a year without a point has no leader and no rank: on pages, in the terminal, in CSV and JSON alike")
  func nothing() throws {
    var files = Self.noActivities
    for path in [
      "years/2025/projects/station-data.yaml", "years/2025/projects/paperless.yaml", "years/2025/assertions.yaml",
      "campaigns/rivers/three-rivers.md", "campaigns/rivers/index.md", "groups/north.yaml",
      "years/2025/decisions.yaml", "years/2025/ratings.csv", "years/2025/records/b07.csv",
      "years/2025/activities.csv", "years/2025/claims.csv", "years/2025/welfare/b07.csv",
    ] { files[path] = "" }
    files["site.yaml"] = "as_of: 2025-01-05\ntitle: 红色传感\nlanguage: zh\nnotice: 虚构。\n"
    files["years/2025/year.yaml"] = "period: {from: 2024-12-01, to: 2025-11-30}\nstate: 草稿\n"
    files["offices.csv"] = "支部,党员,职务,职级,岗位,自,至\nb07,zhou-jingyi,书记,中层,监测部经理,2024-01-01,\n"
    let project = try CaseProject(over: files)
    for profile in SiteProfile.allCases {
      let pages = try project.pages(profile)
      for (path, text) in pages where path.hasSuffix(".html") {
        #expect(!text.contains("居首"), "\(path)")
        #expect(text.firstMatch(of: /第[0-9]+名/) == nil, "\(path)")
        #expect(!text.contains("未达"), "\(path): nothing is missed in the first month")
      }
      #expect(pages["index.html"]?.contains("2025年度已经开始，还没有支部得分") == true)
      #expect(pages["2025/members/gao-yuan.html"]?.contains("暂不排名") == true)
      #expect(pages["2025/branches/index.csv"]?.contains("\r\n,,b03,软件研发支部,0.00,0.00,0.00,1,0.00,") == true)
      #expect(pages["2025/branches/index.json"]?.contains("\"rank\": null") == true)
    }
    let scored = try project.scored()
    for subject in StandingsSubject.allCases {
      let csv = try standings(
        of: subject, year: nil, branch: nil, in: scored
      ).render(as: .csv, in: .chinese)
      #expect(csv.split(separator: "\r\n").dropFirst().allSatisfy { $0.hasPrefix(",,") }, "\(csv)")
    }
    #expect(try !explain("高远", year: nil, in: scored).render(as: .table, in: .chinese).contains("名\n"))
    #expect(try !project.printed { try printBranchReport($0, branch: nil) }.contains("第1名"))
  }

  /// 188 of 209 is 89.952… %: under the gate of 90 %, and so never shown as 90.0.
  @Test("a rate beside its verdict never contradicts it: page, years, branch, print")
  func rate() throws {
    let keys = (0..<209).map { "m\($0)" }
    let project = try CaseProject(
      members: 0,
      files: [
        "members/all.csv": "编号,姓名,拼音\n" + keys.map { "\($0),员\($0),yuan \($0)\n" }.joined(),
        "memberships/all.csv": "党员,支部,自,身份\n" + keys.map { "\($0),b01,2015-01-01,正式\n" }.joined(),
        "years/2025/welfare/b01.csv": "日期,党员,分钟\n" + keys.prefix(188).map { "2025-03-05,\($0),120\n" }.joined(),
      ])
    let pages = try project.pages()
    #expect(pages["index.html"]?.contains("公益参与率89.9%未达标") == true)
    for path in ["index.html", "years.html", "2025/branches/b01.html", "2025/welfare.html"] {
      #expect(pages[path]?.contains("89.9%") == true && pages[path]?.contains("90.0%") == false, "\(path)")
    }
    let roll = try project.printed(printHonorRoll)
    #expect(roll.contains("89.9") && !roll.contains("90.0%"))
  }
}
