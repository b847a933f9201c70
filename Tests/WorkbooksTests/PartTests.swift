import Testing

import Sheets
@testable import Workbooks

@Suite("Parts are found through relationships")
struct PartTests {
  private static let row = "<row><c t=\"s\"><v>0</v></c></row>"
  private let plain = TinyWorkbook(rows: row, strings: "<si><t>甲</t></si>")

  @Test(
    "wherever they lie, however they are named",
    arguments: [
      ("xl/worksheets/sheet1.xml", "worksheets/sheet1.xml"), ("xl/数据.xml", "数据.xml"), ("data/one.xml", "/data/one.xml"),
      ("one.xml", "../one.xml"), ("xl/worksheets/sheet1.xml", "./x/../worksheets/./sheet1.xml"),
      ("XL/Worksheets/SHEET1.XML", "worksheets/sheet1.xml"), ("xl\\worksheets\\sheet1.xml", "worksheets\\sheet1.xml"),
      ("/xl/worksheets/sheet1.xml", "worksheets/sheet1.xml"), ("xl/表 1.xml", "%E8%A1%A8%201.xml"),
    ])
  func places(part: String, target: String) throws {
    var book = plain
    book.rename("xl/worksheets/sheet1.xml", to: part)
    book.put(
      "xl/_rels/workbook.xml.rels",
      TinyWorkbook.relationships([("s1", "worksheet", target), ("s2", "sharedStrings", "sharedStrings.xml")]))
    #expect(try book.cells() == ["A1 text 甲"])
  }

  @Test("prefixed and strict spellings, and a workbook's part of another name")
  func spellings() throws {
    var book = plain
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    book.put(
      "xl/worksheets/sheet1.xml",
      "<x:worksheet xmlns:x=\"\(strict)\"><x:sheetData><x:row><x:c t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    book.rename("xl/workbook.xml", to: "x/book.xml")
    book.rename("xl/_rels/workbook.xml.rels", to: "x/_rels/book.xml.rels")
    book.put(
      "x/_rels/book.xml.rels",
      TinyWorkbook.relationships([
        ("s1", "worksheet", "/xl/worksheets/sheet1.xml"), ("s2", "sharedStrings", "../xl/sharedStrings.xml"),
      ]))
    book.put(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/x/book.xml\"/></Relationships>"
    )
    #expect(try book.cells() == ["A1 text 甲"])
    var rootless = plain
    rootless.remove("_rels/.rels")
    #expect(try rootless.cells() == ["A1 text 甲"])
  }

  @Test("UTF-16 is read by its mark; an encoding that XML's readers needn't know is refused, not guessed")
  func encodings() throws {
    var wide = plain
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><sst><si><t>䶮𬭎</t></si></sst>"
    wide.put("xl/sharedStrings.xml", bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try wide.cells() == ["A1 text 䶮𬭎"])
    var chinese = plain
    chinese.put("xl/sharedStrings.xml", "<?xml version=\"1.0\" encoding=\"GB18030\"?><sst/>")
    #expect(chinese.refusal?.reason == .unknownEncoding(part: "xl/sharedStrings.xml"))
    var broken = plain
    broken.put(
      "xl/sharedStrings.xml", bytes: Array("<sst>\n<si><t>".utf8) + [0xE7, 0x94] + Array("</t></si></sst>".utf8))
    #expect(broken.refusal?.reason == .notUTF8(part: "xl/sharedStrings.xml", line: 2))
  }

  @Test("a part that is missing, outside, no XML or with a document type is told by its name")
  func refusals() {
    var missing = plain
    missing.remove("xl/worksheets/sheet1.xml")
    #expect(missing.refusal == WorkbookRefusal(.missingPart("xl/worksheets/sheet1.xml"), sheet: "表"))
    for target in ["../../etc/passwd", "../../../x.xml"] {
      var climbing = plain
      climbing.put("xl/_rels/workbook.xml.rels", TinyWorkbook.relationships([("s1", "worksheet", target)]))
      #expect(climbing.refusal == WorkbookRefusal(.outside(target), sheet: "表"))
    }
    var outside = plain
    outside.put(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"http://127.0.0.1:9/\" TargetMode=\"External\"/></Relationships>"
    )
    #expect(outside.refusal == WorkbookRefusal(.outside("http://127.0.0.1:9/"), sheet: "表"))
    var broken = plain
    broken.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData></worksheet>")
    #expect(broken.refusal == WorkbookRefusal(.brokenXML(part: "xl/worksheets/sheet1.xml", line: 1), sheet: "表"))
    var other = plain
    other.put("xl/worksheets/sheet1.xml", "<workbook/>")
    #expect(other.refusal == WorkbookRefusal(.brokenXML(part: "xl/worksheets/sheet1.xml", line: 1), sheet: "表"))
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"
    var entities = plain
    entities.put("xl/sharedStrings.xml", laughs)
    #expect(entities.refusal?.reason == .documentType(part: "xl/sharedStrings.xml"))
  }

  @Test("a sheet of another kind is named, not read; hidden ones are read and say so")
  func kinds() throws {
    var book = plain
    book.put(
      "xl/workbook.xml",
      """
      <workbook xmlns:r="\(TinyWorkbook.office)"><sheets><sheet name="图_x0021_" sheetId="1" r:id="c"/>\
      <sheet name="藏" sheetId="2" state="veryHidden" r:id="s1"/><sheet name="表" sheetId="3" state="hidden" r:id="s1"/>\
      </sheets></workbook>
      """)
    book.put(
      "xl/_rels/workbook.xml.rels",
      TinyWorkbook.relationships([("c", "chartsheet", "c.xml"), ("s1", "worksheet", "worksheets/sheet1.xml")]))
    let read = try book.read().get()
    #expect(read.otherSheets == ["图!"])
    #expect(read.sheets.map(\.name) == ["藏", "表"])
    #expect(read.sheets.map(\.state) == [.veryHidden, .hidden])
  }
}
