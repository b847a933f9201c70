import Diagnostics
import Disk
import Foundation
import SQLite
import Tables
import Testing

@testable import Reports
@testable import Workspace

@Suite("The ledger is exported whole or not at all")
struct ExportTests {
  /// The boards name one; a reason of exemption, a veto and who vouched are nobody's business.
  private static func planted() throws -> LedgerProject {
    try LedgerProject { path, text in
      switch path {
      case "years/2025/rulebook.yaml":
        text.replacing("branches:\n", with: "branches:\n  vetoes: [安全事故]\n")
          + "vetoes: [违反纪律]\nranking: {published: 1}\nqualification: {per_branch: 1}\ncadre: {best_percent: 100}\n"
      case "members/all.csv": text + "chen-mo,陈默,chen mo\n"
      case "memberships/all.csv":
        text.replacing("standing\n", with: "standing,exempt\n").replacing("正式\n", with: "正式,\n")
          + "chen-mo,b01,2020-01-01,正式,腰椎术后休养\n"
      default: text
      }
    }
  }

  private static let decisions = """
    vetoes:
      - {member: li-na, reason: 违反纪律, signed_by: 公司党委, on: 2025-11-20, note: 甲子乙丑}
      - {branch: b02, reason: 安全事故, signed_by: 公司党委, on: 2025-11-21, note: 丙寅丁卯}
    cadres:
      - member: wang-wei
        attested: [{criteria: [意愿], by: 核实人甲, on: 2025-11-20}]
        signed_by: 公司党委
        on: 2025-11-22

    """

  @Test("what the intranet hides isn't in its export, in whatever form; the office has all of it")
  func hidden() throws {
    let project = try Self.planted()
    try project.folder.write("content/years/2025/decisions.yaml", Self.decisions)
    let words = ["腰椎术后休养", "违反纪律", "甲子乙丑", "丙寅丁卯", "核实人甲"]
    for profile in SiteProfile.allCases {
      let path = "\(project.folder.path)/\(profile.rawValue).sqlite"
      let folder = "\(profile.rawValue)-csv"
      let (size, _, found) = try exportLedger(project.order(profile), as: .sqlite, to: path)
      _ = try exportLedger(project.order(profile), as: .csv, to: "\(project.folder.path)/\(folder)")
      try #require(size != nil, "\(found.map(\.message.en))")
      var files = try project.folder.contents(of: folder)
      files["sqlite"] = try Data(contentsOf: URL(filePath: path))
      for word in words {
        let named = files.filter { $0.value.range(of: Data(word.utf8)) != nil }.keys
        #expect(profile == .office ? named.count >= 2 : named.isEmpty, "\(word): \(named)")
      }
      let ranks = try project.database(profile).lines(
        "SELECT member FROM standings WHERE period = '2025' AND of_branch IS NULL AND of_pathway IS NULL ORDER BY rank")
      let decisions = try project.database(profile).lines("SELECT id, matter FROM decisions ORDER BY id")
      #expect(decisions == (profile == .office ? ["1|cadre", "2|veto", "3|branch_veto"] : []), "\(decisions)")
      let first = try project.database(profile).lines("SELECT DISTINCT since FROM stays")
      #expect(first == [profile == .office ? "2020-01-01" : "-"])
      #expect(ranks == (profile == .office ? ["wang-wei", "li-na", "li-na-2"] : ["wang-wei"]))
      #expect(try project.database(profile).lines("PRAGMA foreign_key_check") == [])
    }
  }

  @Test("it goes neither among the content nor among what is published, nor over what is there")
  func places() throws {
    let project = try LedgerProject()
    _ = try buildSite(project: project.folder.path, output: "\(project.folder.path)/elsewhere")
    let before = try project.folder.contents(of: ".").keys.sorted()
    for place in [
      "content/a.sqlite", "public/a.sqlite", "office/a.sqlite", "elsewhere/a.sqlite", "elsewhere/2025/a.sqlite",
      "content",
    ] {
      #expect(throws: EnvironmentFailure.self, "\(place)") {
        try exportLedger(project.order(), as: .sqlite, to: "\(project.folder.path)/\(place)")
      }
    }
    #expect(throws: UsageFailure.self) {
      try exportLedger(project.order(), as: .csv, to: "\(project.folder.path)/elsewhere")
    }
    #expect(try project.folder.contents(of: ".").keys.sorted() == before)
  }

  @Test("neither does what a query or a report writes, nor over what it reads, nor over what is no file")
  func reports() throws {
    let project = try LedgerProject()
    let root = project.folder.path
    _ = try buildSite(project: root, output: "\(root)/elsewhere")
    try project.folder.write("q.sql", "SELECT 1")
    try project.folder.write("kept", "x")
    try project.folder.write("templates/x.mustache", "x")
    mkfifo("\(root)/pipe", 0o600)
    symlink("kept", "\(root)/link")
    symlink("content", "\(root)/way")
    let places = [
      "content/a.csv", "content/site.yaml", "templates/a.csv", ".dualpoints/a.csv", "public/a.csv", "office/a.csv",
      "elsewhere/a.csv", "elsewhere/2025/a.csv", "way/a.csv", "pipe", "link", "content",
    ]
    let before = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    for place in places {
      #expect(throws: EnvironmentFailure.self, "\(place)") {
        try writeReport(
          listedQueries(), .text(.csv), in: .english, to: "\(root)/\(place)", project: root)
      }
    }
    for place in ["pipe", "link", "content"] {
      #expect(throws: EnvironmentFailure.self, "\(place)") { try replaceMadePage("\(root)/\(place)", with: [1]) }
    }
    #expect(throws: UsageFailure.self) {
      try refuseOutput("\(root)/./q.sql", project: root, apartFrom: ["\(root)/q.sql"])
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: root).sorted() == before)
    #expect(try project.folder.text("kept") == "x")
    try writeReport(listedQueries(), .text(.csv), in: .english, to: "\(root)/kept", project: root)
    #expect(try project.folder.text("kept").contains("donors"))
  }

  @Test("what was there before stays, unless it is empty, an earlier export or to be replaced")
  func replacing() throws {
    let project = try LedgerProject()
    let path = "\(project.folder.path)/a.sqlite"
    let export = { (replaces: Bool) in
      try exportLedger(project.order(), as: .sqlite, to: path, replaces: replaces).0
    }
    try project.folder.write("a.sqlite", "")
    let size = try #require(try export(false))
    #expect(try export(false) == size)
    for other in ["会议纪要", "SQLite format 3\0" + String(repeating: "x", count: 100)] {
      try project.folder.write("a.sqlite", other)
      let fault = #expect(throws: UsageFailure.self) { try export(false) }
      #expect(fault?.message.en.contains("--replace") == true)
      #expect(try project.folder.text("a.sqlite") == other)
    }
    #expect(try export(true) == size)
  }

  @Test("a mistake in the content stops it, and nothing is written")
  func mistaken() throws {
    let project = try LedgerProject { path, text in
      path == "years/2025/ratings.csv" ? text.replacing("b01", with: "b99") : text
    }
    let path = "\(project.folder.path)/a.sqlite"
    let (size, _, diagnostics) = try exportLedger(project.order(), as: .sqlite, to: path)
    #expect(size == nil && diagnostics.hasErrors)
    #expect(!project.folder.exists("a.sqlite"))
  }
}
