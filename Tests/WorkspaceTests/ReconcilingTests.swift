import Diagnostics
import Testing
import TinyWorkbooks

@testable import Reports
@testable import Scoring
@testable import Tables
@testable import Workspace

@Suite("Figures that a table states are held against the rules")
struct ReconcilingTests {
  private let records = "content/years/2025/records/b02"

  /// One theme day of 1 point and one and a half lectures of 2: the table says 2 where 3 are right, and sums to 3.
  private func project(rule: String? = nil) throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    let sheet = """
      日期,党员,项目,数量,事由,得分
      2025-03-10,li-na-2,theme-day,,三月党日,1
      2025-03-20,li-na-2,lecture,1.5,讲课,2
      合计,,,1.5,,3
      """
    try folder.write(records + ".xlsx", bytes: WrittenSheet(sheet).workbook(name: "3月").bytes)
    if let rule { try folder.write(records + ".yaml", rule) }
    return folder
  }

  private func stated(_ folder: TemporaryFolder) throws -> [Diagnostic.Severity] {
    try scoreProject(folder.path, asOf: nil).2.filter { $0.code == .statedFigure }.map(\.severity)
  }

  @Test("a difference warns, or bars where the rule of the table says that both must agree")
  func binding() throws {
    #expect(try stated(project()) == [.warning, .warning])
    #expect(try stated(project(rule: "表格:\n  - 核对: 提醒\n")) == [.warning, .warning])
    #expect(try stated(project(rule: "表格:\n  - 核对: 必须相符\n")) == [.error, .error])
    #expect(try stated(project(rule: "tables:\n  - reconcile: binding\n")) == [.error, .error])
  }

  @Test("--reconcile lists them all the same, and says what it compares with nothing")
  func listed() throws {
    for rule in [nil, "表格:\n  - 核对: 必须相符\n"] {
      let folder = try project(rule: rule)
      let (report, _, diagnostics) = try reconcileTables(project: folder.path)
      #expect(!diagnostics.contains { $0.code == .statedFigure } && !diagnostics.hasErrors)
      let text = try #require(report).render(as: .csv, in: .chinese).replacing("\r\n", with: "\n")
      let note = rule == nil ? "" : "binding"
      #expect(text.contains("b02.xlsx[3月]F3,得分,points,2.00,3.00,3.00,1,\(note)\n"), "\(text)")
      #expect(text.contains("b02.xlsx[3月]F4,合计,points,3.00,4.00,4.00,2,\(note)\n"), "\(text)")
      #expect(text.contains("b02.xlsx[3月]D4,合计,quantity,1.50,,,,not-compared\n"), "\(text)")
      let words = try #require(report).render(as: .table, in: .chinese)
      #expect(words.contains("表上的数 3 个，1 个与标准相符，2 个不符；另有 1 个没有核对"), "\(words)")
    }
  }

  @Test("two records whose day the sheet doesn't say are no near double; two of a stated day are")
  func completedDays() throws {
    for (sheet, rule, isNear) in [
      ("党员,项目,事由\nli-na-2,theme-day,党日\nli-na-2,theme-day,补一次", "表格:\n  - 默认: {日期: 月末}\n", false),
      ("日期,党员,项目,事由\n2025-03-31,li-na-2,theme-day,党日\n2025-03-31,li-na-2,theme-day,补一次", "表格:\n  - {}\n", true),
    ] {
      let folder = try SmallProject.folder()
      try folder.write(records + ".xlsx", bytes: WrittenSheet(sheet).workbook(name: "3月").bytes)
      try folder.write(records + ".yaml", rule)
      let (scored, _, diagnostics) = try scoreProject(folder.path, asOf: nil)
      #expect(try #require(scored, "\(diagnostics)").ledger.years[0].records.count == 7)
      #expect(diagnostics.contains { $0.code == .nearDouble } == isNear, "\(diagnostics)")
    }
  }
}
