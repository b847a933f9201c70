import Foundation
import Testing

@testable import Workspace

/// What a project may begin as, and what Excel makes of the tables in it.
@Suite("Beginnings of a project")
struct NewProjectEndToEndTests {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// 姓名,支部,入党日期 / 王伟,b01,2011-07-20 in GB18030, as another program wrote it.
  private static let rosterOfExcel: [UInt8] =
    [0xD0, 0xD5, 0xC3, 0xFB] + Array(",".utf8)
    + [0xD6, 0xA7, 0xB2, 0xBF] + Array(",".utf8)
    + [0xC8, 0xEB, 0xB5, 0xB3, 0xC8, 0xD5, 0xC6, 0xDA] + Array("\n".utf8)
    + [0xCD, 0xF5, 0xCE, 0xB0] + Array(",b01,2011-07-20\n".utf8)
  /// 李丽,b02,2012-07-20
  private static let lineOfExcel: [UInt8] = [0xC0, 0xEE, 0xC0, 0xF6] + Array(",b02,2012-07-20\n".utf8)

  private func project(_ options: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try Program.run(
      ["new", "project", "\(folder.path)/a", "--year", "2026", "--name", "小灯仪器"] + options)
    #expect(made.status == 0, "\(made.errors)")
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(arguments + ["--project", "\(folder.path)/a"], locale: "en_US.UTF-8")
  }

  /// Paths of tables, of one of the two kinds.
  private func tables(_ ending: String, in folder: TemporaryFolder) throws -> [String] {
    try folder.contents(of: "a").keys.filter { $0.hasSuffix(".\(ending)") }.sorted()
  }

