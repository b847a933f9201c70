import Diagnostics
import Parsing
import Testing
import Texts

/// Rows are scanned many bytes at a time: nothing may depend on where in such a stretch a sign stands.
@Suite("Rows of a table, byte by byte")
struct TableScanTests {
  private func rows(_ text: String) -> (cells: [[String]], mistakes: [DiagnosticCode]) {
    let path = "content/t.csv"
    let tree = SourceTree(files: [SourceFile(path: path, bytes: Array(text.utf8))])
    let findings = MistakeCollector(tree: tree)
    guard var rows = TableRows(Array(text.utf8), file: 0, findings: findings) else { return ([], []) }
    var cells: [[String]] = []
    while rows.next() { cells.append(rows.columns.indices.map { rows.text(ColumnNumber($0)) }) }
    return (cells, findings.all().map(\.code))
  }

  @Test("a cell ends at its comma, however long it is and whatever it is of")
  func commas() {
    for length in 1...40 {
      for sign in ["a", "支", "，", "é", "~"] {
        let cell = String(repeating: sign, count: length)
        let found = rows("甲,乙,丙\n\(cell),x,\(cell)\n \(cell) ,\(cell)　,\"\(cell),\"\r\n")
        #expect(found.mistakes == [])
        #expect(found.cells == [[cell, "x", cell], [cell, cell, "\(cell),"]])
      }
    }
  }

  @Test("a character nobody sees is told wherever it stands in the row")
  func hidden() {
    for length in 0...40 {
      for (sign, filler) in [("\u{200B}", "a"), ("\u{200B}", "支"), ("\u{1}", "支"), ("\u{202E}", "，")] {
        let text = String(repeating: filler, count: length)
        let found = rows("甲,乙\nx,a\(text)\(sign)\(text)b\n")
        #expect(found.mistakes == [.hiddenCharacter])
        #expect(found.cells == [])
      }
    }
  }

  @Test("what is seen passes, wherever it stands in the row", arguments: ["“支”", "…", "①", "㎡", "😀", "한", "é", "、"])
  func seen(sign: String) {
    for length in 0...24 {
      let text = String(repeating: "支", count: length) + sign + String(repeating: "a", count: length)
      #expect(rows("甲,乙\nx,\(text)\n").cells == [["x", text]])
    }
  }
}
