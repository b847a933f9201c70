import Foundation
import Scoring
import Testing

@testable import Reports
@testable import Workspace

@Suite("New projects, years and stories")
struct NewEndToEndTests {
  /// A new project in a folder `a`, of the year 2026.
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try Program.run(["new", "project", "\(folder.path)/a", "--year", "2026", "--name", "小灯仪器"])
    #expect(made.status == 0, "\(made.errors)")
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(arguments + ["--project", "\(folder.path)/a"], locale: "en_US.UTF-8")
  }

  private func expectNoMistakes(in folder: TemporaryFolder) throws {
    let check = try run(["check"], in: folder)
    #expect(check.status == 0)
    #expect(check.errors == "")
    #expect(check.output == "no mistakes found\n")
  }

  @Test("a new project checks and builds without a warning, whatever the year", arguments: [2020, 2024, 2026, 2099])
  func project(year: Int) throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", "project", "\(folder.path)/a", "--year", "\(year)"]).status == 0)
    try expectNoMistakes(in: folder)
    #expect(try run(["build"], in: folder).status == 0)
    #expect(folder.exists("a/public/\(year)/members/fang-xiaohe.html"))
    func pages(_ name: String) throws -> Int {
      try folder.contents(of: "a/public/\(year)/\(name)").keys.count { $0.hasSuffix(".html") && $0 != "index.html" }
    }
    #expect(try pages("members") == 12)
    #expect(try pages("branches") == 3)
    #expect(!folder.exists("a/templates"))
  }

  @Test(
    "a year begins on the day after the one before it ended, whatever the end of February does",
    arguments: [
      ("2027-02-28", "2028-02-27", "2028-02-28", "2029-02-27"),
      ("2026-02-28", "2027-02-28", "2027-03-01", "2028-02-29"),
      ("2026-06-01", "2026-11-30", "2026-12-01", "2027-11-30"),
      ("2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"),
      ("2028-02-29", "2029-02-28", "2029-03-01", "2030-02-28"),
    ])
  func followingYear(first: String, last: String, next: String, end: String) throws {
    let day = { (text: String) in try reportDay(text) }
    let period = Period(first: try day(first), last: try day(last)).following(years: 1)
    #expect(period == Period(first: try day(next), last: try day(end)))
  }

  @Test("its points can be added up by hand")
  func points() throws {
    // Fang Xiaohe: six theme days 6, three meetings 3, the lecture 2, the wish 1, welfare 10 for two of her four hours
    // and four half-hours beyond, 2. The project isn't evaluated yet.
    let csv = try run(["standings", "--format", "csv"], in: try project()).output
    let line = try #require(csv.split(whereSeparator: \.isNewline).first { $0.contains("方小禾") })
    #expect(line.contains("24.00"), "\(line)")
  }

  @Test("its clerk finds a README that names every folder, and the company everywhere")
  func readme() throws {
    let folder = try project()
    let readme = try folder.text("a/README.md")
    #expect(readme.hasPrefix("# 小灯仪器双积分\n"))
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/content") {
      #expect(readme.contains("content/\(name)"), "README.md doesn't speak of \(name)")
    }
    #expect(try folder.text("a/content/organisation.yaml").contains("name: \"小灯仪器\""))
    for (path, bytes) in try folder.contents(of: "a") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("{{"), "\(path) holds a tag")
    }
  }

  @Test("a company's name may hold quotation marks, a tag and a backslash")
  func name() throws {
    let folder = try TemporaryFolder()
    let name = #"甲"乙"\{{year}}：丙"#
    #expect(try Program.run(["new", "project", "\(folder.path)/a", "--name", name]).status == 0)
    try expectNoMistakes(in: folder)
    #expect(try run(["build"], in: folder).status == 0)
    #expect(try folder.text("a/public/index.html").contains("甲&quot;乙&quot;\\{{year}}：丙双积分"))
  }

  @Test("the empty folder one stands in will do, and is the same folder afterwards")
  func here() throws {
    let folder = try TemporaryFolder()
    let script = "cd '\(folder.path)' && '\(Program.path)' new project . && '\(Program.path)' build"
    #expect(try Program.run("/bin/sh", ["-c", script]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["README.md", "content", "public"])
  }

  @Test("a folder that holds something is left alone")
  func occupied() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/letter.txt", "dear")
    #expect(try Program.run(["new", "project", "\(folder.path)/a"]).status == 64)
    #expect(try folder.contents(of: ".").keys.sorted() == ["a/letter.txt"])
  }

  @Test("a new story checks but for what is still to be written, with the title as given, and takes nobody's place")
  func story() throws {
    let folder = try project()
    let arguments = ["new", "story", "spring/pledge", "--title", #"亮身份："我在"\岗"#]
    #expect(try run(arguments, in: folder).status == 0)
    let checked = try run(["check"], in: folder)
    #expect(checked.status == 0 && checked.told == ["unwritten-place"], "\(checked)")
    #expect(try run(["build"], in: folder).status == 0)
    #expect(try folder.text("a/public/stories/pledge.html").contains("亮身份：&quot;我在&quot;\\岗"))
    let text = try folder.text("a/content/campaigns/spring/pledge.md")
    // The project's day of the report, since the machine's is later; for a machine before that, its own.
    #expect(text.contains("\ndate: 2026-0") || text.contains("\ndate: 202"))
    let known = [
      "title", "date", "summary", "branch", "author", "people", "place", "works", "activity", "picture", "picture_alt",
      "picture_caption", "figures",
    ]
    for key in known { #expect(text.contains("\n\(key): ") || text.contains("\n# \(key):"), "\(key) isn't explained") }
    #expect(try run(arguments, in: folder).status == 64)
    #expect(try folder.text("a/content/campaigns/spring/pledge.md") == text)
  }

  @Test("an unknown campaign is told with the nearest and how to begin one; a bad name or day is refused")
  func storyMistakes() throws {
    let folder = try project()
    let before = try folder.contents(of: "a")
    let unknown = try run(["new", "story", "sprnig/x", "--title", "x"], in: folder)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean 'spring'?"))
    #expect(unknown.errors.contains("dualpoints new campaign sprnig --title"))
    for address in ["x", "spring/../x", "spring/X", "spring/index", "/etc/x", "spring/trees/x", ""] {
      #expect(try run(["new", "story", address, "--title", "x"], in: folder).status == 64, "\(address)")
    }
    #expect(try run(["new", "story", "spring/x", "--title", "x", "--date", "2026-02-30"], in: folder).status == 64)
    let late = try run(["new", "story", "spring/x", "--title", "x", "--date", "2026-12-30"], in: folder)
    #expect(late.status == 1)
    #expect(late.errors.contains("error[date-after-report-day]"))
    #expect(try folder.contents(of: "a") == before)
  }

  @Test("a new year has last year's rulebook, its period a year later and a table for each branch")
  func year() throws {
    let folder = try project()
    #expect(try run(["new", "year", "2027"], in: folder).status == 0)
    try expectNoMistakes(in: folder)
    let old = try folder.text("a/content/years/2026/rulebook.yaml")
    let new = try folder.text("a/content/years/2027/rulebook.yaml")
    #expect(new == old.replacingOccurrences(of: "title: 2026年度", with: "title: 2027年度"))
    #expect(new != old)
    #expect(try folder.text("a/content/years/2027/year.yaml").contains("period: {from: 2027-01-01, to: 2027-12-31}\n"))
    for name in ["records/b01.csv", "records/b03.csv", "welfare/b02.csv", "activities.csv", "claims.csv", "projects"] {
      #expect(folder.exists("a/content/years/2027/\(name)"), "\(name)")
    }
    // The front page speaks of the year that has begun, not of the empty one.
    #expect(try run(["build"], in: folder).status == 0)
    #expect(try folder.text("a/public/index.html").contains("href=2026/standings/index.html"))
    #expect(folder.exists("a/public/2027/rulebook.html"))
    #expect(try run(["new", "year", "2027"], in: folder).status == 64)
    #expect(try run(["new", "year", "2019"], in: folder).status == 64)
  }

  @Test("its tables have the columns of every form, and there is one for surveys where the rulebook has one")
  func yearOfForms() throws {
    let folder = try project()
    #expect(try run(["new", "year", "2027"], in: folder).status == 0)
    #expect(
      try folder.text("a/content/years/2027/records/b01.csv").hasSuffix(
        "\n日期,党员,支部,项目,数量,级别,角色,事项,活动,工作,事由,记录号,更正,补录日期\n"))
    #expect(!folder.exists("a/content/years/2027/surveys"))
    let path = "a/content/years/2027/rulebook.yaml"
    try folder.write(
      path,
      try folder.text(path).replacingOccurrences(
        of: "\nbranches:\n", with: "\n    - {key: survey, name: 民主测评, kind: 规定, form: survey, weight: 20}\nbranches:\n")
    )
    #expect(try run(["new", "year", "2028"], in: folder).status == 0)
    #expect(try folder.text("a/content/years/2028/surveys/survey.csv").hasSuffix("\n日期,党员,项目,得分,票数,说明\n"))
    try expectNoMistakes(in: folder)
  }

  @Test("a period that isn't the calendar year moves as it is, over the end of February too")
  func period() throws {
    let folder = try project()
    let path = "a/content/years/2026/year.yaml"
    let text = try folder.text(path)
    try folder.write(
      path,
      text.replacingOccurrences(of: "{from: 2026-01-01, to: 2026-12-31}", with: "{from: 2025-12-01, to: 2026-11-30}"))
    #expect(try run(["new", "year", "2028"], in: folder).status == 0)
    #expect(try folder.text("a/content/years/2028/year.yaml").contains("{from: 2027-12-01, to: 2028-11-30}"))
  }

  @Test("a project's own archetypes are used, and checked like its templates")
  func archetypes() throws {
    let folder = try project()
    try folder.write(
      "a/templates/archetypes/story.md", "---\ntitle: \"{{{title}}}\"\ndate: {{date}}\nsummary: 短\n---\n\n我们的写法。\n")
    #expect(try run(["new", "story", "spring/ours", "--title", "自己的"], in: folder).status == 0)
    #expect(try folder.text("a/content/campaigns/spring/ours.md").contains("我们的写法"))
    try folder.write("a/templates/archetypes/story.md", "---\ntitle: {{titel}}\n---\n")
    let check = try run(["check"], in: folder)
    #expect(check.status == 1)
    #expect(check.errors.contains("templates/archetypes/story.md:2:10\n"))
    #expect(check.errors.contains("did you mean 'title'?"))
  }

  @Test("when a file can't be written, nothing is left behind")
  func writeFails() throws {
    let folder = try project()
    let before = try folder.contents(of: "a")
    for command in ["new year 2027", "new story spring/x --title x"] {
      // The shell allows no file to grow: the system call fails as it would on a full disk.
      let script =
        "trap '' XFSZ; ulimit -f 0; exec '\(Program.path)' \(command) --project '\(folder.path)/a' 2>/dev/null"
      #expect(try Program.run("/bin/sh", ["-c", script]).status == 2, "\(command)")
    }
    #expect(try folder.contents(of: "a") == before)
    let years = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/content/years")
    #expect(years == ["2026"])
  }

  @Test("the forms of a year stand where its tables do and check clean; what is there stays as it is")
  func tables() throws {
    let folder = try project()
    let made = try run(["new", "tables", "2026"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    try expectNoMistakes(in: folder)
    let form = "a/content/years/2026/records/积分登记.xlsx"
    #expect(folder.exists(form))
    #expect(folder.exists("a/content/years/2026/welfare/公益登记.xlsx"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/a/content/years/2026/welfare/公益登记.xlsx")
    let files = try folder.contents(of: "a")
    for (locale, words) in [("en_US.UTF-8", "积分登记.xlsx is there already"), ("zh_CN.UTF-8", "积分登记.xlsx，不会改动它")] {
      let again = try Program.run(["new", "tables", "2026", "--project", "\(folder.path)/a"], locale: locale)
      #expect(again.status == 64)
      #expect(again.errors.contains(words))
    }
    #expect(try folder.contents(of: "a") == files)
  }

  @Test(
    "a year that isn't there has no forms", arguments: [("en_US.UTF-8", "no year 2031"), ("zh_CN.UTF-8", "没有 2031 年")])
  func tablesOfNoYear(locale: String, words: String) throws {
    let folder = try project()
    let files = try folder.contents(of: "a")
    let refused = try Program.run(["new", "tables", "2031", "--project", "\(folder.path)/a"], locale: locale)
    #expect(refused.status == 64)
    #expect(refused.errors.contains(words), "\(refused.errors)")
    #expect(try folder.contents(of: "a") == files)
  }

  @Test("through a pipe a workbook is its bytes, the same as in a file")
  func pipedWorkbook() throws {
    let folder = try project()
    let command = ["standings", "--year", "2026", "--format", "xlsx"]
    let written = try run(command + ["-o", "\(folder.path)/a.xlsx"], in: folder)
    #expect(written.status == 0, "\(written.errors)")
    let piped = try Program.run(
      "/bin/sh",
      ["-c", "\"$0\" \"$@\" > '\(folder.path)/b.xlsx'", Program.path] + command + ["--project", "\(folder.path)/a"],
      locale: "en_US.UTF-8")
    #expect(piped.status == 0, "\(piped.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/a.xlsx"))
    #expect(bytes.starts(with: Array("PK".utf8)))
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/b.xlsx")) == bytes)
  }
}
