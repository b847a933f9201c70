import Diagnostics
import Forms
import Parsing
import Sheets
import Testing
import Texts
import Sheets
import Workbooks

/// Ledgers with a row for each thing, as the office keeps them.
@Suite struct FlowTests {
  static let rule = """
    表格:
      - 工作表: [1月, 2025年2月]
        列:
          党员: 党员姓名
          支部: 支部名称
          日期: 日期
          项目: 积分项目
          事由: 事由
          得分: {加: 加分, 减: 扣分}
          数量: {取自: 事由, 形如: "<数>学时"}
          级别: {取自: 事由, 对照: {公司级*: 公司, 市级*: 市, 省级*: 省}}
        行合计: 得分
        不取列: {备注: 只是提醒}
        不取行: {备注=作废: 作废}
    """

  static func read(_ sheet: Int, _ findings: MistakeCollector) throws -> FormedTable {
    let book = try Office.workbook("积分登记台账.xlsx")
    let rule = Office.rules(rule, findings)?.tables[0]
    return form(book.sheets[sheet], file: 0, by: rule, Office.context(Office.records, book), findings)
  }

  /// 149 rows = 148 records + 1 left out, beside six subtotals, a total and two lines of signatures and remarks.
  @Test func accountsForEveryRow() throws {
    let findings = MistakeCollector()
    let account = try Self.read(0, findings).account
    #expect(account.closes)
    #expect((account.rows, account.taken, account.records) == (158, 148, 148))
    #expect((account.subtotals, account.totals, account.notes) == (6, 1, 2))
    #expect(account.leftOut == ["作废": 1])
    #expect(findings.all().allSatisfy { $0.severity == .warning })
  }

  /// Eight styles of days: `D5`…`D12` of the sheet are all the 9th of January.
  @Test func daysInEightStyles() throws {
    let rows = try Self.read(0, MistakeCollector()).texts
    #expect(Set(rows[0..<10].map { $0["date"] }) == ["2025-01-09"])
  }

  /// `D26` holds 1.2, which other rows of the same meeting show to be the 20th.
  @Test func lostZeroIsShownByTheAffair() throws {
    let findings = MistakeCollector()
    let rows = try Self.read(0, findings).texts
    #expect(rows[21]["date"] == "2025-01-20")
    #expect(findings.lines.contains { $0.begins(with: "W completed-day D26") && $0.holds("D22") })
  }

  /// A subtotal is of the rows since the last, the total of all.
  @Test func statedSums() throws {
    let sums = try Self.read(0, MistakeCollector()).sums.filter { $0.label != "得分" }
    #expect(sums.map(\.value) == [35_500_000, 29_500_000, 32_000_000, 29_000_000, 26_000_000, 18_000_000, 170_000_000])
    #expect(sums[1].scope == .rows(33...58))
    #expect(sums[6].scope == .rows(5...159))
  }

  /// A branch merged down over its rows is every row's, and several people of a cell are left to who reads it.
  @Test func mergedBranchAndSeveralPeople() throws {
    let rows = try Self.read(1, MistakeCollector()).texts
    #expect(rows.count == 50)
    #expect(rows[8]["member"] == "全体党员（沈佳𬭎请假）")
    #expect(rows[17]["branch"] == "研发第二党支部")
    #expect(rows[5]["quantity"] == "4")
    #expect(rows[1]["level"] == "公司")
  }
}
