import Sheets
import Testing
import Workbooks

@testable import WorkbookWriting

/// What a workbook that was written says when it is read again.
@Suite("Workbooks written")
struct WrittenCellTests {
  private static let footer = Printing.Footer(beforeNumber: "第 ", beforeCount: " 页，共 ", atEnd: " 页")

  private func workbook(_ rows: [[WrittenCell]], columns: [WrittenColumn] = [WrittenColumn("甲")]) -> WrittenWorkbook {
    var sheet = WrittenSheet(name: "积分", printing: Printing(footer: Self.footer))
    sheet.lines = ["标题 & 题", "2025 年度，截至 2025-12-11，草稿"]
    sheet.columns = columns
    sheet.rows = rows
    return WrittenWorkbook(title: "标题", sheets: [sheet])
  }

  private func read(_ workbook: WrittenWorkbook) throws -> [WorkbookSheet] {
    try readWorkbook(workbook.xlsx).get().sheets
  }

  @Test(
    "no text becomes a formula or loses a character",
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "1", "2025-03-08", " 两边 ", "_x000D_", "a\nb", "<b>&\"'", "𬭎"])
  func texts(_ text: String) throws {
    let sheet = try #require(try read(workbook([[.text(text)]])).first)
    let cell = try #require(sheet.row(4)?.first { _ in true })
    #expect(cell.kind == .text)
    #expect(cell.text == text)
    let part = String(
      decoding: SheetPart(SheetLayout(workbook([[.text(text)]]).sheets[0], name: "积分"), isFirst: true).bytes,
      as: UTF8.self)
    #expect(!part.contains("<f"))
  }

  @Test(
    "what XML can't hold, and what steers who reads it, is seen to have stood there",
    arguments: ["a\u{0}b", "a\u{1B}b", "a\u{8}b", "a\u{FFFE}b", "a\u{202E}b"])
  func controls(_ text: String) throws {
    let sheet = try #require(try read(workbook([[.text(text)]])).first)
    #expect(sheet.texts(ofRow: 4) == ["a\u{FFFD}b"])
  }

  @Test("line ends are one kind, and a text too long for a cell is cut with a mark")
  func longTexts() throws {
    let sheet = try #require(
      try read(workbook([[.text("a\r\nb\rc")], [.text(String(repeating: "长", count: 40_000))]])).first)
    #expect(sheet.texts(ofRow: 4) == ["a\nb\nc"])
    #expect(sheet.texts(ofRow: 5)[0].utf16.count == 32_767)
    #expect(sheet.texts(ofRow: 5)[0].hasSuffix("长…"))
  }

  @Test("numbers stand as they are, days are days, and what is neither is a text")
  func types() throws {
    let columns = ["数", "数", "日", "数"].map { WrittenColumn($0) }
    // 8 March 2025 is 20155 days after 1 January 1970.
    let sheet = try #require(
      try read(workbook([[.number("9.95"), .number("-12.500001"), .day(20_155), .number("1e3")]], columns: columns))
        .first)
    let row = try #require(sheet.row(4))
    #expect(row.map(\.kind) == [.number, .number, .day, .text])
    #expect(sheet.texts(ofRow: 4) == ["9.95", "-12.500001", "2025-03-08", "1e3"])
  }

  @Test("the same workbook has the same bytes, whenever it is written")
  func sameBytes() async throws {
    let book = workbook([[.text("一")], [.number("1.50")]])
    let first = book.xlsx
    // The times in a zip go by two seconds.
    try await Task.sleep(for: .seconds(2.1))
    #expect(book.xlsx == first)
  }

  @Test("sheets have names that sheets may have, each once")
  func names() {
    #expect(sheetNames(["一/二:三", "", "Ab", "aB", "'"]) == ["一二三", "2", "Ab", "aB 2", "5"])
    let long = String(repeating: "长", count: 40)
    #expect(sheetNames([long, long]).map(\.utf16.count) == [31, 31])
    #expect(quotedSheet("it's") == "'it''s'")
  }
}
