import Scoring
import Texts

/// The year's standings turned around: for each member, the places in the company and in the branch. Made once an
/// edition, since every member's page asks.
package struct RankTable: Sendable {
  package struct Place: Sendable {
    package var rank: Int
    package var isTied: Bool
  }

  package struct Entry: Sendable {
    /// `nil` while nobody in the company has a point.
    var inCompany: Place?
    /// `nil` while nobody in the branch has.
    package var inBranch: Place?
    package var branch: Ref<Branch>
    package var branchCount: Int
  }

  /// Members of the company who stand on its board.
  package let count: Int
  /// By member; `nil` for who doesn't take part.
  package let entries: [Entry?]
  /// By member: the outcome of the qualification, for the first of each branch.
  let qualifiers: [Qualifier?]

  init(_ book: YearBook, members: Int, branches: Int) {
    var entries = [Entry?](repeating: nil, count: members)
    var inBranch = [[MemberStanding]](repeating: [], count: branches)
    for row in book.members.rows { inBranch[Int(row.branch.index)].append(row) }
    for rows in inBranch {
      // Who is first of a branch has a rank in it wherever anybody of the company has one, and a point.
      let hasRanks = rows.first.map { $0.rank != nil && $0.total > .zero } ?? false
      var start = 0
      while start < rows.count {
        let end = rows[start...].firstIndex { $0.rank != rows[start].rank } ?? rows.count
        for row in rows[start..<end] {
          entries[Int(row.member.index)] = Entry(
            inCompany: row.rank.map { Place(rank: $0, isTied: row.isTied) },
            inBranch: hasRanks ? Place(rank: start + 1, isTied: end - start > 1) : nil, branch: row.branch,
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
