import Foundation
import Testing

@testable import Reports
@testable import Workspace

@Suite("The years of a person and of a branch")
struct HistoryPageTests {
  private static let years = [2021, 2022, 2023, 2025]

  /// Both parts and the total of a year, as a page of years has them in the row that leads to the year's page.
  private func figures(_ page: String, _ address: String) throws -> (first: String, second: String, total: String) {
    let row = page.components(separatedBy: "<tr").first {
      $0.contains("href=\"../\(address)\"") && $0.contains("class=\"n c-a\"")
    }
    let pattern = /c-a" data-label="[^"]*">([\d.]+)＋([\d.]+)<[^_]*?c-s">([\d.]+)</
    let found = try #require(row?.firstMatch(of: pattern), "\(address)").output
    let parts = [found.1, found.2, found.3].compactMap { Double($0) }
    #expect(parts.count == 3 && parts[0] + parts[1] == parts[2], "\(address)")
    return (String(found.1), String(found.2), String(found.3))
  }

  @Test("every figure is that of the year's page, and both parts sum to it: each member, each branch, each year")
  func agrees() throws {
    let pages = try HistoryProject.published.get()
    var accounts = 0
    for key in ["wang-wei", "li-na", "zhao-yi", "chen-mo", "sun-er"] {
      let history = try #require(pages["members/\(key).html"])
      for address in Self.years.map({ "\($0)/members/\(key).html" }) {
        // Who was away has no account, and no row.
        guard let account = pages[address] else {
          #expect(!history.contains(address))
          continue
        }
        let (base, optional, total) = try figures(history, address)
        #expect(account.contains("<p class=\"fig-num whole\">\(total)</p>"), "\(address)")
        #expect(account.contains("规定动作“1”</p><p class=\"fig-num\">\(base)</p>"), "\(address)")
        #expect(account.contains("自选动作“X”</p><p class=\"fig-num\">\(optional)</p>"), "\(address)")
        let hours = try #require(account.firstMatch(of: /公益([\d.]+)小时/)).output.1
        #expect(history.contains("<td class=\"n\">\(hours)</td>"), "\(address)")
        accounts += 1
      }
    }
    // Of five in four years, zhao-yi wasn't there in one and sun-er in three.
    #expect(accounts == 16)
    for id in ["b01", "b02"] {
      let history = try #require(pages["branches/\(id).html"])
      for address in Self.years.map({ "\($0)/branches/\(id).html" }) {
        let (activity, reward, total) = try figures(history, address)
        let told = ">\(total)</dd><dd class=\"note\">活动\(activity)＋奖励\(reward)"
        #expect(pages[address]?.contains(told) == true, "\(address)")
      }
    }
  }

  @Test("honors in a row, by hand: three years, then a year that the ledger lacks, then one")
  func streaks() throws {
    let pages = try HistoryProject.published.get()
    let wang = try #require(pages["members/wang-wei.html"]).seen
    #expect(wang.contains("优秀党员2021至2022年，连续2年"))
    #expect(wang.contains("具备优秀党员PK资格2025年") && wang.contains("2021至2023年，连续3年"))
    #expect(wang.contains("2021年到2025年，4个年度有账目"))
    // 90 and 150 minutes; two hours are owed in each of the four years.
    #expect(wang.contains("公益合计4.00小时"))
    let li = try #require(pages["members/li-na.html"]).seen
    #expect(li.contains("优秀党员2025年") && li.contains("具备优秀党员PK资格2025年"))
    #expect(li.contains("2022至2023年，连续2年"))
    #expect(li.contains("底噪降低：电源改板，占40%，待评"))
    #expect(try #require(pages["members/sun-er.html"]).seen.contains("账上有2025年一个年度"))
    let branch = try #require(pages["branches/b01.html"]).seen
    #expect(branch.contains("党员2人次评为优秀党员"))
  }

  @Test("no sum over years, and each year says how its standard differs from the one before")
  func unlike() throws {
    let page = try #require(try HistoryProject.published.get()["members/wang-wei.html"])
    #expect(page.seen.contains("各年的标准不同，分数不相加"))
    // 4 + 6 + 1 + 2.
    #expect(!page.contains("13.00"))
    let steps = page.rows(with: "2021/rulebook.html") + page.rows(with: "2022/rulebook.html")
    #expect(steps.contains { $0.contains("2022年度积分标准，与2021年的项相同") })
    #expect(!steps.contains { $0.contains("2021年度积分标准，") })
    #expect(page.rows(with: "2023/rulebook.html").contains { $0.contains("比2022年增1项、减0项、改1项") })
    #expect(page.rows(with: "2025/rulebook.html").contains { $0.contains("比2023年增0项、减1项、改1项") })
  }

  @Test("a year away stands between those with an account, and a move has its day")
  func away() throws {
    let pages = try HistoryProject.published.get()
    let zhao = try #require(pages["members/zhao-yi.html"])
    #expect(zhao.contains("<span><b>2022年</b> <small>没有账目</small></span>"))
    #expect(zhao.seen.contains("软件支部，正式党员 2023-02-01起") && zhao.seen.contains("到2021-06-30"))
    #expect(!zhao.contains("href=\"../2022/members/zhao-yi.html\""))
    // The pages of the years lead to it, and it to them.
    #expect(pages["2023/members/zhao-yi.html"]?.contains("href=\"../../members/zhao-yi.html\"") == true)
    #expect(pages["2023/branches/b02.html"]?.contains("href=\"../../branches/b02.html\"") == true)
  }

  @Test(
    "what a profile hides is on no page of years and in no file: first days, exemptions, vetoes, ranks below the cut")
  func hidden() throws {
    let folder = try HistoryProject.folder()
    let planted = ["腰椎术后休养", "违反廉洁纪律", "收受购物卡", "一票否决", "2019-"]
    func texts(_ profile: SiteProfile) throws -> [String] {
      try HistoryProject.pages(folder, profile).filter { $0.key.hasPrefix("members/") || $0.key.hasPrefix("branches/") }
        .sorted { $0.key < $1.key }.map(\.value)
        + [
          HistoryProject.printed(folder, profile) { try printDossier($0, member: nil, branch: nil) },
          HistoryProject.printed(folder, profile) { try printBranchDossier($0, branch: nil) },
        ]
    }
    let (intranet, office) = (try texts(.intranet), try texts(.office))
    #expect(intranet.count == 9)
    for secret in planted {
      #expect(!intranet.contains { $0.contains(secret) }, "\(secret)")
      #expect(office.contains { $0.contains(secret) }, "\(secret)")
    }
    // In 2023 she was third of the company, whose board names one.
    let place = { (text: String) in text.rows(with: "2023年").joined() }
    let ofMembers = try #require(intranet.first { $0.contains("<h1>王伟历年") })
    #expect(!place(ofMembers).contains("公司第3") && place(ofMembers).contains("支部第1"))
    #expect(place(try #require(office.first { $0.contains("<h1>王伟历年") })).contains("公司第3"))
  }

  @Test("a file on paper ends with the year that is asked for, and has room for signature and seal")
  func printed() throws {
    let folder = try HistoryProject.folder()
    let whole = try HistoryProject.printed(folder) { try printDossier($0, member: "王伟", branch: nil) }
    #expect(whole.components(separatedBy: "<section class=\"sheet file").count == 2)
    #expect(whole.contains("王伟　个人积分档案") && whole.contains("（盖章）") && whole.contains("本人核对"))
    #expect(whole.rows(with: "2021年").contains { $0.contains("2.00|2.00|4.00") })
    let until = try HistoryProject.printed(folder, year: 2022) { try printDossier($0, member: "王伟", branch: nil) }
    #expect(until.seen.contains("2021年到2022年，2个年度有账目") && !until.contains("2023年度积分标准"))
    #expect(until.seen.contains("具备优秀党员PK资格2021至2022年，连续2年"))
    // b02 at the end of 2025: li-na, zhao-yi, sun-er.
    let branch = try HistoryProject.printed(folder) { try printDossier($0, member: nil, branch: "b02") }
    #expect(branch.components(separatedBy: "<section class=\"sheet file").count == 4)
    #expect(throws: UsageFailure.self) {
      try HistoryProject.printed(folder, year: 2021) { try printDossier($0, member: "sun-er", branch: nil) }
    }
  }
}
