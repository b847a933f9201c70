/// A sheet as an example of a mistake writes it down: a line a row, cells parted by commas. Lines that begin with `@` say
/// what no text can: `@hidden 5` (a row), `@struck 4`, `@coloured 4`, `@sheet hidden`.
package struct WrittenSheet {
  private let rows: [[String]]
  private let signs: [(word: String, value: String)]

  package init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    rows = (lines.last == "" ? lines.dropLast() : lines[...]).filter { !$0.hasPrefix("@") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    signs = lines.filter { $0.hasPrefix("@") }.map { line in
      let words = line.dropFirst().split(separator: " ").map(String.init)
      return (words[0], words[1])
    }
  }

  /// Row and column of the cell that holds a mark, from 1.
  package func cell(holding mark: String) -> (row: Int, column: Int)? {
    for (index, row) in rows.enumerated() {
      if let column = row.firstIndex(where: { $0.contains(mark) }) { return (index + 1, column + 1) }
    }
    return nil
  }

  /// - Parameter name: of the sheet.
  package func workbook(name: String) -> TinyWorkbook {
    let inner = rows.enumerated().map { index, cells in
      let number = index + 1
      let style = has("struck", number) ? 1 : has("coloured", number) ? 2 : 0
      let written = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        let place = "r=\"\(letters(column))\(number)\" s=\"\(style)\""
        if text == "#N/A" { return "<c \(place) t=\"e\"><v>#N/A</v></c>" }
        return Double(text) == nil
          ? "<c \(place) t=\"inlineStr\"><is><t>\(text)</t></is></c>" : "<c \(place)><v>\(text)</v></c>"
      }
      return "<row r=\"\(number)\"\(has("hidden", number) ? " hidden=\"1\"" : "")>\(written.joined())</row>"
    }
    let state = signs.contains { $0.word == "sheet" } ? "hidden" : "visible"
    return TinyWorkbook(
      sheet: "<sheetData>\(inner.joined())</sheetData>", styles: Self.styles, name: name, state: state)
  }

  private func has(_ word: String, _ row: Int) -> Bool { signs.contains { $0.word == word && $0.value == "\(row)" } }

  private func letters(_ column: Int) -> String { String(UnicodeScalar(UInt8(0x41 + column))) }

  private static let styles = """
    <fonts><font/><font><strike/></font></fonts>\
    <fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>\
    <cellXfs><xf/><xf fontId="1"/><xf fillId="2"/></cellXfs>
    """
}
