import Testing
import Texts
import TinyWorkbooks
import Workbooks

@testable import Attaching

/// What is seen in files that stand beside texts, and how little of them is read for it.
@Suite("Attachments looked into")
struct AttachingTests {
  private func look(_ kind: AttachmentKind, _ bytes: [UInt8]) -> AttachmentLook {
    lookInto(kind, size: bytes.count) { Array(bytes[$0.clamped(to: 0..<bytes.count)]) }
  }

  private func document(_ parts: [(String, String)]) -> [UInt8] {
    var zip = TinyWorkbook(rows: "")
    zip.parts = []
    for (name, text) in parts { zip.put(name, text) }
    return zip.bytes
  }

  private func word(_ body: String) -> [UInt8] {
    document([("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>")])
  }

  private func cells(_ texts: String...) -> [UInt8] {
    word(
      "<w:tbl>"
        + texts.map { row in "<w:tr>" + row.map { "<w:tc><w:p>\(run(String($0)))</w:p></w:tc>" }.joined() + "</w:tr>" }
        .joined() + "</w:tbl>")
  }

  private func run(_ text: String) -> String { "<w:r><w:rPr><w:b/></w:rPr><w:t>\(text)</w:t></w:r>" }

  @Test("a telephone's number is found though Word formats its parts apart, and not across paragraphs")
  func runs() {
    #expect(look(.docx, word("<w:p>\(run("138"))<w:proofErr/>\(run("00138000"))</w:p>")).holdsNumbers)
    #expect(!look(.docx, word("<w:p>\(run("138"))</w:p><w:p>\(run("00138000"))</w:p>")).holdsNumbers)
  }

  @Test("a number with one digit in each cell of a form is found; rows of marks are none")
  func digits() {
    #expect(look(.docx, cells("号13800138000", "乙")).holdsNumbers)
    #expect(look(.docx, cells("11010119900307451X")).holdsNumbers)
    // Of three rows one could be a telephone by chance.
    #expect(!look(.docx, cells("13800138000", "54321012345", "99887766554")).holdsNumbers)
    #expect(!look(.docx, cells("1380013800", "138001380001")).holdsNumbers)
  }

  @Test(
    "a cell's number is found however the sheet writes it",
    arguments: ["1.3800138E10", "13800138000.0", "1.3800138e+10"])
  func spelled(number: String) {
    let sheet = "<worksheet><sheetData><row><c><v>\(number)</v></c></row></sheetData></worksheet>"
    #expect(look(.xlsx, document([("xl/worksheets/sheet1.xml", sheet)])).holdsNumbers)
  }

  @Test("a number is found in a cell, in notes of a presentation and in a page of OFD")
  func otherDocuments() {
    let sheet = "<worksheet><sheetData><row><c><v>13800138000</v></c></row></sheetData></worksheet>"
    #expect(look(.xlsx, document([("xl/worksheets/sheet1.xml", sheet)])).holdsNumbers)
    let notes = "<p:notes xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>13800138000</a:t></a:r></a:p></p:notes>"
    #expect(look(.pptx, document([("ppt/notesSlides/notesSlide1.xml", notes)])).holdsNumbers)
    let page = "<ofd:Page xmlns:ofd=\"o\"><ofd:TextCode X=\"1\">13800138000</ofd:TextCode></ofd:Page>"
    #expect(look(.ofd, document([("Doc_0/Pages/Page_0/Content.xml", page)])).holdsNumbers)
  }

