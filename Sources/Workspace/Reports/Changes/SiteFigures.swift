import Diagnostics
import Foundation
import Scoring
import Texts

/// What a site says of points: read from the JSON files beside its leaderboards and ledgers.
struct SiteFigures {
  struct Year {
    var asOf = ""
    var state = ""
    var accounts: [Subject: Account] = [:]
  }

  struct Subject: Hashable, Comparable {
    enum Kind: String { case branch, member }
    let kind: Kind
    /// Key of a member, id of a branch.
    let key: String

    static func < (a: Subject, b: Subject) -> Bool { (a.kind.rawValue, a.key) < (b.kind.rawValue, b.key) }
  }

  struct Account {
    var name = ""
    /// `nil` where the boards don't name it.
    var rank: Int?
    var entries: [Entry] = []

    var total: Points { entries.reduce(.zero) { $0 + $1.points } }
  }

  struct Entry: Hashable {
    let day: String
    let reason: String
    let points: Points
    /// Gains and deductions, of which an entry has one.
    let capped: Points
    /// `path:line`.
    let rule: String
    let record: String
  }

  private(set) var years: [Int: Year] = [:]

  init(_ files: SiteFiles) throws {
    for path in files.paths {
      guard let parts = path.dropping(suffix: ".json")?.parts(at: "/") else { continue }
      guard parts.count == 3, let year = Int(parts[0]) else { continue }
      let name = String(parts[2])
      switch (parts[1], name) {
      case ("standings", "index"): addRanks(try decode(path, files), year, of: .member)
      case ("branches", "index"): addRanks(try decode(path, files), year, of: .branch)
      case ("branches", _): addAccount(try decode(path, files), year, Subject(kind: .branch, key: name))
      case ("members", _): addAccount(try decode(path, files), year, Subject(kind: .member, key: name))
      default: break
      }
    }
  }

  private func decode<Table: Decodable>(_ path: String, _ files: SiteFiles) throws -> Table {
    do {
      return try JSONDecoder().decode(Table.self, from: Data(files.read(path)))
    } catch is DecodingError {
      throw EnvironmentFailure(.damaged("\(files.name)/\(path)"))
    }
  }

  private mutating func addRanks(_ board: Board, _ year: Int, of kind: Subject.Kind) {
    years[year, default: Year()].asOf = board.as_of
    years[year, default: Year()].state = board.state
    for row in board.rows {
      // A board of branches has the id under `branch`, one of members the branch's name.
      guard let key = kind == .member ? row.member : row.branch else { continue }
      years[year, default: Year()].accounts[Subject(kind: kind, key: key), default: Account()].rank = row.rank
    }
  }

  private mutating func addAccount(_ ledger: LedgerFile, _ year: Int, _ subject: Subject) {
    let entries = ledger.rows.map { row in
      Entry(
        day: row.date, reason: row.reason, points: points(row.base) + points(row.optional) + points(row.points),
        capped: points(row.capped) + points(row.capped_deductions), rule: row.rule, record: row.record)
    }
    years[year, default: Year()].accounts[subject, default: Account()].name = ledger.title
    years[year, default: Year()].accounts[subject, default: Account()].entries = entries
  }
}

/// At most six decimals are exact in millionths, however the number was read.
private func points(_ number: Double?) -> Points {
  Points(millionths: Int64(exactly: ((number ?? 0) * Double(Points.perPoint)).rounded()) ?? 0)
}

private struct Board: Decodable {
  let as_of: String
  let state: String
  let rows: [Row]

  struct Row: Decodable {
    let rank: Int?
    let member: String?
    let branch: String?
  }
}

private struct LedgerFile: Decodable {
  let title: String
  let rows: [Row]

  struct Row: Decodable {
    let date: String
    let base: Double?
    let optional: Double?
    let points: Double?
    let capped: Double?
    /// Not there in sites of earlier versions, which had both under `capped`.
    let capped_deductions: Double?
    let reason: String
    let rule: String
    let record: String
  }
}
