import Diagnostics
import Markup
@testable import Reading
import Scoring
import Testing
import Texts

/// Charts that a page's prose asks for. If these broke, a wrong name in a block would draw the wrong chart, or none.
@Suite("Charts in prose")
struct ChartTests {
  private static let front = "---\ntitle: 三条河\ndate: 2025-09-13\nsummary: 二十六人。\n---\n\n"
  private static let table = "河段,溶解氧,浊度\n上游,7.2,１２\n下游,5.15,-1\n"

  private func read(_ block: String, table: String = table, around: (String, String) = ("", "")) throws -> (
    content: Content?, diagnostics: [Diagnostic], tree: SourceTree, marked: Place?
  ) {
    var project = try Project.base()
    project.lay([
      "content/campaigns/rivers/three-rivers.md": Self.front + around.0 + block + around.1,
      "content/campaigns/rivers/rivers.csv": table,
    ])
    return project.read()
  }

  private func csv(_ lines: String) -> String { "```chart\ndata: csv\n\(lines)\n```\n" }

  @Test("a block becomes a request, and its text is neither read aloud nor counted", arguments: ["chart", "图表"])
  func request(language: String) throws {
    let (content, diagnostics, _, _) = try read(
      "```\(language)\ndata: branch-months\nbranch: b07\nyear: 2025\ntitle: 三月最高\n```\n", table: "",
      around: ("开头。\n\n", "\n结尾。\n"))
    #expect(diagnostics.map(\.message.en) == [])
    let chart = try #require(content?.charts["content/campaigns/rivers/three-rivers.md"]?.first)
    #expect(chart.title == "三月最高" && chart.kind == .stacked)
    guard case .branchMonths(let branch, year: Ref(0)) = chart.subject else {
      Issue.record("\(chart.subject)")
      return
    }
    #expect(branch?.index == 1, "b07 stands second in branches.csv")
    let story = try #require(content?.stories.first)
    #expect(story.text.plainText.contains("开头。") && !story.text.plainText.contains("branch-months"))
    #expect(story.text.hanCount == 4)
  }

  @Test("a table's figures are exact: decimals, full-width digits, deductions, and gaps")
  func figures() throws {
    let (content, diagnostics, _, _) = try read(
      csv(
        "file: rivers.csv\nlabel: 河段\nvalues: [溶解氧, 浊度]\nunit: mg/L\nkind: 线\nhighlight: 下游\nmark: {name: 限值, value: 5}\ntitle: 下游低"
      ),
      table: Self.table + "河口,,3\n")
    #expect(diagnostics.map(\.message.en) == [])
    let chart = try #require(content?.charts.values.first?.first)
    guard case .table(let table) = chart.subject else {
      Issue.record("\(chart.subject)")
      return
    }
    #expect(chart.kind == .line && table.heading == "河段" && table.labels == ["上游", "下游", "河口"])
    #expect(table.columns.map(\.name) == ["溶解氧", "浊度"])
    #expect(table.columns[0].values == [Figure(hundredths: 720), Figure(hundredths: 515), nil])
    #expect(table.columns[1].values == [Figure(hundredths: 1200), Figure(hundredths: -100), Figure(hundredths: 300)])
    #expect(table.highlights == [1] && table.unit == "mg/L" && table.mark?.value == Figure(hundredths: 500))
  }

