import Scoring

/// The year's standings turned around: for each member, the places in the company and in the branch. Made once an
/// edition, since every member's page asks.
struct RankTable: Sendable {
  struct Entry: Sendable {
    var rank: Int
    var isTied: Bool
    var branchRank: Int
    var isTiedInBranch: Bool
    var branchCount: Int
  }

  /// Ranked members of the company.
  let count: Int
  /// By member; `nil` for who doesn't rank.
  let entries: [Entry?]
  /// By member: the outcome of the qualification, for the first of each branch.
  let qualifiers: [Qualifier?]

  init(_ book: YearBook, members: Int, branches: Int) {
    var entries = [Entry?](repeating: nil, count: members)
    var inBranch = [[MemberStanding]](repeating: [], count: branches)
    for row in book.members.rows { inBranch[Int(row.branch.index)].append(row) }
    for rows in inBranch {
      var start = 0
      while start < rows.count {
        let end = rows[start...].firstIndex { $0.rank != rows[start].rank } ?? rows.count
        for row in rows[start..<end] {
          entries[Int(row.member.index)] = Entry(
            rank: row.rank, isTied: row.isTied, branchRank: start + 1, isTiedInBranch: end - start > 1,
            branchCount: rows.count)
        }
        start = end
      }
    }
    var qualifiers = [Qualifier?](repeating: nil, count: members)
    for qualifier in book.qualified.joined() { qualifiers[Int(qualifier.member.index)] = qualifier }
    self.entries = entries
    self.qualifiers = qualifiers
    count = book.members.rows.count
  }
}
