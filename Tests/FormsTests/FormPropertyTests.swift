import Diagnostics
import Forms
import Parsing
import Scoring
import Sheets
import Testing
import Texts

/// What holds for any sheet.
@Suite struct FormPropertyTests {
  /// Numbers from a seed, the same on every machine.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  static let days = ["2025-03-01", "2025.3.9", "3月9日", "20250309", "1.1", "昨天", "", "#N/A"]
  static let names = ["王伟", "张静怡", "王伟、李明", "", "小计", "合计", "注：附件", "审核人：某某"]
  static let points = ["1", "1分", "+2", "－1", "半分", "", "三"]

  static func row(_ dice: inout Dice) -> [String] {
    switch dice.roll(8) {
    case 0: ["", "", "", ""]
    case 1: ["", "", "", points[dice.roll(points.count)]]
    case 2: ["小计", "", "", "3"]
    case 3: ["日期", "党员", "项目", "得分"]
    default:
      [days[dice.roll(days.count)], names[dice.roll(names.count)], "主题党日", points[dice.roll(points.count)]]
    }
  }

  static func sheet(_ rows: [[String]], titles: Int) -> WorkbookSheet {
    let all = [["2025年3月台账"], ["单位：党办"]].prefix(titles) + rows
    return WorkbookSheet(
      name: "三月", rows: Dictionary(uniqueKeysWithValues: all.enumerated().map { (Int32($0 + 1), $1) }))
  }

  @Test(arguments: 0..<200) func everyRowIsAccountedFor(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let rows = [["日期", "党员", "项目", "得分"]] + (0..<dice.roll(30)).map { _ in Self.row(&dice) }
    let findings = MistakeCollector()
    let formed = form(
      Self.sheet(rows, titles: dice.roll(3)), file: 0, by: nil, Office.context(Office.records), findings)
    let account = formed.account
    #expect(account.closes)
    #expect((formed.table?.rowCount ?? 1) - 1 == account.records)
    // A row is refused for a mistake that is told.
    #expect(account.refused == 0 || findings.all().contains { $0.severity == .error })
  }

  /// The order of columns says nothing.
  @Test(arguments: 0..<40) func columnsStandInAnyOrder(seed: Int) {
    var dice = Dice(state: UInt64(seed) + 1000)
    let rows = [["日期", "党员", "项目", "得分"]] + (0..<12).map { _ in Self.row(&dice) }
    var order = [0, 1, 2, 3]
    for index in 0..<3 { order.swapAt(index, index + dice.roll(4 - index)) }
    let turned = rows.map { row in order.map { row[$0] } }
    func texts(_ rows: [[String]]) -> [[String: String]] {
      form(Self.sheet(rows, titles: 1), file: 0, by: nil, Office.context(Office.records), MistakeCollector()).texts
        .map { $0.filter { $0.key != "@" } }
    }
    #expect(texts(rows) == texts(turned))
  }

  /// A plain sheet and its CSV say the same.
  @Test(arguments: 0..<40) func sheetAndTextSayTheSame(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) + 2000)
    let days = ["2025-03-01", "2025/3/9", "2025年3月9日"]
    let rows =
      [["日期", "党员", "项目", "得分"]]
      + (0..<12).map { _ in [days[dice.roll(3)], Self.names[dice.roll(3)], "主题党日", "\(dice.roll(9))"] }
    let formed = form(Self.sheet(rows, titles: 0), file: 0, by: nil, Office.context(Office.records), MistakeCollector())
    let bytes = Array(rows.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
    let layout = Office.records.layout
    func read(_ bytes: [UInt8], _ sheet: SheetTable?) throws -> [[String]] {
      let findings = MistakeCollector()
      var rows = try #require(TableRows(bytes, sheet: sheet, file: 0, layout: layout, findings: findings))
      var all: [[String]] = []
      while rows.next() {
        all.append([
          rows.day(ColumnNumber(0))?.description ?? "", rows.text(ColumnNumber(1)), rows.text(ColumnNumber(2)),
          rows.text(ColumnNumber(8)),
        ])
      }
      return all
    }
    let table = try #require(formed.table)
    #expect(try read(bytes, nil) == read(table.bytes, table))
  }
}
