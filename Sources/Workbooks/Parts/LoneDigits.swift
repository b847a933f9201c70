/// Digits that stand one in each cell of a row, as forms ask for them: no cell holds a number, and a reader reads one.
struct LoneDigits {
  private var lines: [[UInt8]] = []
  /// Rows as long as a telephone's number, apart: tables of marks are made of digits too.
  private var elevens: [[UInt8]] = []
  private var run: [UInt8] = []
  private var isOfSheet = false

  /// - Parameter isOfSheet: in a sheet, where a row of marks is likelier than a form, only longer numbers count.
  mutating func add(cell: ArraySlice<UInt8>, isOfSheet: Bool) {
    let text = cell.filter { $0 > 0x20 }
    self.isOfSheet = isOfSheet
    if text.count == 1, (0x30...0x39).contains(text[0]) || text[0] | 0x20 == UInt8(ascii: "x") {
      run.append(text[0])
    } else {
      endRow()
    }
  }

  mutating func endRow() {
    if run.count == 11, !isOfSheet {
      elevens.append(run)
    } else if run.count >= (isOfSheet ? 17 : 15) {
      lines.append(run)
    }
    run = []
  }

  /// A number a line. Rows of eleven are told where most of them could be telephones.
  var text: [UInt8] {
    let alike = elevens.filter { $0[0] == UInt8(ascii: "1") && $0[1] >= UInt8(ascii: "3") }
    let told = lines + (alike.count * 2 > elevens.count ? alike : [])
    return Array(told.map { $0 + [0x0A] }.joined())
  }
}

/// A number of a cell as a person reads it, where it is a whole one of as many digits as numbers of persons have and written
/// otherwise: `1.3812345678E10`, `13812345678.0`.
func wholeNumber(_ text: some Collection<UInt8>) -> [UInt8]? {
  guard text.count < 40, text.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }),
    let value = Double(String(decoding: Array(text), as: UTF8.self)), value >= 1e10, value < 1e18,
    value == value.rounded()
  else { return nil }
  return Array("\(Int(value))".utf8)
}
