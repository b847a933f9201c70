import Sheets

/// A number with the format it is shown in → what it says, and the text of that.
func writeNumber(
  _ bytes: UnsafeBufferPointer<UInt8>, shownAs format: NumberFormat, counting days: DayCount, to out: inout [UInt8]
) -> CellKind {
  let bytes = trimmed(bytes)
  if format.isPlain, isWhole(bytes) {
    out += bytes
    return .number
  }
  guard let number = StoredDecimal(bytes) else {
    out += bytes
    return .unreadable
  }
  switch format.shape(of: number) {
  case .number:
    number.write(to: &out)
    return .number
  case .duration:
    guard let seconds = secondsOf(number) else { return noSuchDay(number, &out) }
    if number.isNegative, seconds > 0 { out.append(UInt8(ascii: "-")) }
    out.append(clock: seconds)
    return .duration
  case .time: return writeMoment(number, hasDay: false, hasTime: true, days, &out)
  case .day: return writeMoment(number, hasDay: true, hasTime: false, days, &out)
  case .dayTime: return writeMoment(number, hasDay: true, hasTime: true, days, &out)
  }
}

/// What the format leaves out and the number has all the same isn't lost: a day with a clock time is told with it.
private func writeMoment(
  _ number: StoredDecimal, hasDay: Bool, hasTime: Bool, _ count: DayCount, _ out: inout [UInt8]
) -> CellKind {
  guard let moment = SerialDay(number) else { return noSuchDay(number, &out) }
  if moment.days == 0, hasTime, !hasDay || count == .from1900 {
    out.append(clock: moment.seconds)
    return .time
  }
  guard let day = count.day(moment.days) else { return noSuchDay(number, &out) }
  out.append(day: day)
  guard moment.seconds > 0 || hasTime else { return .day }
  out.append(UInt8(ascii: "T"))
  out.append(clock: moment.seconds)
  return .dayTime
}

private func noSuchDay(_ number: StoredDecimal, _ out: inout [UInt8]) -> CellKind {
  number.write(to: &out)
  return .noSuchDay
}

/// Without the blanks that XML lets stand around a number.
func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var (start, end) = (0, bytes.count)
  while start < end, isXMLBlank(bytes[start]) { start += 1 }
  while end > start, isXMLBlank(bytes[end - 1]) { end -= 1 }
  return UnsafeBufferPointer(rebasing: bytes[start..<end])
}

func isXMLBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

/// A cell of type `d`, which says its day as ISO 8601 does: `2025-03-08`, `2025-03-08T14:30:00.000Z`, `T14:30:00`. The
/// zone isn't reckoned with, since a table has none.
/// - Returns: `nil` for anything else.
func writeISO(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) -> CellKind? {
  var scan = ISOScan(bytes: trimmed(bytes))
  let day = scan.day()
  let hasMark = scan.skip(UInt8(ascii: "T")) || (day != nil && scan.skip(0x20))
  if let day, !hasMark {
    guard scan.isAtEnd else { return nil }
    out.append(day: day)
    return .day
  }
  guard let seconds = scan.time(), scan.zone() else { return nil }
  if let day {
    out.append(day: day)
    out.append(UInt8(ascii: "T"))
  }
  out.append(clock: seconds)
  return day == nil ? .time : .dayTime
}

private struct ISOScan {
  let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard at + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[at..<(at + digits)] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte & 0x0F)
    }
    at += digits
    return value
  }

  /// Reads nothing where no day stands.
  mutating func day() -> (year: Int, month: Int, day: Int)? {
    let start = at
    guard let year = number(4), skip(UInt8(ascii: "-")), let month = number(2), skip(UInt8(ascii: "-")),
      let day = number(2), year > 0, (1...12).contains(month), (1...length(ofMonth: month, year)).contains(day)
    else {
      at = start
      return nil
    }
    return (year, month, day)
  }

  private func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  mutating func time() -> Int? {
    guard let hours = number(2), hours < 24, skip(UInt8(ascii: ":")), let minutes = number(2), minutes < 60 else {
      return nil
    }
    guard skip(UInt8(ascii: ":")) else { return hours * 3_600 + minutes * 60 }
    guard let seconds = number(2), seconds < 60 else { return nil }
    if skip(UInt8(ascii: ".")) {
      guard number(1) != nil else { return nil }
      while number(1) != nil {}
    }
    return hours * 3_600 + minutes * 60 + seconds
  }

  mutating func zone() -> Bool {
    if isAtEnd || (skip(UInt8(ascii: "Z")) && isAtEnd) { return true }
    guard skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-")), number(2) != nil, skip(UInt8(ascii: ":")),
      number(2) != nil
    else { return false }
    return isAtEnd
  }
}
