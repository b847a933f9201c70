import Scoring
import Texts

/// The year and month a text names, as sheets and titles do: `1月`, `2025年2月`, `3月(新表)`, `一季度`; a day in it
/// (`2025年4月7日`) isn't the sheet's month, and two months are none.
struct NamedMonth: Hashable {
  var year: Int?
  var month: Int?

  init(_ text: String) {
    let scalars = Array(text.spaceless.unicodeScalars)
    var (years, months): (Set<Int>, Set<Int>) = ([], [])
    var i = 0
    while i < scalars.count {
      guard let (value, end) = NamedMonth.number(scalars, i) else {
        i += 1
        continue
      }
      let sign: Unicode.Scalar? = end < scalars.count ? scalars[end] : nil
      let isDigits = scalars[i].digit != nil
      if isDigits, end - i == 4, (1900...2199).contains(value), sign == "年" || sign == "." || sign == "-" {
        if sign == "年" {
          years.insert(value)
        } else if let (month, after) = NamedMonth.number(scalars, end + 1), (1...12).contains(month) {
          // 2025.03; 2025.3.5 is a day.
          if after < scalars.count, scalars[after] == "." || scalars[after] == "-" {
            i = after + 1
            while i < scalars.count, scalars[i].digit != nil { i += 1 }
            continue
          }
          years.insert(value)
          months.insert(month)
        }
      } else if sign == "月", (1...12).contains(value) {
        let isDay = end + 1 < scalars.count && scalars[end + 1].digit != nil
        let isRange = i > 0 && (scalars[i - 1] == "-" || scalars[i - 1] == "—" || scalars[i - 1] == "至")
        if !isDay { months.formUnion(isRange ? [0, value] : [value]) }
      }
      i = end
    }
    year = years.count == 1 ? years.first : nil
    month = months.count == 1 ? months.first : nil
  }

  /// Digits, or a Chinese number up to twelve.
  private static func number(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int)? {
    var (value, end) = (0, start)
    while end < scalars.count, let digit = scalars[end].digit, end - start < 8 {
      (value, end) = (value * 10 + Int(digit), end + 1)
    }
    if end > start { return (value, end) }
    let signs: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    while end < scalars.count, let index = signs.firstIndex(of: scalars[end]), end - start < 2 {
      value += index + 1
      end += 1
    }
    return end > start ? (value, end) : nil
  }
}
