import Testing

@testable import Scoring

@Suite("What an award stands under")
struct AwardHeadingTests {
  /// A member and a branch with an item each at the same place of its list, an activity, and a bound of the branch's total
  /// that its correction touches.
  private func scored() -> Scored {
    var b = LedgerBuilder()
    let branch = b.branch()
    let member = b.member("li", branch)
    let river = b.work("w101", "p1")
    let lecture = b.item("lecture", .perRecord(2), works: [river])
    let meeting = b.branchItem("meeting", .perRecord(3))
    b.record("2025-03-01", member, lecture)
    _ = b.activity("a1", held: "2025-03-02", works: [river], claims: [(branch, 1)])
    let root = b.record("2025-03-03", of: branch, meeting)
    b.record("2025-03-04", of: branch, meeting, quantity: -1, corrects: root)
    return b.scored()
  }

  @Test("items of members and of branches are never taken for one another, and an activity has none")
  func headings() throws {
    let scored = scored()
    let (mine, theirs) = (scored.book.memberAwards, scored.book.branchAwards)
    #expect(mine.map(\.heading) == [.member(Ref(0))])
    #expect(theirs.map(\.heading) == [.activity, .branch(Ref(0)), .branch(Ref(0))])
    #expect((mine + theirs).map(\.heading.standard) == [.members, .branches, .branches, .branches])
    #expect((mine + theirs).map(\.heading.index) == [0, nil, 0, 0])
    let rulebook = scored.ledger.years[0].rulebook
    #expect((mine + theirs).map { rulebook.item($0.heading)?.key } == ["lecture", nil, "meeting", "meeting"])
    // Pathways: of the item's work, of the activity's, and none.
    #expect((mine + theirs).map(\.pathway) == [Ref(0), Ref(0), nil, nil])
  }

  @Test("a million of them fit in 104 MB")
  func size() { #expect(MemoryLayout<Award>.stride <= 104) }
}
