import Diagnostics
import Texts

/// What a published period was made of: its entries with what each gave, and the digests that tell any later change.
package struct Seal: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case record, welfare, share, claim, rating, survey, credit
    case branchRecord = "branch-record"
  }

  /// One entry of the ledger as it was sealed.
  package struct Entry: Sendable {
    package let kind: Kind
    package let day: Day
    /// Key of the member or id of the branch it belongs to.
    package let holder: String
    /// Key of the item, id of the project or the activity.
    package let item: String
    package let points: Points
    package let capped: Points
    /// Where the entry stood: `records/b07-q1.csv:38`. Lines move; the digest decides.
    package let source: String
    /// Of what the entry said, wherever it stood.
    package let digest: String
    /// The same without the reason; `nil` in seals that didn't keep it.
    package let essence: String?
    /// In the seal's file.
    package let place: Place

    package init(
      kind: Kind, day: Day, holder: String, item: String, points: Points, capped: Points, source: String,
      digest: String, essence: String? = nil, place: Place
    ) {
      self.kind = kind
      self.day = day
      self.holder = holder
      self.item = item
      self.points = points
      self.capped = capped
      self.source = source
      self.digest = digest
      self.essence = essence
      self.place = place
    }
  }

  /// What entries come to.
  package struct Totals: Equatable, Sendable {
    package let entries: Int
    package let points: Points
    package let capped: Points

    package init(entries: Int, points: Points, capped: Points) {
      self.entries = entries
      self.points = points
      self.capped = capped
    }

    package init(_ entries: [Entry]) {
      self.init(
        entries: entries.count, points: entries.reduce(.zero) { $0 + $1.points },
        capped: entries.reduce(.zero) { $0 + $1.capped })
    }
  }

  /// `2025`, `2025-q1`, `2025-03`.
  package let name: String
  package let period: Period
  /// The day of the report that was sealed: what is entered later is 补录.
  package let asOf: Day
  /// The version of the program that wrote it; `nil` before seals said so.
  package let program: String?
  /// What fixes the rulebook: SHA-256 of what it says, and before version 0.5.0 of its text.
  package let rulebook: Rules
  package enum Rules: Sendable {
    case saying(String)
    case written(String)
  }

  /// What its entries come to, as the seal states it.
  package let totals: Totals
  /// SHA-256 of the entries, as the seal states it.
  package let entriesDigest: String
  package let entries: [Entry]
  package let place: Place
  /// Index of the file of entries in the source tree.
  package let entriesFile: Int32

  package init(
    name: String, period: Period, asOf: Day, program: String?, rulebook: Rules, totals: Totals,
    entriesDigest: String, entries: [Entry], place: Place, entriesFile: Int32
  ) {
    self.name = name
    self.period = period
    self.asOf = asOf
    self.program = program
    self.rulebook = rulebook
    self.totals = totals
    self.entriesDigest = entriesDigest
    self.entries = entries
    self.place = place
    self.entriesFile = entriesFile
  }
}
