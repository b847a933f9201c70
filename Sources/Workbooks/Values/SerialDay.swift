/// A number of days as a day and a time of day.
struct SerialDay: Equatable {
  /// Whole days since the workbook's beginning.
  let days: Int
  /// 0 to 86 399; rounded, since a clock time is a fraction that no decimal is.
  let seconds: Int

  /// `nil` for a number below zero, and beyond any day.
  init?(_ number: StoredDecimal) {
    guard !number.isNegative, let total = secondsOf(number) else { return nil }
    (days, seconds) = total.quotientAndRemainder(dividingBy: 86_400)
  }
}

/// A number of days in seconds, without its sign; `nil` beyond ten million days.
func secondsOf(_ number: StoredDecimal) -> Int? {
  if number.mantissa == 0 { return 0 }
  var (mantissa, exponent) = (number.mantissa, number.exponent)
  while exponent > 0 {
    guard mantissa < 10_000_000 else { return nil }
    mantissa *= 10
    exponent -= 1
  }
  // A day has 86 400 000 000 000 nanoseconds: further digits are none of a second.
  while exponent < -14 {
    mantissa = (mantissa + 5) / 10
    exponent += 1
  }
  let unit = (0..<(-exponent)).reduce(UInt64(1)) { power, _ in power * 10 }
  let (days, rest) = mantissa.quotientAndRemainder(dividingBy: unit)
  guard days < 10_000_000 else { return nil }
  return Int(days) * 86_400 + Int((rest * 86_400 + unit / 2) / unit)
}

/// From which day a workbook counts.
enum DayCount: Sendable {
  /// Day 1 is 1 January 1900, and a 29 February 1900 that never was is day 60.
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904

  /// Year, month and day; `nil` for what is no day.
  func day(_ days: Int) -> (year: Int, month: Int, day: Int)? {
    switch self {
    case .from1900:
      guard days >= 1, days != 60, days <= 2_958_465 else { return nil }
      return civil(days + (days < 60 ? 1 : 0) - 25_569)
    case .from1904:
      guard days >= 0, days <= 2_957_003 else { return nil }
      return civil(days - 24_107)
    }
  }

  /// - Parameter days: since 1 January 1970, in the Gregorian calendar.
  private func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension [UInt8] {
  mutating func append(_ number: Int, digits: Int) {
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while unit <= number / 10 { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  /// `2025-03-08`.
  mutating func append(day: (year: Int, month: Int, day: Int)) {
    append(day.year, digits: 4)
    append(UInt8(ascii: "-"))
    append(day.month, digits: 2)
    append(UInt8(ascii: "-"))
    append(day.day, digits: 2)
  }

  /// `14:30:00`; more than a day's hours are of a duration.
  mutating func append(clock seconds: Int) {
    append(seconds / 3_600, digits: 2)
    append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, digits: 2)
    append(UInt8(ascii: ":"))
    append(seconds % 60, digits: 2)
  }
}
