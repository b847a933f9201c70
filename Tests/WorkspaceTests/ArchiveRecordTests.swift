import Diagnostics
import Scoring
import Testing

@testable import Workspace

/// What `archive --record` writes is read again, whatever the archive is called.
@Suite struct ArchiveRecordTests {
  private func record(_ title: String, id: String = "year-2025") throws -> ArchiveRecord {
    ArchiveRecord(
      id: id, title: title, on: try #require(Day(year: 2025, month: 3, day: 31)),
      fingerprint: String(repeating: "0a", count: 32), files: 12)
  }

  @Test(arguments: [
    "2025年度档案", "一,二", "“一”\"二\"", "康\"\u{301},=1+1,\"\u{301}宁", "一,\u{338}二", "一\u{FE0F}", "=1+1", "#一", "一\n二",
    "一\r\n二", "一\u{A0}二\u{2028}三", "一\t二", " 一 ", "\u{301}一", "👨‍👩‍👧",
  ]) func anyTitleIsReadAgain(title: String) throws {
    let folder = try SmallProject.folder()
    let table = try #require(entering(record(title), into: Array(ArchiveRecord.heading.utf8)))
    // Entered again it takes its own place, though its cell may hold quotation marks.
    let again = try #require(entering(record(title), into: table))
    #expect(again == table)
    try folder.write("content/archives.csv", bytes: table)
    let report = try checkSite(project: folder.path)
    #expect(!report.diagnostics.hasErrors, "\(report.diagnostics.map(\.message.en))")
  }

  @Test func otherLinesStayToTheByte() throws {
    let heading = ArchiveRecord.heading
    let other = "year-2023,\"一,\"\"二\"\",\n三\",2024-01-31,\(String(repeating: "1", count: 64)),7,档案室"
    let old = "year-2025,旧,2025-01-31,\(String(repeating: "2", count: 64)),7,柜"
    let table = try #require(entering(record("新"), into: Array("\(heading)\r\n\(other)\r\n\(old)\r\n".utf8)))
    let line = try record("新").line
    #expect(String(decoding: table, as: UTF8.self) == "\(heading)\n\(other)\n\(line)\n")
    #expect(try entering(record("新"), into: Array("编号,题名\n".utf8)) == nil)
  }
}
