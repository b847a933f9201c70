import Diagnostics
import Foundation
import Reports
import Testing

@testable import Workspace

@Suite("Several companies, one site")
struct GroupEndToEndTests {
  /// Two companies with the records of the small project. 乙公司 gives 37 points where 甲公司 gives one: 王伟 has 5.00 points
  /// in one, 74 + 3 = 77.00 in the other.
  private static func folder(
    as day: String = "2025-11-30", _ edit: (_ company: String, _ path: String, _ text: String) -> String = { $2 }
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for company in ["a", "b"] {
      for (path, text) in SmallProject.files {
        var text = edit(company, path, text).replacing("as_of: 2025-11-30", with: "as_of: \(day)")
        if company == "b" {
          text = text.replacing("甲公司", with: "乙公司").replacing(
            "points: 1, cap: {year: 2}", with: "points: 37, cap: {year: 74}")
        }
        try folder.write("\(company)/content/\(path)", text)
      }
    }
    try folder.write("group.yaml", "title: 甲乙集团\ncompanies:\n  - {folder: b}\n  - {folder: a, short: 甲}\n")
    return folder
  }

  private static func run(
    _ folder: TemporaryFolder, output: String? = nil, asOf: String? = nil, profile: SiteProfile = .intranet,
    isCheck: Bool = false
  ) throws -> (outcome: GroupOutcome, words: String) {
    var words = ""
    let request = GroupRequest(
      paths: ["\(folder.path)/group.yaml"], output: output.map { "\(folder.path)/\($0)" }, asOf: asOf, profile: profile)
    let outcome = try runGroup(request, isCheck: isCheck) { found in
      guard !found.diagnostics.isEmpty else { return }
      words += DiagnosticFormatter(tree: found.tree, language: .english, folder: found.folder).report(found.diagnostics)
    }
    return (outcome, words)
  }

  @Test("companies stand side by side with both counts, each leading to its own page; no points and nobody's name")
  func published() throws {
    let folder = try Self.folder()
    let (outcome, words) = try Self.run(folder)
    #expect(outcome.mistaken == 0 && outcome.publication != nil, "\(words)")
    let site = try folder.contents(of: "public")
    let own = site.filter { !$0.key.hasPrefix("a/") && !$0.key.hasPrefix("b/") && $0.key.hasSuffix(".html") }
    #expect(own.keys.sorted().prefix(3) == ["2025/activities.html", "2025/index.html", "2025/late.html"])
    #expect(own.count == 9)
    // Two of three have a posting, in each company; the sum is four of six.
    let home = try folder.text("public/index.html").asWritten
    #expect(
      home.contains("href=\"b/years.html#y2025\">2/3</a>") && home.contains("href=\"a/years.html#y2025\">2/3</a>"))
    #expect(home.contains("合计66.7%"))
    #expect(home.contains("2家公司、6名党员"))
    // The file's order, though 甲 comes first by any name.
    let places = try ["c-t\">乙公司<", "c-t\">甲<"].map { try #require(home.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
    // Three records of 王伟, a lecture, and one of 李娜: 5 of 3 heads.
    #expect(try folder.text("public/2025/records.html").asWritten.contains("href=\"../a/years.html#y2025\">5/3</a>"))
    for (path, bytes) in own {
      let text = String(decoding: bytes, as: UTF8.self).asWritten
      for hidden in ["77.00", "5.00", "37.00", "王伟", "李娜"] { #expect(!text.contains(hidden), "\(path): \(hidden)") }
    }
    #expect(try folder.text("public/b/2025/standings/index.html").contains("77.00"))
    // The page that the counts lead to says them.
    let years = try folder.text("public/a/years.html").asWritten
    #expect(years.contains("id=\"y2025\"") && years.contains(">2<small>名</small>") && years.contains("3名参加排名"))
    // And the way back.
    #expect(try folder.text("public/a/2025/welfare.html").asWritten.contains("href=\"../../index.html\">甲乙集团</a>"))
  }

  @Test("the same folders give the same bytes, and a second run leaves what others put there")
  func again() throws {
    let folder = try Self.folder()
    #expect(try Self.run(folder, output: "one").outcome.publication != nil)
    #expect(try Self.run(folder, output: "two").outcome.publication != nil)
    #expect(try folder.contents(of: "one") == folder.contents(of: "two"))
    try folder.write("two/note.txt", "ours")
    #expect(try Self.run(folder, output: "two").outcome.publication != nil)
    #expect(try folder.text("two/note.txt") == "ours")
  }

  @Test("with a mistake in any company all mistakes of all are told, each in its folder, and the old site stands")
  func mistakes() throws {
    let folder = try Self.folder { company, path, text in
      path == "years/2025/records/b01.csv" ? text + "2025-05-01,nobody-\(company),theme-day,,x\n" : text
    }
    try folder.write("public/index.html", "old")
    for isCheck in [true, false] {
      let (outcome, words) = try Self.run(folder, isCheck: isCheck)
      #expect(outcome.mistaken == 2 && outcome.publication == nil)
      for company in ["a", "b"] {
        #expect(words.contains("\(folder.path)/\(company)/content/years/2025/records/b01.csv:7:12"), "\(words)")
        #expect(words.contains("nobody-\(company)"))
      }
    }
    #expect(try folder.contents(of: "public").keys.sorted() == ["index.html"])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("staging") }
    #expect(left.isEmpty)
  }

  @Test("a company with an address of its own is linked there and not built; robots are told of all the others' maps")
  func elsewhere() throws {
    let folder = try Self.folder()
    try folder.write(
      "group.yaml",
      "title: 甲乙集团\nbase_address: https://g.example.org/jifen\nnotice: 虚构\ncompanies:\n"
        + "  - {folder: a}\n  - {folder: b, url: \"https://b.example.org/points\"}\n")
    #expect(try Self.run(folder).outcome.publication != nil)
    #expect(folder.exists("public/a/index.html") && !folder.exists("public/b"))
    #expect(try folder.text("public/index.html").contains("=https://b.example.org/points/2025/welfare.html"))
    #expect(
      try folder.text("public/robots.txt").contains(
        "Sitemap: https://g.example.org/jifen/sitemap.xml\nSitemap: https://g.example.org/jifen/a/sitemap.xml\n"))
    #expect(!folder.exists("public/a/robots.txt"))
    #expect(try folder.text("public/a/index.html").contains("=https://g.example.org/jifen/a/index.html"))
  }

