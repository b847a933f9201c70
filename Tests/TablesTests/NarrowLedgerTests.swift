import Diagnostics
import Scoring
import Testing

@testable import Tables

@Suite("An account in a narrow window")
struct NarrowLedgerTests {
  private let account = DataTable(
    columns: [
      .word("date", zh: "日期", en: "Date"), .number("base", zh: "规定", en: "Base"),
      .number("optional", zh: "自选", en: "Optional"), .number("capped", zh: "封顶未计", en: "Capped"),
      .number("running", zh: "累计", en: "Running"), .word("reason", zh: "事由", en: "Reason"),
      .word("rule", zh: "规则", en: "Rule"), .word("record", zh: "记录", en: "Record"),
    ],
    rows: [
      [
        .text("2025-01-09"), .number("1.00"), .none, .number("0.50"), .number("11.00"), .text("政治学习，党章专题测试合格（3学时）"),
        .text("content/years/2025/rulebook.yaml:8"), .text("content/years/2025/records/b10-q1.csv:8"),
      ],
      [
        .text("2025-01-10"), .none, .number("2.00"), .none, .number("13.00"), .text("值守"),
        .text("content/years/2025/rulebook.yaml:9"), .text("content/years/2025/records/b10-q1.csv:14"),
      ],
    ])

  @Test("stands in pairs of lines, none wider than the window, and no mark that closes begins one")
  func pairs() {
    let shown = account.narrowLedger(in: .chinese, columns: 62) ?? ""
    #expect(
      shown == """
        文件在 content/years/2025/
        日期        得分   累计  事由
        2025-01-09  1.00  11.00  政治学习，党章专题测试合格（3学时）
                    规定 · 封顶未计 0.50 · rulebook.yaml:8 ·
                    records/b10-q1.csv:8
        2025-01-10  2.00  13.00  值守
                    自选 · rulebook.yaml:9 · records/b10-q1.csv:14

        """)
    let narrower = account.narrowLedger(in: .chinese, columns: 59) ?? ""
    #expect(narrower.contains("（3学\n                         时）\n"))
  }

  @Test("a window that has room, and a table that is no account, stay as they are")
  func room() {
    #expect(account.narrowLedger(in: .chinese, columns: 200) == nil)
    #expect(account.dropping("record").narrowLedger(in: .chinese, columns: 20) == nil)
  }
}
