import Diagnostics
import Foundation
import Parsing
import Scoring
import Testing
import Texts

@testable import Reading

/// Items of a rulebook that stand in a table: the same items as in YAML, with their places in the table.
@Suite("Items as a table")
struct ItemTableTests {
  private static let yaml = "content/years/2026/rulebook.yaml"
  private static let csv = "content/years/2026/items.csv"

  /// The sample's next year, whose rulebook uses every form.
  private func sample() throws -> Project {
    let content = Project.docs.deletingLastPathComponent().appending(path: "content")
    var project = try Project.base()
    for path in project.files.keys where ["/years/", "/campaigns/", "/works/"].contains(where: path.contains) {
      project.files[path] = nil
    }
    var paths = ["brand.yaml", "branches.csv", "years/2026/year.yaml", "years/2026/rulebook.yaml"]
    paths += try FileManager.default.contentsOfDirectory(atPath: content.path + "/works").map { "works/\($0)" }
    for path in paths {
      project.files["content/\(path)"] = try String(contentsOf: content.appending(path: path), encoding: .utf8)
    }
    return project
  }

  /// The same with its items and groups in the table that stands beside this test, written by hand.
  private func tabled(_ path: String = csv) throws -> Project {
    var project = try sample()
    let settings = try #require(project.files[Self.yaml]).split(separator: "\n", omittingEmptySubsequences: false)
    var isItems = false
    project.files[Self.yaml] = settings.filter { line in
      if line.hasPrefix("  items:") || line.hasPrefix("  groups:") {
        isItems = true
      } else if !line.hasPrefix("    ") {
        isItems = false
      }
      return !isItems
    }.joined(separator: "\n")
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/items-2026.csv")
    project.files[path] = try String(contentsOf: table, encoding: .utf8)
    return project
  }

  private func rulebook(_ project: Project) throws -> Rulebook {
    let (content, found, _, _) = project.read()
    try #require(found.filter { $0.severity == .error }.map(\.message.en) == [])
    return try #require(content?.ledger.years.last?.rulebook)
  }

  /// All that a rulebook says of items and groups, without their places.
  private func said(_ rulebook: Rulebook) -> [String] {
    let members = rulebook.items.map { BranchItem($0, maximum: nil) }
    let items = (members + rulebook.branchItems).map { item in
      let rule = item.rule
      return
        "\(rule.key) \(rule.name) \(rule.kind) \(rule.form) \(rule.caps) \(rule.terms) \(rule.works) \(rule.proof) "
        + "\(item.maximum?.exact ?? "-")"
    }
    return items
      + (rulebook.memberFramework.groups + rulebook.branchFramework.groups).map {
        "\($0.key) \($0.name) \($0.caps) \($0.isOnce)"
      }
  }

