import Scoring
import Sheets
import Texts

/// In which unit a column gives a time, where its cells don't say.
enum TimeUnit {
  case hours, minutes

  /// As a rule or the head of a column names it.
  init?(_ text: String) {
    let text = text.spaceless.lowercased()
    if text.holds("分钟") || text.holds("min") {
      self = .minutes
    } else if text.holds("小时") || text.holds("hour") || text == "h" || text.holds("(h)") || text == "时" {
      self = .hours
    } else {
      return nil
    }
  }
}

/// Why a time can't be read.
enum TimeFault { case malformed, noUnit, noWholeMinutes }

/// Whole minutes of a cell: a number under the column's unit, `2小时`, `90分钟`, `1小时30分`, `1:30`, a time of day or a
/// duration. Two decimals of an hour are the minutes that round to them: 1.33 is 80, since 80 minutes are 1.33 hours.
func readMinutes(_ kind: CellKind, _ text: String, unit: TimeUnit?) -> Result<Int64, FormFault<TimeFault>> {
  let text = text.spaceless.lowercased()
  if let minutes = clockMinutes(text) ?? minutesOfDays(kind, text) { return .success(minutes) }
  if let parts = hoursAndMinutes(text) { return .success(parts) }
  guard let number = FormNumber(text), number.millionths > 0 else { return .failure(FormFault(.malformed)) }
  let stated = number.unit.isEmpty ? unit : TimeUnit(number.unit) ?? (number.unit == "分" ? .minutes : nil)
  switch stated {
  case nil: return .failure(FormFault(number.unit.isEmpty ? .noUnit : .malformed))
  case .minutes:
    guard number.millionths % 1_000_000 == 0 else { return .failure(FormFault(.noWholeMinutes)) }
    return .success(number.millionths / 1_000_000)
  case .hours:
    let exact = number.millionths * 60
    let nearest = (exact + 500_000) / 1_000_000
    let isRounded = number.millionths % 10_000 == 0 && (nearest * 100 + 30) / 60 * 10_000 == number.millionths
    guard exact == nearest * 1_000_000 || isRounded else { return .failure(FormFault(.noWholeMinutes)) }
    return .success(nearest)
  }
}

/// An error of a value, so that a result may carry it.
struct FormFault<Kind>: Error {
  let kind: Kind
  init(_ kind: Kind) { self.kind = kind }
}
extension FormFault: Sendable where Kind: Sendable {}

/// `1:30`, `01:30:00`; seconds but none aren't minutes.
private func clockMinutes(_ text: String) -> Int64? {
  let parts = text.parts(at: ":", keepingEmpty: true).map(String.init)
  guard parts.count == 2 || parts.count == 3 else { return nil }
  let numbers = parts.compactMap { part in
    part.utf8.count <= 4 && !part.isEmpty && part.unicodeScalars.allSatisfy { $0.digit != nil } ? Int64(part) : nil
  }
  guard numbers.count == parts.count, numbers[1] < 60, numbers.count == 2 || numbers[2] == 0 else { return nil }
  return numbers[0] * 60 + numbers[1]
}

/// A sum of more than a day under `h:mm`, which shows the hours beyond whole days: 26:30 is stored as a moment of the first
/// days that a spreadsheet counts, 1900-01-01 or 1904-01-02 at 2:30.
private func minutesOfDays(_ kind: CellKind, _ text: String) -> Int64? {
  let parts = text.parts(at: "t").map { String($0) }
  guard kind == .dayTime, parts.count == 2, let clock = clockMinutes(parts[1]) else { return nil }
  let numbers = parts[0].parts(at: "-").compactMap { Int(String($0)) }
  guard numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]),
    let first = Day(year: numbers[0] == 1904 ? 1904 : 1900, month: 1, day: 1), day.ordinal - first.ordinal < 366
  else { return nil }
  // One system counts its first day as 1 and a 29 February 1900, the other its first day as 0.
  let skipped = numbers[0] == 1904 ? 0 : numbers[1] > 2 ? 2 : 1
  return Int64(day.ordinal - first.ordinal + skipped) * 1_440 + clock
}

/// `1小时30分`, `1小时30分钟`, `1h30min`.
private func hoursAndMinutes(_ text: String) -> Int64? {
  for sign in ["个小时", "小时", "h"] {
    guard let found = text.utf8.firstStretch(of: sign.utf8) else { continue }
    guard let hours = FormNumber(String(text[..<found.lowerBound])), hours.unit.isEmpty,
      let minutes = FormNumber(String(text[found.upperBound...])), minutes.millionths >= 0,
      ["分", "分钟", "min"].contains(minutes.unit), hours.millionths % 1_000_000 == 0,
      minutes.millionths % 1_000_000 == 0, minutes.millionths < 60_000_000
    else { return nil }
    return (hours.millionths * 60 + minutes.millionths) / 1_000_000
  }
  return nil
}