  @Test(
    "a mistake in a block is told at its place, with its code",
    arguments: [
      (.unknownChoice, "```chart\ndata: 1️⃣branch-moths\nyear: 2025\ntitle: 图\n```\n"),
      (.unknownBranch, "```chart\ndata: branch-months\nbranch: 1️⃣b99\nyear: 2025\ntitle: 图\n```\n"),
      (.unknownChoice, "```chart\ndata: welfare-rates\nyear: 1️⃣2031\ntitle: 图\n```\n"),
      (.unknownChoice, "```chart\ndata: welfare-rates\nyear: 2025\nkind: 1️⃣line\ntitle: 图\n```\n"),
      (.unknownKey, "```chart\ndata: welfare-rates\n1️⃣branch: b07\nyear: 2025\ntitle: 图\n```\n"),
      (.missingKey, "```chart\n1️⃣data: welfare-rates\nyear: 2025\n```\n"),
      (.missingKey, "```chart\n1️⃣data: branch-months\ntitle: 图\n```\n"),
      (.emptyChart, "1️⃣```chart\n```\n"),
      (.wrongType, "```chart\n1️⃣说明\n```\n"),
      (.absurdNumber, "```chart\ndata: member-standings\nyear: 2025\ntop: 1️⃣21\ntitle: 图\n```\n"),
      (.absurdNumber, "```chart\ndata: member-standings\nbranch: b07\nyear: 2025\ntop: 1️⃣6\ntitle: 图\n```\n"),
      (.absurdNumber, "```chart\ndata: branch-standings\nyear: 2025\ntop: 1️⃣3\ntitle: 图\n```\n"),
    ] as [(DiagnosticCode, String)])
  func mistakes(code: DiagnosticCode, block: String) throws {
    let (content, diagnostics, _, marked) = try read(block, table: "")
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.place == marked)
    #expect(content == nil)
  }

  @Test(
    "a mistake in what names a table is told at its place",
    arguments: [
      (.missingFile, "file: 1️⃣river.csv\nlabel: 河段\nvalues: [溶解氧]\ntitle: 图"),
      (.unsafePath, "file: 1️⃣../../../passwd.csv\nlabel: 河段\nvalues: [溶解氧]\ntitle: 图"),
      (.unsafePath, "file: 1️⃣/etc/passwd\nlabel: 河段\nvalues: [溶解氧]\ntitle: 图"),
      (.missingFile, "file: 1️⃣../../branches.csv\nlabel: 河段\nvalues: [溶解氧]\ntitle: 图"),
      (.unknownColumn, "file: rivers.csv\nlabel: 1️⃣河断\nvalues: [溶解氧]\ntitle: 图"),
      (.unknownColumn, "file: rivers.csv\nlabel: 河段\nvalues: [1️⃣溶解]\ntitle: 图"),
      (.unknownChoice, "file: rivers.csv\nlabel: 河段\nvalues: 溶解氧\nhighlight: 1️⃣中游\ntitle: 图"),
      (.crowdedChart, "file: rivers.csv\nlabel: 河段\nvalues: [溶解氧, 1️⃣浊度]\ntitle: 图"),
    ] as [(DiagnosticCode, String)])
  func tableMistakes(code: DiagnosticCode, lines: String) throws {
    let (content, diagnostics, _, marked) = try read(csv(lines))
    #expect(diagnostics.map(\.code) == [code], "\(diagnostics.map(\.message.en))")
    #expect(diagnostics.first?.place == marked)
    #expect(content == nil)
  }

  @Test("the nearest name is suggested")
  func suggestions() throws {
    func remedy(_ block: String) throws -> String { try read(block).diagnostics.first?.remedy.en ?? "" }
    #expect(try remedy("```chart\ndata: branch-moths\nyear: 2025\ntitle: 图\n```\n").contains("branch-months"))
    #expect(try remedy(csv("file: river.csv\nlabel: 河段\nvalues: 溶解氧\ntitle: 图")).contains("rivers/rivers.csv"))
    #expect(try remedy(csv("file: rivers.csv\nlabel: 河段\nvalues: 溶解\ntitle: 图")).contains("溶解氧"))
  }

  @Test(
    "a mistake in the table is told in the table",
    arguments: [
      (.malformedNumber, "河段,溶解氧\n上游,1️⃣约7\n"),
      (.malformedNumber, "河段,溶解氧\n上游,1️⃣7.215\n"),
      (.raggedRow, "河段,溶解氧\n1️⃣上游,7.2,8\n"),
      (.missingValue, "河段,溶解氧\n1️⃣,7.2\n"),
      (.duplicateColumn, "河段,溶解氧,1️⃣溶解氧\n上游,7.2,7\n"),
      (.unclosedQuote, "河段,溶解氧\n1️⃣\"上游,7.2\n"),
    ] as [(DiagnosticCode, String)])
  func cells(code: DiagnosticCode, table: String) throws {
    let block = csv("file: rivers.csv\nlabel: 河段\nvalues: 溶解氧\ntitle: 图")
    let (content, diagnostics, _, marked) = try read(block, table: table)
    #expect(diagnostics.map(\.code) == [code], "\(diagnostics.map(\.message.en))")
    #expect(diagnostics.first?.place == marked)
    #expect(content == nil)
  }

  @Test("too many rows for bars are told, and a line takes them")
  func rows() throws {
    let table = "日,数\n" + (1...41).map { "第\($0)天,\($0)\n" }.joined()
    let lines = "file: rivers.csv\nlabel: 日\nvalues: 数\ntitle: 图"
    #expect(try read(csv(lines), table: table).diagnostics.map(\.code) == [.crowdedChart])
    #expect(try read(csv(lines + "\nkind: line"), table: table).diagnostics.isEmpty)
  }

  @Test("inside a list, places are those of the file")
  func indented() throws {
    let block = "- 一\n\n  ```chart\n  data: welfare-rates\n  year: 1️⃣2031\n  title: 图\n  ```\n"
    let (_, diagnostics, _, marked) = try read(block, table: "")
    #expect(diagnostics.map(\.place) == [marked])
  }

  @Test("a table beside the stories that no chart shows is a warning, and none while a block can't be read")
  func unused() throws {
    let (content, diagnostics, _, _) = try read("没有图。\n")
    #expect(diagnostics.map(\.code) == [.unusedFile] && content != nil)
    #expect(diagnostics.first?.path == "content/campaigns/rivers/rivers.csv")
    #expect(try read("```chart\ntitle: 图\n```\n").diagnostics.map(\.code) == [.missingKey])
  }

  @Test("campaigns, works and the page about the ledger take charts too")
  func everyPage() throws {
    var project = try Project.base()
    let block = "\n\n```chart\ndata: welfare-rates\nyear: 2025\ntitle: 达到\n```\n"
    for path in ["content/about.md", "content/works/w101.md", "content/campaigns/rivers/index.md"] {
      project.files[path, default: ""] += block
    }
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.message.en) == [])
    #expect(content?.charts.count == 3)
  }
}
