import Testing
import TinyWorkbooks

@testable import Workbooks

/// Texts of office documents apart from what the ledger reads of them.
@Suite("Texts of documents")
struct DocumentTextTests {
  private func lines(_ texts: [[UInt8]]) -> [String] {
    texts.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) }
  }

  @Test("a comment's text is one line, however its pieces are formatted")
  func comment() throws {
    var book = TinyWorkbook(rows: "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>")
    book.put(
      "xl/comments1.xml",
      """
      <comments><commentList><comment><text><r><rPr><b/></rPr><t>138</t></r><r><rPr/><t>0013</t></r></text></comment>\
      <comment><text><t>8000</t></text></comment></commentList></comments>
      """)
    let found = lines(try #require(textsBesideCells(book.bytes)))
    #expect(found.contains("1380013") && found.contains("8000") && !found.contains("7"))
  }

  @Test("neither a bookmark nor a line's end within a paragraph cuts it in two; a bookmark's name is told apart")
  func bookmark() throws {
    var book = TinyWorkbook(rows: "")
    book.parts = []
    book.put(
      "word/document.xml",
      "<d><p><r><t>13</t></r><bookmarkStart name=\"here\"/><r><t>8</t></r><br/><r><t>9</t></r></p></d>")
    var texts: [[UInt8]] = []
    _ = try readDocument(book.bytes) { texts.append($0) }.get()
    #expect(lines(texts) == ["138 9", "here"])
  }

  @Test("what unpacks to more than it may is refused, and so is a part of ever new names")
  func bounds() {
    var book = TinyWorkbook(rows: "")
    book.parts = []
    book.put("word/document.xml", "<d>\(String(repeating: "x", count: 2_000))</d>")
    var limits = WorkbookLimits()
    limits.inflatedBytes = 1_000
    #expect(readDocument(book.bytes, limits: limits) { _ in } == .failure(WorkbookRefusal(.tooLarge(.inflated))))
    limits = WorkbookLimits()
    limits.keptBytes = 1_000
    #expect(readDocument(book.bytes, limits: limits) { _ in } == .failure(WorkbookRefusal(.tooLarge(.kept))))
    book.put("word/document.xml", "<d>\((0..<5_000).map { "<e\($0)/>" }.joined())</d>")
    #expect(readDocument(book.bytes) { _ in } == .failure(WorkbookRefusal(.tooLarge(.names))))
  }
}
