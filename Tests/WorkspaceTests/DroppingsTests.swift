import Diagnostics
import Foundation
import Testing
import Texts

@testable import Workspace
import Loading

@Suite("What systems, shared drives and editors leave in a folder")
struct DroppingsTests {
  private static let files = [
    "Thumbs.db", "ehthumbs.db", "DESKTOP.INI", "desktop.ini", "4913", "b01.csv~", "#b01.csv#", "b01.tmp", "B01.BAK",
    "b01.csv.swp", "~WRL0001.tmp", "~$b01.xlsx", ".~lock.b01.csv#", "._b01.csv", ".DS_Store", "5D2A1000", "Icon\r",
    "~syncthing~b01.csv.tmp", "b01.csv:Zone.Identifier", "map.svg@SynoEAStream", "b01.csv___jb_tmp___", "备份 b01.wbk",
  ]
  private static let folders = [
    "$RECYCLE.BIN", "System Volume Information", "@eaDir", "#recycle", "@Recycle", "__MACOSX", ".stversions",
    "FOUND.000",
  ]

  @Test("they are passed over and counted, in whatever letters; with them the project checks and builds")
  func passedOver() throws {
    let folder = try SmallProject.folder()
    let place = "content/years/2025/records/"
    for name in Self.files { try folder.write(place + name, "x") }
    for name in Self.folders { try folder.write("\(place)\(name)/inside.csv", "x") }
    try folder.write("templates/Thumbs.db", "x")
    let report = try checkSite(project: folder.path)
    #expect(!report.diagnostics.hasErrors, "\(report.diagnostics.map { $0.path ?? "" })")
    #expect(report.tree.passedOver.count == Self.files.count + Self.folders.count + 1)
    let chinese = try Program.run(["check", "--project", folder.path], locale: "zh_CN.UTF-8")
    #expect(chinese.output.contains("跳过 31 个不是内容的文件或文件夹"), "\(chinese.output)")
    let built = try Program.run(["build", "--project", folder.path], locale: "en_US.UTF-8")
    #expect(built.output.contains("passed over 31 files or folders"), "\(built.output)")
    #expect(built.output.split(separator: "\n").count == 2)
    // Nothing of theirs steers the terminal.
    #expect(!built.output.contains("\r"))
  }

  @Test(
    "what a person may have meant stays a mistake",
    arguments: [
      "b01.docx", "合影.heic", "b01 - 副本", "b01.csv.old", "2025030", "notes.txt2", "#b01", "Thumbs", "tmp",
    ])
  func meant(name: String) throws {
    let folder = try SmallProject.folder()
    try folder.write("content/years/2025/records/" + name, "x")
    #expect(try checkSite(project: folder.path).diagnostics.map(\.code) == [.unknownFile])
  }

  @Test("so does a workbook that is none")
  func noWorkbook() throws {
    let folder = try SmallProject.folder()
    try folder.write("content/years/2025/records/b01.xlsx", "x")
    #expect(try checkSite(project: folder.path).diagnostics.map(\.code) == [.workbookRefused])
  }

  @Test("a folder named like a leftover file is looked into: its tables are not lost")
  func folderNames() throws {
    let folder = try SmallProject.folder()
    try folder.write("content/years/2025/records.bak/b01.csv", "date,member,item\n")
    #expect(try checkSite(project: folder.path).diagnostics.map(\.code) == [.unknownFile])
  }

  private func codes(ignoring patterns: String, _ files: [String]) throws -> (codes: [DiagnosticCode], words: String) {
    let folder = try SmallProject.folder()
    try folder.write("content/site.yaml", try folder.text("content/site.yaml") + "ignore: \(patterns)\n")
    for name in files { try folder.write("content/" + name, "x") }
    let report = try checkSite(project: folder.path)
    return (report.diagnostics.filter { $0.severity == .error }.map(\.code), report.tree.passedOverWords?.en ?? "")
  }

