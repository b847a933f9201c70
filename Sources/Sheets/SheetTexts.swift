extension WorkbookSheet {
  /// The texts of a row's cells, from column A on; empty for a row that holds nothing.
  package func texts(ofRow number: Int32) -> [String] {
    guard let row = row(number) else { return [] }
    var texts: [String] = []
    for cell in row {
      while texts.count < Int(cell.column) - 1 { texts.append("") }
      texts.append(cell.text)
    }
    return texts
  }

  /// A visible sheet of texts, from column A on; an empty text is no cell.
  /// - Parameter rows: by number, from 1.
  package init(name: String, rows: [Int32: [String]]) {
    var store = RowStore()
    var cells = 0
    for (number, texts) in rows.sorted(by: { $0.key < $1.key }) {
      let filled = texts.enumerated().filter { !$0.element.isEmpty }
      if filled.isEmpty { continue }
      var bytes: [UInt8] = []
      bytes.appendNumber(filled.count)
      for (index, text) in filled {
        bytes.append(CellKind.text.rawValue)
        bytes.appendNumber(index + 1)
        bytes.appendNumber(text.utf8.count)
        bytes += text.utf8
      }
      store.append(number, bytes)
      cells += filled.count
    }
    self.init(
      name: name, state: .visible, merges: [], hiddenRows: [], filteredRows: [], hiddenColumns: [], struckRows: [],
      cellCount: cells, rows: store, strings: StringStore())
  }
}
