import Diagnostics
import Foundation
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("What doesn't matter: order, line ends, languages, files")
struct OrderTests {
  private let path = "content/years/2025/records/b07.csv"

  /// A record in words that don't name its place or number.
  private func words(_ content: Content?) throws -> [String] {
    let ledger = try #require(content?.ledger)
    let year = try #require(ledger.years.first)
    return year.records.map { r in
      let corrected = r.corrects.map { "\(year.records[Int($0)].day)" } ?? ""
      return
        "\(r.day) \(ledger.roster.members[r.member].key) \(year.rulebook.items[r.item].key) \(r.quantity) \(r.level) "
        + "\(ledger.notes[Int(r.note)]) \(corrected)"
    }.sorted()
  }

  @Test("records may stand in any order and any number of files: the same records are read, corrections too")
  func shuffled() throws {
    var project = try Project.base()
    let expected = try words(project.read().content)
    let lines = (project.files[path] ?? "").split(separator: "\n")
    let header = lines[0]
    for rotation in 0..<4 {
      let body = Array(lines.dropFirst())
      let turned = body[rotation...].reversed() + body[..<rotation]
      project.files[path] = ([header] + turned.prefix(1)).joined(separator: "\n")
      project.files["content/years/2025/records/a.csv"] = ([header] + turned.dropFirst()).joined(separator: "\r\n")
      let (content, diagnostics, _, _) = project.read()
      #expect(diagnostics == [])
      #expect(try words(content) == expected)
    }
  }

  @Test("members split over files are numbered alike")
  func members() throws {
    var project = try Project.base()
    let keys = project.read().content?.ledger.roster.members.map(\.key)
    project.files["content/members/b07.csv"] = "key,name,pinyin\nzhou-jingyi,周静怡,zhou jingyi\n"
    project.files["content/members/a.csv"] = "姓名,pinyin,编号\n林知远,lin zhiyuan,lin-zhiyuan\n高远,gao yuan,gao-yuan\n"
    #expect(project.read().content?.ledger.roster.members.map(\.key) == keys)
  }

  @Test("English headers and choices, comments, blank lines, rows of bare commas, CR and quoted cells with line ends")
  func forms() throws {
    var project = try Project.base()
    project.files["content/offices.csv"] =
      "# a comment with a \" quote\r\rlevel,member,duty,branch,from\rMiddle,zhou-jingyi,secretary,b07,2024年1月1日\r,,,,\rMiddle,gao-yuan,secretary,b03,2025/7/1\r"
    project.files[path] =
      "date,member,item,note\n\n2025/3/8, zhou-jingyi ,theme-day,\"他说\"\"好\"\",\n第二行\"\n2025-06-30,gao-yuan,theme-day,　\n"
    let (content, diagnostics, tree, _) = project.read()
    #expect(diagnostics.map(\.message.en) == [])
    let ledger = try #require(content?.ledger)
    #expect(ledger.roster.offices.first?.level == .middle)
    #expect(ledger.years[0].records.map { ledger.notes[Int($0.note)] } == ["他说\"好\",\n第二行", ""])
    #expect(ledger.years[0].records.map { tree.citation(of: $0.place) } == ["\(path):3", "\(path):5"])
  }

  @Test("a place after a quoted cell of two lines, behind Han characters, is counted right")
  func place() throws {
    var project = try Project.base()
    project.files[path] = "事由,日期,党员,项目\n\"第一行\n第二行\",2025-03-08,1️⃣zhou,theme-day\n"
    let (_, diagnostics, _, marked) = project.read()
    #expect(diagnostics.map(\.place) == [marked])
    #expect(diagnostics.first?.code == .unknownMember)
  }
}

@Suite("One mistake, one diagnostic")
struct CascadeTests {
  private func codes(_ path: String, _ text: String?) throws -> [String] {
    var project = try Project.base()
    project.files[path] = text
    return project.read().diagnostics.map(\.code.rawValue)
  }

  @Test(
    "a file that can't be read doesn't make what it defines unknown",
    arguments: [
      "content/branches.csv", "content/members/b07.csv", "content/brand.yaml", "content/works/w506.md",
      "content/years/2025/rulebook.yaml", "content/years/2025/activities.csv", "content/years/2025/year.yaml",
      "content/campaigns/rivers/index.md",
    ])
  func unreadable(_ path: String) throws {
    let expected =
      path.hasSuffix("csv") ? "unclosed-quote" : path.hasSuffix("md") ? "missing-front-matter" : "yaml-syntax"
    #expect(try codes(path, path.hasSuffix("csv") ? "\"编号\n" : path.hasSuffix("md") ? "无\n" : "a: [\n") == [expected])
  }

