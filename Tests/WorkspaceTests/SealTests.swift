import Diagnostics
import Foundation
import Testing
import Texts

@testable import Reports
@testable import Workspace

@Suite("What was sealed stays as it was")
struct SealTests {
  /// The small project with March 2025 sealed on the day of its report, then a day later.
  private func sealed() throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    let (report, _, _) = try sealPeriod("2025-03", project: folder.path)
    // Two records and the activity of March.
    #expect(report?.entries == 3)
    try folder.write("content/site.yaml", "as_of: 2025-11-30\ntitle: 小样\nlanguage: zh\nnotice: 虚构\n")
    return folder
  }

  private func found(_ folder: TemporaryFolder) throws -> [Diagnostic] {
    try scoreProject(folder.path, asOf: nil).2.filter { $0.severity == .error }
  }

  private let records = "content/years/2025/records/b01.csv"

  private func edit(_ folder: TemporaryFolder, _ path: String, _ old: String, _ new: String) throws {
    let text = try folder.text(path)
    try #require(text.contains(old))
    try folder.write(path, text.replacing(old, with: new))
  }

  @Test("untouched, split over other files, sorted anew or saved with a mark, a sealed month is what it was")
  func moved() throws {
    let folder = try sealed()
    #expect(try found(folder).isEmpty)
    let line = "2025-03-11,wang-wei,lecture,1.5,讲课\n"
    try edit(folder, records, line, "")
    try folder.write(
      "content/years/2025/records/a.csv", "\u{FEFF}日期,党员,项目,数量,事由\r\n2025/3/11,wang-wei,lecture,1.50,讲课\r\n")
    #expect(try found(folder).isEmpty)
  }

  @Test("a changed record is named with what it gave then and gives now")
  func changed() throws {
    let folder = try sealed()
    try edit(folder, records, "lecture,1.5,讲课", "lecture,3,讲课")
    let errors = try found(folder)
    #expect(errors.map(\.code) == [.sealBroken])
    // 1.5 and 3 lectures of 2 points.
    #expect(errors.first?.message.zh.contains("records/b01.csv:5，wang-wei 2025-03-11 得 3.00 分，现在 6.00 分") == true)
    #expect(errors.first?.place?.line == 5)
  }

  @Test("a removed record is told at the seal's own line")
  func removed() throws {
    let folder = try sealed()
    try edit(folder, records, "2025-03-11,wang-wei,lecture,1.5,讲课\n", "")
    let errors = try found(folder)
    #expect(errors.map(\.code) == [.sealBroken])
    #expect(errors.first?.message.en.contains("is gone: at records/b01.csv:5 it gave wang-wei 3.00") == true)
  }

  @Test("a record that comes later says when and why; a correction too; other months are free")
  func late() throws {
    let folder = try sealed()
    let late = "content/years/2025/records/late.csv"
    try folder.write("content/site.yaml", "as_of: 2025-12-05\ntitle: 小样\nlanguage: zh\nnotice: 虚构\n")
    try folder.write(late, "日期,党员,项目,数量,事由,补录日期\n2025-03-20,li-na,lecture,1,漏记,\n")
    #expect(try found(folder).map(\.code) == [.lateWithoutReason])
    try folder.write(late, "日期,党员,项目,数量,事由,补录日期\n2025-03-20,li-na,lecture,1,,2025-12-03\n")
    #expect(try found(folder).map(\.code) == [.lateWithoutReason])
    try folder.write(
      late, "日期,党员,项目,数量,事由,补录日期\n2025-03-20,li-na,lecture,1,漏记,2025-12-03\n2025-04-20,li-na,lecture,1,四月,\n")
    #expect(try found(folder).isEmpty)
  }

  @Test("a changed rulebook is an error that says how many entries it moves")
  func rulebook() throws {
    let folder = try sealed()
    try edit(folder, "content/years/2025/rulebook.yaml", "per: 2,", "per: 3,")
    let errors = try found(folder)
    #expect(errors.map(\.code) == [.sealBroken])
    #expect(errors.first?.message.zh.contains("1 条记录的得分因此不同，例如 records/b01.csv:5 当时 3.00 分，现在 4.50 分") == true)
  }

  @Test("a seal that was edited, or lost its other half, proves nothing and says so")
  func forged() throws {
    let folder = try sealed()
    let seal = "content/years/2025/seals/2025-03"
    try edit(folder, "\(seal).csv", "lecture,3.00", "lecture,6.00")
    #expect(try found(folder).map(\.code) == [.sealBroken])
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(seal).csv")
    #expect(try found(folder).map(\.code) == [.missingFile])
  }

  @Test("the site says what is sealed, as of which day, and the fingerprint that was printed to be signed")
  func shown() throws {
    let folder = try SmallProject.folder()
    let before = try PublishedProject.build(folder)
    let notice = "2025/notice.html"
    #expect(String(decoding: try #require(before[notice]), as: UTF8.self).contains("还没有封账的时段"))
    let (report, _, _) = try sealPeriod("2025-03", project: folder.path)
    let site = try PublishedProject.build(folder)
    let page = String(decoding: try #require(site[notice]), as: UTF8.self).asWritten
    #expect(page.contains("<b>2025-03</b>已封账：2025-03-01至2025-03-31，3条"))
    let shown = try #require(page.firstMatch(of: /<code>([0-9a-f ]+)<\/code>/)).output.1
    #expect(shown.filter { $0 != " " } == report?.fingerprint)
    let years = String(decoding: try #require(site["years.html"]), as: UTF8.self)
    #expect(years.contains("2025/notice.html#seals>2025-03</a>"))
  }

  @Test("a period is sealed once, when it is over, and must exist")
  func refused() throws {
    let folder = try sealed()
    for name in ["2025-03", "2025-11", "2025", "2025-q5", "三月"] {
      #expect(throws: UsageFailure.self) { try sealPeriod(name, project: folder.path) }
    }
  }
}
