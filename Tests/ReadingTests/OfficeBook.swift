import Foundation
import Testing

/// A rulebook that an office, a school or a village has in print, clause by clause, as this language states it:
/// `Tests/Books/<number>.txt`. The first line says whose it is; then
///
/// - `number|kind|where|text`: a clause, `×4` behind its kind for four alike. `member` and `branch` are items, `group` a
///   group of the members' items, `members`, `branches` and `top` lines of the rulebook; `at` a part of an item that stands
///   elsewhere in the book (`at|quiz cap day`); `elsewhere` what the project says in another file; `refused` a key that no
///   rulebook takes; `outside` what isn't stated, with the reason. `-` is a line that no clause is about.
/// - `+day,item,quantity,level,role,affair,reason`: a record, of a branch with `@b07,` before its item; `*` a survey's row.
/// - `=total|sum`: what it comes to by hand, for a branch with its id first.
struct OfficeBook: Sendable, CustomTestStringConvertible {
  struct Clause: Sendable {
    let number: String
    let kind: String
    /// How many alike.
    let count: Int
    let place: String
    let text: String

    var isStated: Bool { place != "refused" && place != "outside" }
  }

  let name: String
  /// `office`, `school` or `others`.
  let owner: String
  let clauses: [Clause]
  /// Lines that no clause is about.
  let more: [Clause]
  let records: [String]
  let surveys: [String]
  let totals: [(branch: String?, points: String)]

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Books")

  static let all: [OfficeBook] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
        OfficeBook(String(name.dropLast(4)), $0)
      }
    }
  }()

  init(_ name: String, _ text: String) {
    self.name = name
    let lines = text.split(separator: "\n").map(String.init)
    owner = lines.first?.split(separator: ":").first.map(String.init) ?? ""
    let marks = "+*="
    let all = lines.dropFirst().filter { !marks.contains($0.first ?? "+") }.map { line in
      let parts = line.split(separator: "|", maxSplits: 3).map(String.init)
      let kind = parts[1].split(separator: "×").map(String.init)
      return Clause(
        number: parts[0], kind: kind[0], count: kind.count > 1 ? Int(kind[1]) ?? 0 : 1, place: parts[2], text: parts[3])
    }
    clauses = all.filter { $0.number != "-" }
    more = all.filter { $0.number == "-" }
    records = lines.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
    surveys = lines.filter { $0.hasPrefix("*") }.map { String($0.dropFirst()) }
    totals = lines.filter { $0.hasPrefix("=") }.map { line in
      let total = line.dropFirst().split(separator: "|")[0].split(separator: " ").map(String.init)
      return total.count == 2 ? (String(total[0].dropFirst()), total[1]) : (nil, total[0])
    }
  }

  private func lines(_ place: String) -> [String] {
    (clauses + more).filter { $0.place == place }.map(\.text)
  }

  /// The whole of it.
  var rulebook: String {
    let items = { (place: String, other: String) in
      (lines(place).isEmpty ? [other] : lines(place)).map { "    - \($0)\n" }.joined()
    }
    let groups = lines("group").isEmpty ? "" : "  groups:\n" + lines("group").map { "    - \($0)\n" }.joined()
    let below = { (place: String, indent: String) in lines(place).map { "\(indent)\($0)\n" }.joined() }
    return "title: 标准\nmembers:\n  items:\n" + items("member", "{key: day, name: 党日, kind: 规定, points: 1}")
      + groups + below("members", "  ") + "branches:\n  items:\n"
      + items("branch", "{key: files, name: 台账, kind: 规定, max: 5}") + below("branches", "  ") + below("top", "")
  }

  /// The smallest project under it, with its records.
  func project() throws -> Project {
    var project = try Project.base()
    for path in project.files.keys where path.contains("/years/") || path.contains("/campaigns/") {
      if !path.contains("year.yaml") { project.files[path] = nil }
    }
    project.files["content/years/2025/rulebook.yaml"] = rulebook
    let rows = records.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let holder = cells[1].hasPrefix("@") ? [",\(cells[1].dropFirst())"] : ["zhou-jingyi,", String(cells[1])]
      return ([String(cells[0])] + holder + cells.dropFirst(2).map(String.init)).joined(separator: ",") + "\n"
    }
    project.files["content/years/2025/records/all.csv"] = "日期,党员,支部,项目,数量,级别,角色,事项,事由\n" + rows.joined()
    if !surveys.isEmpty {
      project.files["content/years/2025/surveys/2025.csv"] =
        "日期,党员,项目,得分,票数,说明\n" + surveys.joined(separator: "\n") + "\n"
    }
    return project
  }
}
