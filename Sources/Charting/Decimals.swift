/// A figure for who reads it: below zero with a minus (U+2212), which is as wide as a digit and no hyphen. All that pages
/// and prints show passes here. Data keeps `-`: tables, JSON, the search index, attributes and what a drawing is drawn by.
package func withMinus(_ figure: String) -> String {
  figure.utf8.first == UInt8(ascii: "-") ? "−\(figure.dropFirst())" : figure
}

/// A figure as a decimal of so many places, rounded half away from zero, thousands set apart: `1,234.5`.
/// - Parameter perOne: how many of the figure's unit make one: a power of ten, 100 for hundredths.
package func decimal(_ value: Int64, places: Int, perOne: Int64 = 100) -> String {
  var unit: UInt64 = 1
  var digits = 0
  while digits < places, unit < UInt64(perOne) {
    unit *= 10
    digits += 1
  }
  let divisor = UInt64(perOne) / unit
  let rounded = (value.magnitude + divisor / 2) / divisor
  let sign = value < 0 && rounded > 0 ? "-" : ""
  guard unit > 1 else { return sign + thousands(rounded) }
  let part = String(rounded % unit)
  return "\(sign)\(thousands(rounded / unit)).\(String(repeating: "0", count: digits - part.utf8.count))\(part)"
}

private func thousands(_ n: UInt64) -> String {
  let digits = Array(String(n).utf8)
  var text: [UInt8] = []
  for (offset, digit) in digits.enumerated() {
    if offset > 0, (digits.count - offset) % 3 == 0 { text.append(UInt8(ascii: ",")) }
    text.append(digit)
  }
  return String(decoding: text, as: UTF8.self)
}

/// A coordinate given in tenths of a unit, as short as it can be written: 120 is `12`, 125 is `12.5`.
func coordinate(_ tenths: Int) -> String {
  tenths % 10 == 0
    ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
}

/// A coordinate with one decimal: `410.5`.
package func oneDecimal(_ x: Double) -> String {
  let tenths = Int((x * 10).rounded())
  return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
}
