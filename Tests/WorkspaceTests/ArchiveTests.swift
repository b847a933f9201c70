import Addressing
import Diagnostics
import Foundation
import FoundationXML
import Testing

@testable import Disk
@testable import Reports
@testable import Workspace

@Suite("An archive keeps a year whole, and tells what was done to it")
struct ArchiveTests {
  /// As long as a file's name may be by the rule for ids.
  private static let longName = String(repeating: "long-name-", count: 6) + "abcd"

  /// The small project with a story of everything that must survive: a Chinese title, a picture, a table, a chart.
  private func project() throws -> TemporaryFolder {
    let folder = try PublishedProject.folder()
    try folder.write(
      "content/campaigns/river/index.md",
      "---\ntitle: 打开门，走到河边\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一条河\n---\n\n正文。\n")
    try folder.write(
      "content/campaigns/river/map.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>")
    try folder.write("content/campaigns/river/rivers.csv", "河道,氨氮\n柳渚河,0.70\n三塘河,0.41\n")
    try folder.write(
      "content/campaigns/river/\(Self.longName).md",
      """
      ---
      title: 两个周六，采完三条河的断面·买买提与𠮷田
      date: 2025-03-12
      branch: b01
      author: wang-wei
      picture: map.svg
      picture_alt: 示意图
      summary: 一句
      ---

      柳渚河最高。

      | 河道 | 断面 |
      |---|---|
      | 柳渚河 | 7 |

      ```chart
      data: csv
      file: rivers.csv
      label: 河道
      values: [氨氮]
      unit: mg/L
      title: 柳渚河是0.70
      ```

      """)
    return folder
  }

  private func archive(
    _ folder: TemporaryFolder, _ subject: ArchiveOrder.Subject = .year(2025), records: Bool = false
  ) throws -> Archived {
    let report = try makeArchive(
      ArchiveOrder(
        project: folder.path, subject: subject, output: "\(folder.path)/archives", leavesOutPDF: true, records: records)
    )
    let formatter = DiagnosticFormatter(tree: report.tree, language: .english)
    return try #require(report.archived, "\(formatter.report(report.diagnostics))")
  }

  @Test("from the bag alone the site is built again, file by file the same", arguments: [false, true])
  func rebuilt(isRecorded: Bool) throws {
    let folder = try project()
    _ = try archive(folder, records: isRecorded)
    let before = try PublishedProject.build(folder)
    let report = try buildSite(
      project: "\(folder.path)/archives/year-2025/year-2025/data/project", output: "\(folder.path)/again")
    #expect(report.publication != nil)
    let after = try folder.contents(of: "again")
    #expect(before.keys.sorted() == after.keys.sorted())
    // The catalogue of archives tells what happened after the bag was closed.
    let differing = before.keys.filter { before[$0] != after[$0] }.sorted()
    #expect(differing == (isRecorded ? [".dualpoints/manifest", "archives.html"] : []))
  }

