import Scoring
import Texts

extension Words {
  package static func honorRoll(_ year: Int) -> String { "\(year)年度光荣榜" }

  /// A two-character name takes the room of three in a roll: 张　三.
  package static func spaced(_ name: String) -> String {
    guard name.count == 2, let first = name.first, let last = name.last, first.isHan, last.isHan else { return name }
    return "\(first)\u{3000}\(last)"
  }

  /// 2025 is 二〇二五.
  package static func digitsInHan(_ number: Int) -> String {
    String(number).map { hanDigits[$0.wholeNumberValue ?? 0] }.joined()
  }

  /// A month as a cover says it: 二〇二五年十二月.
  package static func monthInHan(_ day: Day) -> String {
    "\(digitsInHan(day.year))年\(countedInHan(day.month))月"
  }

  /// 1 to 99 as it is spoken: 10 is 十, 12 十二, 20 二十, 31 三十一.
  static func countedInHan(_ number: Int) -> String {
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : hanDigits[tens]) + "十"
    return head + (ones == 0 ? "" : hanDigits[ones])
  }

  private static let hanDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
}

extension Character {
  fileprivate var isHan: Bool { unicodeScalars.first.map { $0.properties.isIdeographic } ?? false }
}