  @Test("the table of the sample's rulebook says what its YAML says, and cites its rows")
  func everyForm() throws {
    let (yaml, table) = (try rulebook(sample()), try rulebook(tabled()))
    #expect(said(yaml).count == 38)
    #expect(said(table) == said(yaml))
    let (_, _, tree, _) = try tabled().read()
    let item = try #require(table.items.first { $0.key == "exam" })
    #expect(tree.citation(of: item.place) == "content/years/2026/items.csv:9")
    #expect(
      tree.citation(of: try #require(table.memberFramework.groups.first).place) == "content/years/2026/items.csv:27")
  }

  @Test("a workbook says what the CSV says, and cites its cells")
  func workbook() throws {
    let project = try tabled("content/years/2026/items.xlsx[积分项目]")
    let (table, (_, _, tree, _)) = (try rulebook(project), project.read())
    #expect(try said(table) == said(rulebook(tabled())))
    let item = try #require(table.items.first { $0.key == "exam" })
    #expect(tree.citation(of: item.place) == "content/years/2026/items.xlsx[积分项目]A9")
  }

  @Test("the rulebook is given back as YAML that says the same, and settings with it")
  func givenBack() throws {
    let project = try tabled()
    let written = try #require(understandTables(project.tree().tree).rulebooks.first)
    #expect(written.path == Self.yaml)
    var back = project
    back.files[Self.csv] = nil
    back.files[Self.yaml] = written.text
    let (before, after) = (try rulebook(project), try rulebook(back))
    #expect(said(after) == said(before))
    #expect(after.title == before.title && after.matrix == before.matrix && after.baseTotal == before.baseTotal)
    #expect(
      "\(after.evaluation) \(after.ranking) \(after.cadre)" == "\(before.evaluation) \(before.ranking) \(before.cadre)")
    #expect("\(after.qualification)" == "\(before.qualification)")
    #expect(
      after.welfare.stepPoints == before.welfare.stepPoints && after.welfare.gateTenths == before.welfare.gateTenths)
    #expect(
      after.welfare.series.map { "\($0.id)\($0.name)\($0.minimum) \($0.people)\($0.works)" }
        == before.welfare.series.map { "\($0.id)\($0.name)\($0.minimum) \($0.people)\($0.works)" })
    for (a, b) in [(after.memberFramework, before.memberFramework), (after.branchFramework, before.branchFramework)] {
      #expect(a.vetoes == b.vetoes && a.total.cap == b.total.cap && a.total.floor == b.total.floor)
      #expect(
        a.bands.map { "\($0.name)\($0.from)\(String(describing: $0.atMost))" }
          == b.bands.map { "\($0.name)\($0.from)\(String(describing: $0.atMost))" })
    }
    #expect(said(before).count == 38 && before.welfare.series.count == 5)
  }

  @Test("what is shown of a sheet is a table that says the same")
  func shown() throws {
    let project = try tabled("content/years/2026/items.xlsx[积分项目]")
    let sheet = try #require(understandTables(project.tree().tree).sheets.first?.written)
    #expect(sheet.path == Self.csv)
    var other = try tabled()
    other.files[Self.csv] = ([sheet.heading] + sheet.rows).map { $0.map(csvField).joined(separator: ",") + "\n" }
      .joined()
    #expect(try said(rulebook(other)) == said(rulebook(project)))
    #expect(sheet.rows.count == 38)
  }

  // MARK: Ids

  private func small(_ rows: [String], keys: String? = nil) throws -> Project {
    var project = try tabled()
    project.files[Self.csv] = "类别,项目,编号,分值,又名\n" + rows.map { $0 + "\n" }.joined()
    project.files[Self.yaml] = "title: 标准\nmembers:\nbranches: {items: []}\n"
    project.files["content/item-keys.csv"] = keys
    return project
  }

  @Test("an id is the pinyin of the name until it is written, and then stays whatever the item is called")
  func ids() throws {
    let project = try small(["规定,主题党日,,每次1分,", "自选,AI课题（2期）,,每次2分,", "自选,主体党日,,每次3分,"])
    #expect(project.read().diagnostics.map(\.code) == [.itemWithoutID])
    let (found, mistakes) = itemEnrolment(project.tree().tree, year: 2026)
    #expect(mistakes.isEmpty)
    #expect(found?.items.map(\.key) == ["zhu-ti-dang-ri", "ai-ke-ti-2-qi", "zhu-ti-dang-ri-2"])
    let keys = "对象,项目,编号\n党员,主题党日,zhu-ti-dang-ri\n党员,AI课题（2期）,ai\n党员,主体党日,z-2\n"
    let known = try small(["规定,主题党日,,每次1分,", "自选,AI课题（2期）,,每次2分,", "自选,主体党日,,每次3分,"], keys: keys)
    #expect(try rulebook(known).items.map(\.key) == ["zhu-ti-dang-ri", "ai", "z-2"])
    let renamed = try small(["规定,主题党日活动,,每次1分,主题党日", "自选,AI课题（2期）,,每次2分,", "自选,主体党日,,每次3分,"], keys: keys)
    #expect(try rulebook(renamed).items.map(\.key) == ["zhu-ti-dang-ri", "ai", "z-2"])
  }

  @Test("ids that no item has are told, since one of them may have been renamed")
  func unused() throws {
    let keys = "对象,项目,编号\n党员,主题党日,zhu-ti-dang-ri\n"
    let (found, _) = itemEnrolment(try small(["规定,党日活动,,每次1分,"], keys: keys).tree().tree, year: 2026)
    #expect(found?.items.map(\.key) == ["dang-ri-huo-dong"])
    #expect(found?.unused.map(\.name) == ["主题党日"])
  }

  @Test("two rows of one name need ids of their own")
  func twins() throws {
    let found = try small(["规定,党费,,每次1分,", "规定,党费,,每次2分,"]).read().diagnostics
    #expect(found.map(\.code) == [.itemWithoutID, .itemWithoutID])
  }

  // MARK: Mistakes

  private func found(_ header: String, _ row: String, yaml: String = "members:\nbranches: {items: []}\n") throws
    -> [String]
  {
    var project = try tabled()
    project.files[Self.csv] = header + "\n" + row + "\n"
    project.files[Self.yaml] = "title: 标准\n" + yaml
    let (_, found, tree, _) = project.read()
    return found.map {
      "\($0.code.rawValue) \($0.place.map { "\(tree.path(of: $0).suffix(9)):\($0.line):\($0.column)" } ?? "")"
    }
  }

  @Test("checks of the YAML's items are those of the rows, at their cells")
  func checks() throws {
    let header = "类别,项目,编号,分值,单位,上限"
    #expect(try found(header, "规定,甲,a,每次2分，月6分,,") == ["ambiguous-notation items.csv:2:13"])
    #expect(try found(header, "规定,甲,a,每次2.555分,,") == ["malformed-number items.csv:2:10"])
    #expect(try found(header, "规定,甲,a,每次2分,学时,") == ["rule-combination items.csv:2:13"])
    #expect(try found(header, "规定,甲,a,每次2分,,月6分，年5分") == ["cap-order items.csv:2:19"])
    #expect(try found(header, "规定,甲,a,,,") == ["missing-key items.csv:2:1"])
    #expect(try found(header, "必做,甲,a,每次2分,,") == ["unknown-choice items.csv:2:1"])
    #expect(try found(header, "规定,甲,a,末位淘汰,,") == ["rule-refused items.csv:2:8"])
    #expect(try found(header, "规定,甲,a,每次2*人数分,,") == ["rule-refused items.csv:2:8"])
    #expect(try found(header, "规定,甲,a,每次2分、每次3分,,") == ["duplicate-key items.csv:2:15"])
    #expect(try found("类别,项目,编号,分直", "规定,甲,a,2") == ["unknown-column items.csv:1:10"])
    #expect(
      try found("对象,类别,项目,编号,分值", "支部,规定,甲,a,5", yaml: "members: {items: []}\n") == [
        "ambiguous-notation items.csv:2:11"
      ])
    #expect(
      try found(
        "类别,项目,编号,分值", "规定,甲,a,2",
        yaml: "members: {items: [{key: b, name: 乙, kind: 规定, points: 1}]}\nbranches: {items: []}\n")
        == ["items-twice book.yaml:2:18"])
    #expect(
      try found("类别,项目,编号,分值,分组", "规定,甲,a,2,学习") == ["unknown-group items.csv:2:10"])
  }
}
