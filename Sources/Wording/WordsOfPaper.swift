import Scoring
import Texts

extension Words {
  package static let contents = "目录"
  package static let messageOfCommittee = "党委寄语"
  /// Around the number of a page in an account, in the whole document, and how many that has.
  package static let numbersOfPages = ["第 ", " 页　全册 ", "/", ""]

  /// How far a year is, as paper says it, which goes about by itself.
  /// - Parameter asOf: the report's day.
  package static func standing(of state: YearState, asOf: Day, isOffice: Bool) -> String {
    let edition = isOffice ? "办公室内部版　" : ""
    switch state {
    case .draft: return "\(edition)草稿，尚未公示，截至\(asOf)"
    case .notice(let from, let to):
      return "\(edition)公示稿，\(from.monthDay)至\(to.monthDay)，截至\(asOf)，非定稿"
    case .final(let signedBy, let on): return "\(edition)定稿，\(signedBy)于\(on)签发"
    }
  }

  /// `2025-12-08至2025-12-19`
  package static func days(_ period: Period) -> String { "\(period.first)至\(period.last)" }

  package static func honorRoll(_ year: Int) -> String { "\(year)年度光荣榜" }

  /// A name of two Han characters in its two halves, as a grid of names sets it apart; `nil` for any other.
  package static func halves(_ name: String) -> (first: String, last: String)? {
    guard name.count == 2, let first = name.first, let last = name.last, first.isHan, last.isHan else { return nil }
    return (String(first), String(last))
  }

  /// What of a name stands in one place each where it is written from above down.
  package static func signs(_ name: String) -> [String] { name.map { String($0) } }

  /// A two-character name takes the room of three in a roll: 张　三.
  package static func spaced(_ name: String) -> String {
    guard name.count == 2, let first = name.first, let last = name.last, first.isHan, last.isHan else { return name }
    return "\(first)\u{3000}\(last)"
  }

  /// With a blank where Han meets a letter or a figure, for what no element can stand in.
  package static func parted(_ text: String) -> String {
    var parted = String.UnicodeScalarView()
    for sign in text.unicodeScalars {
      if let last = parted.last, last.isHan && sign.isNarrow || last.isNarrow && sign.isHan { parted.append(" ") }
      parted.append(sign)
    }
    return String(parted)
  }

  /// 2025 is 二〇二五.
  package static func digitsInHan(_ number: Int) -> String {
    String(number).map { hanDigits[$0.wholeNumberValue ?? 0] }.joined()
  }

  /// A month as a cover says it: 二〇二五年十二月.
  package static func monthInHan(_ day: Day) -> String {
    "\(digitsInHan(day.year))年\(countedInHan(day.month))月"
  }

  /// A month of any year: 十二月.
  package static func monthInHan(_ month: Int) -> String { countedInHan(month) + "月" }

  /// 1 to 99 as it is spoken: 10 is 十, 12 十二, 20 二十, 31 三十一.
  static func countedInHan(_ number: Int) -> String {
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : hanDigits[tens]) + "十"
    return head + (ones == 0 ? "" : hanDigits[ones])
  }

  private static let hanDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
}

extension Character {
  fileprivate var isHan: Bool { unicodeScalars.first.map(\.isHan) ?? false }
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { properties.isIdeographic }
  /// A letter or figure as wide as those of English.
  fileprivate var isNarrow: Bool { value < 0x250 && (properties.isAlphabetic || properties.numericType != nil) }
}
