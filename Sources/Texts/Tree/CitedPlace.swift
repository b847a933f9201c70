/// A place as people cite it, in stable text that can be typed back: `records/b07-q1.csv:38` is a line of a file,
/// `records/积分登记.xlsx[3月]D7` a cell of a workbook.
package struct CitedPlace: Hashable, Sendable, CustomStringConvertible {
  package enum Spot: Hashable, Sendable {
    /// From 1.
    case line(Int32)
    /// Row and column from 1.
    case cell(sheet: String, row: Int32, column: Int32)
  }

  package let path: String
  package let spot: Spot

  package init(path: String, spot: Spot) {
    self.path = path
    self.spot = spot
  }

  /// Reads what `description` writes; full-width signs, blanks around it and small letters of a cell are taken too.
  /// `nil` for what cites no place.
  package init?(_ text: some StringProtocol) {
    let scalars = Self.plain(text)
    if let close = scalars.lastIndex(where: { $0 == "]" }),
      let open = scalars[..<close].lastIndex(where: { $0 == "[" }), open > 0,
      let (row, column) = Self.cell(scalars[(close + 1)...])
    {
      path = String(String.UnicodeScalarView(scalars[..<open]))
      spot = .cell(
        sheet: String(String.UnicodeScalarView(scalars[(open + 1)..<close])), row: row, column: column)
      return
    }
    guard let colon = scalars.lastIndex(where: { $0 == ":" }), colon > 0,
      let line = Self.number(scalars[(colon + 1)...])
    else {
      return nil
    }
    path = String(String.UnicodeScalarView(scalars[..<colon]))
    spot = .line(line)
  }

  /// The line, or the row of the cell.
  package var row: Int32 {
    switch spot {
    case .line(let line): line
    case .cell(_, let row, _): row
    }
  }

  package var description: String {
    switch spot {
    case .line(let line): "\(path):\(line)"
    case .cell(let sheet, let row, let column): "\(path)[\(sheet)]\(cellName(row: row, column: column))"
    }
  }

  /// What a Chinese keyboard writes for brackets, colon and digits is what ours writes; names stay as they are.
  private static func plain(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    if let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) { scalars.removeFirst(first) }
    return scalars.map {
      switch $0 {
      case "：": ":"
      case "［", "【": "["
      case "］", "】": "]"
      default: $0
      }
    }
  }

  private static func cell(_ scalars: ArraySlice<Unicode.Scalar>) -> (row: Int32, column: Int32)? {
    let half = scalars.map(\.halfWidth)
    let letters = half.prefix { $0.properties.isAlphabetic }
    guard let column = columnNumber(String(String.UnicodeScalarView(letters))),
      let row = number(half[letters.count...])
    else { return nil }
    return (row, column)
  }

  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int32? {
    let digits = scalars.map(\.halfWidth)
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int32(String(String.UnicodeScalarView(digits))).flatMap { $0 > 0 ? $0 : nil }
  }
}
