import Diagnostics
import Scoring
import Texts

extension Diagnostic {
  static func malformedDate(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedDate, at: place,
      message: Bilingual(zh: "“\(text)”不是日期，或日历上没有这一天", en: "“\(text)” is no date, or no day of the calendar"),
      remedy: Bilingual(
        zh: "写成 2025-03-08、2025/3/8 或 2025年3月8日", en: "Write 2025-03-08, 2025/3/8 or 2025年3月8日"))
  }

  package static func malformedMonth(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedDate, at: place,
      message: Bilingual(zh: "“\(text)”不是月份", en: "“\(text)” is no month"),
      remedy: Bilingual(zh: "写成 2025-03、2025/3 或 2025年3月", en: "Write 2025-03, 2025/3 or 2025年3月"))
  }

  package static func malformedNumber(_ text: String, whole: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedNumber, at: place,
      message: Bilingual(
        zh: "“\(text)”不是\(whole ? "整数" : "数字，或多于两位小数")",
        en: "“\(text)” is no \(whole ? "whole number" : "number with at most two decimals")"),
      remedy: Bilingual(
        zh: whole ? "写成 12 或 1,200" : "写成 12、12.5 或 1,234.50",
        en: whole ? "Write 12 or 1,200" : "Write 12, 12.5 or 1,234.50"))
  }

  package static func absurdNumber(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(zh: "“\(text)”超出一百万", en: "“\(text)” is beyond a million"),
      remedy: Bilingual(zh: "核对位数和小数点", en: "Check the digits and the decimal point"))
  }

  static func outOfRange(_ text: String, _ range: ClosedRange<Int>, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(
        zh: "“\(text)”不在 \(range.lowerBound) 到 \(range.upperBound) 之间",
        en: "“\(text)” isn't within \(range.lowerBound) to \(range.upperBound)"),
      remedy: Bilingual(zh: "改成范围内的整数", en: "Write a whole number of that range"))
  }

  package static func negativeNumber(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .negativeNumber, at: place,
      message: Bilingual(zh: "这里不能是负数：“\(text)”", en: "“\(text)” can't be negative here"),
      remedy: Bilingual(
        zh: "写零或大于零的数", en: "Write zero or a number above it"))
  }

  package static func malformedID(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedID, at: place,
      message: Bilingual(zh: "“\(text)”不能作编号", en: "“\(text)” can't be an id"),
      remedy: Bilingual(
        zh: "编号用小写字母、数字和连字符，字母或数字开头，最多 64 个字符",
        en: "Use small letters, digits and hyphens, beginning with a letter or digit, at most 64 characters"))
  }

  package static func unknownChoice(_ text: String, _ choices: [Bilingual], at place: Place) -> Diagnostic {
    let near = nearest(to: text, in: choices.flatMap { [$0.zh, $0.en] })
    return Diagnostic(
      .unknownChoice, at: place,
      message: Bilingual(zh: "没有“\(text)”这个选项", en: "“\(text)” is not one of the choices"),
      remedy: near.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(
          zh: "可选：" + choices.map(\.zh).listed(with: "、"), en: "Choose from: " + choices.map(\.en).listed(with: ", ")))
  }

  package static func duplicateID(_ id: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: place,
      message: Bilingual(zh: "“\(id)”已经用过，先在 \(first)", en: "“\(id)” is taken already, first at \(first)"),
      remedy: Bilingual(zh: "改一个编号，或删去重复的一条", en: "Choose another id, or remove one of the two"))
  }

  package static func periodReversed(_ from: Day, _ to: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedDate, at: place,
      message: Bilingual(zh: "\(to) 早于开始的 \(from)", en: "\(to) is before the beginning, \(from)"),
      remedy: Bilingual(zh: "对调或改正两个日期", en: "Swap or correct the two dates"))
  }
}

extension Diagnostic {
  static func listedTwice(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateID, .warning, at: place,
      message: Bilingual(zh: "“\(name)”在这里写了两次", en: "“\(name)” stands here twice"),
      remedy: Bilingual(zh: "删去一个", en: "Remove one of the two"))
  }
}

extension String {
  /// Enough of a text to know it by: a cell may hold a megabyte.
  package var shortened: String {
    guard utf8.count > 320 else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(80))) + "…"
  }
}

extension [String] {
  /// The first of them, which is all that a remedy has room for.
  package func listed(with separator: String) -> String {
    let most = 40
    return prefix(most).joined(separator: separator) + (count > most ? separator + "…" : "")
  }
}
