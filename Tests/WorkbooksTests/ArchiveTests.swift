import Testing

import Sheets
@testable import Workbooks

@Suite("Zips as they arrive, and files that are none")
struct ArchiveTests {
  private let book = TinyWorkbook(rows: "<row><c><v>1</v></c></row>")

  @Test("bytes before and after the zip are passed over")
  func padded() throws {
    for bytes in [book.bytes + [UInt8](repeating: 0, count: 700), Array("#!self-extracting\n".utf8) + book.bytes] {
      #expect(try readWorkbook(bytes).get().sheets[0].said == ["A1 number 1"])
    }
  }

  @Test("cut short anywhere, it is refused as damaged and never read in part")
  func cut() {
    let whole = book.bytes
    for count in stride(from: 4, to: whole.count, by: 7) {
      guard case .failure(let refusal) = readWorkbook(Array(whole[..<count])) else {
        Issue.record("read from its first \(count) bytes")
        continue
      }
      #expect([.damagedArchive, .unknown].contains(refusal.reason), "\(count): \(refusal)")
    }
  }

  @Test("a part that isn't what its checksum says is told by its name")
  func checksum() {
    let bytes = book.zip { name, right in name == "xl/worksheets/sheet1.xml" ? right ^ 1 : right }
    guard case .failure(let refusal) = readWorkbook(bytes) else { return #expect(Bool(false), "it was read") }
    #expect(refusal == WorkbookRefusal(.damagedPart("xl/worksheets/sheet1.xml"), sheet: "表"))
  }

  @Test("a record of zip64 that lies anywhere, or says anything, is no crash")
  func zip64() {
    let places: [UInt64] = [.max, .max - 56, 1 << 63, 0, 1 << 40]
    for place in places {
      var bytes = book.bytes
      let end = Array(bytes.suffix(22))
      bytes.removeLast(22)
      bytes.put(0x0606_4B50, 4)
      bytes += [UInt8](repeating: 0xFF, count: 52)
      bytes.put(0x0706_4B50, 4)
      bytes.put(0, 4)
      for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: place >> (8 * index))) }
      bytes.put(1, 4)
      #expect(reason(bytes + end) == .damagedArchive)
    }
  }

  @Test("two parts of one name, which readers could take for two workbooks, are refused")
  func twice() {
    var doubled = book
    doubled.parts.append((name: "XL/workbook.xml", bytes: []))
    #expect(doubled.refusal?.reason == .twice("xl/workbook.xml"))
  }

  private func reason(_ bytes: [UInt8]) -> WorkbookRefusal.Reason? {
    guard case .failure(let refusal) = readWorkbook(bytes) else { return nil }
    return refusal.reason
  }

  @Test("what calls itself a workbook and is something else is told as what it is")
  func otherFiles() {
    #expect(reason([]) == .empty)
    #expect(reason(Array("日期,党员\n".utf8)) == .plainText)
    #expect(reason([0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0x31]) == .plainText)
    #expect(reason([0xFF, 0xFE] + "日期\t党员\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .plainText)
    #expect(reason(Array("\u{FEFF}\n <HTML><table>".utf8)) == .html)
    #expect(reason(Array("<?xml version=\"1.0\"?><!DOCTYPE html><html>".utf8)) == .html)
    #expect(reason(Array("MIME-Version: 1.0\r\n".utf8)) == .webArchive)
    #expect(reason(Array("From: a\r\nContent-Type: multipart/related\r\n".utf8)) == .webArchive)
    #expect(
      reason(Array("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".utf8))
        == .xml2003)
    #expect(reason(Array("%PDF-1.7".utf8)) == .otherDocument("PDF"))
    #expect(reason([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]) == .oldFormat)
    #expect(reason([UInt8](repeating: 0, count: 4_000)) == .unknown)
    #expect(reason([5] + Array("党办  ".utf8) + [UInt8](repeating: 0x20, count: 155)) == .lockFile)
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(reason(compound) == .oldFormat)
    #expect(reason(compound + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }) == .encrypted)
    #expect(reason(compound + "WordDocument".utf16.flatMap { [UInt8($0), 0] }) == .otherDocument("Word"))
  }

  private func archive(_ names: String...) -> [UInt8] {
    var made = book
    made.parts = names.map { ($0, []) }
    return made.bytes
  }

  @Test("so is an archive of another kind")
  func otherArchives() {
    #expect(reason(archive("mimetype", "content.xml")) == .openDocument)
    #expect(reason(archive("Index/Document.iwa", "Metadata/Properties.plist")) == .numbers)
    #expect(reason(archive("xl/workbook.bin")) == .binaryWorkbook)
    #expect(reason(archive("readme.txt")) == .notAWorkbook)
    var word = book
    word.put("_rels/.rels", TinyWorkbook.relationships([("r", "officeDocument", "word/document.xml")]))
    word.put("word/document.xml", "<document/>")
    #expect(word.refusal?.reason == .otherDocument("Word"))
  }
}
