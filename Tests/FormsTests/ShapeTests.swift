import Diagnostics
import Forms
import Parsing
import Sheets
import Testing
import Texts

/// The shapes beside flow, each on a small sheet.
@Suite struct ShapeTests {
  private func read(_ name: String, _ rows: [[String]], _ rule: String, _ findings: MistakeCollector) throws
    -> FormedTable
  {
    let sheet = WorkbookSheet(
      name: name, rows: Dictionary(uniqueKeysWithValues: rows.enumerated().map { (Int32($0 + 1), $1) }))
    let file = try #require(Office.rules("表格:\n" + rule, findings))
    let formed = form(sheet, file: 0, by: file.rules(for: name)[0], Office.context(Office.records), findings)
    #expect(formed.account.closes)
    return formed
  }

  private func lines(_ formed: FormedTable, _ columns: String...) -> [String] {
    formed.texts.map { row in columns.map { row[$0] ?? "" }.joined(separator: " ") }
  }

  /// √ and points are records, 请假 and — are none, 迟到 is an error until the rule says what it is.
  @Test func matrix() throws {
    let rows = [["2025年3月"], ["姓名", "主题党日\n(1分/次)", "政治学习"], ["王伟", "√", "2"], ["李明", "请假", "—"], ["陈立", "迟到", ""]]
    let rule = "  - {形式: 矩阵, 列: {党员: 姓名}, 横列: {主题党日: 主题党日, 政治学习: {定为: {项目: 集中学习}, 每: 0.5}}, 默认: {日期: 月末}"
    let findings = MistakeCollector()
    let formed = try read("3月", rows, rule + "}", findings)
    let wanted = ["2025-03-31 王伟 主题党日 1 ", "2025-03-31 王伟 集中学习 4 2"]
    #expect(
      lines(formed, "date", "member", "item", "quantity", "points") == [
        wanted[0].replacingBytes(" 1 ", with: "  "), wanted[1],
      ])
    #expect(formed.completedDays.count == 2)
    #expect(formed.account.absences == ["请假": 1, "—": 1])
    #expect(findings.lines.count { $0.begins(with: "E unreadable-mark B5") } == 1)
    let said = try read("3月", rows, rule + ", 记号: {迟到: 不计}}", MistakeCollector())
    #expect(said.account.refused == 0 && said.account.idle == 2)
  }

  /// Names in a grid with their marks beside and behind them.
  @Test func roll() throws {
    let rows = [["姓名", "签到", "姓名", "签到"], ["王伟", "√", "李明", "请假"], ["陈立√", "", "任杰（请假）", ""]]
    let rule = "  - {形式: 点名, 列: {党员: 姓名}, 默认: {项目: 主题党日, 日期: 2025-03-13}}"
    let findings = MistakeCollector()
    let formed = try read("签到", rows, rule, findings)
    #expect(lines(formed, "date", "member", "item") == ["2025-03-13 王伟 主题党日", "2025-03-13 陈立 主题党日"])
    #expect(findings.all().isEmpty)
  }

  /// Two forms stacked, each with its person; an item without points is no record.
  @Test func blocks() throws {
    let form = { (name: String, points: String) in
      [["积分表（2025年3月）"], ["姓名：\(name)"], ["考核项目", "得分"], ["主题党日", points], ["获奖", ""], ["合计", points]]
    }
    let rule = "  - {形式: 单人表, 列: {党员: {表内: 姓名}, 项目: 考核项目, 得分: 得分}, 默认: {日期: 月末}}"
    let findings = MistakeCollector()
    let formed = try read("表", form("王伟", "1") + form("李明", "2"), rule, findings)
    #expect(lines(formed, "date", "member", "item", "points") == ["2025-03-31 王伟 主题党日 1", "2025-03-31 李明 主题党日 2"])
    #expect(formed.sums.map(\.value) == [1_000_000, 2_000_000])
    #expect(findings.all().isEmpty)
  }

  /// A summary gives assertions and no rows.
  @Test func summary() throws {
    let rows = [["姓名", "1月", "2月", "合计"], ["王伟", "4", "", "4"]]
    let formed = try read("汇总", rows, "  - {形式: 汇总, 列: {党员: 姓名}}", MistakeCollector())
    #expect(formed.texts.isEmpty)
    #expect(formed.sums.map(\.scope) == [.person("王伟", month: 1), .person("王伟", month: nil)])
  }

  /// What isn't understood is told once, with its place.
  @Test func mistakesOfHeaders() throws {
    let findings = MistakeCollector()
    _ = try read("甲", [["台账"], ["日期", "党员", "项目", "心情"], ["2025-03-01", "王伟", "获奖", "好"]], "  - {形式: 流水}", findings)
    #expect(findings.lines.map { String($0.unicodeScalars.prefix(19)) } == ["E unknown-column D2"])
    let none = MistakeCollector()
    _ = try read("甲", [["一", "二"], ["三", "四"]], "  - {形式: 流水}", none)
    #expect(none.all().map(\.code) == [.noHeader])
    let unused = MistakeCollector()
    let file = try #require(Office.rules("表格: [{工作表: 四月, 跳过: 没有}]", unused))
    file.reportUnused(sheets: ["3月"], unused)
    #expect(unused.all().map(\.code) == [.unusedTableRule])
  }

  @Test func unknownKeysOfRules() {
    let findings = MistakeCollector()
    _ = Office.rules("表格: [{工作表: 3月, 列名: {党员: 姓名}}]", findings)
    #expect(findings.all().map(\.code) == [.unknownKey])
  }
}
