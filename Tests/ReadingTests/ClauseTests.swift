import Foundation
import Testing

/// Of the clauses that offices have in print, how many the rulebook states: counted from the books, whose lines are read.
@Suite("Clauses of the offices' rulebooks")
struct ClauseTests {
  private static let page = Project.docs.appending(path: "clauses.md")

  /// A kind of clause, how many of the 64 books' are of it and how many of them are stated, and by what.
  private struct Kind {
    let name: String
    let all: Int
    let stated: Int
    let form: String

    init(_ line: Substring) {
      let parts = line.split(separator: "|", maxSplits: 3).map(String.init)
      (name, all, stated, form) = (parts[0], Int(parts[1]) ?? 0, Int(parts[2]) ?? 0, parts[3])
    }
  }

  private static func kinds() throws -> [Kind] {
    try String(contentsOf: OfficeBook.folder.appending(path: "kinds.csv"), encoding: .utf8).split(separator: "\n")
      .dropFirst().map(Kind.init)
  }

  private static func share(_ books: [OfficeBook]) -> (stated: Int, all: Int) {
    let clauses = books.flatMap(\.clauses)
    return (clauses.filter(\.isStated).reduce(0) { $0 + $1.count }, clauses.reduce(0) { $0 + $1.count })
  }

  @Test("at least 85 in a hundred are stated: of all that are read here, of the offices', and of all 64 books by kind")
  func coverage() throws {
    let read = Self.share(OfficeBook.all)
    #expect(read.all > 200)
    #expect(100 * read.stated >= 85 * read.all, "\(read)")
    let offices = Self.share(OfficeBook.all.filter { $0.owner == "office" })
    #expect(100 * offices.stated >= 85 * offices.all, "\(offices)")
    let kinds = try Self.kinds()
    #expect(kinds.reduce(0) { $0 + $1.all } == 856)
    #expect(kinds.allSatisfy { $0.stated <= $0.all })
    #expect(100 * kinds.reduce(0) { $0 + $1.stated } >= 85 * 856)
  }

  @Test("the page of clauses is what the books say")
  func page() throws {
    let text = try Self.text()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: Self.page)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == text, "rebuild it with UPDATE_GOLDENS=1")
  }

  private static func text() throws -> String {
    let percent = { (part: Int, all: Int) in all == 0 ? "–" : "\(part * 100 / all) %" }
    var lines = [
      "# 条款一览 · Clauses of the offices' rulebooks", "",
      "由测试 `ClauseTests` 从 `Tests/Books` 生成，不要手改。每本书逐条写成本程序的标准，整本读入；有记录的，合计与手算相符。",
      "Made by the test `ClauseTests` from `Tests/Books`; not to be edited. Each book stands there clause by clause as this language states it and is read whole; where it has records, they come to what was reckoned by hand.",
      "", "| 书 · book | 谁的 · whose | 条 · clauses | 写得出 · stated | 不收 · refused | 在外 · outside | 手算 · by hand |",
      "|---|---|---|---|---|---|---|",
    ]
    let count = { (clauses: [OfficeBook.Clause]) in clauses.reduce(0) { $0 + $1.count } }
    for book in OfficeBook.all {
      let place = { (name: String) in count(book.clauses.filter { $0.place == name }) }
      lines.append(
        "| \(book.name) | \(book.owner) | \(count(book.clauses)) | \(count(book.clauses.filter(\.isStated))) | \(place("refused")) | \(place("outside")) | \(book.totals.map(\.points).joined(separator: ", ")) |"
      )
    }
    let (all, offices) = (share(OfficeBook.all), share(OfficeBook.all.filter { $0.owner == "office" }))
    lines += [
      "",
      "全部 · all: \(all.stated) / \(all.all)，\(percent(all.stated, all.all))；单位的 · offices: \(offices.stated) / \(offices.all)，\(percent(offices.stated, offices.all)).",
      "", "## 写不出的 · What isn't stated", "", "| 书 · book | 条 · no. | 类 · kind | 为什么 · why |", "|---|---|---|---|",
    ]
    for book in OfficeBook.all {
      for clause in book.clauses where !clause.isStated {
        let why = clause.place == "refused" ? "`rule-refused` (`\(clause.text)`)" : clause.text
        lines.append("| \(book.name) | \(clause.number) | \(clause.kind) | \(why) |")
      }
    }
    let kinds = try kinds()
    lines += [
      "", "## 64本书，按类 · All 64 books, by kind", "", "| 类 · kind | 条 · clauses | 写得出 · stated | 写法 · by |",
      "|---|---|---|---|",
    ]
    lines += kinds.map { "| \($0.name) | \($0.all) | \($0.stated) | \($0.form) |" }
    let stated = kinds.reduce(0) { $0 + $1.stated }
    lines += ["| **合计 · total** | **856** | **\(stated)** | \(percent(stated, 856)) |", ""]
    return lines.joined(separator: "\n")
  }
}
