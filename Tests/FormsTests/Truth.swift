import Forms
import Foundation
import Parsing
import Scoring
import Sheets
import Texts
import Workbooks

/// What a right reading of the office's workbooks gives, and a look-up of names.
struct Truth {
  struct Record {
    let day, member, item, quantity, level: String
    let points: Double

    func line(isDayless: Bool) -> String {
      "\(isDayless ? "-" : day)|\(member)|\(item)|\(quantity)|\(level)|\(points)"
    }
  }

  let records: [Record]
  let welfare: [String]
  let joined: [String: String]
  private let branches: [String: String]
  /// Branch and name → key.
  private let keys: [String: String]
  private let stays: [(member: String, branch: String, from: String, to: String)]
  private let names: Set<String>
  private let points = [
    "theme-day": 1.0, "meeting": 1, "wish": 1, "article": 1, "absence": -1, "lecture": 2, "study": 0.5,
  ]
  static let items = [
    "主题党日": "theme-day", "支部党员大会": "meeting", "集中学习": "study", "党课主讲": "lecture", "微心愿": "wish", "获奖": "award",
    "投稿": "article", "无故缺席": "absence",
  ]

  init() throws {
    func table(_ name: String) throws -> [[String: String]] {
      let text = try String(contentsOf: Office.folder.appending(path: "truth/\(name).csv"), encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      return lines.dropFirst().map {
        Dictionary(uniqueKeysWithValues: zip(lines[0].map(String.init), $0.map(String.init)))
      }
    }
    records = try table("records").map {
      Record(
        day: $0["日期"] ?? "", member: $0["党员"] ?? "", item: $0["项目"] ?? "", quantity: $0["数量"] ?? "",
        level: $0["级别"] ?? "", points: Double($0["得分"] ?? "") ?? 0)
    }
    welfare = try table("welfare").map { "\($0["日期"] ?? "")|\($0["党员"] ?? "")|\($0["分钟"] ?? "")|\($0["事由"] ?? "")" }
    let members = try table("members")
    joined = Dictionary(uniqueKeysWithValues: members.map { ($0["编号"] ?? "", $0["入党日期"] ?? "") })
    let called = Dictionary(uniqueKeysWithValues: members.map { ($0["编号"] ?? "", $0["姓名"] ?? "") })
    names = Set(called.values)
    branches = Dictionary(
      try table("branch-aliases").map { (($0["写法"] ?? "").asCompared, $0["编号"] ?? "") }, uniquingKeysWith: { a, _ in a }
    )
    stays = try table("memberships").map { ($0["党员"] ?? "", $0["支部"] ?? "", $0["自"] ?? "", $0["至"] ?? "") }
    keys = Dictionary(
      stays.map { ($0.branch + (called[$0.member] ?? ""), $0.member) }, uniquingKeysWith: { a, _ in a })
  }

  func context(_ kind: FormKind, _ book: Workbook) -> FormContext {
    let names = names
    var context = Office.context(kind, book)
    context.isMember = { names.contains($0.asCompared) }
    context.isItem = { Truth.items[$0] != nil }
    context.items = Truth.items.keys.sorted()
    return context
  }

  func key(_ name: String, _ branch: String) -> String {
    keys[(branches[branch.asCompared] ?? "?") + name.asCompared] ?? "? \(branch) \(name)"
  }

  /// The records that a row of the table stands for: one a person.
  func records(of row: [String: String], isDayless: Bool) -> [String] {
    let day = row["date"] ?? ""
    let item = Truth.items[row["item"] ?? ""] ?? "? \(row["item"] ?? "")"
    let people = people(row["member"] ?? "", row["branch"] ?? "", on: day)
    let quantity = item == "lecture" ? "1" : row["quantity"] ?? ""
    let earned = row["points"].flatMap { $0.isEmpty ? nil : Double($0) } ?? points[item] ?? 0
    return people.map {
      Record(day: day, member: $0, item: item, quantity: quantity, level: row["level"] ?? "", points: earned)
        .line(isDayless: isDayless)
    }
  }

  private func people(_ text: String, _ branch: String, on day: String) -> [String] {
    guard text.hasPrefix("全体党员") else { return text.split(separator: "、").map { key(String($0), branch) } }
    let id = branches[branch.asCompared] ?? "?"
    let all = stays.filter { $0.branch == id && $0.from <= day && ($0.to.isEmpty || $0.to >= day) }.map(\.member)
    return all.filter { !text.contains("请假") || !away(text, $0, id) }
  }

  private func away(_ text: String, _ member: String, _ branch: String) -> Bool {
    keys.contains { $0.value == member && $0.key.hasPrefix(branch) && text.contains($0.key.dropFirst(branch.count)) }
  }
}
