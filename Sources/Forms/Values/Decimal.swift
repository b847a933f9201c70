import Texts

/// A number as people write it, exact in millionths.
struct FormNumber {
  let millionths: Int64
  /// What stood behind it: 分, 小时.
  let unit: String

  /// `1`, `1分`, `+1`, `1.0`, `１`, `－1`, `1,200`, `1 分`; `nil` for anything else.
  init?(_ text: String) {
    let scalars = Array(text.spaceless.unicodeScalars)
    var i = 0
    var isNegative = false
    if let sign = scalars.first, sign == "+" || sign == "-" || sign == "\u{2212}" || sign == "\u{2013}" {
      isNegative = sign != "+"
      i = 1
    }
    let start = i
    var (whole, fraction, unit): (Int64, Int64, Int64) = (0, 0, 1_000_000)
    while i < scalars.count, let digit = scalars[i].digit ?? (scalars[i] == "," && i > start ? 0 : nil) {
      if scalars[i] == "," {
        guard i + 3 < scalars.count, scalars[(i + 1)...(i + 3)].allSatisfy({ $0.digit != nil }) else { return nil }
      } else {
        guard whole < 1_000_000_000 else { return nil }
        whole = whole * 10 + digit
      }
      i += 1
    }
    guard i > start else { return nil }
    if i + 1 < scalars.count, scalars[i] == ".", scalars[i + 1].digit != nil {
      i += 1
      while i < scalars.count, let digit = scalars[i].digit {
        unit /= 10
        guard unit > 0 || digit == 0 else { return nil }
        fraction += digit * unit
        i += 1
      }
    }
    let rest = String(String.UnicodeScalarView(scalars[i...]))
    guard rest.unicodeScalars.allSatisfy({ !$0.isASCII || $0.properties.isAlphabetic }) else { return nil }
    self.unit = rest
    millionths = (whole * 1_000_000 + fraction) * (isNegative ? -1 : 1)
  }
}

extension Unicode.Scalar {
  /// Of an ASCII digit.
  var digit: Int64? { ("0"..."9").contains(self) ? Int64(value) - 0x30 : nil }
}

/// A number in millionths as it is written: `1.5`, no more digits than it has.
func plainNumber(_ millionths: Int64) -> String {
  let (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
  var text = (millionths < 0 ? "-" : "") + String(whole)
  if fraction > 0 {
    var digits = String(fraction)
    digits = String(repeating: "0", count: 6 - digits.utf8.count) + digits
    while digits.ends(with: "0") { digits.removeLast() }
    text += "." + digits
  }
  return text
}
