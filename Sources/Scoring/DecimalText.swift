/// A decimal kept as a whole number of its smallest unit, as it is written: half away from zero (四舍五入) to `most`
/// places, without the zeros at its end beyond `least`. Nothing that rounds to zero has a sign.
/// - Parameter scale: how many places the unit stands for: 2 for hundredths, 6 for millionths.
package func decimalText(_ value: Int64, scale: Int, least: Int, most: Int) -> String {
  var magnitude = value.magnitude
  var places = scale
  if places > most {
    let unit = powerOfTen(places - most)
    magnitude = (magnitude + unit / 2) / unit
    places = most
  }
  while places > least, magnitude % 10 == 0 {
    magnitude /= 10
    places -= 1
  }
  let sign = value < 0 && magnitude > 0 ? "-" : ""
  var digits = String(magnitude)
  if places > digits.utf8.count - 1 { digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits }
  return places == 0 ? sign + digits : sign + digits.dropLast(places) + "." + digits.suffix(places)
}

func powerOfTen(_ exponent: Int) -> UInt64 {
  var power: UInt64 = 1
  for _ in 0..<max(0, exponent) { power *= 10 }
  return power
}
