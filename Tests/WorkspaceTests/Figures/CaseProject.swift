import Diagnostics
import Foundation
import Testing

@testable import Reports
@testable import Workspace

/// Small projects of which one thing is peculiar, published or printed, to see what the pages say of it.
struct CaseProject {
  let folder: TemporaryFolder

  /// The smallest project (docs/diagnostics/base.txt) with other files laid over it; an empty text leaves a file out.
  init(over files: [String: String]) throws {
    folder = try TemporaryFolder()
    let base = try String(contentsOfFile: "\(Program.packageRoot)/docs/diagnostics/base.txt", encoding: .utf8)
    var all: [String: String] = [:]
    for part in base.components(separatedBy: "\n-- content/").dropFirst() {
      let lines = part.components(separatedBy: "\n")
      all[lines[0].replacing(" --", with: "")] = lines.dropFirst().joined(separator: "\n") + "\n"
    }
    for (path, text) in all.merging(files, uniquingKeysWith: { $1 }) where !text.isEmpty {
      try folder.write("content/" + path, text)
    }
  }

  /// One branch of so many members m000, m001, …; the year 2025, seen from February.
  init(members: Int, records: String = "", files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    let keys = (0..<members).map { "m00\($0)" }
    let own = [
      "site.yaml": "as_of: 2026-02-10\ntitle: 小样\nlanguage: zh\nnotice: 虚构。\n",
      "branches.csv": "id,name,short,unit\nb01,b01支部,b01,\n",
      "members/all.csv": "编号,姓名,拼音\n" + keys.map { "\($0),党员\($0.suffix(1)),m \($0.suffix(1))\n" }.joined(),
      "memberships/all.csv": "党员,支部,自,身份\n" + keys.map { "\($0),b01,2015-01-01,正式\n" }.joined(),
      "offices.csv": "", "years/2025/activities.csv": "", "years/2025/claims.csv": "",
      "years/2025/records/b01.csv": "日期,党员,项目,数量,事由\n" + records, "years/2025/ratings.csv": "",
      "years/2025/welfare/none.csv": "",
      "years/2025/year.yaml": "period: {from: 2025-01-01, to: 2025-12-31}\nstate: 草稿\n",
      "years/2025/rulebook.yaml": Self.rulebook,
    ]
    for (path, text) in SmallProject.files.merging(own, uniquingKeysWith: { $1 }).merging(
      files, uniquingKeysWith: { $1 }) where !text.isEmpty
    {
      try folder.write("content/" + path, text)
    }
  }

  static let rulebook = """
    title: 标准
    members:
      items:
        - {key: talk, name: 主讲, kind: 自选, per: 0.5, unit: 学时}
        - {key: deed, name: 好事, kind: 规定, points: 1}
        - {key: absence, name: 缺席, kind: 规定, points: -1}
    branches:
      items:
        - {key: meetings, name: 三会, kind: 规定, max: 5}

    """

  /// Pages by path, without their tags, so that a sentence over several elements is one.
  func pages(_ profile: SiteProfile = .intranet) throws -> [String: String] {
    try PublishedProject.build(folder, profile: profile).mapValues { String(decoding: $0, as: UTF8.self) }
      .filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".csv") || $0.key.hasSuffix(".json") }
      .reduce(into: [:]) { $0[$1.key] = $1.key.hasSuffix(".html") ? Self.words($1.value) : $1.value }
  }

  func printed(_ print: (PrintOrder) throws -> PrintReport) throws -> String {
    let order = PrintOrder(
      project: folder.path, year: 2025, profile: .intranet, output: "\(folder.path)/print.html", isHTML: true)
    let report = try print(order)
    try #require(report.printed != nil, "\(report.diagnostics.map(\.message.zh))")
    let text = try folder.text("print.html")
    try FileManager.default.removeItem(atPath: "\(folder.path)/print.html")
    return Self.words(text)
  }

  func scored(asOf: String? = nil) throws -> ScoredProject {
    let (scored, tree, diagnostics) = try scoreProject(folder.path, asOf: asOf.map { try reportDay($0) })
    return try #require(scored, "\(DiagnosticFormatter(tree: tree, language: .english).report(diagnostics))")
  }

  /// What a reader sees, and what a search engine is told.
  static func words(_ html: String) -> String {
    let told = html.matches(of: /(aria-label=|content=|content: )"([^"]*)"/).map { "\n\($0.output.2)" }.joined()
    return html.replacing(/<style.*?<\/style>|<svg.*?<\/svg>/.dotMatchesNewlines(), with: "")
      .replacing(/<[^>]+>/, with: "") + told
  }
}