  @Test("the same content gives the same bytes again, also once it is entered into the catalogue")
  func sameBytes() throws {
    let folder = try project()
    let first = try archive(folder, records: true)
    let bytes = try folder.contents(of: "archives")
    let second = try archive(folder, records: true)
    #expect(first.fingerprint == second.fingerprint)
    #expect(try folder.contents(of: "archives") == bytes)
    // Entered once, and the site shows it for people to compare.
    #expect(try folder.text("content/archives.csv").split(separator: "\n").count == 2)
    let page = String(decoding: try #require(try PublishedProject.build(folder)["archives.html"]), as: UTF8.self)
    #expect(page.contains("\(first.fingerprint.prefix(4)) \(first.fingerprint.dropFirst(4).prefix(4)) "))
  }

  @Test("a story's page needs no other file, and keeps title, picture, table and chart")
  func page() throws {
    let folder = try project()
    let archived = try archive(folder, .campaign("打开门，走到河边"))
    #expect(archived.items == 2)
    let page = try folder.text("archives/campaign-river/campaign-river/data/pages/story-\(Self.longName).html")
    #expect(page.contains("买买提与𠮷田") && page.contains("柳渚河</td>") && page.contains("data:image/svg+xml;base64,"))
    #expect(page.contains("<svg") && page.contains("0.70"))
    #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("src=\"../"))
    let metadata = try folder.text("archives/campaign-river/campaign-river/data/metadata/story-\(Self.longName).xml")
    let document = try XMLDocument(xmlString: metadata)
    #expect(try document.nodes(forXPath: "//题名").first?.stringValue == "两个周六，采完三条河的断面·买买提与𠮷田")
    #expect(try document.nodes(forXPath: "//责任者").first?.stringValue == "王伟")
    #expect(try document.nodes(forXPath: "//日期").first?.stringValue == "2025-03-12")
  }

  @Test("attachments are in the bag as they are, and so is what leads on from a former address")
  func attachments() throws {
    let folder = try project()
    try folder.write("content/pages/方案.mp3", "x")
    try folder.write("content/pages/方案.md", "---\ntitle: 方案\nformerly: 旧.html\n---\n\n[听](方案.mp3)\n")
    _ = try archive(folder)
    let bag = "archives/year-2025/year-2025/data/project"
    #expect(try folder.text("\(bag)/content/pages/方案.mp3") == "x")
    #expect(try folder.text("\(bag)/content/pages/方案.md").contains("formerly: 旧.html"))
    _ = try buildSite(project: "\(folder.path)/\(bag)", output: "\(folder.path)/again")
    #expect(try folder.text("again/旧.html").contains("url=\(SitePath("方案.html").address)"))
    #expect(folder.exists("again/media/pages/方案.mp3"))
  }

  @Test("files stand in the bag byte for byte as on the disk, a table from Excel too")
  func originals() throws {
    let folder = try project()
    // “编号,名称…” as Excel saves it in China: the bag keeps GB18030, not what was read from it.
    let table: [UInt8] =
      Array("id,name,short,unit\r\nb01,".utf8) + [0xB9, 0xE2] + Array(",".utf8) + [0xB9, 0xE2]
      + Array(",x\r\nb02,y,y,y\r\n".utf8)
    try folder.write("content/branches.csv", bytes: table)
    _ = try archive(folder)
    #expect(try folder.contents(of: "archives/year-2025/year-2025/data/project")["content/branches.csv"] == Data(table))
    let ledger = try folder.text("archives/year-2025/year-2025/data/tables/ledger.csv")
    // Wang Wei's third theme day is over the yearly cap of 2 and still stands in the ledger.
    #expect(ledger.split(separator: "\r\n").filter { $0.hasPrefix("wang-wei,") }.count == 4)
  }

  @Test("folder and zip are both sound, hold the same, and are listed with their fingerprint")
  func sound() throws {
    let folder = try project()
    let archived = try archive(folder)
    for path in [archived.folder, archived.zip] {
      let report = try verifyArchive(path, against: archived.fingerprint)
      #expect(report.problems.isEmpty && report.fingerprint == archived.fingerprint)
      #expect(report.title == "小样 2025年度归档" && report.day == "2025-11-30")
    }
    #expect(
      try listArchives("\(folder.path)/archives").map(\.fingerprint) == [archived.fingerprint, archived.fingerprint])
  }

  @Test("the form to sign says the fingerprint in groups of four, and needs no other file")
  func form() throws {
    let folder = try project()
    let archived = try archive(folder)
    let form = try String(contentsOfFile: archived.form, encoding: .utf8)
    let digits =
      form.components(separatedBy: "<p class=\"fingerprint\">").last?.components(separatedBy: "</p>").first ?? ""
    let groups = digits.components(separatedBy: "<span>").dropFirst().compactMap {
      $0.components(separatedBy: "</span>").first
    }
    #expect(groups.count == 16 && groups.allSatisfy { $0.count == 4 })
    #expect(groups.joined() == archived.fingerprint)
    #expect(!form.contains("<link"))
  }

  @Test("what was done to a bag on the disk is told all at once: changed, added, deleted, renamed, linked")
  func tampered() throws {
    let folder = try project()
    let bag = try archive(folder).folder
    let files = FileManager.default
    try folder.write("archives/year-2025/year-2025/data/project/content/about.md", "---\ntitle: 关于\n---\n\n正文！\n")
    try folder.write("archives/year-2025/year-2025/read-me.txt", "x")
    try files.removeItem(atPath: "\(bag)/data/project/content/brand.yaml")
    try files.moveItem(atPath: "\(bag)/data/tables/ledger.csv", toPath: "\(bag)/data/tables/ledger2.csv")
    try files.removeItem(atPath: "\(bag)/data/tables/ledger.json")
    try files.createSymbolicLink(atPath: "\(bag)/data/tables/ledger.json", withDestinationPath: "/etc/hostname")
    try files.linkItem(atPath: "\(bag)/bagit.txt", toPath: "\(folder.path)/outside")
    try files.createDirectory(atPath: "\(bag)/data/empty", withIntermediateDirectories: false)
    let problems = try verifyArchive(bag).problems.map(\.en)
    for part in [
      "about.md: changed", "read-me.txt: added", "brand.yaml: gone",
      "ledger2.csv: renamed; it was data/tables/ledger.csv",
      "ledger.json: a link", "bagit.txt: a hard link", "data/empty: an empty folder", "Payload-Oxum says",
    ] {
      #expect(problems.contains { $0.contains(part) }, "\(part) not in \(problems)")
    }
  }

