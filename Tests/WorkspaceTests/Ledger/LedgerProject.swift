import Composing
import Diagnostics
import Foundation
import LedgerTables
import Querying
import SQLite
import Testing

@testable import Workspace

/// A project of two years, to be asked: what differs from the small one is planted to be found.
struct LedgerProject {
  let folder: TemporaryFolder

  static let files: [String: String] = [
    "years/2024/year.yaml": "period: {from: 2023-12-01, to: 2024-11-30}\nstate: 草稿\n",
    "years/2024/rulebook.yaml": """
    title: 2024年度积分标准
    members:
      items:
        - {key: theme-day, name: 主题党日, kind: 规定, points: 1, cap: {year: 2}, works: [w101], proof: 签到}
        - {key: blood, name: 无偿献血, kind: 自选, points: 5, works: [w101], proof: 献血证}
    branches:
      items:
        - {key: meetings, name: 三会一课, kind: 规定, max: 5, works: [w101], proof: 记录}

    """,
    "years/2024/records/b01.csv": """
    date,member,item,quantity,note
    2024-01-10,wang-wei,theme-day,,党日
    2024-03-10,wang-wei,blood,,春季献血
    2024-09-10,wang-wei,blood,,秋季献血
    2024-05-10,li-na,blood,,献血

    """,
  ]

  init(_ edit: (_ path: String, _ text: String) -> String = { $1 }) throws {
    folder = try TemporaryFolder()
    for (path, text) in SmallProject.files.merging(Self.files, uniquingKeysWith: { $1 }) {
      try folder.write("content/" + path, edit(path, text))
    }
  }

  func order(_ profile: SiteProfile = .office, asOf day: String? = nil) throws -> LedgerOrder {
    LedgerOrder(
      project: folder.path,
      earlier: try day.map { try standingDay(asked: $0, for: .asks, project: folder.path).earlier } ?? nil,
      profile: profile)
  }

  func source(_ profile: SiteProfile = .office, asOf day: String? = nil) throws -> LedgerSource {
    let (source, _, diagnostics) = try ledgerSource(order(profile, asOf: day))
    return try #require(source, "\(diagnostics.map(\.message.en))")
  }

  func database(_ profile: SiteProfile = .office, asOf day: String? = nil) throws -> SQLiteDatabase {
    try ledgerDatabase(source(profile, asOf: day))
  }
}

extension SQLiteDatabase {
  /// Every row of a query, cell by cell, as a line of text.
  func lines(_ sql: String) throws -> [String] {
    let statement = try prepare(sql).statement
    var lines: [String] = []
    while try statement.step() {
      lines.append(
        statement.columns.indices.map { column in
          switch statement[column] {
          case .null: "-"
          case .integer(let value): "\(value)"
          case .real(let value): "\(value)"
          case .text(let text): text
          case .blob(let bytes): "\(bytes)"
          }
        }.joined(separator: "|"))
    }
    return lines
  }
}
