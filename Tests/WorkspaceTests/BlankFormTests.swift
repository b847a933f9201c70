import Diagnostics
import Scoring
import Testing
import WorkbookWriting

@testable import Reports
@testable import Workspace

@Suite("Forms of a year, filled in and read back")
struct BlankFormTests {
  private typealias Row = [String: WrittenCell]

  private static let tables = [
    "years/2025/records/b01.csv", "years/2025/welfare/none.csv",
  ]

  private func forms() throws -> [BlankForm] { blankForms(try SmallProject.scored(), year: Ref(0)) }

  private func day(_ text: String) throws -> WrittenCell { .day(try reportDay(text).ordinal) }

  /// The form with rows in it, as a program saves it that keeps the other sheets.
  private func filled(_ form: BlankForm, _ rows: [Row]) throws -> [UInt8] {
    var sheet = try #require(form.workbook.sheets.first)
    let titles = sheet.columns.map(\.title)
    for row in rows { #expect(Set(row.keys).isSubset(of: titles)) }
    sheet.rows = rows.map { row in titles.map { row[$0] ?? .empty } }
    return WrittenWorkbook(title: form.workbook.title, sheets: [sheet] + form.workbook.sheets.dropFirst()).xlsx
  }

  /// Everything of the small project but its records and hours, and these beside it.
  private func ledger(_ others: [String: [UInt8]]) throws -> (ledger: Ledger, told: [String]) {
    let folder = try TemporaryFolder()
    for (path, text) in SmallProject.files where !Self.tables.contains(path) {
      try folder.write("content/" + path, text)
    }
    for (path, bytes) in others { try folder.write("content/years/2025/" + path, bytes: bytes) }
    let (scored, _, found) = try withExtendedLifetime(folder) { try scoreProject(folder.path, asOf: nil) }
    return (try #require(scored, "\(found.map(\.message.zh))").ledger, found.map(\.message.zh))
  }

  private func records(_ ledger: Ledger) -> [String] {
    let year = ledger.years[0]
    return year.records.map { record in
      let (member, item) = (ledger.roster.members[record.member], year.rulebook.items[record.item])
      return "\(record.day) \(member.key) \(item.key) \(record.quantity) \(ledger.notes[Int(record.note)])"
    }.sorted()
  }

  private func hours(_ ledger: Ledger) -> [String] {
    ledger.years[0].welfare.map { "\($0.day) \(ledger.roster.members[$0.member].key) \($0.minutes)" }.sorted()
  }

  @Test("rows filled in by name give the records and the hours that a table of ids gives, without a word")
  func filledIn() throws {
    let forms = try forms()
    let recordRows: [Row] = [
      ["日期": try day("2025-01-10"), "党员": .text("王伟"), "项目": .text("主题党日"), "事由": .text("一月党日")],
      ["日期": try day("2025-02-10"), "党员": .text("王伟"), "项目": .text("主题党日"), "事由": .text("二月党日")],
      ["日期": try day("2025-03-10"), "党员": .text("王伟"), "项目": .text("主题党日"), "事由": .text("三月党日")],
      [
        "日期": try day("2025-03-11"), "党员": .text("王伟"), "项目": .text("主讲"), "数量": .number("1.5"), "事由": .text("讲课"),
      ],
      // Two are called so: the branch says which.
      [
        "日期": try day("2025-04-10"), "党员": .text("李娜"), "支部": .text("光谱支部"), "项目": .text("主题党日"),
        "事由": .text("四月党日"),
      ],
    ]
    let hourRows: [Row] = [["日期": try day("2025-05-01"), "党员": .text("li-na-2"), "分钟": .number("90")]]
    let read = try ledger([
      forms[0].path: try filled(forms[0], recordRows), forms[1].path: try filled(forms[1], hourRows),
    ])
    let asTable = try ledger([
      "records/b01.csv": Array((SmallProject.files["years/2025/records/b01.csv"] ?? "").utf8),
      "welfare/a.csv": Array("date,member,minutes,note\n2025-05-01,li-na-2,90,\n".utf8),
    ])
    #expect(records(read.ledger).count == 5)
    #expect(records(read.ledger) == records(asTable.ledger))
    #expect(hours(read.ledger) == ["2025-05-01 li-na-2 90"])
    #expect(hours(read.ledger) == hours(asTable.ledger))
    #expect(read.told == asTable.told)
  }

  @Test("an empty form holds no record and gives no warning")
  func empty() throws {
    let read = try ledger(Dictionary(uniqueKeysWithValues: try forms().map { ($0.path, $0.workbook.xlsx) }))
    #expect(records(read.ledger) == [])
    #expect(hours(read.ledger) == [])
    let without = try ledger(["records/b01.csv": Array("date,member,item,quantity,note\n".utf8)])
    #expect(read.told == without.told)
  }

  @Test("people are offered by name, and by id where two share one; the list says who that is")
  func offered() throws {
    let lists = try #require(try forms().first?.workbook.sheets.first { $0.name == "选项" })
    #expect(lists.columns.prefix(2).map(\.title) == ["党员", "是谁"])
    #expect(
      lists.rows.map { Array($0.prefix(2)) } == [
        [.text("li-na"), .text("李娜（光谱支部）")], [.text("li-na-2"), .text("李娜（软件支部）")],
        [.text("王伟"), .text("王伟（光谱支部）")],
      ])
  }
}
