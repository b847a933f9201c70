import Scoring
import Testing

@Suite("A correction takes away its record at most")
struct CorrectionTests {
  /// One member with a record of 6 points (levels: 公司 2, 省 6) and these corrections, as quantity and level.
  private func corrected(_ corrections: [(Quantity, Int32)], month cap: Points? = nil) -> [Points] {
    var b = LedgerBuilder()
    let branch = b.branch()
    let award = b.item("award", .levels([.init(name: "公司", points: 2), .init(name: "省", points: 6)]), month: cap)
    let li = b.member("li", branch)
    let record = b.record("2025-03-01", li, award, level: 1)
    for (index, (quantity, level)) in corrections.enumerated() {
      let day = Day("2025-05-01").adding(days: index)
      b.record(day, li, award, quantity: quantity, level: level, corrects: record)
    }
    return b.scored().points(li)
  }

  @Test("two halves are the whole, and a half is half")
  func halves() {
    #expect(corrected([(-0.5, 1), (-0.5, 1)]) == [6, -3, -3])
    #expect(corrected([(-0.5, 1)]) == [6, -3])
    #expect(corrected([(-0.25, 1)]) == [6, -1.5])
    // Thirds of a hundredth don't come out, their sum does.
    #expect(corrected([(-0.33, 1), (-0.33, 1), (-0.34, 1)]) == [6, -1.98, -1.98, -2.04])
  }

  @Test("the level is the record's, whatever the correction says, and nothing goes below nothing or above the record")
  func bounds() {
    #expect(corrected([(-1, 0)]) == [6, -6])
    #expect(corrected([(-1, 1), (-1, 1)]) == [6, -6, 0])
    #expect(corrected([(1, 1)]) == [6, 0])
    #expect(corrected([(-1, 1), (0.5, 1)]) == [6, -6, 3])
  }

  @Test("what a cap cut is given back before anything is taken: the record's month is reckoned again")
  func caps() {
    // 6 points, capped at 4; half of it is 3, so only one point of the four goes, in March's bucket on a day in May.
    #expect(corrected([(-0.5, 1)], month: 4) == [4, -1])
    #expect(corrected([(-0.5, 1), (-0.5, 1)], month: 4) == [4, -1, -3])
  }

  @Test("a deduction is taken back in the same way")
  func deduction() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let absence = b.item("absence", .perRecord(-1))
    let li = b.member("li", branch)
    let record = b.record("2025-03-01", li, absence)
    b.record("2025-03-02", li, absence, quantity: -0.5, corrects: record)
    b.record("2025-03-03", li, absence, quantity: -0.5, corrects: record)
    #expect(b.scored().points(li) == [-1, 0.5, 0.5])
  }

  @Test("an entry and its reversal in parts is zero, in every order of lines", arguments: 1...20)
  func reversal(seed: UInt64) {
    var random = Seeded(state: seed)
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    let items = [
      b.item("points", .perRecord(0.35), month: 1, year: 2), b.item("deduction", .perRecord(-3), year: 4),
      b.item("levels", .levels([.init(name: "a", points: 2.5), .init(name: "b", points: 7)]), record: 5, month: 6),
      b.item("unit", .perUnit(0.33, unit: "时", each: nil), record: 2, year: 3),
    ]
    for _ in 0..<12 {
      let item = items[Int.random(in: 0..<4, using: &random)]
      let hundredths = item == items[3] ? Int64.random(in: 3...900, using: &random) : 100
      let level = item == items[2] ? Int32.random(in: 0...1, using: &random) : 0
      let day = b.year.period.first.adding(days: Int.random(in: 0..<300, using: &random))
      let record = b.record(day, li, item, quantity: Quantity(hundredths: hundredths), level: level)
      let first = Int64.random(in: 1..<hundredths, using: &random)
      for part in [first, hundredths - first] {
        let later = day.adding(days: Int.random(in: 0..<60, using: &random))
        b.record(later, li, item, quantity: Quantity(hundredths: -part), level: level, corrects: record)
      }
    }
    #expect(b.scored().total(li) == .zero)
    let shuffled = b.shuffled(seed: seed + 5).scored()
    #expect(shuffled.total(li) == .zero)
    #expect(shuffled.points(li) == b.scored().points(li))
  }
}
