import Testing

import Sheets
@testable import Workbooks

@Suite("What is said of a sheet's rows, columns and ranges")
struct SheetTests {
  private func sheet(_ inner: String, styles: String? = nil) throws -> WorkbookSheet {
    try TinyWorkbook(sheet: inner, styles: styles).read().get().sheets[0]
  }

  @Test("merged ranges, of one cell too; what is no range is refused")
  func merges() throws {
    let merged = try sheet(
      "<sheetData/><mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"E5\"/><mergeCell ref=\"B9:A7\"/></mergeCells>"
    )
    #expect(
      merged.merges == [
        CellRange(rows: 1...2, columns: 1...3), CellRange(rows: 5...5, columns: 5...5),
        CellRange(rows: 7...9, columns: 1...2),
      ])
    for range in ["A0:B1", "甲:乙", "A1:XFE1", "A1:", "", "A:A"] {
      let book = TinyWorkbook(sheet: "<sheetData/><mergeCells><mergeCell ref=\"\(range)\"/></mergeCells>")
      #expect(book.refusal == WorkbookRefusal(.noSuchRange(range), sheet: "表"))
    }
  }

  @Test("hidden rows and columns, and those of them that a filter hides")
  func hidden() throws {
    let rows = (1...9).map { "<row r=\"\($0)\" hidden=\"\([3, 4, 8].contains($0) ? "1" : "0")\"><c><v>1</v></c></row>" }
    let columns =
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\"/><col min=\"6\" max=\"6\" hidden=\"true\"/></cols>"
    let data = "<sheetData>\(rows.joined())</sheetData>"
    let filter = "<autoFilter ref=\"A2:B5\"><filterColumn colId=\"0\"/></autoFilter>"
    let filtered = try sheet(columns + data + filter)
    #expect(filtered.hiddenColumns == [2...3, 6...6])
    #expect(filtered.hiddenRows == [3...4, 8...8])
    #expect(filtered.filteredRows == [3...4])
    // A filter that lets everything through hides nothing.
    #expect(try sheet(data + "<autoFilter ref=\"A2:B5\"/>").filteredRows == [])
  }

  @Test("the filter of a table in the sheet hides rows too")
  func tables() throws {
    var book = TinyWorkbook(
      sheet:
        "<sheetData><row r=\"2\" hidden=\"1\"/><row r=\"9\" hidden=\"1\"/></sheetData><tableParts><tablePart/></tableParts>"
    )
    book.put("xl/worksheets/_rels/sheet1.xml.rels", TinyWorkbook.relationships([("t", "table", "../tables/t.xml")]))
    book.put("xl/tables/t.xml", "<table ref=\"A1:B4\"><autoFilter ref=\"A1:B4\"><filterColumn/></autoFilter></table>")
    let sheet = try book.read().get().sheets[0]
    #expect(sheet.hiddenRows == [2...2, 9...9])
    #expect(sheet.filteredRows == [2...2])
  }

  private let styles = """
    <fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>\
    <fills><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="ffffff00"/></patternFill></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill>\
    <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill></fills>\
    <cellXfs><xf/><xf fontId="1"/><xf fontId="2" fillId="2"/><xf fillId="3"/><xf fillId="4"/><xf fontId="9" fillId="9" numFmtId="9999"/></cellXfs>
    """

  @Test("a row is struck out where all that it says is; a cell has the colour of its fill")
  func looks() throws {
    let book = TinyWorkbook(
      rows: """
        <row r="1"><c s="1"><v>1</v></c><c s="0"/><c s="1"><v>2</v></c></row>\
        <row r="2"><c s="1"><v>1</v></c><c s="2"><v>2</v></c></row>\
        <row r="3"><c s="3"><v>1</v></c><c s="4"><v>2</v></c><c s="5"><v>3</v></c><c s="99"><v>4</v></c></row>\
        <row r="4"><c t="inlineStr"><is><r><rPr><strike/></rPr><t>作</t></r><r><rPr><strike val="1"/></rPr><t>废</t></r></is></c></row>\
        <row r="5"><c s="1" t="inlineStr"><is><r><t>作</t></r><r><rPr><b/></rPr><t>废</t></r></is></c></row>
        """, styles: styles)
    let read = try book.read().get()
    let sheet = read.sheets[0]
    #expect(sheet.struckRows == [1...1, 4...4])
    #expect(read.colours == ["FFFFFF00", "theme 4 0.4"])
    #expect(sheet.row(2)?.map(\.isStruck) == [true, false])
    #expect(sheet.row(2)?.map(\.colour) == [0, 1])
    #expect(sheet.row(3)?.map(\.colour) == [0, 2, 0, 0])
  }

  @Test("dates by style and by the workbook's beginning")
  func dates() throws {
    let styles =
      "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellXfs><xf/><xf numFmtId=\"176\"/><xf numFmtId=\"31\"/></cellXfs>"
    let row = "<row><c s=\"1\"><v>44262</v></c><c s=\"2\"><v>44262</v></c><c><v>44262</v></c></row>"
    let late = TinyWorkbook(rows: row, styles: styles, workbook: "<workbookPr date1904=\"true\"/>")
    #expect(try late.cells() == ["A1 day 2025-03-08", "B1 day 2025-03-08", "C1 number 44262"])
    let early = TinyWorkbook(rows: row, styles: styles)
    #expect(try early.cells() == ["A1 day 2021-03-07", "B1 day 2021-03-07", "C1 number 44262"])
  }
}
