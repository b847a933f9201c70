/// The letters that head a column of a sheet: 1 is `A`, 27 is `AA`.
package func columnLetters(_ column: Int32) -> String {
  var letters: [UInt8] = []
  var rest = column
  while rest > 0 {
    letters.append(0x41 + UInt8((rest - 1) % 26))
    rest = (rest - 1) / 26
  }
  return String(decoding: letters.reversed(), as: UTF8.self)
}

/// The number of a column headed by these letters; `nil` for anything else, and beyond what spreadsheets have (`XFD`).
package func columnNumber(_ letters: some StringProtocol) -> Int32? {
  var number: Int32 = 0
  for byte in letters.utf8 {
    guard (0x41...0x5A).contains(byte & 0xDF), byte < 0x80 else { return nil }
    number = number * 26 + Int32(byte & 0xDF) - 0x40
    guard number <= 16_384 else { return nil }
  }
  return number == 0 ? nil : number
}

/// How people call a cell: `D7`.
package func cellName(row: Int32, column: Int32) -> String { "\(columnLetters(column))\(row)" }
