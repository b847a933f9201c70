import Foundation
import Testing
import TinyWorkbooks

@testable import Workspace

@Suite("A rulebook whose items stand in a table, from the command line")
struct ItemTableEndToEndTests {
  private static let rulebook = "content/years/2025/rulebook.yaml"
  private static let settings = """
    title: 2025年度积分标准
    members:
      base_total: 60
    activity_matrix: [[1, 2, 3], [2, 4, 6], [3, 6, 9]]

    """
  private static let items = """
    对象,类别,项目,编号,分值,单位,满分,工作,佐证
    党员,规定,主题党日,theme-day,每次1分，全年不超过2分,,,w101,签到
    党员,自选,主讲,lecture,2,次,,w101,讲稿
    支部,规定,三会一课,meetings,,,5,w101,记录

    """

  private func project(items: String = items) throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    try folder.write(Self.rulebook, Self.settings)
    try folder.write("content/years/2025/items.csv", items)
    return folder
  }

  private func run(_ arguments: [String], _ folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(arguments + ["--project", folder.path], locale: "zh_CN.UTF-8")
  }

  /// A site without what it cites of the rulebook.
  private func pages(_ folder: TemporaryFolder) throws -> [String: String] {
    let built = try run(["build"], folder)
    #expect(built.status == 0, "\(built.errors)")
    let root = URL(fileURLWithPath: folder.path + "/public")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".html") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let text = try String(contentsOf: root.appending(path: name), encoding: .utf8).asWritten
        return (
          name,
          text.replacing(#/(rulebook\.yaml|items\.csv):[0-9]+/#, with: "RULE").replacing(
            #/(标准|积分项目)?第[0-9]+行/#, with: "LINE")
        )
      })
  }

  @Test("gives the pages that its YAML gives, citations apart")
  func samePages() throws {
    let (yaml, table) = (try SmallProject.folder(), try project())
    let (first, second) = (try pages(yaml), try pages(table))
    #expect(first.count > 10 && first.keys.sorted() == second.keys.sorted())
    for (name, text) in first { #expect(second[name] == text, "\(name)") }
    let standings = ["standings", "--year", "2025", "--format", "csv"]
    #expect(try run(standings, yaml).output == run(standings, table).output)
    #expect(try run(["explain", "wang-wei"], table).output.contains("years/2025/items.csv:2"))
  }

  @Test("gives it back as YAML, under which nobody moves")
  func givenBack() throws {
    let folder = try project()
    let written = "\(folder.path)/out"
    #expect(try run(["tables", "--write", written], folder).status == 0)
    let moves = try run(["simulate", "--rulebook", "\(written)/\(Self.rulebook)", "--format", "csv"], folder)
    #expect(moves.status == 0 && moves.output.split(separator: "\r\n").count == 1, "\(moves.output)\(moves.errors)")
    // The rulebook tried stands for the items it has.
    let yaml = try folder.text("out/" + Self.rulebook)
    try folder.write("other.yaml", yaml.replacing("points: 1,", with: "points: 0.5,"))
    #expect(try run(["simulate", "--rulebook", "\(folder.path)/other.yaml"], folder).output.contains("主题党日 -0.50"))
  }

  @Test("says what to run for ids, enters them, and keeps them for a renamed item and for the next year")
  func ids() throws {
    let folder = try project(items: Self.items.replacing("lecture", with: ""))
    let unkeyed = try run(["check"], folder)
    #expect(unkeyed.status == 1 && unkeyed.errors.contains("dualpoints new items 2025 --write"), "\(unkeyed.errors)")
    #expect(!folder.exists("content/item-keys.csv"))
    let entered = try run(["new", "items", "2025", "--write"], folder)
    #expect(entered.status == 0, "\(entered.errors)")
    #expect(try folder.text("content/item-keys.csv") == "对象,项目,编号\n党员,主讲,zhu-jiang\n")
    let records = try folder.text("content/years/2025/records/b01.csv")
    try folder.write("content/years/2025/records/b01.csv", records.replacing("lecture", with: "zhu-jiang"))
    #expect(try run(["check"], folder).status == 0)
    let renamed = try folder.text("content/years/2025/items.csv")
      .replacing("佐证\n", with: "佐证,又名\n").replacing("签到\n", with: "签到,\n").replacing("记录\n", with: "记录,\n")
      .replacing("主讲", with: "讲课").replacing("讲稿\n", with: "讲稿,主讲\n")
    try folder.write("content/years/2025/items.csv", renamed)
    #expect(try run(["check"], folder).status == 0)
    let begun = try run(["new", "year", "2026"], folder)
    #expect(begun.status == 0, "\(begun.errors)")
    #expect(try folder.text("content/years/2026/items.csv") == renamed)
    #expect(try folder.text("content/years/2026/rulebook.yaml").contains("2026年度积分标准"))
  }

  // Theme days three points up to nine: 王伟's three become 9 of 2, 李娜's one 3 of 1; lectures stay at 3 and 0.
  private static let other = items.replacing("每次1分，全年不超过2分", with: "每次3分，全年不超过9分")
  private static let moved = [
    "member,1,1,wang-wei,王伟,光谱,5.00,12.00,7.00,主题党日 +7.00", "member,2,2,li-na,李娜,光谱,1.00,3.00,2.00,主题党日 +2.00",
  ]

  @Test("is tried as a table, plain or a workbook, beside a rulebook that has its items in YAML or in a table")
  func simulated() throws {
    for folder in [try SmallProject.folder(), try project()] {
      try folder.write("草稿.csv", Self.other)
      try folder.write("草稿.xlsx", bytes: WrittenSheet(Self.other).workbook(name: "项目").bytes)
      for draft in ["草稿.csv", "草稿.xlsx"] {
        let tried = try run(["simulate", "--rulebook", "\(folder.path)/\(draft)", "--format", "csv"], folder)
        let lines = tried.output.split(separator: "\r\n").map(String.init)
        #expect(tried.status == 0 && Array(lines.dropFirst()) == Self.moved, "\(tried.output)\(tried.errors)")
      }
      try folder.write(
        "坏.xlsx", bytes: WrittenSheet(Self.items.replacing("每次1分", with: "每次")).workbook(name: "项目").bytes)
      let bad = try run(["simulate", "--rulebook", "\(folder.path)/坏.xlsx"], folder)
      #expect(bad.status == 1 && bad.errors.contains("坏.xlsx[项目]E2"), "\(bad.errors)")
    }
  }

  @Test("a month sealed under YAML stays sealed under the same items in a table, and breaks when a row changes")
  func sealed() throws {
    let folder = try SmallProject.folder()
    #expect(try run(["seal", "2025-03"], folder).status == 0)
    try folder.write(Self.rulebook, Self.settings)
    try folder.write("content/years/2025/items.csv", Self.items)
    let same = try run(["check"], folder)
    #expect(same.status == 0, "\(same.errors)")
    try folder.write("content/years/2025/items.csv", Self.items.replacing("lecture,2,", with: "lecture,1,"))
    let changed = try run(["check"], folder)
    #expect(changed.status == 1 && changed.errors.contains("seal-broken"), "\(changed.errors)")
    #expect(changed.errors.contains("当时 3.00 分，现在 1.50 分"), "\(changed.errors)")
  }

  @Test("a changed row of a workbook moves people in changes, and an archive of the year gives the same site again")
  func changedAndArchived() throws {
    let folder = try project()
    let items = "content/years/2025/items.csv"
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(items)")
    let workbook = "content/years/2025/items.xlsx"
    try folder.write(workbook, bytes: WrittenSheet(Self.items).workbook(name: "项目").bytes)
    #expect(try run(["explain", "wang-wei"], folder).output.contains("years/2025/items.xlsx[项目]A2"))
    #expect(try run(["build", "--output", "\(folder.path)/before"], folder).status == 0)
    #expect(
      try run(["archive", "year", "2025", "--no-pdf", "--output", "\(folder.path)/archives"], folder).status == 0)
    let bag = "\(folder.path)/archives/year-2025/year-2025/data"
    let again = try Program.run(["build", "--project", "\(bag)/project", "--output", "\(folder.path)/again"])
    if again.status != 0 {
      Issue.record("\(again.errors) \(try FileManager.default.subpathsOfDirectory(atPath: bag))")
    }
    let pages = ["/2025/members/wang-wei.html", "/2025/rulebook.html"]
    for page in pages where again.status == 0 {
      #expect(try folder.text("again" + page) == folder.text("before" + page), "\(page)")
    }
    try folder.write(workbook, bytes: WrittenSheet(Self.other).workbook(name: "项目").bytes)
    let changes = try run(["changes", "\(folder.path)/before"], folder)
    #expect(changes.output.contains("王伟") && changes.output.contains("12.00"), "\(changes.output)\(changes.errors)")
  }

  @Test("days of a workbook's items lie a year later in the next year's, which is a workbook again")
  func nextYear() throws {
    let folder = try project()
    try FileManager.default.removeItem(atPath: "\(folder.path)/content/years/2025/items.csv")
    let dated = Self.items.replacing("佐证\n", with: "佐证,起,止\n").replacing("讲稿\n", with: "讲稿,2025-03-01,2025-10-31\n")
    try folder.write("content/years/2025/items.xlsx", bytes: WrittenSheet(dated).workbook(name: "项目").bytes)
    let begun = try run(["new", "year", "2026"], folder)
    #expect(begun.status == 0, "\(begun.errors)")
    let written = "\(folder.path)/out"
    #expect(try run(["tables", "--write", written], folder).status == 0)
    let rules = try folder.text("out/content/years/2026/rulebook.yaml")
    #expect(rules.contains("from: 2026-03-01, to: 2026-10-31") && !rules.contains("2025-"), "\(rules)")
    #expect(try run(["check"], folder).status == 0)
  }
}