  @Test("a bag makes way for a newer one; what is no bag stays where it is")
  func replaced() throws {
    let folder = try project()
    let first = try archive(folder)
    try folder.write("content/about.md", "---\ntitle: 关于\n---\n\n新的正文。\n")
    let second = try archive(folder)
    #expect(first.fingerprint != second.fingerprint)
    #expect(try verifyArchive(second.folder, against: second.fingerprint).problems.isEmpty)
    // The earlier paper doesn't fit any more.
    #expect(try verifyArchive(second.zip, against: first.fingerprint).problems.count == 1)
    #expect(try names(in: folder, "archives") == ["year-2025"])
    #expect(
      try names(in: folder, "archives/year-2025") == ["year-2025", "year-2025-handover.html", "year-2025.zip"])
    try folder.write("archives/campaign-river/mine.txt", "x")
    let failure = #expect(throws: EnvironmentFailure.self) { try archive(folder, .campaign("river")) }
    #expect(failure?.message.en.contains("archives/campaign-river/mine.txt") == true)
    #expect(try folder.text("archives/campaign-river/mine.txt") == "x")
  }

  private func names(in folder: TemporaryFolder, _ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(name)").sorted()
  }

  private func number(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  @Test("an archive that says the same isn't touched, one of whose bytes was changed is made anew")
  func untouched() throws {
    let folder = try project()
    let first = try archive(folder)
    let paths = ["\(folder.path)/archives/year-2025", first.folder, first.zip, first.form]
    let numbers = try paths.map(number)
    _ = try archive(folder, records: true)
    #expect(try paths.map(number) == numbers)
    let page = "archives/year-2025/year-2025-handover.html"
    try folder.write(page, try folder.text(page).replacing("归档", with: "规档"))
    _ = try archive(folder)
    #expect(try !folder.text(page).contains("规档"))
    try folder.write("archives/year-2025/year-2025/data/added.txt", "x")
    #expect(try verifyArchives("\(folder.path)/archives/year-2025").map(\.problems.isEmpty) == [false, true])
    _ = try archive(folder)
    #expect(try verifyArchives("\(folder.path)/archives/year-2025").map(\.problems.isEmpty) == [true, true])
  }

  @Test("killed where folders can't be exchanged, the archive was put aside: the next run puts it back, and clears up")
  func putAside() throws {
    let folder = try project()
    let first = try archive(folder)
    let place = "\(folder.path)/archives"
    let numbers = try [first.zip, first.form].map(number)
    try FileManager.default.moveItem(atPath: "\(place)/year-2025", toPath: "\(place)/.year-2025.staging-77-old")
    try folder.write("archives/.year-2025.staging-77/year-2025/bagit.txt", "BagIt-Ver")
    _ = try archive(folder)
    #expect(try [first.zip, first.form].map(number) == numbers)
    #expect(try names(in: folder, "archives") == ["year-2025"])
  }

  @Test("a scan that was put beside the bag stays: the same archive lets it be, a newer one names it and stops")
  func scan() throws {
    let folder = try project()
    let first = try archive(folder)
    try folder.write("archives/year-2025/signed.pdf", "scan")
    _ = try archive(folder)
    try folder.write("content/about.md", "---\ntitle: 关于\n---\n\n新的正文。\n")
    let failure = #expect(throws: EnvironmentFailure.self) { try archive(folder) }
    #expect(failure?.message.zh.contains("archives/year-2025/signed.pdf") == true)
    #expect(try folder.text("archives/year-2025/signed.pdf") == "scan")
    #expect(try verifyArchive(first.folder, against: first.fingerprint).problems.isEmpty)
  }

  @Test("an archive as earlier versions laid it out, side by side, is named and left alone")
  func earlierLayout() throws {
    let folder = try project()
    _ = try archive(folder)
    let files = FileManager.default
    let (old, place) = ("\(folder.path)/old", "\(folder.path)/archives")
    try files.moveItem(atPath: "\(place)/year-2025", toPath: old)
    for name in try files.contentsOfDirectory(atPath: old) {
      try files.moveItem(atPath: "\(old)/\(name)", toPath: "\(place)/\(name)")
    }
    let before = try folder.contents(of: "archives")
    let failure = #expect(throws: EnvironmentFailure.self) { try archive(folder) }
    for name in ["year-2025", "year-2025.zip", "year-2025-handover.html"] {
      #expect(failure?.message.en.contains("\(place)/\(name)") == true, "\(name)")
    }
    #expect(try folder.contents(of: "archives") == before)
    // Its bag and zip are still told of.
    #expect(try listArchives(place).map(\.problems.isEmpty) == [true, true])
  }

  @Test("a campaign or year that isn't there is refused by name, and nothing is written")
  func unknown() throws {
    let folder = try project()
    let failure = #expect(throws: UsageFailure.self) { try archive(folder, .campaign("rivr")) }
    #expect(failure?.message.en.contains("did you mean “river”?") == true)
    #expect(throws: UsageFailure.self) { try archive(folder, .year(1999)) }
    #expect(!folder.exists("archives"))
  }
}
