import Diagnostics
import Disk
import Foundation
import Picturing
import Tables
import Testing
import Texts

@testable import Loading
@testable import Reports
@testable import Workspace

@Suite("Names as people write them")
struct NameSpellingTests {
  @Test(
    "explain finds a name of Han with or without a space in it",
    arguments: ["王伟", "王　伟", "王 伟", "王\u{A0}伟", "王\u{200B}伟", "wang wei", "Wáng Wěi", "ＷＡＮＧＷＥＩ", "Wang-Wei"])
  func spaces(name: String) throws {
    let tree = try SmallProject.scored()
    let asKey = try explain("wang-wei", year: nil, in: tree).render(as: .table, in: .chinese)
    #expect(try explain(name, year: nil, in: tree).render(as: .table, in: .chinese) == asKey)
  }

  @Test("pinyin that several share names none of them, and a branch is found by its other names and widths")
  func shared() throws {
    let tree = try SmallProject.scored()
    #expect(throws: UsageFailure.self) { try explain("LiNa", year: nil, in: tree) }
    let asID = try explain("b01", year: nil, in: tree).render(as: .table, in: .chinese)
    for name in ["光谱", "光 谱支部", "Ｂ０１", "B01"] {
      #expect(try explain(name, year: nil, in: tree).render(as: .table, in: .chinese) == asID, "\(name)")
    }
  }

  @Test(
    "a project written with names, however they are spelt, is the same site as one written with ids, byte for byte",
    arguments: 1...6 as ClosedRange<UInt64>)
  func sameSite(seed: UInt64) throws {
    let base = try MistakeExample.base()
    let byName = {
      var project = NamedProject(seed: seed); return Dictionary(uniqueKeysWithValues: project.written(base))
    }()
    #expect(byName.filter { base[$0.key] != $0.value }.count >= 10, "names stand in most files")
    let (ids, names) = (try site(base), try site(byName))
    #expect(ids.keys.sorted() == names.keys.sorted())
    for (path, bytes) in ids { #expect(names[path] == bytes, "\(path)") }
  }

  private func site(_ files: [String: String]) throws -> [String: [UInt8]] {
    let (templates, _) = try loadSource(project: Program.packageRoot)
    let tree = SourceTree(
      files: files.map { SourceFile(path: $0.key, text: $0.value) }
        + templates.files.filter { $0.path.hasPrefix("templates/") }, assets: [])
    let (plan, diagnostics) = layOut(tree)
    let output = try #require(plan, "\(diagnostics.map(\.message.zh))")
    #expect(diagnostics.map(\.message.zh) == [])
    return Dictionary(
      uniqueKeysWithValues: (0..<output.count).map {
        let file = output.make($0); return (file.path, file.bytes)
      })
  }

  @Test(
    "a number of a person in the words of a picture is told with its line, not coordinates that look like one",
    arguments: [
      ("<text>110101199003074518</text>", true), ("<text>1380013<tspan>8000</tspan></text>", true),
      ("<title>138&#45;0013-8000</title>", true), ("<path d=\"M13.8 13800138000\"/>", false),
      ("<text>GB/T 15834</text>", false),
    ])
  func picture(inner: String, isTold: Bool) {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 138 1200\">\n\(inner)</svg>"
    let found = personalNumbers(ofDrawing: readDrawing(Array(svg.utf8)), "content/campaigns/a/n.svg")
    #expect(found.map(\.code) == (isTold ? [.personalIdentifier] : []))
    #expect(found.allSatisfy { $0.message.en.contains("line 2") })
  }
}

/// The smallest project with names in the place of ids, each spelt anew.
private struct NamedProject {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private static let names: [(id: String, names: [String])] = [
    ("zhou-jingyi", ["周静怡"]), ("gao-yuan", ["高远"]), ("lin-zhiyuan", ["林知远"]),
    ("b03", ["软件研发支部", "软件研发"]), ("b07", ["环境监测支部", "环境监测"]), ("theme-day", ["主题党日"]), ("lecture", ["主讲"]),
    ("award", ["获奖"]), ("meetings", ["三会一课"]), ("w101", ["支部年度优先课题"]), ("w506", ["2小时公益"]),
    ("a25-01", ["河道水质义务监测"]), ("a25-02", ["公益献血"]), ("blood", ["公益献血"]), ("p1", ["助力经营"]), ("p5", ["彰显责任"]),
  ]

  /// Files in which ids are defined and nothing else.
  private static let definitions = [
    "content/branches.csv", "content/members/b07.csv", "content/brand.yaml", "content/site.yaml",
  ]

  mutating func written(_ files: [String: String]) -> [(String, String)] {
    files.sorted { $0.key < $1.key }.map { path, text in
      if Self.definitions.contains(path) { return (path, text) }
      let lines = text.components(separatedBy: "\n").map { line in
        if path.hasSuffix("rulebook.yaml") || path.contains("/works/") {
          return line.contains("works: [") || line.hasPrefix("pathway:")
            ? named(line, only: ["w101", "w506", "p1"]) : line
        }
        if path.hasSuffix("activities.csv") { return named(line, only: ["w101", "w506", "blood"]) }
        return named(line, only: nil)
      }
      return (path, lines.joined(separator: "\n"))
    }
  }

  private mutating func named(_ line: String, only: [String]?) -> String {
    var line = line
    for (id, names) in Self.names where only?.contains(id) ?? true {
      // An id between signs that end one; not part of a path, a longer id or a key.
      guard let range = line.range(of: "(?<![A-Za-z0-9/.-])\(id)(?![A-Za-z0-9.-])", options: .regularExpression) else {
        continue
      }
      let rest = String(line[range.upperBound...])
      line = line[..<range.lowerBound] + spelt(names[Int(next() % UInt64(names.count))]) + named(rest, only: [id])
    }
    return line
  }

  /// Blanks between Han, digits in another width.
  private mutating func spelt(_ name: String) -> String {
    let blanks = ["", "", "", " ", "\u{3000}", "\u{A0}", "\u{2009}", "\u{200B}"]
    return name.unicodeScalars.map { scalar in
      let wide = scalar == "2" && next() % 2 == 0 ? "２" : String(scalar)
      return wide + blanks[Int(next() % UInt64(blanks.count))]
    }.joined().trimmed
  }

  private mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 11
  }
}
