import Diagnostics
import Scoring
import Testing

@testable import Reading

/// The table 更正: whose record, and what should stand.
@Suite("Corrections that say what should stand")
struct CorrectionTableTests {
  private static let year = "content/years/2025"
  private static let plain = [
    "日期,党员,项目,数量,级别,事由,记录号,更正", "2025-03-08,zhou-jingyi,theme-day,,,三月主题党日,,",
    "2025-03-20,zhou-jingyi,lecture,2,,讲标样配制,r-1,", "2025-06-30,gao-yuan,award,,市,质量改进奖,r-2,",
  ]
  private static let byID = [
    "2025-04-21,zhou-jingyi,lecture,-1,,多记一次,,r-1", "2025-07-02,gao-yuan,award,-1,,已撤销,,r-2",
  ]

  private func project(_ records: [String], _ corrections: [String] = []) throws -> Project {
    var project = try Project.base()
    project.lay(["\(Self.year)/records/b07.csv": records.joined(separator: "\n") + "\n"])
    if !corrections.isEmpty { project.lay(["\(Self.year)/corrections.csv": Self.table(corrections)]) }
    return project
  }

  private static func table(_ rows: [String]) -> String {
    (["日期,更正,党员,原日期,项目,应为,事由"] + rows).joined(separator: "\n") + "\n"
  }

  /// What a year's records say, but for their places.
  private func ledger(_ project: Project) throws -> [String] {
    let (content, diagnostics, _, _) = project.read()
    let ledger = try #require(content, "\(diagnostics.map(\.message.en))").ledger
    let book = score(ledger).0.years[0]
    let total = ledger.roster.members.indices.map { "\(book.total(of: Ref<Member>($0), asOf: ledger.asOf))" }
    return ledger.years[0].records.map { record in
      "\(record.day) \(record.member.index) \(record.item.index) \(record.quantity) \(record.level) "
        + "\(ledger.notes[Int(record.note)]) \(record.corrects.map { "\($0)" } ?? "-")"
    } + total
  }

  @Test(
    "by place, by member, day and item, and by id: the same ledger as a record that corrects",
    arguments: [
      ("records/b07.csv:3", "records/b07.csv:4"), ("", ""),
      ("content/years/2025/records/b07.csv：3", "years/2025/records/b07.csv:4"), ("r-1", "r-2"),
    ])
  func same(first: String, second: String) throws {
    let expected = try ledger(try project(Self.plain + Self.byID))
    let rows = [
      "2025-04-21,\(first),周静怡,2025-03-20,主讲,1,多记一次", "2025-07-02,\(second),高远,2025-06-30,获奖,作废,已撤销",
    ]
    #expect(try ledger(try project(Self.plain, rows)) == expected)
    // The table may say the later first.
    let turned = try ledger(try project(Self.plain, rows.reversed()))
    #expect(turned == expected)
    #expect(expected.contains("2025-04-21 2 1 -1.00 0 多记一次 1"))
  }

  @Test("an id alone is enough")
  func identified() throws {
    let rows = ["2025-04-21,r-1,,,,1,多记一次", "2025-07-02,r-2,,,,0,已撤销"]
    #expect(try ledger(try project(Self.plain, rows)) == (try ledger(try project(Self.plain + Self.byID))))
  }

  @Test("a sheet 更正 of the workbook says it by the cells of the other sheets")
  func sheet() throws {
    var project = try project(["日期,党员,项目,事由"])
    project.lay([
      "\(Self.year)/records/b07.csv": "",
      "\(Self.year)/records/台账.xlsx[3月]": "三月台账\n" + Self.plain.joined(separator: "\n") + "\n",
      "\(Self.year)/records/台账.xlsx[更正]":
        Self.table([
          "2025-04-21,records/台账.xlsx[3月]A4,周静怡,2025-03-20,主讲,1,多记一次",
          "2025-07-02,records/台账.xlsx[3月]d5,高远,2025-06-30,获奖,作废,已撤销",
        ]),
    ])
    #expect(try ledger(project) == (try ledger(try self.project(Self.plain + Self.byID))))
  }

  @Test("of several corrections each is of what the one before left")
  func successive() throws {
    let records = Self.plain.prefix(1) + ["2025-03-20,zhou-jingyi,lecture,3,,讲标样配制,,"]
    let rows = ["2025-06-01,,周静怡,2025-03-20,主讲,0.5,又改", "2025-05-01,,周静怡,2025-03-20,主讲,2,改"]
    let found = try project(Array(records), rows).read().content?.ledger.years[0].records.map { "\($0.quantity)" }
    #expect(found == ["3.00", "-1.00", "-1.50"])
  }

  @Test(
    "a place whose rows have moved, a row of two that fit and one of none are mistakes that say where records stand")
  func moved() throws {
    func mistake(_ records: [String], _ row: String) throws -> Diagnostic? {
      let found = try project(records, [row]).read().diagnostics
      #expect(found.map(\.code) == [.correctionPlace], "\(found.map(\.message.en))")
      return found.first
    }
    let down = [Self.plain[0], Self.plain[3], Self.plain[1], Self.plain[2]]
    let moved = try mistake(down, "2025-04-21,records/b07.csv:3,周静怡,2025-03-20,主讲,1,多记一次")
    #expect(moved?.remedy.en == "Write under `corrects`: content/years/2025/records/b07.csv:4")
    let twice = Self.plain + ["2025-03-20,zhou-jingyi,lecture,1,,晚上又讲,,"]
    let two = try mistake(twice, "2025-04-21,,周静怡,2025-03-20,主讲,1,多记一次")
    #expect(two?.message.en == "2 records are “周静怡 2025-03-20 主讲”")
    let none = try mistake(Self.plain, "2025-04-21,,周静怡,2025-03-21,主讲,1,多记一次")
    #expect(none?.message.en == "there is no record “周静怡 2025-03-21 主讲”")
  }

  @Test("what says nothing new, or more than the record's item gives, is a mistake")
  func idle() throws {
    func codes(_ row: String) throws -> [DiagnosticCode] {
      try project(Self.plain, [row]).read().diagnostics.map(\.code)
    }
    #expect(try codes("2025-04-21,r-1,,,,2,没有变") == [.zeroQuantity])
    #expect(try codes("2025-04-21,r-1,,,,,空着") == [.missingValue])
    #expect(try codes("2025-07-02,r-2,,,,2,加一次") == [.quantityNotUsed])
    #expect(try codes("2025-03-19,r-1,,,,1,早了") == [.datesOutOfOrder])
    #expect(try codes("2025-04-21,r-1,高远,,,1,不是他的") == [.unknownRecord])
    #expect(try codes("2025-04-21,r-9,,,,1,没有这个号") == [.unknownRecord])
  }
}
