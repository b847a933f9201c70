import Testing

import Sheets
@testable import Workbooks

@Suite("Cells as workbooks have them")
struct CellTests {
  @Test("shared, inline, rich and formula texts; what says how they are spoken is left out")
  func texts() throws {
    let book = TinyWorkbook(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v> 2 </v></c>\
        <c r="D1" t="inlineStr"><is><r><t>直</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 接</t></r></is></c>\
        <c r="E1" t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c r="F1" t="str"><f>""</f><v></v></c></row>
        """,
      strings: """
        <si><t>甲</t></si><si><r><t>富</t></r><r><rPr><strike/></rPr><t>文本</t></r></si>\
        <si><t>王伟</t><rPh sb="0" eb="2"><t>Wang</t></rPh><phoneticPr fontId="1"/></si>
        """)
    #expect(
      try book.cells() == [
        "A1 text 甲", "B1 text 富文本", "C1 text 王伟", "D1 text 直 接", "E1 text 甲x", "F1 text ",
      ])
  }

  @Test(
    "escapes of characters that XML hasn't",
    arguments: [
      ("一_x000D_\n二", "一\r\n二"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"), ("_xD83D_", "_xD83D_"),
      ("_x00_", "_x00_"), ("_x000d_", "\r"), ("__x0041__", "_A_"), ("x_y_z", "x_y_z"), ("_x4E2D_", "中"),
    ])
  func escapes(stored: String, text: String) throws {
    let book = TinyWorkbook(rows: "<row><c t=\"inlineStr\"><is><t>\(stored)</t></is></c></row>")
    #expect(try book.cells() == ["A1 text \(text)"])
  }

  @Test("a formula is its cached value, without one it says so; what a type can't be is unreadable")
  func values() throws {
    let book = TinyWorkbook(
      rows: """
        <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>1+1</f></c><c r="C2"><f>1</f><v/></c><c r="D2"/>\
        <c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="b"><v>7</v></c>\
        <c r="H2" t="s"><v>9</v></c><c r="I2" t="q"><v>x</v></c><c r="J2" t="n"><v>1.50</v></c><c r="K2" t="s"></c></row>
        """)
    #expect(
      try book.cells() == [
        "A2 number 2", "B2 formulaWithoutValue ", "C2 formulaWithoutValue ", "E2 error #N/A", "F2 boolean true",
        "G2 unreadable 7", "H2 unreadable 9", "I2 unreadable x", "J2 number 1.5",
      ])
  }

  @Test("rows and cells without references are counted on; those out of order are put in order")
  func order() throws {
    let counted = TinyWorkbook(
      rows:
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"4\"><c r=\"B4\"><v>2</v></c><c><v>9</v></c></row><row><c><v>5</v></c></row>"
    )
    #expect(try counted.cells() == ["A1 number 1", "C1 number 3", "B4 number 2", "C4 number 9", "A5 number 5"])
    let mixed = TinyWorkbook(
      rows:
        "<row r=\"3\"><c r=\"C3\"><v>3</v></c><c r=\"A3\"><v>1</v></c></row><row r=\"1\"><c r=\"B1\"><v>2</v></c></row>"
    )
    #expect(try mixed.cells() == ["B1 number 2", "A3 number 1", "C3 number 3"])
    let sheet = try mixed.read().get().sheets[0]
    #expect(sheet.row(3)?.map(\.column) == [1, 3])
    #expect(sheet.row(2) == nil)
  }

  @Test("what contradicts itself is refused with its cell, never read as a neighbour")
  func contradictions() {
    func refusal(_ rows: String) -> WorkbookRefusal? { TinyWorkbook(rows: rows).refusal }
    #expect(
      refusal("<row r=\"1\"><c r=\"B5\"><v>1</v></c></row>")
        == WorkbookRefusal(.cellOutsideRow("B5"), sheet: "表", cell: "A1"))
    #expect(
      refusal("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")
        == WorkbookRefusal(.twice("A1"), sheet: "表"))
    #expect(
      refusal("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>")
        == WorkbookRefusal(.twice("2"), sheet: "表"))
    for name in ["A0", "a1", "$A$1", "Ａ１", " A1", "A", "1", "", "XFE1", "A1048577", "A01", "R1C1", "A1:B2"] {
      #expect(refusal("<row><c r=\"\(name)\"><v>1</v></c></row>")?.reason == .noSuchCell(name), "\(name)")
    }
    for name in ["0", "-1", "1048577", "x", "", "99999999999"] {
      #expect(refusal("<row r=\"\(name)\"><c><v>1</v></c></row>")?.reason == .noSuchRow(name), "\(name)")
    }
  }
}
