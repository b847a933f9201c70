import Scoring
import Testing

@Suite("Whose work a record gives evidence of")
struct ActivityEvidenceTests {
  /// A record, a welfare entry and the activity itself, all on one day, with an item of these works.
  private func evidence(itemWorks: Bool, own: Bool = false) -> (counts: [Int], pathway: Int32?) {
    var b = LedgerBuilder()
    let branch = b.branch()
    let works = [b.work("w1", "p1"), b.work("w2", "p2"), b.work("w3", "p3")]
    let talk = b.item("talk", .perUnit(1, unit: "时", each: nil), works: itemWorks ? [works[1]] : [])
    let li = b.member("li", branch)
    let activity = b.activity("a", held: "2025-03-10", works: [works[0]])
    b.record("2025-03-10", li, talk, activity: activity, work: own ? works[2] : nil)
    b.minutes("2025-03-10", li, 60, activity: activity)
    let scored = b.scored()
    return (scored.book.evidence.map(\.count), scored.book.memberAwards[0].pathway?.index)
  }

  @Test("a record that names an activity is evidence of the activity's work, as a welfare entry is")
  func activity() {
    // w1: the record, the welfare entry, the activity.
    #expect(evidence(itemWorks: false).counts == [3, 0, 0])
    #expect(evidence(itemWorks: false).pathway == 0)
  }

  @Test("of its item's work it is evidence all the same, and its points go there")
  func item() {
    #expect(evidence(itemWorks: true).counts == [3, 1, 0])
    #expect(evidence(itemWorks: true).pathway == 1)
  }

  @Test("a work of its own goes before both")
  func own() {
    #expect(evidence(itemWorks: true, own: true).counts == [2, 0, 1])
    #expect(evidence(itemWorks: true, own: true).pathway == 2)
  }
}
