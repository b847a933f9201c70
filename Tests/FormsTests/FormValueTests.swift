@testable import Forms
import Scoring
import Sheets
import Testing

@Suite struct FormValueTests {
  let scene = DayScene(
    month: 3, year: 2025,
    period: Day(year: 2024, month: 12, day: 1).flatMap { first in
      Day(year: 2025, month: 11, day: 30).map { Period(first: first, last: $0) }
    })

  @Test(arguments: [
    ("2025-03-09", "2025-03-09"), ("2025.3.9", "2025-03-09"), ("2025/3/9", "2025-03-09"), ("２０２５年３月９日", "2025-03-09"),
    ("20250309", "2025-03-09"), ("3月9日", "2025-03-09"), ("3.9", "2025-03-09"), ("9日", "2025-03-09"),
    ("2025-03-05 14:02:11", "2025-03-05"), ("2025-03-05T14:02:11", "2025-03-05"), ("3月9日（周日）", "2025-03-09"),
    // A year from December on: the twelfth month is the year before.
    ("12月28日", "2024-12-28"),
  ])
  func daysAsTheyAreWritten(text: String, day: String) {
    #expect(DayText(.text, text).map { scene.days($0).map(\.description) } == [day])
  }

  @Test(arguments: ["3-5", "3月9日-11日", "3.15-3.17", "昨天", "2025-02-30", "45761", "13月1日", "3月9日、10日"])
  func noDays(text: String) { #expect((DayText(.text, text).map { scene.days($0) } ?? []).isEmpty) }

  /// Numbers lose their last zero: 1.1 is the 1st or the 10th, 2.3 can't be the 30th, 1.9 is the 9th alone.
  @Test func daysAsNumbers() {
    func days(_ text: String) -> [String] { DayText(.number, text).map { scene.days($0).map(\.description) } ?? [] }
    #expect(days("1.1") == ["2025-01-01", "2025-01-10"])
    #expect(days("2.3") == ["2025-02-03"])
    #expect(days("1.9") == ["2025-01-09"])
    #expect(days("1.15") == ["2025-01-15"])
    #expect(days("45761").isEmpty)
    #expect(DayText(.number, "2011.07") == .month(year: 2011, month: 7))
    // 2011.10 is stored so.
    #expect(DayText(.number, "2011.1") == nil)
  }

  @Test(arguments: [
    ("1.5", 90), ("2小时", 120), ("90分钟", 90), ("1:30", 90), ("01:30:00", 90), ("1小时30分", 90), ("1.33", 80),
    ("2.25小时", 135),
    ("0.75", 45), ("１.５", 90), ("1.5h", 90),
  ])
  func times(text: String, minutes: Int64) {
    #expect((try? readMinutes(.text, text, unit: .hours).get()) == minutes)
  }

  /// 26:30 is 1.104166… days: under `[h]:mm` a duration, under `h:mm` half past two of the first day that is counted; 61 days
  /// and a half are noon on 1 March, since spreadsheets count a 29 February 1900.
  @Test(arguments: [
    (CellKind.duration, "26:30:00", 1_590 as Int64?), (.dayTime, "1900-01-01T02:30:00", 1_590),
    (.dayTime, "1904-01-02T02:30:00", 1_590), (.dayTime, "1900-03-01T12:00:00", 61 * 1_440 + 720),
    (.dayTime, "2025-03-08T14:30:00", nil), (.text, "1900-01-01T02:30:00", nil),
  ])
  func sumsOfHours(kind: CellKind, text: String, minutes: Int64?) {
    #expect((try? readMinutes(kind, text, unit: .hours).get()) == minutes)
  }

  /// 1.34 hours round to no whole minutes.
  @Test(arguments: ["半天", "1.34", "", "1:75", "-1", "约2小时"])
  func noTimes(text: String) { #expect((try? readMinutes(.text, text, unit: .hours).get()) == nil) }

  @Test func timesWithoutUnit() { #expect((try? readMinutes(.text, "90", unit: nil).get()) == nil) }

  @Test(arguments: [
    ("1", 1_000_000), ("1分", 1_000_000), ("+1", 1_000_000), ("1.0", 1_000_000), ("１", 1_000_000), ("－1", -1_000_000),
    ("1 分", 1_000_000), ("1,200.5", 1_200_500_000), ("−2", -2_000_000),
  ])
  func numbers(text: String, millionths: Int64) { #expect(FormNumber(text)?.millionths == millionths) }

  @Test(arguments: ["", "分", "1.2.3", "1-2", "a1", "1,2", "1/2", "十"])
  func noNumbers(text: String) { #expect(FormNumber(text) == nil) }

  @Test(arguments: [
    ("1月", nil, 1), ("2025年2月 ", 2025, 2), ("3月(新表)", nil, 3), ("台账（2025年十二月）", 2025, 12), ("2025.03", 2025, 3),
  ])
  func monthsOfSheets(text: String, year: Int?, month: Int?) {
    #expect(NamedMonth(text).year == year && NamedMonth(text).month == month)
  }

  /// A day isn't the sheet's month, nor are three months.
  @Test(arguments: ["填报日期：2025.2.5", "2025年4月7日—4月11日", "1-3月", "2025年第一季度", "党员"])
  func noMonthsOfSheets(text: String) { #expect(NamedMonth(text).month == nil) }

  @Test func patterns() {
    #expect(FormPattern("<数>学时").capture(in: "专题读书班4学时") == "4")
    #expect(FormPattern("<数>学时").capture(in: "12.5 学时，另2学时") == "12.5")
    #expect(FormPattern("（<字>党支部）").capture(in: "台账(研发一党支部)") == "研发一")
    #expect(FormPattern("公司级*").matches("公司级优秀共产党员"))
    #expect(!FormPattern("公司级").matches("公司级优秀"))
    #expect(FormPattern("3月*").matches("3月(新表)"))
  }
}
