import Testing

import Sheets
@testable import Workbooks

@Suite("Whether a number is a day says its format")
struct FormatTests {
  private func shape(_ code: String, _ stored: String = "45724.5") throws -> NumberShape {
    let number = try #require(Array(stored.utf8).withUnsafeBufferPointer { StoredDecimal($0) })
    return numberFormat(code: code).shape(of: number)
  }

  @Test(
    "custom codes, as Excel and WPS write them",
    arguments: [
      ("yyyy\"年\"m\"月\"d\"日\"", NumberShape.day), ("yyyy年m月d日", .day), ("[$-804]yyyy\"年\"m\"月\"", .day),
      ("[$-804]aaaa;@", .day), ("aaa", .day), ("\"星期\"aaa", .day), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .day),
      ("yyyy/m/d;@", .day), ("m/d", .day), ("mmm-yy", .day), ("e\"年\"m\"月\"", .day),
      ("[DBNum1][$-804]m\"月\"d\"日\"", .day),
      ("mm", .day), ("[红色]yyyy-mm-dd", .day), ("yyyy\\-mm\\-dd", .day), ("d", .day),
      ("yyyy/m/d h:mm", .dayTime), ("yyyy-mm-dd\\ hh:mm:ss", .dayTime), ("[$-409]m/d/yy h:mm AM/PM;@", .dayTime),
      ("h:mm", .time), ("hh\"时\"mm\"分\"ss\"秒\"", .time), ("上午/下午h\"时\"mm\"分\"", .time), ("mm:ss", .time),
      ("mm:ss.0", .time),
      ("h:mm AM/PM", .time), ("[$-F400]h:mm:ss\\ AM/PM", .time),
      ("[h]:mm", .duration), ("[hh]:mm:ss", .duration), ("[mm]", .duration), ("[s]", .duration),
      ("General", .number), ("G/通用格式", .number), ("0", .number), ("#,##0.00", .number), ("0.00E+00", .number),
      ("0\"d\"", .number), ("0\\m", .number), ("0_d", .number), ("0*y", .number), ("0!h", .number), ("[Red]0", .number),
      ("[$¥-804]#,##0.00;[Red]\\-#,##0.00", .number), ("@", .number), ("\"yyyy\"0", .number), ("0\"年\"", .number),
      ("0.0 \"小时\"", .number), ("", .number), ("\"", .number), ("[", .number), ("\\", .number),
    ])
  func codes(code: String, expected: NumberShape) throws { #expect(try shape(code) == expected) }

  @Test("a section behind a semicolon is for negative numbers, the third for zero, a condition for what it names")
  func sections() throws {
    #expect(try shape("0;yyyy-mm-dd", "5") == .number)
    #expect(try shape("0;yyyy-mm-dd", "-5") == .day)
    #expect(try shape("yyyy-mm-dd;0;\"无\"", "0") == .number)
    #expect(try shape("yyyy-mm-dd;0", "0") == .day)
    #expect(try shape("[<1]h:mm;yyyy-mm-dd", "0.5") == .time)
    #expect(try shape("[<1]h:mm;yyyy-mm-dd", "45724") == .day)
    #expect(try shape("[>=100]0;yyyy-mm-dd", "99") == .day)
  }

  @Test("the formats that are built in, those of the East Asian editions among them")
  func builtIn() {
    let days = [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
    let times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]
    for id in 0...200 {
      let expected: NumberShape =
        days.contains(id) ? .day : times.contains(id) ? .time : id == 22 ? .dayTime : id == 46 ? .duration : .number
      #expect(builtInFormat(id) == NumberFormat(expected), "\(id)")
    }
  }

  private func said(_ stored: String, _ shape: NumberShape, _ days: DayCount = .from1900) -> String {
    var out: [UInt8] = []
    let kind = Array(stored.utf8).withUnsafeBufferPointer {
      writeNumber($0, shownAs: NumberFormat(shape), counting: days, to: &out)
    }
    return "\(kind) \(String(decoding: out, as: UTF8.self))"
  }

  @Test("days of 1900 with the leap day that never was, and of 1904")
  func days() {
    #expect(said("1", .day) == "day 1900-01-01")
    #expect(said("59", .day) == "day 1900-02-28")
    #expect(said("60", .day) == "noSuchDay 60")
    #expect(said("61", .day) == "day 1900-03-01")
    #expect(said("45724", .day) == "day 2025-03-08")
    #expect(said("45351", .day) == "day 2024-02-29")
    #expect(said("2958465", .day) == "day 9999-12-31")
    #expect(said("2958466", .day) == "noSuchDay 2958466")
    #expect(said("0", .day) == "noSuchDay 0")
    #expect(said("-1", .day) == "noSuchDay -1")
    #expect(said("0", .day, .from1904) == "day 1904-01-01")
    #expect(said("44262", .day, .from1904) == "day 2025-03-08")
    #expect(said("1E+300", .day) == "noSuchDay 1E+300")
  }

  @Test("a clock time is the nearest second, and isn't lost under a format that hides it")
  func times() {
    #expect(said("0.60416666666666663", .time) == "time 14:30:00")
    #expect(said("0", .time) == "time 00:00:00")
    #expect(said("45724.604166666664", .dayTime) == "dayTime 2025-03-08T14:30:00")
    #expect(said("45724.604166666664", .day) == "dayTime 2025-03-08T14:30:00")
    #expect(said("45724", .dayTime) == "dayTime 2025-03-08T00:00:00")
    // A third of a second before midnight.
    #expect(said("45723.999996", .day) == "day 2025-03-08")
    #expect(said("0.5", .dayTime) == "time 12:00:00")
    #expect(said("1.1041666666666667", .duration) == "duration 26:30:00")
    #expect(said("-0.0625", .duration) == "duration -01:30:00")
    #expect(said("100", .duration) == "duration 2400:00:00")
  }

  @Test(
    "cells of type d",
    arguments: [
      ("2025-03-08", "day 2025-03-08"), ("2025-03-08T14:30:00Z", "dayTime 2025-03-08T14:30:00"),
      ("2025-03-08T14:30:00.250", "dayTime 2025-03-08T14:30:00"), ("2025-03-08T14:30", "dayTime 2025-03-08T14:30:00"),
      ("T14:30:00", "time 14:30:00"), ("14:30:00", "time 14:30:00"), ("2025-02-29", nil), ("2025-13-01", nil),
      ("2025-03-08T25:00:00", nil), ("2025-03-08X", nil), ("", nil), ("2025", nil),
      ("2025-03-08T14:30:00+08:00", "dayTime 2025-03-08T14:30:00"),
    ])
  func iso(stored: String, expected: String?) {
    var out: [UInt8] = []
    let kind = Array(stored.utf8).withUnsafeBufferPointer { writeISO($0, to: &out) }
    #expect(kind.map { "\($0) \(String(decoding: out, as: UTF8.self))" } == expected)
  }
}
