import Diagnostics
import Foundation
import Tables
import Testing

@testable import Reports
@testable import Workspace

/// What several places show comes from one.
@Suite("A line, a day and a state are the same wherever they are told")
struct OnePlaceTests {
  /// 20, 18, 16, 14, 12, 10 hours at half a point: 10.00 to 5.00. The first five end at 6.00.
  private static let six = (0..<6).map { "2025-03-0\($0 + 1),m00\($0),talk,\(20 - 2 * $0),主讲\n" }.joined()
  private static let letIn = """
    qualifications:
      - {member: m005, qualified: 是, signed_by: 公司党委, on: 2026-01-10, note: 援外半年}

    """

  @Test("a decision lets one member in and moves no line: board of the year, of the branch, and on paper")
  func line() throws {
    let project = try CaseProject(members: 6, records: Self.six, files: ["years/2025/decisions.yaml": Self.letIn])
    let pages = try project.pages()
    for page in [pages["2025/standings/index.html"], try project.printed { try printStandings($0, branch: nil) }] {
      #expect(page?.contains("6.0010.00") == true && page?.contains("5.0010.00") == false)
    }
    #expect(pages["2025/standings/b01.html"]?.contains("入围线6.00分") == true)
    #expect(try project.printed { try printStandings($0, branch: "b01") }.contains("6.00分　以上为支部前5名"))
    #expect(pages["2025/honors.html"]?.contains("党员5 5.00，党委决定") == true)
  }

  @Test("who takes no place doesn't move the line either: the board names all who may enter")
  func withoutPlace() throws {
    // m002 is probationary: the first five who may enter are 10, 9, 7, 6 and 5.
    let stays = (0..<6).map { "m00\($0),b01,2015-01-01,\($0 == 2 ? "预备" : "正式")\n" }.joined()
    let project = try CaseProject(
      members: 6, records: Self.six, files: ["memberships/all.csv": "党员,支部,自,身份\n" + stays])
    let board = try #require(try project.pages()["2025/standings/b01.html"])
    #expect(board.contains("入围线5.00分"))
    #expect(board.contains("党员5"))
    #expect(try project.printed { try printStandings($0, branch: "b01") }.contains("5.00分　以上为"))
  }

  @Test("with a branch's first three no page and no print speaks of five")
  func perBranch() throws {
    let project = try CaseProject(
      members: 6, records: Self.six,
      files: [
        "years/2025/rulebook.yaml": CaseProject.rulebook + "qualification: {per_branch: 3, minimum_months: 0}\n"
      ])
    let pages = try project.pages()
    for path in ["2025/branches/b01.html", "2025/standings/index.html"] {
      #expect(pages[path]?.contains("前3名") == true && pages[path]?.contains("前五") == false, "\(path)")
    }
    #expect(try project.printed { try printBranchReport($0, branch: "b01") }.contains("支部积分前3名"))
  }

  @Test("a file says the day whose figures it holds: a rating after the year's end is in it")
  func day() throws {
    let project = try CaseProject(
      members: 1, files: ["years/2025/ratings.csv": "支部,项目,分数,日期,说明\nb01,meetings,5,2026-01-05,\n"])
    let pages = try project.pages()
    #expect(pages["2025/branches/index.csv"]?.contains(",5.00,5.00,1,5.00,2025,2026-02-10,") == true)
    #expect(pages["2025/branches/b01.json"]?.contains("\"as_of\": \"2026-02-10\"") == true)
    for (path, text) in pages where !path.hasSuffix(".html") { #expect(!text.contains("2025-12-31"), "\(path)") }
    let then = try standings(
      of: .branches, year: nil, branch: nil, in: project.scored(asOf: "2025-12-31")
    ).render(as: .csv, in: .chinese)
    #expect(then.contains("b01支部,0.00,0.00,0.00"))
  }

  @Test("an activity nobody claimed is unclaimed, held or not: plan and home page")
  func unclaimed() throws {
    let project = try CaseProject(
      members: 1,
      files: [
        "years/2025/activities.csv": "编号,活动,来源,月份,举办日期,复杂度,覆盖面\na-1,走访,党委,2025-03,2025-03-10,1,1\n"
      ])
    let pages = try project.pages()
    let plan = try #require(pages["2025/activities.html"])
    #expect(plan.contains("2025年计划1项活动，办了1项，1项没有支部认领"))
    #expect(plan.contains("已认领0项"))
    #expect(plan.contains("无人认领的是走访。"))
    #expect(plan.contains("03-10无人认领走访"))
    #expect(!plan.contains("都有支部认领"))
    #expect(pages["index.html"]?.contains("1项完成，0项已认领") == true)
    #expect(pages["index.html"]?.contains("认领未完成0，无人认领1") == true)
  }

  @Test("where all who qualify have the same, the line is drawn all the same")
  func everyoneEqual() throws {
    let project = try CaseProject(
      members: 3, records: (0..<3).map { "2025-01-08,m00\($0),talk,2,主讲\n" }.joined())
    let pages = try project.pages()
    #expect(pages["2025/honors.html"]?.contains("共3人具备优秀党员PK资格") == true)
    let board = try #require(pages["2025/standings/index.html"])
    #expect(board.contains("1.001.00") && !board.contains("还没有支部"))
    #expect(board.contains("党员0、党员1、党员2以1.00分并列居首。"))
    // January is everybody's only month.
    #expect(pages["2025/branches/b01.html"]?.contains("1月最高，3.00分，占全年100%") == true)
  }

  @Test("what was earned and lost in one month isn't nothing: the account and its month are there")
  func earnedAndLost() throws {
    let project = try CaseProject(
      members: 1, records: "2025-03-01,m000,deed,,好事\n2025-03-02,m000,absence,,缺席\n")
    let pages = try project.pages()
    let account = try #require(pages["2025/members/m000.html"])
    #expect(!account.contains("还没有得分") && !account.contains("还没有入账"))
    #expect(account.contains("没有一个月高于零，合计0.00分"))
    #expect(pages["2025/branches/b01.html"]?.contains("还没有入账") == false)
    #expect(pages["2025/standings/b01.html"]?.contains("没有人的积分高于零") == true)
  }
}
