import Diagnostics
import Foundation
import Tables
import Testing

@testable import Workspace

/// A clerk's change-over, end to end: a new project, the roster and the rulebook as an office has them, its two workbooks put
/// where CSV would stand, rules of reading as the program suggests them; then what it says it read is the truth.
@Suite("An office changes over", .serialized)
struct OfficeProjectTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "FormsTests/Fixtures")
  private static let year = "content/years/2025"

  /// The lines a clerk changes in what the program suggests: theirs, and what she makes of it.
  private static let edits = ["半天": "4小时"]

  /// The office's standard, its items under the names that the tables have too.
  private static let rulebook = """
    title: 2025年度积分标准
    members:
      items:
        - {key: theme-day, name: 主题党日, kind: 规定, points: 1}
        - {key: meeting, name: 支部党员大会, kind: 规定, points: 1, also: [三会一课]}
        - {key: study, name: 集中学习, kind: 规定, per: 0.5, unit: 学时, also: [政治学习]}
        - {key: lecture, name: 党课主讲, kind: 自选, per: 2, unit: 次, also: [讲党课]}
        - {key: wish, name: 微心愿, kind: 自选, points: 1}
        - {key: award, name: 获奖, kind: 自选, levels: {公司: 2, 市: 4, 省: 6}}
        - {key: article, name: 投稿, kind: 自选, points: 1}
        - {key: absence, name: 无故缺席, kind: 规定, points: -1, also: [扣分]}
        - {key: welfare-base, name: 公益2小时, kind: 规定, form: welfare-base, points: 10}
        - {key: welfare-beyond, name: 公益超出2小时, kind: 自选, form: welfare-beyond}
    branches:
      items:
        - {key: meetings, name: 三会一课检查, kind: 规定, max: 5}

    """

  @Test("436 records and 91 entries of welfare are those of a careful reader, with one line written by hand")
  func changeOver() throws {
    let folder = try office()
    let project = "\(folder.path)/a"
    var byHand = 0
    for (book, place) in [("积分登记台账", "records"), ("志愿服务时长", "welfare")] {
      let (suggested, _) = try suggestTableRules(for: "\(book).xlsx", project: project)
      let (text, changed) = edited(suggested)
      byHand += changed
      try folder.write("a/\(Self.year)/\(place)/\(book).yaml", text)
    }
    #expect(byHand == 1)

    let (paths, tree, diagnostics) = try writeTables(to: "\(folder.path)/read", project: project)
    let said = DiagnosticFormatter(tree: tree, language: .chinese).report(diagnostics)
    #expect(!diagnostics.hasErrors, "\(said)")
    let records = try rows(paths.filter { $0.contains("/records/") }, in: folder)
    #expect(records.count == 436)
    compare(records.map(Self.record), with: try truth("records").map(Self.record))
    let welfare = try rows(paths.filter { $0.contains("/welfare/") }, in: folder).map(Self.welfare)
    #expect(welfare.sorted() == (try truth("welfare").map(Self.welfare).sorted()))

    // Every sum the workbooks state was held against the rules: the one that differs is the sheet's own, which leaves out
    // what stands in it as text.
    let (report, _, _) = try reconcileTables(project: project)
    let reconciled = try #require(report)
    let text = reconciled.render(as: .csv, in: .chinese)
    #expect(text.contains("[2025年2月 ]I62,合计,points,156.50,165.00,165.00,143"), "\(text)")
  }

  /// A project of the office's people, branches and standard, and of nothing else but its two workbooks.
  private func office() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try newProject("\(folder.path)/a", name: "华仪传感", year: 2025)
    for name in [
      "campaigns", "members", "memberships", "groups", "offices.csv", "years/2025/records", "years/2025/welfare",
      "years/2025/projects", "years/2025/activities.csv", "years/2025/claims.csv", "years/2025/ratings.csv",
      "years/2025/decisions.yaml",
    ] { try? FileManager.default.removeItem(atPath: "\(folder.path)/a/content/\(name)") }
    try folder.write("a/content/site.yaml", "as_of: 2025-03-31\ntitle: 华仪传感\n")
    try folder.write("a/\(Self.year)/rulebook.yaml", Self.rulebook)
    for name in ["members", "memberships"] {
      try folder.write("a/content/\(name)/all.csv", try text("truth/\(name).csv"))
    }
    try folder.write("a/content/branches.csv", try branches())
    for (book, place) in [("积分登记台账.xlsx", "records"), ("志愿服务时长.xlsx", "welfare")] {
      let bytes = try Data(contentsOf: Self.fixtures.appending(path: book))
      try folder.write("a/\(Self.year)/\(place)/\(book)", bytes: Array(bytes))
    }
    return folder
  }

  /// The branches, each with the ways it is written.
  private func branches() throws -> String {
    let ways = Dictionary(grouping: try table(text("truth/branch-aliases.csv")), by: { $0["编号", default: ""] })
    let lines = try table(text("truth/branches.csv")).map { branch -> String in
      let id = branch["编号", default: ""]
      let also = ways[id, default: []].map { $0["写法", default: ""] }.joined(separator: "|")
      return ["编号", "名称", "简称", "业务"].map { branch[$0, default: ""] }.joined(separator: ",") + ",\(also)"
    }
    return (["编号,名称,简称,业务,又名"] + lines).joined(separator: "\n") + "\n"
  }

  private func edited(_ text: String) -> (text: String, changed: Int) {
    var changed = 0
    let lines = text.components(separatedBy: "\n").map { line -> String in
      for (theirs, ours) in Self.edits where line.drop(while: { $0 == " " }).hasPrefix("\(theirs): ") {
        changed += 1
        return String(line.prefix { $0 == " " }) + "\(theirs): \(ours)"
      }
      return line
    }
    return (lines.joined(separator: "\n"), changed)
  }

  /// What is compared of a record: its day only where the sheet has one.
  private static func record(_ row: [String: String]) -> String {
    // `3月(新表)` names no day for these.
    let isDayless =
      row["日期", default: ""].hasPrefix("2025-03") && ["theme-day", "meeting", "study", "article"].contains(row["项目"])
    let quantity = row["数量", default: ""]
    let day = isDayless ? "-" : row["日期", default: ""]
    return [day, row["党员", default: ""], row["项目", default: ""], points(row, quantity)].joined(separator: "|")
  }

  /// The points a record earns by the standard above, which the truth states too.
  private static func points(_ row: [String: String], _ quantity: String) -> String {
    if let stated = row["得分"], let value = Double(stated) { return "\(value)" }
    let times = Double(quantity) ?? 1
    return switch row["项目"] {
    case "study": "\(0.5 * times)"
    case "lecture": "\(2 * times)"
    case "award": ["公司": "2.0", "市": "4.0", "省": "6.0"][row["级别", default: ""], default: "?"]
    case "absence": "-1.0"
    default: "1.0"
    }
  }

  private static func welfare(_ row: [String: String]) -> String {
    ["日期", "党员", "分钟", "事由"].map { row[$0, default: ""] }.joined(separator: "|")
  }

  private func compare(_ found: [String], with wanted: [String]) {
    let (found, wanted) = (count(found), count(wanted))
    for line in Set(found.keys).union(wanted.keys).sorted() where found[line] != wanted[line] {
      Issue.record("\(line): read \(found[line, default: 0]) times, \(wanted[line, default: 0]) in truth")
    }
  }

  private func count(_ lines: [String]) -> [String: Int] { lines.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

  private func rows(_ paths: [String], in folder: TemporaryFolder) throws -> [[String: String]] {
    try paths.flatMap { table(try folder.text("read/\($0)")) }
  }

  private func truth(_ name: String) throws -> [[String: String]] { table(try text("truth/\(name).csv")) }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.fixtures.appending(path: name), encoding: .utf8)
  }

  /// A table without quotes.
  private func table(_ text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