  @Test("a project names further ones, files and folders, in whatever letters, and they are named when counted")
  func own() throws {
    let (codes, words) = try codes(
      ignoring: "[\"*.XLSX\", \"备份-*\", \"b0?-alt.csv\"]",
      ["years/2025/records/b01.xlsx", "备份-三月/a.csv", "members/b01-alt.csv"])
    #expect(codes == [])
    #expect(words.contains("3 named by ignore in site.yaml (b01-alt.csv, b01.xlsx, 备份-三月)"), "\(words)")
  }

  @Test(
    "a pattern that would pass over content, or is none, is a mistake at its place and passes over nothing",
    arguments: [
      "*", "*.csv", "*.*", "?*.CSV", "b*.csv", "site.yaml", "years", "20*", "*.md", "content/*.xlsx", "r*.yaml",
      "*.png",
    ])
  func tooWide(pattern: String) throws {
    #expect(try codes(ignoring: "[\"\(pattern)\"]", []).codes == [.unusablePattern])
  }

  @Test("a pattern of nothing is no pattern, as an empty item of any list is none")
  func nothing() throws {
    #expect(try codes(ignoring: "[\"\"]", []).codes == [.missingValue])
  }

  @Test("kinds count in capitals too: a project whose tables, texts and pictures are so named gives the same site")
  func capitals() throws {
    let folder = try PublishedProject.folder()
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>"
    let story = """
      ---
      title: 到河边
      date: 2025-03-12
      branch: b01
      author: wang-wei
      picture: map.SVG
      picture_alt: 图
      summary: 一句
      ---

      正文。

      ```chart
      data: csv
      file: Rivers.CSV
      label: 河道
      values: [氨氮]
      unit: mg/L
      title: 柳渚河是0.70
      ```

      """
    try folder.write(
      "content/campaigns/river/index.md",
      "---\ntitle: 打开门\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一条河\n---\n\n正文。\n")
    try folder.write("content/campaigns/river/map.SVG", picture)
    try folder.write("content/campaigns/river/Rivers.CSV", "河道,氨氮\n柳渚河,0.70\n三塘河,0.41\n")
    try folder.write("content/campaigns/river/to-the-river.md", story)
    let before = try PublishedProject.build(folder)
    #expect(before.keys.contains { $0.utf8.suffix(7).elementsEqual("map.SVG".utf8) }, "\(before.keys.sorted())")
    let files = FileManager.default
    for path in try files.subpathsOfDirectory(atPath: folder.path + "/content") {
      let url = URL(fileURLWithPath: "\(folder.path)/content/\(path)")
      guard ["csv", "yaml", "md"].contains(url.pathExtension) else { continue }
      let upper = url.deletingPathExtension().appendingPathExtension(url.pathExtension.uppercased())
      try files.moveItem(at: url, to: upper)
    }
    let after = try PublishedProject.build(folder)
    #expect(before.keys.sorted() == after.keys.sorted())
    // Pages cite a record's file as it is called.
    func folded(_ data: Data?, _ path: String) throws -> String {
      String(decoding: withoutFolders(try words(of: data ?? Data(), at: path)), as: UTF8.self).lowercased()
    }
    for path in before.keys where !path.contains("manifest") {
      #expect(try folded(before[path], path) == folded(after[path], path), "\(path)")
    }
    let archived = try makeArchive(
      ArchiveOrder(project: folder.path, subject: .year(2025), output: folder.path + "/archives", leavesOutPDF: true))
    #expect(archived.archived != nil)
    #expect(folder.exists("archives/year-2025/year-2025/data/project/content/members/all.CSV"))
  }

  @Test("two tables whose names differ in the letters of their kind are one file elsewhere, and told")
  func clash() throws {
    let folder = try SmallProject.folder()
    try folder.write("content/branches.CSV", try folder.text("content/branches.csv"))
    #expect(try checkSite(project: folder.path).diagnostics.contains { $0.code == .pathConflict })
  }
}
