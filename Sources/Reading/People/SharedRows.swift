import Parsing

/// How many entries the rows of several people in a stretch of a table come to: `全体党员` is four characters and four hundred
/// people, so that a small file could ask for more than memory holds.
struct SharedRows {
  static let most = 200_000

  private var entries = 0

  /// Counts a further stretch of the table.
  /// - Returns: whether it is this one that is too much, and hasn't said so itself.
  mutating func add(_ stretch: SharedRows) -> Bool {
    let before = entries
    entries += stretch.entries
    return before <= Self.most && entries > Self.most && stretch.entries <= Self.most
  }

  /// Whether a row's people may be taken; the first that may not is reported, and the table's rest left unread.
  mutating func take(_ holders: RecordHolders, _ rows: inout TableRows, _ column: ColumnNumber) -> Bool {
    guard holders.count > 1 else { return true }
    entries += Int(holders.count)
    guard entries > Self.most else { return true }
    rows.findings.report(.tooManyEntries(at: rows.place(of: column)))
    rows.spoil()
    return false
  }
}
