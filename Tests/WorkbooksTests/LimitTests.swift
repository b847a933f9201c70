import Testing

import Sheets
@testable import Workbooks

@Suite("What a workbook may cost")
struct LimitTests {
  private func work(_ book: TinyWorkbook, _ limits: WorkbookLimits = WorkbookLimits()) throws -> WorkbookWork {
    var work = WorkbookWork()
    _ = try readWorkbook(book.bytes, limits: limits, work: &work).get()
    return work
  }

  private func refusal(_ book: TinyWorkbook, _ change: (inout WorkbookLimits) -> Void) -> WorkbookMeasure? {
    var limits = WorkbookLimits()
    change(&limits)
    guard case .failure(let refusal) = book.read(limits), case .tooLarge(let measure) = refusal.reason else {
      return nil
    }
    return measure
  }

  private func rows(_ count: Int) -> TinyWorkbook {
    TinyWorkbook(
      rows: (1...count).map { "<row r=\"\($0)\"><c><v>\($0 % 10)</v></c><c t=\"str\"><v>甲</v></c></row>" }.joined())
  }

  @Test("work and memory grow with the rows and no faster")
  func growth() throws {
    let (one, ten) = (try work(rows(2_000)), try work(rows(20_000)))
    #expect(one.cells == 4_000 && ten.cells == 40_000)
    #expect(one.rows == 2_000 && ten.rows == 20_000)
    // Ten parts besides the sheet's rows.
    #expect(ten.elements - one.elements == 18_000 * 5)
    // Beside the file: a number of four bytes, a text of six, the row's own nine.
    let kept = { (work: WorkbookWork, book: TinyWorkbook) in work.keptBytes - book.bytes.count }
    #expect(kept(ten, rows(20_000)) == 20_000 * 19)
  }

  @Test("empty formatted rows and cells are counted and not kept")
  func emptyRows() throws {
    let book = TinyWorkbook(
      rows: (1...5_000).map { "<row r=\"\($0)\" s=\"1\"><c r=\"A\($0)\" s=\"1\"/></row>" }.joined())
    let cost = try work(book)
    #expect(cost.rows == 5_000 && cost.cells == 0)
    #expect(cost.keptBytes == book.bytes.count)
  }

  @Test("each limit refuses, and says which it is")
  func each() {
    let book = rows(500)
    #expect(refusal(book) { $0.fileBytes = 1_000 } == .file)
    #expect(refusal(book) { $0.keptBytes = book.bytes.count + 500 * 19 - 1 } == .kept)
    #expect(refusal(book) { $0.keptBytes = book.bytes.count + 500 * 19 } == nil)
    #expect(refusal(book) { $0.entries = 3 } == .entries)
    #expect(refusal(book) { $0.inflatedBytes = 20_000 } == .inflated)
    #expect(refusal(book) { $0.sheets = 0 } == .sheets)
    #expect(refusal(book) { $0.depth = 4 } == .depth)
    #expect(refusal(book) { $0.rowBytes = 8 } == .row)
    #expect(refusal(book) { $0.textBytes = 2 } == .text)
    let merged = TinyWorkbook(
      sheet: "<sheetData/><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>")
    #expect(refusal(merged) { $0.merges = 1 } == .merges)
    let styled = TinyWorkbook(rows: "", styles: "<cellXfs><xf/><xf/></cellXfs>")
    #expect(refusal(styled) { $0.formats = 1 } == .formats)
    let named = TinyWorkbook(sheet: "<sheetData/>" + (0..<50).map { "<n\($0) a\($0)=\"\"/>" }.joined())
    #expect(refusal(named) { $0.names = 99 } == .names)
    #expect(refusal(named) { $0.names = 100 } == nil)
  }

  @Test("a tag, a comment or an attribute of any length is given up early")
  func tags() {
    let long = String(repeating: "a", count: 400_000)
    for part in ["<row x=\"\(long)\"/>", "<!--\(long)-->", "<?x \(long)?>", "<\(long)/>"] {
      #expect(refusal(TinyWorkbook(rows: part)) { $0.tagBytes = 100_000 } == .tag)
    }
  }

  @Test("a sheet that many tabs name is unpacked as often, and counted so")
  func repeated() {
    var book = rows(500)
    let tabs = (0..<100).map { "<sheet name=\"\($0)\" sheetId=\"\($0)\" r:id=\"s1\"/>" }
    book.put(
      "xl/workbook.xml", "<workbook xmlns:r=\"\(TinyWorkbook.office)\"><sheets>\(tabs.joined())</sheets></workbook>")
    let size = book.parts.first { $0.name == "xl/worksheets/sheet1.xml" }?.bytes.count ?? 0
    #expect(refusal(book) { $0.inflatedBytes = size * 50 } == .inflated)
  }
}
