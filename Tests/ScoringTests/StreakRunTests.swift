import Testing

@testable import Scoring

@Suite("Years in a row")
struct StreakRunTests {
  @Test(
    "a run ends where the next year counts anew; a single year is one",
    arguments: [
      ([0, 1, 2, 0, 1], [StreakRun(first: 1, last: 2), StreakRun(first: 4, last: 4)]),
      ([1, 2, 3], [StreakRun(first: 0, last: 2)]),
      // A year that the ledger lacks lies between the third and the fourth.
      ([1, 2, 3, 1], [StreakRun(first: 0, last: 2), StreakRun(first: 3, last: 3)]),
      ([0, 0], []), ([], []),
    ])
  func runs(counts: [Int], expected: [StreakRun]) {
    #expect(streakRuns(counts) == expected)
    #expect(streakRuns(counts).reduce(0) { $0 + $1.count } == counts.count { $0 > 0 })
  }
}
