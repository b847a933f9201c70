import Disk
import Foundation
import Loading
import Testing

@testable import Workspace

/// A reader who downloads a page's table finds in it what the page says, and no figure that says otherwise.
@Suite("A page's table and its files")
struct PageTableTests {
  /// The shipped project, of which every page with files is made, of members every ninth.
  private static let pages = Result { () throws -> [(path: String, page: String, data: PageData)] in
    let (tree, _) = try loadSource(project: Program.packageRoot)
    let plan = try #require(layOut(tree).0)
    let places = Dictionary(uniqueKeysWithValues: plan.paths.enumerated().map { ($1, $0) })
    let bytes = { (path: String) -> Data? in places[path].map { Data(plan.make($0).bytes) } }
    var members = 0
    return try plan.paths.compactMap { path in
      guard path.hasSuffix(".csv"), case let stem = path.dropLast(4), let csv = bytes(path) else { return nil }
      if path.contains("members/") {
        members += 1
        if members % 9 != 1 { return nil }
      }
      let page = try #require(bytes(stem + ".html"), "\(path) stands beside no page")
      let json = try #require(bytes(stem + ".json"), "\(path) has no JSON beside it")
      return (stem + ".html", String(decoding: page, as: UTF8.self), try PageData(csv: csv, json: json, path))
    }
  }

  private func pages(_ pattern: Regex<Substring>, atLeast count: Int) throws -> [(
    path: String, page: String, data: PageData
  )] {
    let found = try Self.pages.get().filter { $0.path.wholeMatch(of: pattern) != nil }
    #expect(found.count >= count, "\(found.map(\.path))")
    return found
  }

  /// A figure as data has it; the page's dash is none.
  private func figure(_ shown: String?) -> String {
    let text = (shown ?? "").replacing("−", with: "-")
    return ["–", "不计"].contains(text) ? "" : text
  }

  /// Where a record stands, as far as the page's words and its data both tell.
  private func line(_ cited: String?) -> String { (cited ?? "").components(separatedBy: ":").last ?? "" }

  private func data(_ reason: String) -> String {
    let parts = reason.components(separatedBy: "⏎")
    return parts.count > 1 ? "\(parts[0])（\(parts[1].replacing("−", with: "-"))）" : reason
  }