  @Test(
    "a missing file is said once",
    arguments: [
      "content/branches.csv", "content/brand.yaml", "content/years/2025/rulebook.yaml", "content/years/2025/year.yaml",
      "content/campaigns/rivers/index.md", "content/site.yaml",
    ])
  func missing(_ path: String) throws { #expect(try codes(path, nil) == ["missing-file"]) }

  @Test(
    "two hundred stories are read in pieces: a name misspelt in many is said once, at the first, the others in order")
  func stories() throws {
    var project = try Project.base()
    let story = try #require(project.files["content/campaigns/rivers/three-rivers.md"])
    for number in 100..<300 {
      // Every third names an author nobody knows; the first of them is number 102.
      let author = number % 3 == 0 ? "author: gao-yuaan\n" : "author: gao-yuan\n"
      project.files["content/campaigns/rivers/s\(number).md"] = story.replacing("author: zhou-jingyi\n", with: author)
    }
    let (content, diagnostics, tree, _) = project.read()
    #expect(content == nil)
    #expect(diagnostics.map(\.code) == [.unknownMember])
    #expect(diagnostics.first?.message.en.hasSuffix("(written so in 65 more places)") == true)
    #expect(diagnostics.first?.place.map(tree.path(of:)) == "content/campaigns/rivers/s102.md")
    project.files = project.files.mapValues { $0.replacing("gao-yuaan", with: "gao-yuan") }
    // Of one day all, so by name.
    #expect(project.read().content?.stories.map(\.slug) == (100..<300).map { "s\($0)" } + ["three-rivers"])
  }

  @Test("a name misspelt in many rows is said once, with the number of further places")
  func repeated() throws {
    var project = try Project.base()
    project.files["content/years/2025/records/b07.csv"] =
      "日期,党员,项目,事由\n" + (1...9).map { "2025-03-0\($0),高园,theme-day,第\($0)次\n" }.joined()
    let diagnostics = project.read().diagnostics
    #expect(diagnostics.map(\.code) == [.unknownMember])
    #expect(diagnostics.first?.message.zh == "没有党员“高园”（另有 8 处也这样写）")
    #expect(
      diagnostics.first?.remedy.zh.hasPrefix("是不是“gao-yuan（高远，软件研发支部）”？") == true, "a member's name leads to the key")
  }

  @Test(
    "where two people bear the nearest name neither is suggested before the other: both are listed, with their branches"
  )
  func sharedName() throws {
    var project = try Project.base()
    project.files["content/members/b07.csv", default: ""] += "gao-yuan-2,高远,gao yuan,\n"
    project.files["content/memberships/b07.csv", default: ""] += "gao-yuan-2,b07,2020-01-01,,正式,\n"
    project.files["content/years/2025/records/b07.csv"] = "日期,党员,项目,事由\n2025-03-01,高园,theme-day,一次\n"
    let remedy = try #require(project.read().diagnostics.first { $0.code == .unknownMember }?.remedy.zh)
    #expect(remedy.hasPrefix("是不是“gao-yuan（高远，软件研发支部）、gao-yuan-2（高远，环境监测支部）”？"), "\(remedy)")
  }

  @Test("several mistakes are all found in one run, in reading order")
  func several() throws {
    var project = try Project.base()
    project.files["content/site.yaml"] = "as_of: 2025-12-11\ntitle: 红色传感\nlangauge: zh\n"
    project.files["content/years/2025/records/b07.csv"] =
      "日期,党员,项目,数量\n2025-02-30,zhou-jingyl,theme-dya,一\n2025-03-08,zhou-jingyi\n2025-03-08,gao-yuan,lecture,-2\n"
    let (content, diagnostics, _, _) = project.read()
    #expect(content == nil)
    #expect(
      diagnostics.map(\.code.rawValue) == [
        "unknown-key", "malformed-date", "unknown-member", "unknown-item", "malformed-number", "ragged-row",
        "negative-number",
      ])
  }

  @Test("a member decided on twice would print two certificates: refused, naming the first")
  func decidedTwice() throws {
    var project = try Project.base()
    let entry = "- {member: zhou-jingyi, signed_by: 公司党委, on: 2025-12-10}\n"
    project.files["content/years/2025/decisions.yaml"] = "winners:\n  \(entry)  1️⃣\(entry)".replacingOccurrences(
      of: "1️⃣- {", with: "- 1️⃣{")
    let (_, diagnostics, _, marked) = project.read()
    #expect(diagnostics.map(\.code) == [.duplicateID])
    #expect(diagnostics.first?.place == marked)
    #expect(diagnostics.first?.message.en.contains("content/years/2025/decisions.yaml:2") == true)
  }

  @Test("a warning lets the content through")
  func warning() throws {
    var project = try Project.base()
    project.files["content/offices.csv"] =
      "支部,党员,职务,职级,自\nb07,zhou-jingyi,书记,员工,2024-01-01\nb03,gao-yuan,书记,中层,2025-07-01\n"
    let (content, diagnostics, _, _) = project.read()
    #expect(diagnostics.map(\.code) == [.secretaryLevel])
    #expect(content != nil)
  }
}
