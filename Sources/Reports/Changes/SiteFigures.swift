import Diagnostics
import Scoring
import Texts

/// What a site says of points: read from the JSON files beside its leaderboards and ledgers.
package struct SiteFigures: Equatable {
  struct Year: Equatable {
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

  package struct Account: Equatable {
    var name = ""
    /// `nil` where the boards don't name it.
    var rank: Int?
    var total = Points.zero
    var entryCount = 0
    /// Those that are compared: none of an account that is the same on both sides.
    var entries: [Entry] = []
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

  /// The same without what it was compared by.
  package var summed: SiteFigures {
    var figures = self
    for (number, year) in years {
      figures.years[number]?.accounts = year.accounts.mapValues { account in
        var account = account
        account.entries = []
        return account
      }
    }
    return figures
  }

  package mutating func addRanks(_ board: Board, _ year: Int, of kind: Subject.Kind) {
    years[year, default: Year()].asOf = board.as_of
    years[year, default: Year()].state = board.state
    for row in board.rows {
      // A board of branches has the id under `branch`, one of members the branch's name.
      guard let key = kind == .member ? row.member : row.branch else { continue }
      years[year, default: Year()].accounts[Subject(kind: kind, key: key), default: Account()].rank = row.rank
    }
  }

  package mutating func add(_ account: Account, _ year: Int, _ subject: Subject) {
    var account = account
    account.rank = years[year]?.accounts[subject]?.rank
    years[year, default: Year()].accounts[subject] = account
  }
}

extension SiteFigures.Account {
  /// - Parameter isSame: whether the other side says the same: then the sum is all that is asked for, and the entries of a
  ///   large company are much to hold.
  package init(_ ledger: SiteFigures.LedgerFile, isSame: Bool) {
    let entries = ledger.rows.map { row in
      SiteFigures.Entry(
        day: row.date, reason: row.reason, points: points(row.base) + points(row.optional) + points(row.points),
        capped: points(row.capped) + points(row.capped_deductions), rule: row.rule, record: row.record)
    }
    name = ledger.title
    total = entries.reduce(.zero) { $0 + $1.points }
    entryCount = entries.count
    self.entries = isSame ? [] : entries
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
