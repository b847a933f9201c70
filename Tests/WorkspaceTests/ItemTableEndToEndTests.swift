import Foundation
import Testing

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
        let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        return (
          name,
          text.replacing(#/(rulebook\.yaml|items\.csv):[0-9]+/#, with: "RULE").replacing(#/标准第[0-9]+行/#, with: "LINE")
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
}
