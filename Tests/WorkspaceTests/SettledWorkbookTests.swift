import Diagnostics
import Foundation
import Sheets
import Testing
import TinyWorkbooks
import Workbooks

@testable import Loading
@testable import Workspace

/// What one look after another finds is given here; nobody waits.
@Suite("A workbook that is being saved")
struct SettledWorkbookTests {
  private static let damaged = WorkbookRefusal(.damagedArchive)
  private static let whole = Workbook(sheets: [], otherSheets: ["图表"], colours: [])

  private func look(_ workbook: Workbook?, size: Int64, then later: Int64? = nil) -> WorkbookLook {
    WorkbookLook(
      result: workbook.map { .success($0) } ?? .failure(Self.damaged), before: FileMoment(number: 7, size: size),
      after: FileMoment(number: 7, size: later ?? size))
  }

  private func settle(_ looks: [WorkbookLook], isOpen: Bool = false) throws -> (
    found: Result<Workbook, WorkbookTrouble>, looks: Int, waits: Int
  ) {
    var (done, waits) = (0, 0)
    let found = try settledWorkbook(isOpen: isOpen) {
      defer { done += 1 }
      return looks[min(done, looks.count - 1)]
    } wait: {
      waits += 1
    }
    return (found, done, waits)
  }

  private func trouble(_ result: Result<Workbook, WorkbookTrouble>) -> WorkbookTrouble? {
    if case .failure(let trouble) = result { trouble } else { nil }
  }

  @Test("one that stands still is read once, whatever lock file stands beside it")
  func still() throws {
    for isOpen in [false, true] {
      let (found, looks, waits) = try settle([look(Self.whole, size: 9)], isOpen: isOpen)
      #expect(trouble(found) == nil && looks == 1 && waits == 0)
    }
  }

  @Test("half saved at the first look and whole at the third, it is read")
  func saved() throws {
    let (found, looks, waits) = try settle([
      look(nil, size: 4), look(nil, size: 8), look(Self.whole, size: 12, then: 12),
    ])
    #expect(trouble(found) == nil && looks == 3 && waits == 2)
  }

  @Test("one that changes under the reading is read again, and told after the last look")
  func written() throws {
    let (found, _, _) = try settle([look(Self.whole, size: 4, then: 8), look(Self.whole, size: 8)])
    #expect(trouble(found) == nil)
    let growing = (0..<9).map { look(Self.whole, size: Int64($0), then: Int64($0) + 1) }
    let (never, looks, waits) = try settle(growing)
    #expect(trouble(never) == .beingWritten && looks == 5 && waits == 4)
  }

  @Test("damaged and nobody's, it is told at the second look; while a program has it open, after the last")
  func damaged() throws {
    let (found, looks, _) = try settle([look(nil, size: 4)])
    #expect(trouble(found) == .refused(Self.damaged) && looks == 2)
    let (open, all, _) = try settle([look(nil, size: 4)], isOpen: true)
    #expect(trouble(open) == .halfSaved && all == 5)
  }

  @Test("on the disk: half a workbook with its lock file is told with the remedy, and the lock file is no mistake")
  func onDisk() throws {
    let folder = try SmallProject.folder()
    let bytes = TinyWorkbook(sheets: [("2月", "日期,党员,项目,事由\n2025-02-10,王伟,主题党日,补记\n")]).bytes
    let path = "content/years/2025/records/b02"
    try folder.write("\(path).xlsx", bytes: Array(bytes.prefix(bytes.count / 2)))
    try folder.write("content/years/2025/records/~$b03.xlsx", "x")
    #expect(try checkSite(project: folder.path).diagnostics.map(\.code) == [.workbookRefused])
    // Over the first two letters of a long name the mark is written.
    try folder.write("content/years/2025/records/~$2.xlsx", "x")
    let report = try checkSite(project: folder.path)
    let text = DiagnosticFormatter(tree: report.tree, language: .chinese).report(report.diagnostics)
    #expect(report.diagnostics.map(\.code) == [.workbookUnsettled], "\(text)")
    #expect(text.contains("b02.xlsx") && text.contains("存盘、关闭它"))
    try folder.write("\(path).xlsx", bytes: bytes)
    #expect(try checkSite(project: folder.path).diagnostics.filter { $0.severity == .error }.isEmpty)
  }
}
