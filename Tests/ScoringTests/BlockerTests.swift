import Diagnostics
import Testing
import Texts

@testable import Scoring

@Suite("A year is final when nothing blocks it")
struct BlockerTests {
  /// One member with a point, who may enter the PK; the notice ran from 8 to 19 December.
  private func year() -> (LedgerBuilder, Ref<Branch>, Ref<Member>) {
    var b = LedgerBuilder(asOf: "2025-12-31")
    let branch = b.branch()
    let member = b.member("m1", branch)
    let item = b.item("study", .perRecord(1))
    b.record("2025-03-01", member, item)
    b.year.notice = Period(first: "2025-12-08", last: "2025-12-19")
    return (b, branch, member)
  }

  private func objection(_ subject: Ref<Member>, answered: Day?) -> Objection {
    Objection(
      id: "o1", kind: .missing, subject: .member(subject), raisedBy: "本人", raisedOn: "2025-12-09", text: "",
      record: nil,
      finding: answered.map { .init(outcome: .rejected, by: "", on: $0, text: "") },
      place: Place(file: 7, line: 3))
  }

  @Test("with the notice over, everything answered and the PK recorded, nothing blocks")
  func ready() {
    var (b, _, member) = year()
    b.decide(.winner(member), on: "2025-12-20")
    b.year.objections = [objection(member, answered: "2025-12-15")]
    b.year.state = .final(signedBy: "党委", on: "2025-12-27")
    let scored = b.scored()
    #expect(scored.book.blockers == [])
    #expect(scored.codes() == [])
  }

  @Test("each thing left undone is named, and told at its place when the year claims to be final")
  func blocked() {
    var (b, branch, member) = year()
    b.project(branch, reached: .review, own: (80, "2025-11-01"))
    b.year.objections = [objection(member, answered: nil)]
    b.year.state = .final(signedBy: "党委", on: "2025-12-19")
    let scored = b.scored()
    #expect(
      scored.book.blockers
        == [.evaluation(0), .objection(0), .noticeRunning(until: "2025-12-19"), .winnersMissing])
    #expect(scored.codes() == [.finalRefused, .finalRefused, .finalRefused, .finalRefused])
    #expect(scored.diagnostics.contains { $0.code == .finalRefused && $0.place == Place(file: 7, line: 3) })
  }

  @Test("a draft may have all of them without an error; only the signing is refused")
  func draft() {
    var (b, _, member) = year()
    b.year.objections = [objection(member, answered: nil)]
    b.year.notice = nil
    let scored = b.scored()
    #expect(scored.book.blockers == [.objection(0), .noticeMissing, .winnersMissing])
    #expect(scored.codes() == [])
  }

  @Test("an answer given after the signing came too late; an objection raised after it blocks nothing")
  func late() {
    var (b, _, member) = year()
    b.decide(.winner(member), on: "2025-12-20")
    b.year.state = .final(signedBy: "党委", on: "2025-12-27")
    b.year.objections = [objection(member, answered: "2025-12-28")]
    #expect(b.scored().book.blockers == [.objection(0)])
    b.year.state = .final(signedBy: "党委", on: "2025-12-08")
    #expect(b.scored().book.blockers.contains(.objection(0)) == false)
  }
}
