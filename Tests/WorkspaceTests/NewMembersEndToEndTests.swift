import Foundation
import Scoring
import Testing
import TinyWorkbooks

@testable import Workspace

@Suite("Ids for an office's roster")
struct NewMembersEndToEndTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "FormsTests/Fixtures")

  private static let rule = """
    表格:
      - 工作表: 在册党员
        内容: 党员
        列: {支部: 所在支部, 入党日期: 入党时间, 转正日期: 转正时间}
        默认: {入党日期: 月初}
        对照: {支部: {研发一支部: b01, 研发二支部: b02, 生产支部: b03, 营销支部: b04, 机关支部: b05, 离退休支部: b06}}
        不取列: {序号: 不用, 性别: 不用, 民族: 不用, 出生年月: 不用, 身份证号: 不存, 学历: 不用, 党内职务: 不用, 行政职务: 不用, 联系电话: 不存}
        不取行: {隐藏: 已转出}
      - 工作表: 已转出
        内容: 党员
        列: {支部: 原支部, 转出日期: 转出时间}
        对照: {支部: {营销支部: b04}}
        不取列: {转往: 不用}

    """

  /// A project of the office's branches and of nobody.
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", "project", "\(folder.path)/a", "--year", "2025"]).status == 0)
    for name in ["members", "memberships", "groups", "offices.csv"] {
      try? FileManager.default.removeItem(atPath: "\(folder.path)/a/content/\(name)")
    }
    try folder.write("a/content/site.yaml", "as_of: 2025-03-31\ntitle: 华仪传感\n")
    try folder.write(
      "a/content/branches.csv",
      """
      编号,名称,简称,业务
      b01,研发一支部,研发一,研发中心
      b02,研发二支部,研发二,研发中心
      b03,生产支部,生产,制造部
      b04,营销支部,营销,营销中心
      b05,机关支部,机关,总部职能
      b06,离退休支部,离退休,工会

      """)
    try folder.write("rule.yaml", Self.rule)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(["new", "members"] + arguments + ["--project", "\(folder.path)/a"], locale: "zh_CN.UTF-8")
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("a stay that ends in a workbook is left to a person, with its cell and the day to fill in")
  func byHand() throws {
    let folder = try project()
    try folder.write("a/content/members/花名册.csv", "姓名,支部,入党日期,转出日期\n王伟,b01,2010-07-01,2025-02-28\n")
    try folder.write("a/content/keys.csv", "姓名,支部,入党日期,编号,拼音,笔画\n王伟,b01,2010-07-01,wang-wei,wang wei,4 6\n")
    let stays = TinyWorkbook(sheets: [("册", "党员,支部,自,至,身份\nwang-wei,b01,2020-01-01,,正式\n")])
    try folder.write("a/content/memberships/册.xlsx", bytes: stays.bytes)
    let entered = try run(["--write"], in: folder)
    #expect(entered.status == 0, "\(entered.errors)")
    #expect(
      entered.errors.contains("没有写入")
        && entered.errors.contains("content/memberships/册.xlsx[册]A2  王伟 (wang-wei)  2025-02-27"),
      "\(entered.errors)")
    #expect(try !run([], in: folder).errors.contains("没有写入"), "nothing is said where nothing was to be written")
  }

  @Test("the office's workbook gives everybody the id, pinyin and branch that a careful reader gives them")
  func office() throws {
    let folder = try project()
    let roster = ["--from", Self.fixtures.appending(path: "党员花名册.xlsx").path, "--rule", "\(folder.path)/rule.yaml"]
    let proposal = try run(roster, in: folder)
    #expect(proposal.status == 0, "\(proposal.errors)")
    #expect(!folder.exists("a/content/keys.csv"))
    #expect(try run(roster + ["--write"], in: folder).status == 0)

    let truth = rows(try String(contentsOf: Self.fixtures.appending(path: "members.csv"), encoding: .utf8))
    let keys = rows(try folder.text("a/content/keys.csv"))
    // 姓名,支部,入党日期,编号,拼音,笔画 beside 编号,姓名,拼音,入党日期; some days of joining are months in the workbook.
    #expect(keys.map { [$0[3], $0[0], $0[4]] } == truth.map { [$0[0], $0[1], $0[2]] })
    #expect(keys.allSatisfy { $0[5].split(separator: " ").count == $0[0].filter { $0 != "·" }.count })
    let months = zip(keys, truth).map { ($0[2].prefix(7), $1[3].prefix(7)) }
    #expect(months.allSatisfy { $0 == $1 })

    let stays = rows(try folder.text("a/content/memberships/roster.csv"))
    let expected = rows(try String(contentsOf: Self.fixtures.appending(path: "memberships.csv"), encoding: .utf8))
    // What two remarks say has a day of its own.
    let remarked = ["feng-yiming", "xu-youcai"]
    #expect(stays.filter { !remarked.contains($0[0]) } == expected.filter { !remarked.contains($0[0]) })
    #expect(
      stays.filter { remarked.contains($0[0]) }.map { $0.joined(separator: ",") } == [
        "xu-youcai,b03,2025-01-01,2025-02-09,正式,", "xu-youcai,b03,2025-02-10,,正式,长期患病",
        "feng-yiming,b02,2025-01-01,2025-01-31,正式,", "feng-yiming,b04,2025-02-01,,正式,",
      ])

    // Again, there is nothing left to do; and nothing of anybody's numbers stands anywhere.
    let again = try run(roster + ["--write"], in: folder)
    #expect(again.status == 0)
    #expect(again.output.contains("名册 62 行：60 人已有编号，新编 0 人，早已转出 2 人"))
    #expect(!again.output.contains("已写入"))
    for text in [proposal.output, again.output, try folder.text("a/content/keys.csv")] {
      #expect(text.firstMatch(of: #/[0-9]{11}/#) == nil)
    }
  }

  @Test(
    "a roster that stays in the content: a newcomer gets an id, who was confirmed has a new stay, the old line an end")
  func staying() throws {
    let folder = try project()
    let head = "姓名,支部,入党日期,转正日期\n"
    try folder.write("a/content/members/花名册.csv", head + "王伟,b01,2011-07-20,2012-07-20\n赵敏,b01,2024-02-28,\n")
    #expect(try run(["--write"], in: folder).status == 0)
    try folder.write(
      "a/content/members/花名册.csv",
      head + "王薇,b02,2011-07-20,2012-07-20\n赵敏,b01,2024-02-28,2025-02-28\n王伟,b01,2011-07-20,2012-07-20\n")
    #expect(try run(["--write"], in: folder).status == 0)
    #expect(
      try folder.text("a/content/keys.csv") == """
        姓名,支部,入党日期,编号,拼音,笔画
        王伟,b01,2011-07-20,wang-wei,wang wei,4 6
        赵敏,b01,2024-02-28,zhao-min,zhao min,9 11
        王薇,b02,2011-07-20,wang-wei-2,wang wei,4 16

        """)
    #expect(
      try folder.text("a/content/memberships/roster.csv") == """
        党员,支部,自,至,身份,免计
        wang-wei,b01,2025-01-01,,正式,
        zhao-min,b01,2025-01-01,2025-02-27,预备,
        wang-wei-2,b02,2025-01-01,,正式,
        zhao-min,b01,2025-02-28,,正式,

        """)
  }

  private static let head = "序号,姓名,性别,支部,入党日期,身份证号,手机号,家庭住址,职务"
  private static let rosterOfOffice = head + "\n1,王伟,男,研发一支部,2012-07-01,110101199003074518,13812345678,和平路 1 号,工程师\n"

  @Test(
    "an office's own roster is taken as it is: further columns are named once, and nothing of them is kept or shown")
  func ownColumns() throws {
    let folder = try project()
    try folder.write("册.csv", Self.rosterOfOffice)
    try folder.write("册.xlsx", bytes: TinyWorkbook(sheets: [("册", Self.rosterOfOffice)]).bytes)
    for file in ["册.csv", "册.xlsx"] {
      let found = try run(["--from", "\(folder.path)/\(file)"], in: folder)
      #expect(found.status == 0, "\(found.errors)")
      #expect(found.output.contains("wang-wei"))
      #expect(found.errors.contains("用不到的列没有读"))
      #expect(found.errors.contains("性别、身份证号、手机号、家庭住址、职务"), "\(found.errors)")
      #expect(!["110101", "13812345678", "138*", "和平路"].contains { (found.output + found.errors).contains($0) })
    }
    #expect(try run(["--from", "\(folder.path)/册.csv", "--write"], in: folder).status == 0)
    let kept = try folder.contents(of: "a").values.map { String(decoding: $0, as: UTF8.self) }
    #expect(!kept.contains { $0.contains("110101199003074518") || $0.contains("和平路") })
  }

  @Test(
    "a column that is misspelt or goes by another word is told, and so is one that lacks; numbers elsewhere are refused"
  )
  func ownMistakes() throws {
    let folder = try project()
    let told = { (roster: String) in
      try folder.write("册.csv", roster)
      try folder.write("册.xlsx", bytes: TinyWorkbook(sheets: [("册", roster)]).bytes)
      return try ["csv", "xlsx"].map { try run(["--from", "\(folder.path)/册.\($0)"], in: folder).errors }
    }
    let rest = Self.rosterOfOffice.dropFirst(Self.head.count)
    for (wrong, right) in [("姓明", "姓名"), ("所在支部", "支部"), ("入党时间", "入党日期")] {
      for text in try told(Self.head.replacingOccurrences(of: right, with: wrong) + rest) {
        #expect(text.contains("错误[unknown-column]: 没有“\(wrong)”这一列") && text.contains("是不是“\(right)”？"), "\(text)")
        #expect(!text.contains("性别”") && !text.contains("personal-identifier") && !text.contains("和平路"), "\(text)")
      }
    }
    #expect(try told("性别,支部\n男,研发一支部\n")[0].contains("表头缺少列：name（姓名）"))
    for text in try told(Self.rosterOfOffice.replacingOccurrences(of: "王伟", with: "王伟13812345678")) {
      #expect(text.contains("personal-identifier") && !text.contains("13812345678"), "\(text)")
    }
  }

  @Test("a roster laid into the content is told of the way out, and a suggestion of rules where the file is")
  func wayOut() throws {
    let folder = try project()
    try folder.write("a/content/members/册.csv", Self.rosterOfOffice)
    #expect(try run([], in: folder).errors.contains("dualpoints new members --from"))
    try folder.write("册.xlsx", bytes: TinyWorkbook(sheets: [("册", Self.rosterOfOffice)]).bytes)
    let suggested = try Program.run(
      ["tables", "--suggest", "\(folder.path)/册.xlsx", "--project", "\(folder.path)/a"], locale: "zh_CN.UTF-8")
    #expect(suggested.status == 64)
    #expect(suggested.errors.contains("在 content/ 外面") && suggested.errors.contains("new members --from"))
  }

  @Test("the last day is filled into its line alone, whatever line ends and columns the table has")
  func filling() throws {
    let day = try #require(Day(year: 2025, month: 2, day: 9))
    func filled(_ text: String, _ line: Int) -> String? {
      Workspace.filling(day, line: line, in: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(filled("党员,至,自\na,,2025-01-01\nb,,\n", 2) == "党员,至,自\na,2025-02-09,2025-01-01\nb,,\n")
    #expect(filled("# 注\r\nmember,from,to\r\na,x,\r\n", 3) == "# 注\r\nmember,from,to\r\na,x,2025-02-09\r\n")
    #expect(filled("\"# 注,注\",\n党员,至\na,\n", 3) == "\"# 注,注\",\n党员,至\na,2025-02-09\n")
    #expect(filled("党员,自\na,2025-01-01\n", 2) == nil)
    #expect(filled("党员,至\na,2025-01-01\n", 2) == nil)
    #expect(filled("党员,至\n\"a\",\n", 2) == nil)
  }
}
