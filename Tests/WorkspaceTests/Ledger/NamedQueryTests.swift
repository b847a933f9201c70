import Diagnostics
import Foundation
import Querying
import SQLite
import Tables
import Testing

@testable import Workspace

/// Each on the project of two years, its rows worked out by hand.
@Suite("The queries that come with the program")
struct NamedQueryTests {
  private static let expected: [(query: String, given: [String: String], rows: [String])] = [
    // 王伟 gave twice in 2024, 李娜 once.
    ("donors", ["times": "2"], ["wang-wei,王伟,2,2024-03-10,2024-09-10"]),
    ("donors", ["times": "1", "topic": "秋季"], []),
    // All three came in 2020: 5.00, 1.00 and nothing lie in the first step of ten.
    ("newcomers", ["years": "10", "year": "2025"], ["0,10,3"]),
    ("newcomers", [:], []),
    ("welfare-short", ["year": "2025"], ["光谱,li-na,李娜,0", "光谱,wang-wei,王伟,60", "软件,li-na-2,李娜,0"]),
    ("moved", ["year": "2025"], ["wang-wei,王伟,软件,光谱,2025-06-01"]),
    // 5 of 2024's 11 points of 王伟 aren't half; all of 李娜's are one gift.
    (
      "one-record", ["year": "2024"],
      ["li-na,李娜,5.00,5.00,100.00,无偿献血，献血,years/2024/records/b01.csv:5"]
    ),
    ("without-records", ["year": "2025"], ["软件,li-na-2,李娜"]),
    ("quiet-branches", ["year": "2025"], ["b01,光谱", "b02,软件"]),
    ("quiet-branches", ["year": "2025", "first": "3", "last": "3"], ["b02,软件"]),
    ("unclaimed", ["year": "2025"], ["a2,植树,2025-04,0,1.00,50,years/2025/activities.csv:3"]),
    // Four of five records of b01, since 王伟's of January to March were made in b02.
    ("late-records", ["year": "2025"], ["b01,光谱,1,0,0.00", "b02,软件,4,0,0.00"]),
    ("last-month", ["year": "2025", "days": "365"], ["b01,光谱,1,1,100.00", "b02,软件,4,4,100.00"]),
    ("secretaries", [:], ["b02,软件,li-na-2,李娜,staff,员工"]),
    ("caps", ["year": "2025"], ["theme-day,主题党日,item,year,1,1.00"]),
    ("unused-items", ["year": "2024"], ["branches,meetings,三会一课,years/2024/rulebook.yaml:8"]),
    ("works-without-evidence", ["year": "2025"], ["w102,另一项,助力经营,works/w102.md:1"]),
  ]

  @Test("each answers as reckoned by hand", arguments: expected.indices)
  func answers(index: Int) throws {
    let (name, given, rows) = Self.expected[index]
    let project = try LedgerProject { path, text in
      switch path {
      case "memberships/all.csv":
        "member,branch,from,to,standing\nli-na,b01,2020-01-01,,正式\nli-na-2,b02,2020-01-01,,正式\n"
          + "wang-wei,b02,2020-01-01,2025-05-31,正式\nwang-wei,b01,2025-06-01,,正式\n"
      case "offices.csv":
        "branch,member,duty,level,post,from\nb01,li-na,书记,中层,经理,2020-01-01\nb02,li-na-2,书记,员工,员工,2020-01-01\n"
      case "years/2025/activities.csv": text + "a2,植树,党委,2025-04,,1,1,50,工会,\n"
      case "years/2025/welfare/none.csv": text + "2025-05-05,wang-wei,60,清洁\n"
      default: text
      }
    }
    try project.folder.write("content/works/w102.md", "---\ntitle: 另一项\npathway: p1\norder: 2\n---\n\n正文。\n")
    let query = try #require(namedQueries.first { $0.name == name }).query(given, currentYear: 2025)
    switch ask(query, of: try project.database()) {
    case .mistake(let mistake): Issue.record("\(name): \(mistake.message.en)")
    case .table(let table):
      let lines = table.render(as: .csv, in: .chinese).components(separatedBy: "\r\n").filter { !$0.isEmpty }
        .dropFirst()
      #expect(Array(lines) == rows, "\(name)")
    }
  }

  @Test("each has a test, a title in both languages and a name of its own")
  func complete() {
    #expect(Set(Self.expected.map(\.query)) == Set(namedQueries.map(\.name)))
    #expect(Set(namedQueries.map(\.title.zh)).count == namedQueries.count)
    #expect(namedQueries.allSatisfy { !$0.title.en.isEmpty })
  }
}
