/// A calendar day, proleptic Gregorian, without clock or zone.
package struct Day: Hashable, Comparable, Sendable {
  /// `year * 10000 + month * 100 + day`: orders as days do.
  package let packed: Int32

  package var year: Int { Int(packed) / 10000 }
  package var month: Int { Int(packed) / 100 % 100 }
  package var day: Int { Int(packed) % 100 }
  package var yearMonth: YearMonth { YearMonth(packed: packed / 100) }

  /// `nil` where the calendar has no such day (2025-02-30), or outside the years 1900 to 2199.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      day >= 1, day <= YearMonth.length(year: year, month: month)
    else { return nil }
    packed = Int32(year * 10000 + month * 100 + day)
  }

  init(packed: Int32) { self.packed = packed }

  package static func < (a: Day, b: Day) -> Bool { a.packed < b.packed }

  /// Days since 1970-01-01.
  package var ordinal: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package init(ordinal: Int) {
    let z = ordinal + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    packed = Int32(year * 10000 + month * 100 + day)
  }

  package func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

  /// The same day a year earlier; the 28th of February for the 29th.
  package var yearEarlier: Day { Day(year: year - 1, month: month, day: day) ?? adding(days: -366) }

  /// 0 for Monday to 6 for Sunday.
  package var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2025-03-08`.
  package var description: String { String(year) + "-" + twoDigits(month) + "-" + twoDigits(day) }
  /// `03-08`, for tables whose year stands elsewhere.
  package var monthDay: String { "\(twoDigits(month))-\(twoDigits(day))" }
}

package struct YearMonth: Hashable, Comparable, Sendable {
  /// `year * 100 + month`.
  package let packed: Int32
  package var year: Int { Int(packed) / 100 }
  package var month: Int { Int(packed) % 100 }

  init(packed: Int32) { self.packed = packed }

  package init?(year: Int, month: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    packed = Int32(year * 100 + month)
  }

  package static func < (a: YearMonth, b: YearMonth) -> Bool { a.packed < b.packed }

  package var next: YearMonth { YearMonth(packed: month == 12 ? packed + 89 : packed + 1) }
  package var firstDay: Day { Day(packed: packed * 100 + 1) }
  package var lastDay: Day { Day(packed: packed * 100 + Int32(Self.length(year: year, month: month))) }

  static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension YearMonth: CustomStringConvertible {
  package var description: String { "\(year)-\(twoDigits(month))" }
}

/// First and last day, both included.
package struct Period: Hashable, Sendable {
  package let first: Day
  package let last: Day

  package init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The calendar months the period touches, in order.
  package var months: [YearMonth] {
    var months: [YearMonth] = []
    var month = first.yearMonth
    while month <= last.yearMonth {
      months.append(month)
      month = month.next
    }
    return months
  }

  /// The period cut off after `day`; `nil` if it has not begun by then.
  package func until(_ day: Day) -> Period? {
    day < first ? nil : Period(first: first, last: min(day, last))
  }
}

private func twoDigits(_ n: Int) -> String { n < 10 ? "0" + String(n) : String(n) }
