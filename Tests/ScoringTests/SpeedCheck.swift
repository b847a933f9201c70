import Foundation
import Scoring
import Testing

/// By hand: `SCORING_SPEED=1 swift test -c release -Xswiftc -enable-testing --filter SpeedCheck`. A million records of ten thousand
/// members should become standings in well under 0.3 s.
@Suite("Speed, by hand", .enabled(if: ProcessInfo.processInfo.environment["SCORING_SPEED"] != nil))
struct SpeedCheck {
  @Test("A million records to standings")
  func million() {
    var random = Seeded(state: 1)
    var b = LedgerBuilder()
    let branches = (0..<200).map { b.branch("b\($0)") }
    let members = (0..<10_000).map { b.member("m\($0)", branches[$0 % 200]) }
    let items = (0..<12).map { b.item("i\($0)", .perUnit(1, unit: "时"), month: 3, year: 12) }
    for _ in 0..<1_000_000 {
      b.year.records.append(
        Record(
          day: b.year.period.first.adding(days: Int.random(in: 0..<365, using: &random)),
          member: members[Int.random(in: 0..<10_000, using: &random)],
          item: items[Int.random(in: 0..<12, using: &random)],
          quantity: 1, level: 0, activity: nil, work: nil, note: 0, corrects: nil, entered: nil,
          place: b.place()))
    }
    let ledger = b.ledger
    let clock = ContinuousClock()
    for _ in 0..<5 {
      var rows = 0
      let time = clock.measure { rows = score(ledger).0.years[0].members.rows.count }
      print("a million records to standings: \(time)")
      #expect(rows == 10_000)
    }
  }
}
