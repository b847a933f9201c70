/// How a terminal shows text: East Asian characters take two columns, combining marks none.
package func displayWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

/// The beginning of a text that takes no more than so many columns.
package func fitting(_ text: String, _ columns: Int) -> String {
  var (fitting, used) = (String.UnicodeScalarView(), 0)
  for scalar in text.unicodeScalars {
    used += displayWidth(scalar)
    if used > columns { break }
    fitting.append(scalar)
  }
  return String(fitting)
}

package func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x200B...0x200F, 0xFE00...0xFE0F: return 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default:
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark ? 0 : 1
  }
}
