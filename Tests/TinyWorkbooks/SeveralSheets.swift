extension TinyWorkbook {
  /// A workbook of sheets as examples write them, in order.
  package init(sheets: [(name: String, text: String)]) {
    let books = sheets.map { WrittenSheet($0.text).workbook(name: $0.name) }
    self = books[0]
    let names = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0 + 1)\"/>" }
    put(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>\(names.joined())</sheets></workbook>")
    for (index, book) in books.enumerated() {
      let part = book.parts.first { $0.name == "xl/worksheets/sheet1.xml" }
      put("xl/worksheets/sheet\(index + 1).xml", bytes: part?.bytes ?? [])
    }
    let targets = sheets.indices.map { ("s\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    put("xl/_rels/workbook.xml.rels", Self.relationships(targets + [("styles", "styles", "styles.xml")]))
  }
}
