import Diagnostics
@testable import Parsing
@testable import Reading
import Scoring
import Testing
import Texts

/// Hostile tables cost as much as they are long: work is counted, not timed, at one, two and four times a size.
@Suite("Growth")
struct GrowthTests {
  private struct Columns: TableColumns {
    var layout = TableLayout()
    let date, works: ColumnNumber

    init() {
      date = layout.add("date", "日期")
      works = layout.add("works", "工作", required: false)
    }
  }

  private func expectLinear(_ work: (Int) -> Int) {
    let (one, two, four) = (work(1), work(2), work(4))
    #expect(two <= 2 * one + 1000 && four <= 4 * one + 1000, "\(one), \(two), \(four)")
  }

  private func steps(_ text: String) -> (steps: Int, told: Int) {
    let bytes = Array(text.utf8)
    let findings = MistakeCollector(tree: SourceTree(files: [SourceFile(path: "content/a.csv", bytes: bytes)]))
    var steps = 0
    if var rows = TableRows(bytes, file: 0, layout: Columns().layout, findings: findings) {
      while rows.next() { for part in rows.list(Columns().works) { _ = part.place } }
      steps = rows.steps
    }
    return (steps, findings.all().reduce(0) { $0 + 1 + $1.further })
  }

  @Test("places in a list between bars are counted once over the cell")
  func lists() {
    expectLinear { size in
      steps("日期,工作\n2025-03-08," + (0..<5000 * size).map { "w\(100_000 + $0)" }.joined(separator: "|") + "\n").steps
    }
  }

  @Test("a list of one name over and over is that name once")
  func repeated() {
    let (_, told) = steps("日期,工作\n2025-03-08," + String(repeating: "w1|", count: 2000) + "\n")
    #expect(told == 1999)
  }

  @Test("a header of unknown names is told and counted, and each name is looked up once")
  func unknownColumns() {
    let names = (0..<50_000).map { "栏\($0)" }.joined(separator: ",")
    let (_, told) = steps("日期,\(names)\n")
    #expect(told == 50_000)
  }

  @Test("one table named by many charts is read once")
  func charts() throws {
    let text = "甲,乙\n" + (0..<100).map { "x\($0),\($0)\n" }.joined()
    let file = InputFile(index: 0, path: "content/campaigns/a/a.csv", bytes: Array(text.utf8), captures: [])
    let findings = MistakeCollector(tree: SourceTree(files: [SourceFile(path: file.path, bytes: file.bytes)]))
    let sheets = ChartSheets([file.path: file], findings: findings)
    for _ in 0..<3000 {
      let sheet = try #require(sheets.sheet(of: file))
      #expect(sheet.labels(ColumnNumber(0))?.names.count == 100)
      #expect(sheet.figures(ColumnNumber(1))?.count == 100)
    }
    #expect(sheets.rowsScanned == 100)
  }

  @Test("a number of a megabyte is refused by its first digits, and told in a short line")
  func digits() throws {
    var project = try Project.base()
    project.files["content/years/2025/records/b07.csv"] =
      "日期,党员,项目,数量\n2025-03-08,gao-yuan,lecture," + String(repeating: "9", count: 900_000) + "\n"
    let (_, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.code) == [.absurdNumber])
    #expect(diagnostics.allSatisfy { $0.message.zh.utf8.count < 600 })
  }
}
