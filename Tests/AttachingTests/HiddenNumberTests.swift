import Testing
import Texts
import TinyWorkbooks

@testable import Attaching

/// Numbers and names in the corners of documents: what a reader sees there, or can bring to light.
@Suite("Numbers in corners of attachments")
struct HiddenNumberTests {
  private func look(_ kind: AttachmentKind, _ parts: (String, String)...) -> AttachmentLook {
    var zip = TinyWorkbook(rows: "")
    zip.parts = []
    for (name, text) in parts { zip.put(name, text) }
    return look(kind, zip.bytes)
  }

  private func look(_ kind: AttachmentKind, _ bytes: [UInt8]) -> AttachmentLook {
    lookInto(kind, size: bytes.count) { Array(bytes[$0.clamped(to: 0..<bytes.count)]) }
  }

  private func word(_ body: String) -> AttachmentLook {
    look(.docx, ("word/document.xml", "<w:d xmlns:w=\"w\" xmlns:v=\"v\"><w:p>\(body)</w:p></w:d>"))
  }

  private func sheet(_ body: String) -> AttachmentLook {
    look(.xlsx, ("xl/worksheets/sheet1.xml", "<worksheet>\(body)</worksheet>"))
  }

  @Test(
    "in a text of Word's: across changes, line ends and tabs, and in what stands in attributes",
    arguments: [
      "<w:r><w:t>1381234</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t>678</w:t></w:r>",
      "<w:r><w:t>138</w:t><w:tab/><w:t>1234</w:t><w:tab/><w:t>5678</w:t></w:r>",
      "<w:r><w:t>11010119900</w:t><w:br/><w:t>3071233</w:t></w:r>",
      "<w:r><v:textpath string=\"13812345678\"/></w:r>", "<w:hyperlink w:tooltip=\"电话 138 1234 5678\"/>",
      "<w:listItem w:displayText=\"张三 13812345678\" w:value=\"1\"/>", "<w:default w:val=\"13812345678\"/>",
    ])
  func word(body: String) { #expect(word(body).holdsNumbers) }

  @Test(
    "what only measures or names a thing in a document is no number",
    arguments: [
      "<w:r id=\"13812345678\"/>", "<v:shape path=\"m 13812345678\"/>",
      "<w:r><w:t>138</w:t></w:r><w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:r><w:t>2345</w:t></w:r>",
    ])
  func noNumber(body: String) { #expect(!word(body).holdsNumbers) }

  @Test(
    "in a sheet: heads and feet without their codes, lines of a cell, links, formats",
    arguments: [
      "<headerFooter><oddHeader>&amp;C13812345678</oddHeader></headerFooter>",
      "<headerFooter><oddFooter>&amp;R&amp;\"宋体,常规\"&amp;10 13812345678</oddFooter></headerFooter>",
      "<sheetData><row><c><is><t>138\n1234\n5678</t></is></c></row></sheetData>",
      "<hyperlink ref=\"A1\" tooltip=\"13812345678\"/>", "<numFmt formatCode=\"&quot;13812345678&quot;\"/>",
    ])
  func sheet(body: String) { #expect(sheet(body).holdsNumbers) }

  @Test("a sum with a fraction is none, as a computer rounds it")
  func fraction() { #expect(!sheet("<sheetData><row><c><v>15234567890.119999</v></c></row></sheetData>").holdsNumbers) }

  @Test("in a tag of a presentation, and in OFD with an object or a code for each glyph")
  func glyphs() {
    #expect(look(.pptx, ("ppt/tags/tag1.xml", "<t><tag name=\"x\" val=\"13812345678\"/></t>")).holdsNumbers)
    let codes = "13812345678".map { "<TextCode X=\"1\">\($0)</TextCode>" }
    let page = "Doc_0/Pages/Page_0/Content.xml"
    #expect(look(.ofd, (page, "<Page><TextObject>\(codes.joined())</TextObject></Page>")).holdsNumbers)
    let objects = codes.map { "<TextObject>\($0)</TextObject>" }.joined()
    #expect(look(.ofd, (page, "<Page>\(objects)</Page>")).holdsNumbers)
  }

  @Test("a part of another kind is read where it is a text, and told as unread where it isn't")
  func others() {
    let body = ("word/document.xml", "<d/>")
    for name in ["word/afchunk.htm", "word/afchunk.mht", "word/media/image1.svg"] {
      #expect(look(.docx, body, (name, "<b>138</b>12345678")).holdsNumbers, "\(name)")
    }
    #expect(look(.docx, body, ("word/afchunk.rtf", "{\\rtf1}")).unread == .holdsOthers)
    #expect(look(.docx, body, ("word/media/image1.emf", "\u{1}")).unread == nil)
    #expect(look(.ofd, ("OFD.xml", "<OFD/>"), ("Doc_0/Attachs/a.docx", "PK")).unread == .holdsOthers)
  }

  @Test("who wrote comments in a sheet or a presentation")
  func authors() {
    let comments = "<comments><authors><author>张三</author></authors></comments>"
    #expect(look(.xlsx, ("xl/workbook.xml", "<w/>"), ("xl/comments1.xml", comments)).details.author == "张三")
    let people = "<personList><person displayName=\"李四\" id=\"{1}\"/></personList>"
    #expect(look(.xlsx, ("xl/workbook.xml", "<w/>"), ("xl/persons/person.xml", people)).details.author == "李四")
    let list = "<cmAuthorLst><cmAuthor id=\"1\" name=\"王五\"/></cmAuthorLst>"
    #expect(look(.pptx, ("ppt/presentation.xml", "<p/>"), ("ppt/commentAuthors.xml", list)).details.author == "王五")
  }

  @Test("texts in a zip are read as alone, names of folders too; what a system adds is passed over")
  func archive() {
    #expect(look(.zip, ("a.html", "138<b>1234</b>5678")).holdsNumbers)
    #expect(look(.zip, ("a.txt", "身份证 11010119900\n307451X")).holdsNumbers)
    #expect(look(.zip, ("张三13812345678/", ""), ("a.txt", "x")).holdsNumbers)
    #expect(
      look(.zip, ("A.txt", "x"), ("a.txt", "y"), ("__MACOSX/._a.bin", "z"), ("照片/.DS_Store", "z")) == AttachmentLook())
    #expect(look(.zip, ("../../x.txt", "x")).unread == .outside("../../x.txt"))
  }

  @Test("a zip's own remark is looked into")
  func remark() {
    var zip = TinyWorkbook(rows: "")
    zip.parts = []
    zip.put("a.txt", "x")
    // The last two bytes say how long the remark is.
    let bytes = zip.bytes
    let whole = Array(bytes[..<(bytes.count - 2)]) + [11, 0] + Array("13812345678".utf8)
    #expect(look(.zip, whole).holdsNumbers)
    #expect(!look(.zip, bytes).holdsNumbers)
  }

  @Test("what is no text isn't one in a zip either")
  func bytesInText() { #expect(look(.zip, ("a.txt", "a\0b")).unread == .entry("a.txt")) }

  @Test("a PDF's author may stand in an object of its own")
  func indirect() {
    let pdf = "%PDF-1.7\n15 0 obj (李四) endobj\n5 0 obj\n(张三)\nendobj\n<</Author 5 0 R>>"
    #expect(look(.pdf, Array(pdf.utf8)).details.author == "张三")
  }

  @Test("a sound's remark and a film's hold numbers, and XMP in a film names its author")
  func notes() {
    let remark = Array("COMM".utf8) + [0, 0, 0, 16, 0, 0, 0] + Array("eng\u{0}13812345678".utf8)
    #expect(look(.mp3, Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 40] + remark + [0, 0, 0xFF, 0xFB]).holdsNumbers)
    func box(_ kind: [UInt8], _ body: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(body.count + 8)] + kind + body }
    let comment = box([0xA9] + Array("cmt".utf8), [0, 11, 0x15, 0xC7] + Array("13812345678".utf8))
    let film = box(Array("ftyp".utf8), Array("isom".utf8))
    #expect(look(.mp4, film + box(Array("moov".utf8), box(Array("udta".utf8), comment))).holdsNumbers)
    let notes = Array("<dc:creator><rdf:Seq><rdf:li>张三</rdf:li></rdf:Seq></dc:creator>".utf8)
    #expect(look(.mp4, film + box(Array("uuid".utf8), notes)).details.author == "张三")
  }
}
