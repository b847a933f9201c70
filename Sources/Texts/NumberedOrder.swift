/// Whether a name comes before another where digits within them count as numbers: `第2张` before `第10张`. What is equal so
/// (`1`, `01`) stands in the order of its bytes, so no two names are equal that aren't the same.
package func comesBefore(_ one: String, _ other: String) -> Bool {
  let (a, b) = (Array(one.utf8), Array(other.utf8))
  var (i, j) = (0, 0)
  while i < a.count, j < b.count {
    if isDigit(a[i]), isDigit(b[j]) {
      let (ends, others) = (digits(of: a, from: i), digits(of: b, from: j))
      let (number, its) = (a[i..<ends].drop { $0 == 0x30 }, b[j..<others].drop { $0 == 0x30 })
      if number.count != its.count { return number.count < its.count }
      if !number.elementsEqual(its) { return number.lexicographicallyPrecedes(its) }
      (i, j) = (ends, others)
    } else {
      if a[i] != b[j] { return a[i] < b[j] }
      (i, j) = (i + 1, j + 1)
    }
  }
  if (i < a.count) != (j < b.count) { return j < b.count }
  return a.lexicographicallyPrecedes(b)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func digits(of bytes: [UInt8], from start: Int) -> Int {
  bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
}