  @Test("a member's account, posting by posting")
  func accounts() throws {
    for (path, page, data) in try pages(/\d+\/members\/[^\/]+\.html/, atLeast: 40) {
      let table = try ShownTable("class=\"data as-list ledger\"", of: page)
      // A month's head has its sums in fewer cells.
      let rows = table.rows.filter { $0.count == 7 }
      #expect(rows.count == data.rows.count, "\(path)")
      for (shown, row) in zip(rows, data.rows) {
        let cut = [row["capped"], row["capped_deductions"]].compactMap(\.self).first { !$0.isEmpty } ?? ""
        #expect(shown[0] == row["date"]?.suffix(5) ?? "", "\(path)")
        #expect(
          self.data(shown[1]).replacing("-", with: "")
            == row["reason"]?.replacing("-", with: "").replacing("−", with: ""), "\(path)")
        // A posting that gives nothing has an empty cell where data has its zero.
        for (column, key) in [(2, "base"), (3, "optional")] {
          #expect(figure(shown[column]) == row[key] || shown[column].isEmpty && row[key] == "0.00", "\(path) \(shown)")
        }
        #expect(figure(shown[4]) == cut, "\(path) \(shown)")
        #expect(figure(shown[5]) == row["running"], "\(path) \(shown)")
        #expect(shown[6].contains("第\(line(row["rule"]))行") && shown[6].contains("第\(line(row["record"]))行"), "\(path)")
      }
    }
  }

  @Test("a branch's ratings, posting by posting, and its activities by their sum")
  func branchAccounts() throws {
    for (path, page, data) in try pages(/\d+\/branches\/(?!index)[^\/]+\.html/, atLeast: 40) {
      let shown = page.contains("tight rewards") ? try ShownTable("class=\"data tight rewards\"", of: page).rows : []
      let ratings = data.rows.filter {
        $0["record"]?.contains("/claims.csv:") == false && $0["record"]?.contains("/activities.csv:") == false
      }
      #expect(shown.count == ratings.count, "\(path)")
      for (shown, row) in zip(shown, ratings) {
        #expect(shown[0] == row["date"], "\(path)")
        #expect(self.data(shown[1]) == row["reason"], "\(path)")
        #expect(figure(shown[2].components(separatedBy: "⏎").first) == row["points"], "\(path)")
        #expect(shown[3].contains("第\(line(row["record"]))行"), "\(path)")
      }
      let total = page.firstMatch(of: /支部积分<\/?d[td][^>]*>(?:<dd class=fig-num>)?([−\d.]+)/).map {
        figure(String($0.1))
      }
      // The page has the board's decimals, where all branches' figures are added up.
      let (board, account) = (Double(total ?? ""), Double(data.rows.last?["running"] ?? "0"))
      #expect(abs((board ?? .nan) - (account ?? 0)) < 0.005, "\(path): \(total ?? "none")")
    }
  }

  @Test("leaderboards of members: every board, row by row")
  func memberBoards() throws {
    for (path, page, data) in try pages(/\d+\/standings\/[^\/]+\.html/, atLeast: 60) where !data.rows.isEmpty {
      let table = try ShownTable("class=\"data as-list board\"", of: page)
      #expect(table.rows.count == data.rows.count, "\(path)")
      for (shown, row) in zip(table.rows, data.rows) {
        #expect(figure(shown[0]) == row["rank"], "\(path)")
        #expect(shown[2].hasPrefix(row["name"] ?? "?") && shown[3].hasPrefix(row["branch"] ?? "?"), "\(path)")
        #expect(shown[4...6].map { figure($0) } == ["base", "optional", "total"].map { row[$0] ?? "?" }, "\(path)")
      }
    }
  }

  @Test("leaderboards of branches, row by row")
  func branchBoards() throws {
    for (path, page, data) in try pages(/\d+\/branches\/index\.html/, atLeast: 3) {
      let table = try ShownTable("class=\"data company\"", of: page)
      #expect(table.rows.count == data.rows.count, "\(path)")
      for (shown, row) in zip(table.rows, data.rows) {
        #expect(figure(shown[0]) == row["rank"], "\(path)")
        #expect(shown[2].components(separatedBy: "⏎")[0] == row["name"], "\(path)")
        let keys = ["activities", "reward", "total", "heads", "average"]
        #expect(shown[4...8].map { figure($0) } == keys.map { row[$0] ?? "?" }, "\(path)")
      }
    }
  }

  @Test("years of members and of branches, year by year")
  func histories() throws {
    for (path, page, data) in try pages(/(?:members|branches)\/[^\/]+\.html/, atLeast: 40) {
      let rows = try ShownTable("class=\"data as-list yrs\"", of: page).rows
      #expect(rows.count == data.rows.count, "\(path)")
      let parts = path.hasPrefix("members/") ? ["base", "optional"] : ["activity_part", "reward_part"]
      for (shown, row) in zip(rows, data.rows) {
        #expect(shown[0].hasPrefix("\(row["year"] ?? "?")年"), "\(path)")
        #expect(shown[2].components(separatedBy: "＋").map { figure($0) } == parts.map { row[$0] ?? "?" }, "\(path)")
        #expect(figure(shown[3].components(separatedBy: "⏎")[0]) == row["total"], "\(path)")
        let marks = shown[4].components(separatedBy: "/").map { figure($0) }
        #expect(marks == ["highest", "median"].map { row[$0] ?? "?" }, "\(path)")
        for rank in ["company_rank", "branch_rank", "rank"].compactMap({ row[$0] }) where !rank.isEmpty {
          #expect(shown[5].contains(rank))
        }
        if let average = row["average"], !average.isEmpty { #expect(figure(shown[6]) == average, "\(path)") }
      }
    }
  }

  @Test("a notice's objections, and the tables of reports, cell by cell")
  func reports() throws {
    for (path, page, data) in try pages(/\d+\/notice\.html/, atLeast: 3) {
      for row in data.rows {
        // An open one has no finding.
        for key in ["claim", "raised_by", "raised_on", "finding"] where row[key] != "" {
          let words = page.replacing(/<[^>]*>/, with: "")
          #expect(words.contains(row[key] ?? "?"), "\(path) \(key)")
        }
      }
    }
    var compared = 0
    for (path, page, data) in try pages(/(?:\d+\/)?reports\/.*\.html/, atLeast: 4)
    where page.contains("<figure class=answer") {
      let rows = try ShownTable("<figure class=answer", of: page).rows
      guard let first = data.rows.first, rows.count == data.rows.count, rows[0].count == first.count else { continue }
      for (shown, row) in zip(rows, data.rows) {
        compared += 1
        // What leads to records is counted on the page, and named in data.
        let numbers = row.values.filter { Double($0) != nil }
        for number in numbers { #expect(shown.map { figure($0) }.contains(number), "\(path) \(number)") }
      }
    }
    #expect(compared > 10, "rows of reports")
  }

  @Test("a year below zero has a minus on the page and a number in its files")
  func belowZero() throws {
    let folder = try PublishedProject.folder { path, text in
      switch path {
      case "years/2025/rulebook.yaml":
        text.replacing(
          "branches:\n",
          with: "    - {key: absence, name: 缺席, kind: 自选, points: -3, works: [w101], proof: 签到}\nbranches:\n")
      // One theme day of 1 point, once absent.
      case "years/2025/records/b01.csv": text + "2025-05-10,li-na,absence,,缺席\n"
      default: text
      }
    }
    let files = try PublishedProject.build(folder)
    for stem in ["members/li-na", "2025/members/li-na"] {
      let (csv, json) = (try #require(files["\(stem).csv"]), try #require(files["\(stem).json"]))
      let row = try #require(try PageData(csv: csv, json: json, stem).rows.last)
      #expect(row["optional"] == "-3.00" && row["total"] ?? row["running"] == "-2.00", "\(stem)")
      let page = String(decoding: try #require(files["\(stem).html"]), as: UTF8.self)
      #expect(page.contains("−2.00") && !page.contains(">-2.00"), "\(stem)")
    }
  }
}
