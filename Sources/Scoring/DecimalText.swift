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
  // Figures are what pages and tables have most of: digits are set from the last to the first.
  var (bytes, isNegative): ([UInt8], Bool) = ([], value < 0 && magnitude > 0)
  bytes.reserveCapacity(24)
  while magnitude > 0 || bytes.count < places + (places > 0 ? 2 : 1) {
    if places > 0, bytes.count == places {
      bytes.append(UInt8(ascii: "."))
    } else {
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
      magnitude /= 10
    }
  }
  if isNegative { bytes.append(UInt8(ascii: "-")) }
  bytes.reverse()
  return String(decoding: bytes, as: UTF8.self)
}

func powerOfTen(_ exponent: Int) -> UInt64 {
  var power: UInt64 = 1
  for _ in 0..<max(0, exponent) { power *= 10 }
  return power
}