  @Test("an empty project says that nobody is in it, and builds", arguments: [TableFiling.csv, .xlsx])
  func empty(tables filing: TableFiling) throws {
    let folder = try project("--empty", "--tables", filing.rawValue)
    let check = try run(["check"], in: folder)
    #expect(check.status == 0)
    #expect(check.errors.contains("warning[empty-roster]"))
    #expect(check.errors.components(separatedBy: "warning[").count == 2, "\(check.errors)")
    #expect(
      try tables(filing.rawValue, in: folder)
        == ["branches", "members/members", "memberships/memberships"].map {
          "content/\($0).\(filing.rawValue)"
        })
    #expect(try folder.contents(of: "a").count == 10)
    #expect(!(try folder.text("a/README.md")).contains("{{"))
    #expect(try run(["build"], in: folder).status == 0)
    #expect(try folder.text("a/public/index.html").contains("小灯仪器双积分"))
  }

  @Test("filled in by its README, an empty project has the points one adds up by hand")
  func filledIn() throws {
    let folder = try project("--empty")
    let add = { (path: String, line: String) in
      try folder.write("a/content/\(path)", try folder.text("a/content/\(path)") + line + "\n")
    }
    try folder.write("a/content/site.yaml", "as_of: 2026-06-30\ntitle: 小灯仪器\n")
    try add("branches.csv", "b01,研发支部,研发,研发中心")
    try add("members/members.csv", "chen-liqun,陈立群,chen liqun,2006-07-01")
    try add("memberships/memberships.csv", "chen-liqun,b01,2026-01-01,,正式,")
    // The rulebook's own examples, with their marks of comments taken away.
    let path = "a/content/years/2026/rulebook.yaml"
    let rules = try folder.text(path).split(separator: "\n").map(String.init)
    let examples = rules.filter { $0.hasPrefix("#     - ") }.map { String($0.dropFirst(2)) }
    #expect(examples.count == 6)
    try folder.write(
      path,
      (["title: 标准", "members:", "  items:"] + examples.dropLast() + ["branches:", "  items:"] + examples.suffix(1))
        .joined(separator: "\n") + "\n")
    try folder.write("a/content/years/2026/records/b01.csv", "日期,党员,项目\n2026-03-08,陈立群,主题党日\n")
    try folder.write("a/content/years/2026/welfare/b01.csv", "日期,党员,分钟\n2026-03-08,陈立群,120\n")
    let check = try run(["check"], in: folder)
    #expect(check.status == 0)
    // The branch has a priority topic to find yet, and a secretary to elect.
    #expect(check.errors.components(separatedBy: "warning[").count == 3, "\(check.errors)")
    #expect(check.errors.contains("warning[pain-point-missing]"))
    #expect(check.errors.contains("warning[secretary-missing]"))
    // A theme day 1, welfare of two hours 10.
    let csv = try run(["standings", "--format", "csv"], in: folder).output
    #expect(csv.contains("11.00"), "\(csv)")
    #expect(try run(["new", "tables", "2026"], in: folder).status == 0)
  }

  @Test("an empty roster is an error once somebody is named, and then the only one")
  func emptied() throws {
    let folder = try project("--empty")
    try folder.write("a/content/years/2026/records/b01.csv", "日期,党员,项目\n2026-01-08,陈立群,主题党日\n")
    let check = try run(["check"], in: folder)
    #expect(check.status == 1)
    #expect(check.errors.contains("error[empty-roster]"))
    #expect(!check.errors.contains("unknown-member"))
  }

  @Test("with its tables as workbooks the project says the same: its points, and everything but where they stand")
  func workbooks() throws {
    let (plain, books) = (try project(), try project("--tables", "xlsx"))
    #expect(try tables("csv", in: books) == [])
    let year = "content/years/2026"
    #expect(
      try tables("xlsx", in: books) == [
        "content/branches.xlsx", "content/members/members.xlsx", "content/memberships/memberships.xlsx",
        "content/offices.xlsx", "\(year)/activities.xlsx", "\(year)/claims.xlsx", "\(year)/ratings.xlsx",
        "\(year)/records/积分登记.xlsx", "\(year)/welfare/公益登记.xlsx",
      ])
    let check = try run(["check"], in: books)
    #expect(check.output == "no mistakes found\n", "\(check.errors)")
    // By name, as they are chosen: the item that shares its name with one of branches too.
    let form = try Program.run(["tables", "--cells", "\(books.path)/a/\(year)/records/积分登记.xlsx"]).output
    for name in ["陈立群", "三会一课", "员工心愿墙"] { #expect(form.contains(name), "\(name)") }
    for id in ["chen-liqun", "meeting", "a02"] { #expect(!form.contains(id), "\(id)") }
    for command in [["standings"], ["standings", "--of", "branches"]] {
      let asked = command + ["--format", "csv"]
      let expected = try run(asked, in: plain).output
      #expect(expected.split(whereSeparator: \.isNewline).count > 3)
      #expect(try run(asked, in: books).output == expected)
    }
    let account = { (folder: TemporaryFolder) in
      // A day, points and reasons; rule and record are places.
      try run(["explain", "方小禾", "--format", "csv"], in: folder).output.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
      }
    }
    #expect(try account(books) == (try account(plain)))
    for folder in [plain, books] { #expect(try run(["build"], in: folder).status == 0) }
    let pages = { (folder: TemporaryFolder) in
      try Set(folder.contents(of: "a/public").keys.filter { $0.hasSuffix(".html") })
    }
    #expect(try pages(books) == (try pages(plain)))
  }

  @Test("a new year of a project whose tables are workbooks has workbooks, and one filled in by hand in CSV has CSV")
  func newYear() throws {
    let books = try project("--tables", "xlsx")
    #expect(try run(["new", "year", "2027"], in: books).status == 0)
    #expect(try tables("csv", in: books) == [])
    let made = try tables("xlsx", in: books).filter { $0.contains("/2027/") }
    #expect(made.contains("content/years/2027/records/积分登记.xlsx"), "\(made)")
    #expect(try run(["check"], in: books).output == "no mistakes found\n")
    try books.write("a/content/years/2027/records/more.csv", "日期,党员,项目\n")
    #expect(try run(["new", "year", "2028"], in: books).status == 0)
    #expect(try tables("xlsx", in: books).allSatisfy { !$0.contains("/2028/") })
  }

  @Test("workbooks are kept from the first day on: a year before which nothing was recorded says nothing else")
  func newYearOfEmpty() throws {
    let books = try project("--empty", "--tables", "xlsx")
    #expect(try run(["new", "year", "2027"], in: books).status == 0)
    #expect(try tables("csv", in: books) == [])
    #expect(try !tables("xlsx", in: books).filter { $0.contains("/2027/") }.isEmpty)
    let plain = try project("--empty")
    #expect(try run(["new", "year", "2027"], in: plain).status == 0)
    #expect(try tables("xlsx", in: plain) == [])
  }

  @Test("a company's name stands as it is in every file, in the language of each")
  func name() throws {
    let name = #"A&B "公司": #1_[甲]*"#
    for options in [[], ["--empty"]] {
      let folder = try TemporaryFolder()
      let made = try Program.run(["new", "project", "\(folder.path)/a", "--year", "2026", "--name", name] + options)
      #expect(made.status == 0, "\(made.errors)")
      #expect(try folder.text("a/README.md").hasPrefix(##"# A&B "公司": #1\_\[甲\]\*双积分"##))
      #expect(try run(["build"], in: folder).status == 0)
      #expect(try folder.text("a/public/index.html").contains("A&amp;B &quot;公司&quot;: #1_[甲]*双积分"))
    }
  }

  @Test("every table that is written anew or added to begins with the mark that tells Excel its Chinese is UTF-8")
  func marks() throws {
    let folder = try project()
    #expect(try run(["new", "year", "2027"], in: folder).status == 0)
    let before = try tables("csv", in: folder)
    #expect(before.count > 20)
    // As Excel saves a table in China.
    let roster = "a/content/members/花名册.csv"
    try folder.write(roster, bytes: Self.rosterOfExcel)
    let entered = try run(["new", "members", "--write"], in: folder)
    #expect(entered.status == 0, "\(entered.errors)")
    let archived = try run(
      ["archive", "year", "2026", "--no-pdf", "--record", "-o", "\(folder.path)/bags"], in: folder)
    #expect(archived.status == 0, "\(archived.errors)")
    let after = try tables("csv", in: folder).filter { !$0.hasSuffix("花名册.csv") }
    #expect(
      Set(after).subtracting(before) == [
        "content/archives.csv", "content/keys.csv", "content/memberships/roster.csv",
      ])
    for path in after {
      let bytes = try Array(folder.contents(of: "a")[path] ?? Data())
      #expect(bytes.starts(with: Self.mark), "\(path)")
      #expect(!bytes.dropFirst(3).starts(with: Self.mark), "\(path) is marked twice")
    }
    // Added to again, it keeps its one mark.
    try folder.write(roster, bytes: Self.rosterOfExcel + Self.lineOfExcel)
    #expect(try run(["new", "members", "--write"], in: folder).status == 0)
    let keys = try Array(folder.contents(of: "a")["content/keys.csv"] ?? Data())
    #expect(keys.starts(with: Self.mark) && !keys.dropFirst(3).starts(with: Self.mark))
    #expect(keys.split(separator: 0x0A).count == 3)
  }

  @Test("a new campaign checks as it is and takes stories; what is there and a bad name or day are refused")
  func campaign() throws {
    let folder = try project()
    let made = try run(["new", "campaign", "autumn", "--title", #"秋"天"\里"#, "--from", "2026-06-01"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let text = try folder.text("a/content/campaigns/autumn/index.md")
    #expect(text.contains("\nfrom: 2026-06-01\nto: 2026-12-31\n"))
    for key in ["title", "from", "to", "summary", "pathways", "works"] {
      #expect(text.contains("\n\(key): ") || text.contains("\n# \(key): "), "\(key) isn't explained")
    }
    #expect(try run(["new", "story", "autumn/leaves", "--title", "落叶"], in: folder).status == 0)
    let checked = try run(["check"], in: folder)
    #expect(checked.status == 0 && checked.told == ["unwritten-place"], "\(checked)")
    #expect(try run(["build"], in: folder).status == 0)
    #expect(try folder.text("a/public/campaigns/autumn.html").contains("秋&quot;天&quot;\\里"))
    let before = try folder.contents(of: "a")
    for bad in [
      ["autumn", "--title", "x"], ["Autumn", "--title", "x"], ["../x", "--title", "x"], ["index", "--title", "x"],
      ["x", "--title", ""], ["x", "--title", "x", "--from", "2026-05-02", "--to", "2026-05-01"],
      ["x", "--title", "x", "--from", "2026-02-30"],
    ] { #expect(try run(["new", "campaign"] + bad, in: folder).status == 64, "\(bad)") }
    #expect(try folder.contents(of: "a") == before)
  }
}
