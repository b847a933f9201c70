import Diagnostics
import Foundation
import Testing
import TinyWorkbooks

@testable import Disk
@testable import Reports
@testable import Workspace

/// Workbooks with columns of numbers of persons, which a rule leaves out: an archive keeps tables in their place.
@Suite("Numbers in columns that are left out", .serialized)
struct PersonalWorkbookTests {
  private static let year = "content/years/2025"
  /// Made up: a number of an identity card that checks, and mobile numbers.
  private static let numbers = ["11010519491231002X", "13800138000", "13912345678", "15000001111"]

  /// The small project, its roster and a part of its records and hours in workbooks with such columns; beside them an
  /// objection and corrections that cite cells.
  private func project() throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    try FileManager.default.removeItem(atPath: "\(folder.path)/content/members/all.csv")
    try book(
      folder, "content/members/花名册",
      [
        (
          "党员",
          """
          甲公司党员花名册
          编号,姓名,拼音,身份证号,手机,又名
          li-na,李娜,li na,\(Self.numbers[0]),\(Self.numbers[1]),
          li-na-2,李娜,li na,,139 1234 5678,
          wang-wei,王伟,wang wei,,,大伟

          """
        )
      ], rules: "表格:\n  - 不取列: {身份证号: 不入库, 手机: 不入库}\n")
    try book(
      folder, "\(Self.year)/records/b01",
      [
        (
          "2月",
          """
          日期,党员,项目,数量,事由,联系电话
          2025-02-10,大伟,主题党日,,二月党日&#10;下午两点,\(Self.numbers[2])
          2025-02-11,王伟,主讲,2,讲课,
          2025-02-12,王伟、li-na,主题党日,,,

          """
        ),
        (
          "10月",
          """
          日期,党员,项目,数量,事由,联系电话
          2025-02-11,li-na,主题党日,,补记,0571-86950000
          2025-10-10,王伟,主题党日,,十月党日,

          """
        ),
        (
          "更正",
          "日期,更正,党员,原日期,项目,应为,事由\n2025-03-01,records/b01.xlsx[2月]A3,王伟,2025-02-11,主讲,1,多记一次\n"
        ),
        ("名单", "姓名,电话\n王伟,\(Self.numbers[3])\n"),
      ],
      rules: "表格:\n  - 工作表: [2月, 10月]\n    不取列: {联系电话: 不入库}\n  - 工作表: 名单\n    跳过: 只是名单\n")
    try folder.write(
      "\(Self.year)/objections.yaml",
      """
      - {id: o1, kind: 错记, member: wang-wei, raised_by: 本人, raised_on: 2025-11-20, text: 没有这回事, record: "records/b01.xlsx[10月]A3"}
      - {id: o2, kind: 错记, member: wang-wei, raised_by: 本人, raised_on: 2025-11-21, text: 不是两次, record: "records/b01.csv:3"}

      """)
    return folder
  }

  private func book(
    _ folder: TemporaryFolder, _ path: String, _ sheets: [(name: String, text: String)], rules: String
  ) throws {
    try folder.write(path + ".xlsx", bytes: TinyWorkbook(sheets: sheets).bytes)
    try folder.write(path + ".yaml", rules)
  }

  private func archive(_ folder: TemporaryFolder) throws -> Archived {
    let order = ArchiveOrder(
      project: folder.path, subject: .year(2025), output: "\(folder.path)/archives", leavesOutPDF: true)
    let report = try makeArchive(order)
    let said = DiagnosticFormatter(tree: report.tree, language: .english).report(report.diagnostics)
    return try #require(report.archived, "\(said)")
  }

  @Test("the bag has the tables as they were read, says so, and gives the same site again, citations of cells and all")
  func rebuilt() throws {
    let folder = try project()
    let before = try PublishedProject.build(folder)
    let archived = try archive(folder)
    let books = ["content/members/花名册.xlsx", "\(Self.year)/records/b01.xlsx"]
    #expect(archived.withheld == books)
    let bag = try folder.contents(of: "archives/year-2025/year-2025")
    #expect(bag.keys.allSatisfy { !$0.hasPrefix("data/project") || !$0.hasSuffix(".xlsx") })
    #expect(bag["data/project/\(Self.year)/records/b01.yaml"] != nil, "rules stay, which say how it was read")
    let table = String(decoding: bag["data/project/\(Self.year)/records/b01.xlsx.csv"] ?? Data(), as: UTF8.self)
    #expect(
      table.contains("2025-02-10,wang-wei,") && table.contains("二月党日") && table.contains(",讲课,corrected-1,"), "\(table)"
    )
    for name in ["说明文件.TXT", "文件目录.XML"] {
      let text = String(decoding: bag[name] ?? Data(), as: UTF8.self)
      for path in books + ["content/members/花名册.csv", "\(Self.year)/records/b01.xlsx.csv"] {
        #expect(text.contains(path), "\(name) says \(path)")
      }
    }
    #expect(try verifyArchive(archived.folder, against: archived.fingerprint).problems.isEmpty)

    let report = try buildSite(
      project: "\(folder.path)/archives/year-2025/year-2025/data/project", output: "\(folder.path)/again")
    let said = DiagnosticFormatter(tree: report.tree, language: .english).report(report.diagnostics)
    #expect(report.publication != nil, "\(said)")
    let after = try folder.contents(of: "again")
    #expect(before.keys.sorted() == after.keys.sorted())
    #expect(before.keys.filter { before[$0] != after[$0] }.sorted() == [])
    let citing = after.values.filter { $0.range(of: Data("records/b01.xlsx[10月]A3".utf8)) != nil }
    #expect(citing.count > 1, "pages cite the cells that paper cites")
    // Once more from the bag: it is a project as any other.
    let again = try makeArchive(
      ArchiveOrder(
        project: "\(folder.path)/archives/year-2025/year-2025/data/project", subject: .year(2025),
        output: "\(folder.path)/second", leavesOutPDF: true))
    #expect(again.archived?.withheld == [])
    #expect(try folder.contents(of: "second/year-2025/year-2025")["data/project/content/origins.csv"] != nil)
  }

  @Test("a workbook whose left-out columns hold no such numbers is kept byte for byte")
  func kept() throws {
    let folder = try SmallProject.folder()
    try book(
      folder, "\(Self.year)/records/b02", [("2月", "日期,党员,项目,事由,地点\n2025-02-10,王伟,主题党日,补记,三楼\n")],
      rules: "表格:\n  - 不取列: {地点: 不用}\n")
    let archived = try archive(folder)
    #expect(archived.withheld == [])
    let path = "\(Self.year)/records/b02.xlsx"
    let bag = try folder.contents(of: "archives/year-2025/year-2025/data/project")
    #expect(try bag[path] == folder.contents(of: "")[path])
    #expect(bag["content/origins.csv"] == nil)
  }

  @Test(
    "a number in a comment, where nothing is read, keeps the workbook out of the bag too; a document within it does")
  func besideCells() throws {
    for part in ["xl/comments1.xml", "xl/embeddings/oleObject1.bin"] {
      let folder = try SmallProject.folder()
      let rows = "日期,党员,项目,事由\n2025-02-10,wang-wei,主题党日,补记\n"
      var book = TinyWorkbook(sheets: [("2月", rows)])
      book.put(part, "<comments><comment><t>电话138</t><t>00138000</t></comment></comments>")
      try folder.write("\(Self.year)/records/b02.xlsx", bytes: book.bytes)
      #expect(try archive(folder).withheld == ["\(Self.year)/records/b02.xlsx"])
      let bag = try folder.contents(of: "archives/year-2025/year-2025/data/project")
      #expect(bag["\(Self.year)/records/b02.xlsx"] == nil && bag["\(Self.year)/records/b02.csv"] != nil, "\(part)")
    }
  }

  @Test("no number of a person stands in the site, the archive, or anything a command prints")
  func nowhere() throws {
    let folder = try project()
    let path = folder.path
    var found: [String: Data] = [:]
    let commands = [
      ["check"], ["build", "--output", "\(path)/site"],
      ["archive", "year", "2025", "--no-pdf", "-o", "\(path)/archives"],
      ["standings"], ["standings", "--format", "json"], ["explain", "wang-wei"],
      ["explain", "li-na", "--format", "csv"],
      ["tables"], ["tables", "--format", "json"], ["tables", "--reconcile"], ["tables", "--suggest", "b01.xlsx"],
      ["tables", "--suggest", "花名册.xlsx"], ["tables", "--write", "\(path)/read"],
    ]
    for arguments in commands {
      let outcome = try Program.run(arguments + ["--project", path], locale: "zh_CN.UTF-8")
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      found[arguments.joined(separator: " ")] = Data((outcome.output + outcome.errors).utf8)
    }
    for book in ["content/members/花名册.xlsx", "\(Self.year)/records/b01.xlsx"] {
      let outcome = try Program.run(["tables", "--cells", "\(path)/\(book)"], locale: "zh_CN.UTF-8")
      #expect(outcome.status == 0 && outcome.output.contains(book.contains("花") ? "138********" : "139********"))
      found["cells of \(book)"] = Data(outcome.output.utf8)
    }
    for place in ["site", "archives", "read"] {
      for (name, bytes) in try folder.contents(of: place) { found["\(place)/\(name)"] = bytes }
    }
    #expect(found.count > 60)
    // As they are written, and as somebody would search for them.
    let marks = (Self.numbers + ["139 1234 5678", "0571-86950000"]).map { Data($0.utf8) }
    for (name, bytes) in found {
      for mark in marks where bytes.range(of: mark) != nil {
        if name.hasPrefix("cells"), mark == Data("0571-86950000".utf8) { continue }
        Issue.record("\(name) has \(String(decoding: mark, as: UTF8.self))")
      }
    }
  }
}
