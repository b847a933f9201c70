import Diagnostics
import Scoring
import Texts

/// What a site says of points: read from the JSON files beside its leaderboards and ledgers.
package struct SiteFigures {
  struct Year {
    var asOf = ""
    var state = ""
    var accounts: [Subject: Account] = [:]
  }

  package struct Subject: Hashable, Comparable {
    package enum Kind: String { case branch, member }
    package let kind: Kind
    /// Key of a member, id of a branch.
    package let key: String

    package init(kind: Kind, key: String) {
      self.kind = kind
      self.key = key
    }

    package static func < (a: Subject, b: Subject) -> Bool { (a.kind.rawValue, a.key) < (b.kind.rawValue, b.key) }
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

  package init() {}

  package mutating func addRanks(_ board: Board, _ year: Int, of kind: Subject.Kind) {
    years[year, default: Year()].asOf = board.as_of
    years[year, default: Year()].state = board.state
    for row in board.rows {
      // A board of branches has the id under `branch`, one of members the branch's name.
      guard let key = kind == .member ? row.member : row.branch else { continue }
      years[year, default: Year()].accounts[Subject(kind: kind, key: key), default: Account()].rank = row.rank
    }
  }

  package mutating func addAccount(_ ledger: LedgerFile, _ year: Int, _ subject: Subject) {
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

extension SiteFigures {
  /// The JSON file of a board, as far as it is compared.
  package struct Board: Decodable {
    package let as_of: String
    package let state: String
    package let rows: [Row]

    package struct Row: Decodable {
      let rank: Int?
      let member: String?
      let branch: String?
    }
  }

  /// The JSON file of an account.
  package struct LedgerFile: Decodable {
    package let title: String
    package let rows: [Row]

    package struct Row: Decodable {
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
}