  @Test("a check writes nothing, and two companies of one name are told")
  func checked() throws {
    let folder = try Self.folder { _, path, text in
      path == "organisation.yaml" ? text.replacing("甲公司", with: "同名公司") : text
    }
    try folder.write("group.yaml", "title: 集团\ncompanies: [{folder: a}, {folder: b}]\n")
    let (outcome, words) = try Self.run(folder, isCheck: true)
    #expect(outcome.mistaken == 1)
    #expect(words.contains("group-name") && words.contains("group.yaml:2:35"), "\(words)")
    #expect(!folder.exists("public"))
  }

  @Test("companies that stand for every day are read for the group's, which is asked for")
  func daily() throws {
    let folder = try Self.folder(as: "逐日")
    #expect(throws: UsageFailure.self) { try Self.run(folder) }
    let (outcome, words) = try Self.run(folder, asOf: "2025-03-31")
    #expect(outcome.publication != nil, "\(words)")
    // In April 李娜's only record is to come: one of three.
    #expect(try folder.text("public/index.html").asWritten.contains("href=\"a/years.html#y2025\">1/3</a>"))
  }

  @Test("the office's edition stands apart and says so on the group's pages too")
  func office() throws {
    let folder = try Self.folder()
    #expect(try Self.run(folder, profile: .office).outcome.publication != nil)
    #expect(!folder.exists("public"))
    #expect(try folder.text("office/index.html").asWritten.contains("办公室内部版"))
    #expect(try folder.text("office/a/index.html").asWritten.contains("办公室内部版"))
  }

  @Test("the group's own template stands in place of the program's; one that no page of the group uses is told")
  func templates() throws {
    let folder = try Self.folder()
    let row = try String(contentsOfFile: "\(Program.packageRoot)/templates/group/companies.mustache", encoding: .utf8)
    try folder.write("templates/group/companies.mustache", row + "<p>集团自己的</p>")
    try folder.write("templates/home.mustache", "x")
    let (outcome, words) = try Self.run(folder)
    #expect(outcome.publication != nil, "\(words)")
    #expect(words.contains("unused-template") && words.contains("templates/home.mustache"), "\(words)")
    #expect(try folder.text("public/index.html").asWritten.contains("集团自己的"))
  }
}