  @Test("author, editor and day of an office document; one name for both is told once")
  func properties() {
    func core(_ editor: String) -> [UInt8] {
      document([
        (
          "docProps/core.xml",
          """
          <cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:t="t"><dc:creator>张三</dc:creator>\
          <cp:lastModifiedBy>\(editor)</cp:lastModifiedBy><t:created>2025-03-01T08:00:00Z</t:created></cp:coreProperties>
          """
        )
      ])
    }
    let app = "<P xmlns=\"p\"><Manager>赵六</Manager><Company>某局</Company></P>"
    let changed = "<w:d xmlns:w=\"w\"><w:ins w:author=\"孙七\"/><w:ins w:author=\"孙七\"/></w:d>"
    #expect(
      look(.docx, document([("docProps/app.xml", app), ("word/document.xml", changed)])).details
        == .init(author: "赵六、孙七", company: "某局"))
    #expect(look(.docx, core("李四")).details == .init(author: "张三、李四", made: "2025-03-01"))
    #expect(look(.xlsx, core("张三")).details == .init(author: "张三", made: "2025-03-01"))
    let info =
      "<o:OFD xmlns:o=\"o\"><o:DocInfo><o:Author>王五</o:Author><o:CreationDate>2025-03-02</o:CreationDate></o:DocInfo></o:OFD>"
    #expect(look(.ofd, document([("OFD.xml", info)])).details == .init(author: "王五", made: "2025-03-02"))
  }

  @Test("what is no document, has a password or holds others is said to be unread, and nothing of it is told")
  func unread() {
    #expect(look(.docx, Array(word("<w:p/>").dropLast(30))).unread == .refused(WorkbookRefusal(.damagedArchive)))
    #expect(look(.docx, word("<w:p>")).unread != nil)
    let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><d>&a;</d>"
    let part = "word/document.xml"
    #expect(look(.docx, document([(part, bomb)])).unread == .refused(WorkbookRefusal(.documentType(part: part))))
    #expect(look(.pptx, document([("ppt/embeddings/a.xlsx", "")])).unread == .holdsOthers)
  }

  @Test("of an office document beyond its limit no more is read than what says its kind")
  func largeDocument() {
    let look = lookInto(.docx, size: 65 << 20) { range in
      #expect(range.count <= 1_024)
      return [0x50, 0x4B, 3, 4]
    }
    #expect(look.unread == .refused(WorkbookRefusal(.tooLarge(.file))))
  }

  private func pdf(_ body: String) -> AttachmentLook.Details { look(.pdf, Array("%PDF-1.7\n\(body)".utf8)).details }

  @Test("the author of a PDF, in each way to write a text, and the day it was made")
  func information() {
    #expect(
      pdf("<</Author (Li \\(b\\) \\154i)/CreationDate(D:20250301080000+08'00')>>")
        == .init(author: "Li (b) li", made: "2025-03-01"))
    #expect(pdf("/Author <FEFF 5F20 4E09>").author == "张三")
    #expect(pdf("/Author ()\n/Author (张三)").author == "张三")
    #expect(pdf("/Author (电话13800138000)").author == "电话138********")
    #expect(pdf("<dc:creator>\n<rdf:Seq><rdf:li>张三</rdf:li></rdf:Seq></dc:creator>").author == "张三")
    #expect(pdf("<photoshop:City>天津</photoshop:City>").place == "天津")
    #expect(pdf("<rdf:Description pdf:Author = '张三' photoshop:City=\"天津\"/>") == .init(author: "张三", place: "天津"))
    #expect(pdf("<</Au#74hor (C#41)>>").author == "C#41")
  }

  @Test("a PDF that is encrypted, cut short or has nothing tells nothing")
  func silent() {
    for body in [
      "", "/Encrypt 5 0 R /Author (\u{1}\u{2})", "/Author (张", "/Author <5F", "/Author 7 0 R", "<dc:creator>",
    ] {
      #expect(pdf(body) == .init(), "\(body)")
    }
  }

  @Test("of a large PDF the beginning and the end are searched, and no more")
  func window() throws {
    let end = Array("/Author (张三)".utf8)
    let size = 1 << 40
    var read = 0
    let details = detailsOfPDF(size: size, window: 100) { range in
      read += range.count
      return range.upperBound == size ? [UInt8](repeating: 0x20, count: range.count - end.count) + end : []
    }
    #expect(details.author == "张三" && read == 200)
  }

  private func box(_ kind: [UInt8], _ body: [UInt8]) -> [UInt8] {
    let size = body.count + 8
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } + kind + body
  }

  private func box(_ kind: String, _ body: [UInt8]) -> [UInt8] { box(Array(kind.utf8), body) }

  @Test("where a film was taken is found behind a gigabyte of film of which nothing is read")
  func film() {
    let place = box([0xA9] + Array("xyz".utf8), [0, 18, 0x15, 0xC7] + Array("+39.9042+116.4074/".utf8))
    let index = box("moov", box("mvhd", [0, 0, 0, 0]) + box("udta", place))
    // A box of a gigabyte says so in eight bytes.
    var head = box("ftyp", Array("isom".utf8))
    head += [0, 0, 0, 1]
    head += Array("mdat".utf8)
    head += [0, 0, 0, 0, 0x40, 0, 0, 0]
    let start = 12 + (1 << 30)
    let size = start + index.count
    var read = 0
    let look = lookInto(.mp4, size: size) { range in
      read += range.count
      return range.map { $0 < head.count ? head[$0] : $0 >= start ? index[$0 - start] : 0 }
    }
    #expect(look.details == .init(place: "+39.9042+116.4074"))
    #expect(read < 2_000)
  }

  @Test("who made a film, as iTunes boxes it, and a place as Apple's telephones write it")
  func boxed() {
    let name = Array("张三".utf8)
    let artist = box([0xA9] + Array("ART".utf8), box("data", [0, 0, 0, 1, 0, 0, 0, 0] + name))
    let tags = box("udta", box("meta", [0, 0, 0, 0] + box("ilst", artist)))
    let place = box("meta", box("ilst", box("data", Array("-33.8+151.21/".utf8))))
    #expect(look(.mp4, box("moov", tags + place)).details == .init(author: "张三", place: "-33.8+151.21"))
  }

  @Test("a film of boxes that can't be, or of thousands of them, ends", arguments: [0, 1, 7, 0xFFFF])
  func brokenFilm(size: Int) {
    let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } + Array("moov".utf8)
    let bytes = (0..<2_000).flatMap { _ in head }
    #expect(look(.mp4, bytes).details == .init())
  }

  @Test("a place of a film's track, and one as 3GPP writes it: longitude first, sixteen bits behind the point")
  func places() {
    let loci = box("loci", [0, 0, 0, 0, 0x15, 0xC7, 0, 0] + [0, 0x74, 0x80, 0] + [0, 0x27, 0xC0, 0])
    let track = box("trak", box("tkhd", [0]) + box("udta", loci))
    #expect(look(.mp4, box("moov", track)).details == .init(place: "39.75, 116.5"))
  }

  @Test("who made a sound, by its notes at the beginning or the end")
  func sound() {
    let frame = Array("TPE1".utf8) + [0, 0, 0, 10, 0, 0, 3] + Array("张三".utf8) + [0, 0, 0]
    #expect(look(.mp3, Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 30] + frame + [0xFF, 0xFB]).details.author == "张三")
    let tail =
      Array("TAG".utf8) + [UInt8](repeating: 0, count: 30) + Array("Li Si".utf8) + [UInt8](repeating: 0, count: 90)
    #expect(look(.mp3, [0xFF, 0xFB] + tail).details.author == "Li Si")
  }

  @Test("what stands in a zip is looked into, and what can't be is told")
  func archive() {
    #expect(look(.zip, document([("名单.csv", "张三,13800138000")])).holdsNumbers)
    #expect(look(.zip, document([("13800138000.txt", "")])).holdsNumbers)
    #expect(look(.zip, document([("说明.txt", "好")])) == AttachmentLook())
    #expect(look(.zip, document([("a.pdf", "%PDF-1.4 /Author (张三)")])).details.author == "张三")
    #expect(look(.zip, document([("a.pdf", "%PDF-1.4")])).unread == .entry("a.pdf"))
    #expect(look(.zip, document([("a.zip", "")])).unread == .entry("a.zip"))
  }

  @Test("photographs in a document that say where they were taken are counted")
  func photographs() {
    // The first table leads to one of places at 26, whose latitude is its tag 2.
    let places: [UInt8] = [0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]
    let notes: [UInt8] =
      Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]
      + places
    let photograph: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(notes.count + 2)] + notes + [0xFF, 0xD9]
    var zip = TinyWorkbook(rows: "")
    zip.parts = []
    zip.put("word/media/image1.jpeg", bytes: photograph)
    zip.put("word/media/image2.jpeg", bytes: [0xFF, 0xD8, 0xFF, 0xD9])
    #expect(look(.docx, zip.bytes).details.placedPictures == 1)
  }

  @Test("texts that nobody looks into are told as such", arguments: [AttachmentKind.doc, .xls, .ppt])
  func closed(kind: AttachmentKind) {
    #expect(look(kind, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).unread == .closed)
  }

  @Test(
    "a file of another kind than its name says is told as what it is",
    arguments: [
      (AttachmentKind.pdf, "PK\u{3}\u{4}", OtherKind.zip), (.docx, "MZ\0", .program), (.docx, "不是", .unknown),
      (.zip, "Rar!", .packed),
      (.mp4, "%PDF-", .pdf), (.txt, "MZ\0", .program), (.pdf, "", .empty), (.doc, "PK\u{3}\u{4}", .zip),
      (.mp3, "GIF89a", .picture),
    ])
  func others(kind: AttachmentKind, text: String, other: OtherKind) {
    #expect(look(kind, Array(text.utf8)).other == other)
  }

  @Test("a sheet called a text of Word's, and a zip of photographs called so; a text of Word's is none of them")
  func otherDocument() {
    #expect(look(.docx, document([("xl/workbook.xml", "<a/>"), ("[Content_Types].xml", "<a/>")])).other == .zip)
    #expect(look(.docx, document([("a.jpg", "")])).other == .zip)
    #expect(look(.docx, document([("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>")])).other == nil)
  }
}
